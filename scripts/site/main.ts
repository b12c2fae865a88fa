import { runCommand } from '../lib/command.ts'

await runCommand(async ({ root, args, host, life, log, print }) => {
  const [{ parseOptions }, { readDeck }, { ensureSite }] = await Promise.all([
    import('../lib/args.ts'),
    import('../lib/deck.ts'),
    import('./ensure.ts'),
  ])
  const { values } = parseOptions(
    { args, options: { rebuild: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } },
    'npm run build -- --help',
  )
  if (values.help)
    return print('用法：npm run build [-- --rebuild]\n\n建静态网站到 dist/；内容没有变化就不重建，--rebuild 强制重建。')
  const site = await ensureSite({ root, deck: await readDeck(root), host, life, log, rebuild: values.rebuild ?? false })
  print(`${site.folder}${site.cached ? '（内容没有变化，沿用上次的）' : ''}`)
})
