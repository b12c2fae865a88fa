import { HuibaoError } from '../../model/errors.ts'
import { LONGEST_NAME, nameOf } from '../../model/review.ts'
import { columns, parseOptions, type CommandSpec } from '../lib/args.ts'
import { portOf } from '../lib/port.ts'

export interface ReviewArgs {
  /** Paths of the texts of the source, as typed; none where they are not at hand. */
  source: readonly string[]
  /** 0 for one that the system chooses. */
  port: number
  /** Who reviews; null where the page is to ask. */
  by: string | null
  /** Opens the page on this machine. */
  open: boolean
  /** The file of the sheet to be written, instead of a page. */
  sheet: string | undefined
}

export const SPEC = {
  name: 'review',
  about: `逐条校核：在浏览器里打开一页，左边是原文，每个数都标出它是数据、名目还是没有交代；中间是数据清单；右边是印出它的幻灯片。
对照无误就确认，有疑问就写一句异议。谁在什么时候确认了哪一条，记在 data/review.json 里；每条要两个不同的人确认，数据一改，原来的确认就作废。
全用键盘就能做完，按键见页面上的 ?。npm run check -- --signed 要求放上幻灯片的都有两个人确认。`,
  options: {
    source: {
      type: 'string',
      multiple: true,
      value: '原文.txt',
      help: '对照这份原文（txt、md、csv、docx、xlsx，可以写几次；几个来源的写 来源=路径）；没有原文，只列出数据里的原句',
    },
    as: { type: 'string', value: '姓名', help: '校核人；不写，在页面上填' },
    port: { type: 'string', default: '0', value: '8090', help: '端口；不写，由系统挑一个' },
    'no-open': { type: 'boolean', default: false, help: '不自动打开浏览器' },
    sheet: { type: 'string', value: '校核表.pdf', help: '不打开页面，写出校核表（.pdf 或 .xlsx），供签字存档' },
  },
  more: `例：
${columns([
  ['npx huibao review --source ../原文.txt --as 李明', '对照原文校核'],
  ['npx huibao review --sheet exports/校核表.xlsx', '写出校核表'],
])}`,
} as const satisfies CommandSpec

/**
 * The arguments of the review command.
 * @throws HuibaoError on an argument that is unknown or out of bounds
 */
export function parseReviewArgs(args: string[]): ReviewArgs {
  const { source = [], as: typed, port, sheet, ...values } = parseOptions(SPEC, args).values
  const by = typed === undefined ? null : nameOf(typed)
  if (by !== null && (by === '' || by.length > LONGEST_NAME))
    throw new HuibaoError(`--as 要写校核人的姓名，1 到 ${LONGEST_NAME} 个字，而不是“${typed}”`, { exitCode: 2 })
  if (sheet !== undefined && !/\.(?:pdf|xlsx)$/i.test(sheet))
    throw new HuibaoError(`--sheet 要写以 .pdf 或 .xlsx 结尾的文件名，而不是“${sheet}”`, { exitCode: 2 })
  return { source, port: portOf(port), by, open: !values['no-open'], sheet }
}
