import { onlyFile, parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { readGiven } from '../lib/read-file.ts'

const SPEC = {
  name: 'map',
  operands: '文件.xlsx|csv',
  about:
    '读单位自己的工作簿，从行名、列名、单位里看出哪一格是哪条数据，写进 data/，并在 data/cells.ts 里记下；\n' +
    '以后每月用 huibao refresh 读新的。在终端里逐张表问，回车就是取；写法不规范而意思清楚的照读并说明，分不清的全部列出来，不写。',
  options: {
    yes: { type: 'boolean', default: false, help: '不问，全部照建议写' },
    period: { type: 'string', value: '时段', help: '工作簿里没有写时间的表是哪个时段，如 2026-01/2026-02' },
    annotate: { type: 'boolean', default: false, help: '有不对的地方时，另存一份，在单元格上用批注写明' },
  },
  more: '例：npx huibao map 月报.xlsx。不在终端里、也没有加 --yes 时，只列出建议。',
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, log, print }) {
    const { values, positionals } = parseOptions(SPEC, args)
    const [
      { printLeft, printNormalised, refuse, spanOption },
      { proposeMap, writeMap },
      { guide, proposalLines },
      ask,
    ] = await Promise.all([
      import('../lib/cells/command.ts'),
      import('./map.ts'),
      import('./guide.ts'),
      import('../lib/ask.ts'),
    ])
    const file = onlyFile(positionals, '一个工作簿', 'npx huibao map 月报.xlsx')
    const bytes = await readGiven(root, file)
    const proposed = await proposeMap(root, bytes, file, spanOption(values.period))
    const { before, proposals, problems, normalised, left, notes } = proposed
    notes.forEach(log.warn)
    printNormalised(normalised, log.info)
    printLeft(left, log.warn)
    if (problems.length > 0) return refuse({ root, bytes, file, problems, annotate: values.annotate, print, log })
    if (!values.yes && !ask.isTerminal()) {
      proposals.flatMap(proposalLines).forEach(print)
      log.info('以上是建议，没有写。要写，加 --yes，或在终端里运行。')
      return 0
    }
    if (values.yes) proposals.flatMap(proposalLines).forEach(print)
    const taken = values.yes
      ? { proposals, chapters: new Map<string, string>() }
      : await guide(proposals, before, ask.askTerminal, print)
    if (taken.proposals.length === 0) {
      log.info('一张表也没有取，什么也没有写。')
      return 0
    }
    const files = await writeMap(root, proposed, taken, file)
    log.info(files.length > 0 ? `写了 ${files.join('、')}。接下来运行 npm run check。` : '和原来的一样，什么也没有改。')
    return 0
  },
}
