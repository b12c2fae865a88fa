import { KINDS, KIND_NAMES } from '../../model/vocabulary.ts'
import { QUALIFIERS } from '../../model/qualifiers.ts'
import * as codec from './codec.ts'
import type { Codec } from './codec.ts'
import { value, withValue } from './value-codec.ts'

/** A column of a sheet that has a row for each entry. */
export interface Column {
  head: string
  /** The field that it holds: `evidence.clause`. */
  path: string
  codec: Codec
  /** What stands in the note of its head. */
  note: string
  /** In characters. Default: 12. */
  width?: number
  required?: true
  /** What the example row has. Default: nothing. */
  example?: string
}

type Fields = Record<string, unknown>

/** A sheet that has a row for each entry. */
export interface EntrySheet {
  name: string
  columns: readonly Column[]
  /** The head whose words an id is made of where none is written; none where entries have no ids. */
  named?: string
  /** The fields in the order in which data has them, where that is not the one of the columns. */
  order?: readonly string[]
  /** What follows from all cells of a row together. */
  settle?: (fields: Fields) => Fields
}

const ID = '编号由系统按名称的拼音起，可以空着；起好以后不要改，幻灯片靠它找数据。'
const id = (example?: string): Column => ({
  ...{ head: '编号', path: 'id', codec: codec.text, note: ID, width: 16 },
  ...(example !== undefined && { example }),
})
const chapter = codec.reference('chapters', '“章节”表里的一章', { sheet: '章节', head: '标题' })
const source: Column = {
  ...{ head: '来源', path: 'source', note: '“来源”表里的一个；空着就是第一个。' },
  codec: codec.reference('sources', '“来源”表里的一个来源', { sheet: '来源', head: '名称' }),
}
const reason = (note: string, example?: string): Column => ({
  ...{ head: '原因', path: 'reason', codec: codec.text, note, width: 30, required: true },
  ...(example !== undefined && { example }),
})

const ORDERS = codec.option({ descending: '从大到小', ascending: '从小到大' })

const kinds = codec.option({
  ...Object.fromEntries(KINDS.map(kind => [kind, KIND_NAMES[kind]])),
  ...{ growth: '增减幅度', ratio: '比例、倍数' },
})
const qualifiers = codec.option(
  Object.fromEntries(QUALIFIERS.filter(word => word !== 'none').map(word => [word, word])),
)

/** Kinds, by their names in the workbook. */
export const KIND_CODEC = kinds

export const CHAPTERS: EntrySheet = {
  name: '章节',
  named: '简称',
  columns: [
    id('例：chan-ye'),
    {
      head: '标题',
      path: 'title',
      codec: codec.text,
      note: '原文这一章的标题，一字不差。',
      width: 28,
      required: true,
      example: '产业更有底气',
    },
    {
      head: '简称',
      path: 'short',
      codec: codec.text,
      note: '两三个字，图表的栏头用。',
      required: true,
      example: '底气',
    },
    {
      head: '领域',
      path: 'topic',
      codec: codec.text,
      note: '这一章讲哪方面的工作。',
      width: 16,
      required: true,
      example: '产业发展',
    },
  ],
}

export const PERIODS: EntrySheet = {
  name: '时段',
  named: '显示',
  columns: [
    id('例：year'),
    {
      head: '显示',
      path: 'text',
      codec: codec.text,
      note: '幻灯片上怎么写这个时段。',
      width: 18,
      required: true,
      example: '2030年',
    },
    {
      head: '起止',
      path: 'span',
      codec: codec.text,
      note: '读不出起止时写：2030、2030-Q1、2030-01/2030-11、../2030-11（截至）、@2030-12-31（年末）。',
      width: 18,
    },
    {
      head: '原文写法',
      path: 'stated',
      codec: codec.list,
      note: '原文用哪些词语说这个时段，几种写法之间用；。能读出起止的不必写。',
      width: 30,
      example: '2030年；全年',
    },
    { head: '默认', path: 'implied', codec: codec.flag, note: '原文不写时段时就是它；只能有一个“是”。', example: '是' },
  ],
  settle: fields => ({ stated: [], ...fields }),
  order: ['id', 'text', 'span', 'stated', 'implied'],
}

export const SOURCES: EntrySheet = {
  name: '来源',
  named: '名称',
  columns: [
    id('例：gong-bao'),
    {
      head: '名称',
      path: 'title',
      codec: codec.text,
      note: '公报、报告、报表的全名。只有一个来源时这张表可以空着。',
      width: 34,
      required: true,
      example: '云溪区2030年统计公报',
    },
    { head: '发布单位', path: 'publisher', codec: codec.text, note: '谁发布的。', width: 18, example: '云溪区统计局' },
    { head: '日期', path: 'date', codec: codec.text, note: '什么时候发布的，照写。', width: 16, example: '2031年3月' },
    {
      head: '文件',
      path: 'file',
      codec: codec.text,
      note: '文件名，检查时 --source 认它。',
      width: 20,
      example: '公报.docx',
    },
    { head: '不分章', path: 'undivided', codec: codec.flag, note: '这个来源没有“章节”表里的标题，写“是”。' },
    {
      head: '只取部分的原因',
      path: 'partial',
      codec: codec.text,
      note: '只用其中一部分数时写原因，其余的数就不必都列出。',
      width: 24,
    },
  ],
}

export const FIGURES: EntrySheet = {
  name: '指标',
  named: '名称',
  columns: [
    id('例：chan-zhi'),
    {
      head: '章节',
      path: 'chapter',
      codec: chapter,
      note: '从清单里选。',
      width: 20,
      required: true,
      example: '产业更有底气',
    },
    {
      head: '名称',
      path: 'label',
      codec: codec.text,
      note: '数的是什么，不带数字；全片不能重名。',
      width: 26,
      required: true,
      example: '规上工业总产值',
    },
    { head: '简称', path: 'short', codec: codec.text, note: '图里用的短名，可以空着。', width: 16 },
    {
      head: '数值',
      path: 'value',
      codec: value,
      note: '只写数，不四舍五入；下降的写负数，或在“增减词”里写“下降”。也可以照抄 8.9%、60余家、下降4.2%。比例写 22.8:34.5:42.7。',
      required: true,
      example: '860.5',
    },
    {
      head: '单位',
      path: 'unit',
      codec: codec.unit,
      note: '亿元、家、%、个百分点……照原文；没有单位的比例写“无”。',
      required: true,
      example: '亿元',
    },
    { head: '限定词', path: 'qualifier', codec: qualifiers, note: '余、突破、近、以上……照原文；没有就空着。' },
    { head: '增减词', path: 'change', codec: codec.text, note: '增长、同比增长、下降……照原文；不是增减的空着。' },
    { head: '比较对象', path: 'comparedWith', codec: codec.text, note: '与什么相比：上年、上年同期。' },
    {
      head: '时段',
      path: 'period',
      codec: codec.period,
      note: '“时段”表里的一个，也可以直接写 2030年一季度、2030-01/2030-11。',
      width: 18,
      required: true,
      example: '2030年',
    },
    {
      head: '原文分句',
      path: 'evidence.clause',
      codec: codec.text,
      note: '原文里写有这个数的最短的一句，一字不差，不超过 60 字。',
      width: 44,
      example: '全区规上工业总产值860.5亿元',
    },
    {
      head: '栏目',
      path: 'evidence.column',
      codec: codec.text,
      note: '在原文的哪一栏（见“会议”表）；原文不分栏的空着。',
      example: '数据',
    },
    {
      head: '时段原话',
      path: 'evidence.period',
      codec: codec.text,
      note: '分句里没有时段时，原文别处说时段的话，如“今年前11个月”。',
      width: 16,
    },
    {
      head: '待核',
      path: 'doubt',
      codec: codec.text,
      note: '还拿不准的，写明要核什么；核好了删去。检查会逐条提示。',
      width: 24,
    },
    {
      head: '类别',
      path: 'kind',
      codec: kinds,
      note: '单位说不清时才要选，%和倍数必选：增减幅度、占比、比率、完成率……',
      width: 14,
    },
    {
      head: '属于',
      path: 'of',
      codec: codec.figureRef,
      note: '它是哪个指标的一部分，或说的是哪个指标的增减：写那个指标的名称或编号。',
      width: 20,
    },
    { head: '整体', path: 'whole', codec: codec.text, note: '占比的整体没有单独成为指标时，用话写明。', width: 16 },
    { head: '上限', path: 'to', codec: codec.number, note: '6%—6.5% 这样的范围：数值写 6，这里写 6.5。' },
    { head: '小数位', path: 'decimals', codec: codec.number, note: '要印出末尾的 0 时写几位，如 8.0 写 1。' },
    { head: '原文数字', path: 'as', codec: codec.text, note: '原文不用数字加单位时照抄，如“四成”“百家”。' },
    { head: '换算单位', path: 'printAs', codec: codec.unit, note: '换成另一个单位印，如 719183万元 印成 亿元。' },
    {
      head: '可重叠',
      path: 'overlap',
      codec: codec.text,
      note: '占比可以和同一整体的别的占比重叠时，写原因。',
      width: 16,
    },
    {
      head: '各部分',
      path: 'shares',
      codec: codec.shares,
      note: '比例的各个数各成一个指标时，依次写它们的名称，用；隔开；要定编号和简称的写 名称=编号=简称。',
      width: 24,
    },
    {
      head: '又见',
      path: 'evidence.also',
      codec: codec.list,
      note: '原文别处又写了这个数的分句，几句之间用；。',
      width: 24,
    },
    {
      head: '排名的表',
      path: 'rankIn.table',
      codec: codec.text,
      note: '位次能从哪张表里排出来：那张表的编号。',
      width: 16,
    },
    { head: '排名的列', path: 'rankIn.measure', codec: codec.text, note: '按哪一列排：列编号；只有一列的空着。' },
    { head: '排名的行', path: 'rankIn.row', codec: codec.text, note: '排的是哪一行；是“本地”那一行的空着。' },
    { head: '排名的次序', path: 'rankIn.order', codec: ORDERS, note: '越小越靠前的选“从小到大”；空着就是从大到小。' },
    { head: '补充', path: 'note', codec: codec.text, note: '原文对这个数的补充，如“居全市前列”。', width: 18 },
    { ...source, path: 'evidence.source' },
    { head: '工作表', path: 'evidence.sheet', codec: codec.text, note: '数来自报表时：工作表名。此时“原文分句”空着。' },
    { head: '单元格', path: 'evidence.cell', codec: codec.text, note: '数来自报表时：单元格，如 C7。' },
    { head: '行头', path: 'evidence.row', codec: codec.text, note: '数来自报表时：这一行开头印的字。', width: 16 },
    { head: '列头', path: 'evidence.head', codec: codec.text, note: '数来自报表时：这一列上头印的字。', width: 16 },
  ],
  order: [
    ...[
      'id',
      'chapter',
      'label',
      'short',
      'value',
      'shares',
      'to',
      'as',
      'decimals',
      'unit',
      'printAs',
      'qualifier',
      'kind',
    ],
    ...['change', 'comparedWith', 'period', 'of', 'whole', 'overlap'],
    ...['rankIn.table', 'rankIn.measure', 'rankIn.row', 'rankIn.order', 'note', 'doubt', 'evidence.source'],
    ...['evidence.column', 'evidence.clause', 'evidence.also', 'evidence.period', 'evidence.sheet', 'evidence.cell'],
    ...['evidence.row', 'evidence.head'],
  ],
  settle: fields => ({ ...withPlace(withValue(fields)) }),
}

/** Evidence in a workbook has a head of its column, that in a text the column of an article. */
function withPlace(fields: Fields): Fields {
  const { source, column, clause, also, period, sheet, cell, row, head } = (fields.evidence ?? {}) as Fields
  const given = (evidence: Fields): Fields =>
    Object.fromEntries(Object.entries(evidence).filter(([, each]) => each !== undefined))
  const { evidence: _, ...rest } = fields
  return [sheet, cell, row, head].some(each => each !== undefined)
    ? { ...rest, evidence: given({ source, sheet, cell, row, column: head, clause, also, period }) }
    : { ...rest, evidence: given({ source, column, clause, also, period }) }
}

export const DERIVED: EntrySheet = {
  name: '推算',
  named: '名称',
  columns: [
    id('例：qi-ta-qi-ye'),
    {
      head: '名称',
      path: 'label',
      codec: codec.text,
      note: '算出来的是什么，不带数字；全片不能重名。',
      width: 30,
      required: true,
      example: '原有企业',
    },
    { head: '简称', path: 'short', codec: codec.text, note: '图里用的短名，可以空着。', width: 16 },
    {
      head: '算式',
      path: 'expression',
      codec: codec.formula,
      note: '用指标的编号或名称写，+、-、÷ 两边留空格，整体写 100%：high-tech-total - high-tech-new；100% - jian-fu；zong-e ÷ (100% + zeng-su)。',
      width: 44,
      required: true,
      example: 'qi-ye-zong-shu - xin-zeng-qi-ye',
    },
    { head: '单位', path: 'unit', codec: codec.unit, note: '结果的单位。', required: true, example: '家' },
    { head: '类别', path: 'kind', codec: kinds, note: '从清单里选。', width: 14, required: true, example: '数量' },
    {
      head: '小数位',
      path: 'decimals',
      codec: codec.number,
      note: '结果四舍五入到几位小数。',
      required: true,
      example: '0',
    },
    { head: '时段', path: 'period', codec: codec.period, note: '结果与算式里的数不是一个时段时才写。', width: 18 },
    { head: '属于', path: 'of', codec: codec.figureRef, note: '它是哪个指标的一部分。', width: 20 },
    { head: '整体', path: 'whole', codec: codec.text, note: '占比的整体没有单独成为指标时，用话写明。', width: 16 },
  ],
  order: ['id', 'label', 'short', 'unit', 'kind', 'decimals', 'period', 'of', 'whole', 'expression'],
}

const DIRECTIONS = codec.option({ least: '至少', most: '至多', about: '左右', exact: '正好' })

export const TARGETS: EntrySheet = {
  name: '目标',
  named: '计划',
  columns: [
    id('例：jiu-ye'),
    { head: '名称', path: 'label', codec: codec.text, note: '目标是什么；空着就用指标的名称。', width: 22 },
    {
      head: '计划',
      path: 'plan',
      codec: codec.figureRef,
      note: '“指标”表里计划数的名称或编号。',
      width: 26,
      required: true,
      example: '城镇新增就业目标',
    },
    {
      head: '完成',
      path: 'done',
      codec: codec.figureRef,
      note: '“指标”表里完成数的名称或编号；还没有就空着。',
      width: 26,
      example: '城镇新增就业',
    },
    { head: '基期', path: 'before', codec: codec.figureRef, note: '计划从哪个数出发；可以空着。', width: 22 },
    { head: '方向', path: 'direction', codec: DIRECTIONS, note: '计划数没有“以上”“以内”这样的限定词时要选。' },
    {
      head: '完成率编号',
      path: 'rate',
      codec: codec.text,
      note: '要算完成率时，给它起一个编号，如 jiu-ye-lv；不要就空着。',
      width: 16,
    },
  ],
}

export const QUOTES: EntrySheet = {
  name: '摘录',
  named: '讲话人',
  columns: [
    id('例：qi-ye-jia'),
    {
      head: '章节',
      path: 'chapter',
      codec: chapter,
      note: '从清单里选。',
      width: 20,
      required: true,
      example: '产业更有底气',
    },
    { head: '栏目', path: 'column', codec: codec.text, note: '在原文的哪一栏；原文不分栏的空着。', example: '访谈' },
    {
      head: '原话',
      path: 'text',
      codec: codec.text,
      note: '一字不差，不超过 30 字。',
      width: 44,
      required: true,
      example: '审批快了，我们开工也就快了。',
    },
    { head: '讲话人', path: 'speaker', codec: codec.text, note: '谁说的。', required: true, example: '某企业负责人' },
    {
      head: '身份',
      path: 'role',
      codec: codec.text,
      note: '单位、职务。',
      width: 24,
      required: true,
      example: '青禾产业园',
    },
    source,
  ],
  order: ['id', 'source', 'chapter', 'column', 'text', 'speaker', 'role'],
}

export const PHOTOS: EntrySheet = {
  name: '图片',
  named: '图注',
  columns: [
    id('例：chang-fang'),
    {
      head: '图注',
      path: 'caption',
      codec: codec.text,
      note: '原文的图注，一字不差。照片存为 public/photos/编号.jpg。',
      width: 30,
      required: true,
      example: '青禾产业园的厂房',
    },
    { head: '自拟', path: 'ownCaption', codec: codec.flag, note: '图注不是原文的，写“是”；这样的图注里不能有数。' },
    {
      head: '画面',
      path: 'alt',
      codec: codec.text,
      note: '照片上有什么，给看不见的人听。',
      width: 34,
      required: true,
      example: '厂房与烟囱',
    },
    {
      head: '示意图',
      path: 'scene',
      codec: codec.text,
      note: '没有照片时用的图，public/ 下的文件。',
      width: 24,
      required: true,
      example: 'scenes/works.svg',
    },
    { head: '署名', path: 'credit', codec: codec.text, note: '照片要署谁的名；有照片就必写。', width: 24 },
    { head: '焦点', path: 'focus', codec: codec.point, note: '裁切时保住的点：离左边、离上边各占几成，如 0.5，0.3。' },
  ],
}

export const ERRATA: EntrySheet = {
  name: '勘误',
  columns: [
    {
      head: '原文印作',
      path: 'printed',
      codec: codec.text,
      note: '原文印错的字句。',
      width: 30,
      required: true,
      example: '例：教说',
    },
    {
      head: '应读作',
      path: 'read',
      codec: codec.text,
      note: '应该是什么。',
      width: 30,
      required: true,
      example: '要闻',
    },
    {
      head: '章节',
      path: 'chapters',
      codec: codec.chapters,
      note: '错在哪几章，用；隔开。',
      width: 24,
      required: true,
      example: '产业更有底气',
    },
    reason('为什么是印错了。', '栏目名误排'),
    source,
  ],
}

export const NAMES: EntrySheet = {
  name: '名称',
  columns: [
    {
      head: '文字',
      path: 'text',
      codec: codec.text,
      note: '原文里带数字、但不是数据的词句，如 5G、24小时城市书房。',
      width: 30,
      required: true,
      example: '例：5G',
    },
    reason('为什么不是数据。', '术语'),
    {
      head: '数的是',
      path: 'counts',
      codec: codec.option({ chapters: '章数' }),
      note: '文稿说自己的数，如“四章”：选“章数”，系统会核对。',
    },
  ],
}

const UNUSED_SORTS = { figure: '数据', table: '表', quote: '摘录', photo: '图片', source: '原表' } as const

export const UNUSED: EntrySheet = {
  name: '不用',
  columns: [
    {
      head: '编号',
      path: 'id',
      codec: codec.figureRef,
      note: '哪一条不上页：数据的名称或编号，表、摘录、图片的编号；原文里不取数的表写表题。',
      width: 30,
      required: true,
      example: '例：chan-zhi',
    },
    {
      head: '种类',
      path: 'sort',
      codec: codec.option(UNUSED_SORTS),
      note: '空着就是数据。“原表”是原文里整张不取的表。',
    },
    reason('为什么不用。', '只在备注里口述'),
  ],
  order: ['id', 'sort', 'reason'],
}

/** The sheets that have a row for each entry, in the order in which they are read: what is referred to first. */
export const ENTRY_SHEETS = [
  CHAPTERS,
  PERIODS,
  SOURCES,
  FIGURES,
  DERIVED,
  TARGETS,
  QUOTES,
  PHOTOS,
  ERRATA,
  NAMES,
  UNUSED,
] as const
