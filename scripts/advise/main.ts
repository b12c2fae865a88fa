import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'

const SPEC = {
  name: 'advise',
  operands: '<编号>…',
  about:
    '给出几条数据或一张表的编号，说出哪些图合适，最合适的在前，附理由和可以粘进幻灯片的写法。\n' +
    '合不合适由各种图自己的规则来定，所以建议的都画得出来。',
  options: { json: { type: 'boolean', default: false, help: '以 JSON 输出，字段名为英文（加 npm run -s）' } },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, print }) {
    const { values, positionals } = parseOptions(SPEC, args)
    if (positionals.length === 0)
      throw new HuibaoError('没有写编号', { hint: '全部编号见 npm run -s figures。', exitCode: 2 })
    const [{ loadSoundDeck }, { advise }, { adviceText }] = await Promise.all([
      import('../../model/load.ts'),
      import('./advise.ts'),
      import('./text.ts'),
    ])
    const advised = advise(positionals, await loadSoundDeck(root))
    print(values.json ? JSON.stringify(advised, null, 2) : adviceText(advised))
    return advised.fitting.length > 0 ? 0 : 1
  },
}
