import process from 'node:process'
import { parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'

const SPEC = {
  name: 'trace',
  operands: '<编号或数>',
  about: `一条数据从原文到幻灯片的来龙去脉。

编号如 trade-total：口径、时段、原句、算式，和它出现的每一处。
数如 46.8、46.8%、突破840亿元：印出这个数的所有数据和每一处。`,
  options: { json: { type: 'boolean', default: false, help: '以 JSON 输出，字段名为英文（加 npm run -s）' } },
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ args, root, print, log, host }) {
    const { values, positionals } = parseOptions(SPEC, args)
    const [{ loadDeckFacts }, { trace }, { formatTrace }] = await Promise.all([
      import('../lib/facts/deck.ts'),
      import('./trace.ts'),
      import('./format.ts'),
    ])
    if (positionals.length === 0)
      throw new HuibaoError('没有写编号或数', {
        hint: '例如 npm run -s trace -- 46.8%；全部编号见 npm run -s figures。',
        exitCode: 2,
      })
    const facts = await loadDeckFacts(root)
    if (facts.problems.length > 0)
      log.warn(`数据有 ${facts.problems.length} 处问题，有问题的条目没有列出；请运行 npm run check -- facts。`)
    const found = trace(positionals.join(' '), facts)
    const marks = process.stdout.isTTY && host.env.NO_COLOR === undefined ? 'ansi' : 'brackets'
    print(values.json ? JSON.stringify(found, null, 2) : formatTrace(found, marks))
    return found.figures.length > 0 || found.typed.length > 0 ? 0 : 1
  },
}
