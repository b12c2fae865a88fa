import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'build',
  about: '建静态网站到 dist/；内容没有变化就不重建。',
  options: { rebuild: { type: 'boolean', default: false, help: '内容没有变化也重建' } },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, host, life, log, print }) {
    const { rebuild } = parseOptions(SPEC, args).values
    const [{ readDeck }, { ensureSite }] = await Promise.all([import('../lib/deck.ts'), import('./ensure.ts')])
    const site = await ensureSite({ root, deck: await readDeck(root), host, life, log, rebuild })
    print(`${site.folder}${site.cached ? '（内容没有变化，沿用上次的）' : ''}`)
  },
}
