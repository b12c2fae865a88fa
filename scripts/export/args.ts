import { parseOptions, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'
import { parseAspect, parseSkin, type Look } from '../lib/look.ts'

/** The forms that a deck is exported to. */
export type Form = 'pdf' | 'png' | 'handout'

export interface ExportArgs {
  forms: Form[]
  /** As typed; undefined for all slides. */
  range: string | undefined
  /** One page for each click state instead of one for each slide. */
  clicks: boolean
  /** Device pixels for a CSS pixel in PNG files. */
  scale: number
  /** Skin, aspect ratio and references, where they are not the deck's own. */
  look: Look
  /** One more PNG, of all slides side by side in every skin. */
  contactSheet: boolean
  /** Folder for the files, relative to the working folder. */
  out: string
  json: boolean
  /** Builds the site even where nothing has changed. */
  rebuild: boolean
  /** How long a slide may take to become ready: milliseconds. */
  timeout: number
}

export const SPEC = {
  name: 'export',
  operands: '[pdf] [png] [handout]',
  about: `把文稿导出为 PDF 和每页一张的 PNG；不写 pdf、png、handout 时导出这两样。
handout 是“文稿名-a4.pdf”：一张 A4 纸上排几页幻灯片的讲义，黑白打印也看得清，不含备注；
总是浅色，每页只印点击完之后的画面，不受 --skin、--aspect、--clicks 影响。
PDF 都附有 facts.json（各个数据和依据，见 PDF 阅读器的“附件”），附录与正文的页码互相可点。`,
  options: {
    range: {
      type: 'string',
      value: '3-7,9',
      help: '只导出这些页，页码仍是文稿里的页码；同名的 PDF 换成只有这些页的一份',
    },
    clicks: {
      type: 'boolean',
      default: false,
      help: '每次点击的画面各成一页；PNG 名为 03-02.png，即第 3 页点击两次之后',
    },
    scale: { type: 'string', default: '2', value: '2', help: 'PNG 的清晰度：每个像素画成几个，0.5 到 4，默认 2' },
    skin: { type: 'string', value: '红|夜', help: '换一种皮肤导出，文件名不变；默认用文稿写的皮肤' },
    aspect: {
      type: 'string',
      value: '4:3',
      help: '换一种画面比例导出，16:9 或 4:3，文件名不变；默认用文稿写的比例',
    },
    refs: {
      type: 'boolean',
      default: false,
      help: '每个数据后面加小号的附录编号，如 [12]；在 PDF 里点它就到附录的那一条',
    },
    'contact-sheet': {
      type: 'boolean',
      default: false,
      help: '另出一张“文稿名-contact-sheet.png”：各页的缩略图，每页几种皮肤并排',
    },
    out: { type: 'string', default: 'exports', value: 'DIR', help: '导出到哪个文件夹，默认 exports' },
    timeout: { type: 'string', default: '30', value: '30', help: '每次等候图表就绪的秒数，默认 30' },
    rebuild: { type: 'boolean', default: false, help: '内容没有变化也重建网站' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 对象' },
  },
  more: 'png 文件夹里的 PNG 是一套，整套替换：上次导出的 01.png、03-02.png 之类先删去，名字不是这样的文件不动。',
} as const satisfies CommandSpec

const FORMS: readonly Form[] = ['pdf', 'png', 'handout']
const DEFAULT_FORMS: readonly Form[] = ['pdf', 'png']

/**
 * The arguments of the export command.
 * @throws HuibaoError on an argument that is unknown or out of bounds
 */
export function parseExportArgs(args: string[]): ExportArgs {
  const { values, positionals } = parseOptions(SPEC, args)
  const unknown = positionals.find(name => !FORMS.includes(name as Form))
  if (unknown !== undefined) {
    throw new HuibaoError(`不认识的导出格式：${unknown}`, { hint: `可以写 ${FORMS.join('、')}。`, exitCode: 2 })
  }
  if (values.out.trim() === '') throw new HuibaoError('--out 后面要写文件夹的名字', { exitCode: 2 })
  return {
    forms: positionals.length === 0 ? [...DEFAULT_FORMS] : FORMS.filter(form => positionals.includes(form)),
    range: values.range,
    clicks: values.clicks,
    scale: number('--scale', values.scale, 0.5, 4),
    look: {
      ...(values.skin !== undefined && { skin: parseSkin(values.skin) }),
      ...(values.aspect !== undefined && { aspect: parseAspect(values.aspect) }),
      ...(values.refs && { references: true }),
    },
    contactSheet: values['contact-sheet'],
    out: values.out,
    json: values.json,
    rebuild: values.rebuild,
    timeout: number('--timeout', values.timeout, 1, 600) * 1000,
  }
}

function number(option: string, typed: string, least: number, most: number): number {
  const value = Number(typed)
  if (typed.trim() !== '' && value >= least && value <= most) return value
  throw new HuibaoError(`${option} 要写 ${least} 到 ${most} 之间的数，而不是“${typed}”`, { exitCode: 2 })
}
