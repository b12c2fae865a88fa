import process from 'node:process'
import { runCommand } from '../lib/command.ts'

const HELP = `用法：npm run -s trace -- <编号或数> [--json]

一条数据从原文到幻灯片的来龙去脉。
  编号     如 trade-total：口径、时段、原句、算式，和它出现的每一处
  数       如 46.8、46.8%、突破840亿元：印出这个数的所有数据和每一处
  --json   以 JSON 输出，字段名为英文`

await runCommand(async ({ args, root, print, log, host }) => {
  const [{ parseOptions }, { HuibaoError }, { loadDeckFacts }, { trace }, { formatTrace }] = await Promise.all([
    import('../lib/args.ts'),
    import('../../model/errors.ts'),
    import('../lib/facts/deck.ts'),
    import('./trace.ts'),
    import('./format.ts'),
  ])
  const { values, positionals } = parseOptions(
    {
      args,
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
    },
    'npm run trace -- --help',
  )
  if (values.help) return print(HELP)
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
})
