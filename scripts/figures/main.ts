import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'

const SPEC = {
  name: 'figures',
  about: '列出全部数据及其原文依据。',
  options: { json: { type: 'boolean', default: false, help: '以 JSON 数组输出，字段名为英文（加 npm run -s）' } },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, print }) {
    const { json } = parseOptions(SPEC, args).values
    const [{ loadSoundDeck }, { figureRecords }, { figureTable }] = await Promise.all([
      import('../../model/load.ts'),
      import('./records.ts'),
      import('./table.ts'),
    ])
    const records = figureRecords((await loadSoundDeck(root)).figures)
    print(json ? JSON.stringify(records, null, 2) : figureTable(records))
  },
}
