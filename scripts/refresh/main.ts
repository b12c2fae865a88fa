import { formatSpan, spanEnd } from '../../model/span.ts'
import { onlyFile, parseOptions, type Command, type CommandSpec } from '../lib/args.ts'
import { readGiven } from '../lib/read-file.ts'

const SPEC = {
  name: 'refresh',
  operands: '文件.xlsx|csv',
  about:
    '读新一个月的工作簿，照 data/cells.ts 找到每条数据的格，列出变了的、新出现的、没有了的、单位变了的、差了十倍以上的，\n' +
    '问过以后更新 data/；时段跟着工作簿往后移。幻灯片不动：标题里与新数不合的增减词，npm run check 会列为错。',
  options: {
    yes: { type: 'boolean', default: false, help: '不问，照着更新' },
    period: { type: 'string', value: '时段', help: '工作簿里没有写时间时，新数是哪个时段，如 2026-01/2026-03' },
    annotate: { type: 'boolean', default: false, help: '有不对的地方时，另存一份，在单元格上用批注写明' },
  },
  more: '例：npx huibao refresh 3月月报.xlsx。不在终端里、也没有加 --yes 时，只列出变化。',
} as const satisfies CommandSpec

export const command: Command = {
  spec: SPEC,
  async run({ root, args, log, print }) {
    const { values, positionals } = parseOptions(SPEC, args)
    const [{ printNormalised, refuse, spanOption }, { readRefresh, writeRefresh }, { changeLines }, ask] =
      await Promise.all([
        import('../lib/cells/command.ts'),
        import('./run.ts'),
        import('./change.ts'),
        import('../lib/ask.ts'),
      ])
    const file = onlyFile(positionals, '一个工作簿', 'npx huibao refresh 3月月报.xlsx')
    const bytes = await readGiven(root, file)
    const read = await readRefresh(root, bytes, file, spanOption(values.period))
    const { problems, changes, title, span, earlier, normalised, notes } = read
    log.info(`照 data/cells.ts 里《${title}》的对应关系读 ${file}。`)
    notes.forEach(log.warn)
    printNormalised(normalised, log.info)
    if (problems.length > 0) return refuse({ root, bytes, file, problems, annotate: values.annotate, print, log })
    print(`${formatSpan(earlier)} → ${formatSpan(span)}`)
    changeLines(changes).forEach(print)
    if (spanEnd(span) <= spanEnd(earlier)) log.warn('新的工作簿不比上次的晚。')
    if (changes.some(({ sort, id }) => sort === 'new' && id === '')) log.info('新出现的，要用就运行 huibao map。')
    if (!values.yes && !ask.isTerminal()) {
      log.info('以上没有写。要写，加 --yes，或在终端里运行。')
      return 0
    }
    const careful = changes.some(({ warnings }) => warnings.length > 0)
    const question = `照此更新吗？[${careful ? 'y 更新，回车 不更新' : '回车 更新，n 不更新'}] `
    if (!values.yes && !ask.agrees(await ask.askTerminal(question), !careful)) {
      log.info('什么也没有写。')
      return 0
    }
    const files = await writeRefresh(root, read)
    log.info(files.length > 0 ? `更新了 ${files.join('、')}。接下来运行 npm run check。` : '什么也没有变。')
    return 0
  },
}
