import { runCommand } from '../lib/command.ts'

const HELP = `用法：npm run -s figures [-- --json]

列出全部数据及其原文依据。
  --json   以 JSON 数组输出，字段名为英文`

await runCommand(async ({ root, args, print }) => {
  const [{ parseOptions }, { loadSoundDeck }, { figureRecords }, { figureTable }] = await Promise.all([
    import('../lib/args.ts'),
    import('../../model/load.ts'),
    import('./records.ts'),
    import('./table.ts'),
  ])
  const { values } = parseOptions(
    { args, options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } },
    'npm run figures -- --help',
  )
  if (values.help) return print(HELP)
  const records = figureRecords((await loadSoundDeck(root)).figures)
  print(values.json ? JSON.stringify(records, null, 2) : figureTable(records))
})
