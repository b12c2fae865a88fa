import { parseOptions, type CommandSpec } from '../lib/args.ts'
import { HuibaoError } from '../../model/errors.ts'
import { parseAspect, parseSkin } from '../lib/look.ts'
import { forms } from './forms/index.ts'
import type { ExportArgs, HandoutArgs } from './options.ts'
import { PER_PAGE } from './paper/plan.ts'

/** Stands for all forms. */
const ALL = 'all'
const DEFAULT_FORMS = forms.filter(({ byDefault }) => byDefault).map(({ name }) => name)

export const SPEC = {
  name: 'export',
  operands: forms.map(({ name }) => `[${name}]`).join(' ') + ' | all',
  about: `把文稿导出成各种文件；什么都不写时导出 ${DEFAULT_FORMS.join(' 和 ')}，写 all 导出全部：
${forms.map(({ name, about }) => `${name} 是${about}。`).join('\n')}
PDF 都附有 facts.json（各个数据和依据，见 PDF 阅读器的“附件”），附录与正文的页码互相可点。`,
  options: {
    range: {
      type: 'string',
      value: '3-7,9',
      help: '只导出这些页，页码仍是文稿里的页码；同名的 PDF 换成只有这些页的一份；html 总是全部',
    },
    clicks: {
      type: 'boolean',
      default: false,
      help: '每次点击的画面各成一页；PNG 名为 03-02.png，即第 3 页点击两次之后',
    },
    scale: { type: 'string', default: '2', value: '2', help: 'PNG 的清晰度：每个像素画成几个，0.5 到 4，默认 2' },
    width: { type: 'string', value: '1920', help: 'PNG 有多少像素宽，320 到 7680；不写则由 --scale 定' },
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
    notes: { type: 'boolean', default: false, help: 'PDF 的幻灯片后面附上各页的讲稿' },
    'per-page': {
      type: 'string',
      value: PER_PAGE.join('|'),
      help: '讲义一张 A4 纸印几页幻灯片，默认 3',
    },
    lines: { type: 'boolean', default: false, help: '讲义的幻灯片旁边不印讲稿，印横线，留给听的人记' },
    flow: { type: 'boolean', default: false, help: '讲义不印幻灯片的画面，按内容重新排版，不含讲稿' },
    'with-notes': { type: 'boolean', default: false, help: 'html 里连讲稿和汇报人的页面一起' },
    template: {
      type: 'string',
      value: '模板.pptx',
      help: 'PPTX 用单位自己的模板：母版、版式、主题的颜色和字体；能不能用，见 npx huibao template check',
    },
    out: { type: 'string', default: 'exports', value: 'DIR', help: '导出到哪个文件夹，默认 exports' },
    timeout: { type: 'string', default: '30', value: '30', help: '每次等候图表就绪的秒数，默认 30' },
    rebuild: { type: 'boolean', default: false, help: '内容没有变化也重建网站' },
    json: { type: 'boolean', default: false, help: '在标准输出上打印一个 JSON 对象' },
  },
  more: 'png 文件夹里的 PNG 是一套，整套替换：上次导出的 01.png、03-02.png 之类先删去，名字不是这样的文件不动。',
} as const satisfies CommandSpec

/**
 * The arguments of the export command.
 * @throws HuibaoError on an argument that is unknown or out of bounds
 */
export function parseExportArgs(args: string[]): ExportArgs {
  const { values, positionals } = parseOptions(SPEC, args)
  const names = forms.map(({ name }) => name)
  const unknown = positionals.find(name => name !== ALL && !names.includes(name))
  if (unknown !== undefined) {
    throw new HuibaoError(`不认识的导出格式：${unknown}`, {
      hint: `可以写 ${[...names, ALL].join('、')}。`,
      exitCode: 2,
    })
  }
  if (values.out.trim() === '') throw new HuibaoError('--out 后面要写文件夹的名字', { exitCode: 2 })
  return {
    forms:
      positionals.length === 0
        ? DEFAULT_FORMS
        : names.filter(name => positionals.includes(ALL) || positionals.includes(name)),
    range: values.range,
    clicks: values.clicks,
    width: values.width === undefined ? undefined : Math.round(number('--width', values.width, 320, 7680)),
    scale: number('--scale', values.scale, 0.5, 4),
    look: {
      ...(values.skin !== undefined && { skin: parseSkin(values.skin) }),
      ...(values.aspect !== undefined && { aspect: parseAspect(values.aspect) }),
      ...(values.refs && { references: true }),
    },
    notes: values['with-notes'],
    notesPages: values.notes,
    handout: handoutOf(values),
    template: values.template,
    out: values.out,
    json: values.json,
    rebuild: values.rebuild,
    timeout: number('--timeout', values.timeout, 1, 600) * 1000,
  }
}

/** @throws HuibaoError on a number of slides that no sheet has, or on a choice that a flowing handout does not have */
function handoutOf(values: { flow: boolean; lines: boolean; 'per-page'?: string | undefined }): HandoutArgs {
  const { flow, lines, 'per-page': typed = '3' } = values
  if (flow && (lines || values['per-page'] !== undefined))
    throw new HuibaoError('--flow 的讲义按内容排版，不能和 --per-page、--lines 一起写', { exitCode: 2 })
  const perPage = PER_PAGE.find(each => String(each) === typed.trim())
  if (perPage === undefined)
    throw new HuibaoError(`--per-page 可以写 ${PER_PAGE.join('、')}，而不是“${typed}”`, { exitCode: 2 })
  return { flow, perPage, lines }
}

function number(option: string, typed: string, least: number, most: number): number {
  const value = Number(typed)
  if (typed.trim() !== '' && value >= least && value <= most) return value
  throw new HuibaoError(`${option} 要写 ${least} 到 ${most} 之间的数，而不是“${typed}”`, { exitCode: 2 })
}
