import { parseOptions, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'

const SUBJECTS = ['export', 'pptx', 'first-view', 'check', 'present'] as const

export interface BenchArgs {
  subject: (typeof SUBJECTS)[number]
  /** How often each command is timed. */
  runs: number
  /** export: how many slides the deck is made to have; its own where it is absent. */
  slides: number | undefined
  /** present: small numbers, to see that the bench works. */
  quick: boolean
  /** present: minutes of a long run in the place of everything else. */
  soak: number | undefined
  /** present: the situations that are measured; all where it is absent. */
  only: string | undefined
  json: boolean
}

export const SPEC = {
  name: 'bench',
  operands: 'export|pptx|first-view|check|present',
  about: `export      在文稿的一份副本上交替计时：汇报的导出（PDF）与 slidev export，打印中位数、汇报的用时是它的几分之几、各用多少内存，
            再打印汇报的每一步用时。“首次”没有任何缓存：重建网站、重裁字体；然后改一页、网站已建好、没有任何变化、
            再改一页并导出全部形式各一次。
pptx        交替计时两种 PPTX，各重建网站；数两个文件里各有多少文本框、图表、表格和图片，打印成 Markdown 表格。
first-view  用手机打开建好的网站，量第一页和第一张有图的页各下载多少（gzip 后的字节），列出最大的文件。
check       检查的每一组规则用时多少，是把全部页面在每个点击状态渲染一遍的几倍。
present     放映的服务器：几千人跟随、重连、几个会场、断线和进程被杀，同时量 slidev --remote；没有达到目标时退出码为 1。
            全部约 12 分钟。`,
  options: {
    runs: { type: 'string', default: '3', value: '3', help: 'export、pptx、check：每项计时几次，1 到 20，默认 3' },
    slides: { type: 'string', value: '1000', help: 'export：把文稿的页重复到这么多页，只量汇报的导出' },
    quick: { type: 'boolean', default: false, help: 'present：只用很小的人数，看看量法本身能不能用' },
    only: {
      type: 'string',
      value: '名',
      help: 'present：只量其中几项，用逗号隔开：hall,crowd,return,venues,restart,faults,stalled,race',
    },
    soak: { type: 'string', value: '20', help: 'present：改为让 2000 人跟随这么多分钟，看内存和文件句柄是否平稳' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 对象' },
  },
} as const satisfies CommandSpec

/**
 * The arguments of the bench command.
 * @throws HuibaoError on an argument that is unknown or out of bounds
 */
export function parseBenchArgs(args: string[]): BenchArgs {
  const { values, positionals } = parseOptions(SPEC, args)
  const runs = Number(values.runs)
  if (!Number.isInteger(runs) || runs < 1 || runs > 20) {
    throw new HuibaoError(`--runs 要写 1 到 20 之间的整数，而不是“${values.runs}”`, { exitCode: 2 })
  }
  const soak = values.soak === undefined ? undefined : Number(values.soak)
  if (soak !== undefined && !(soak > 0 && soak <= 600)) {
    throw new HuibaoError(`--soak 要写 600 以内的分钟数，而不是“${values.soak}”`, { exitCode: 2 })
  }
  const slides = values.slides === undefined ? undefined : Number(values.slides)
  if (slides !== undefined && !(Number.isInteger(slides) && slides >= 3 && slides <= 10_000))
    throw new HuibaoError(`--slides 要写 3 到 10000 之间的整数，而不是“${values.slides}”`, { exitCode: 2 })
  const subject = SUBJECTS.find(each => each === String(positionals))
  if (subject === undefined) {
    throw new HuibaoError(`不认识的对象：${positionals.join(' ') || '（没有写）'}`, {
      hint: `可以写 ${SUBJECTS.join('、')}。`,
      exitCode: 2,
    })
  }
  return {
    subject: subject ?? 'export',
    runs,
    slides,
    quick: values.quick,
    soak,
    only: values.only,
    json: values.json,
  }
}
