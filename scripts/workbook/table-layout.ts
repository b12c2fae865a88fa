import * as codec from './codec.ts'
import type { Codec } from './codec.ts'
import { KIND_CODEC } from './sheets/index.ts'

/** A line of a table's block that says one thing, of the table or of each of its columns. */
export interface TableKey {
  head: string
  path: string
  codec: Codec
  note: string
  required?: true
  /** What the example has, for the table or for each column. */
  example: readonly string[]
}

const { text } = codec

/** What begins a block. */
export const FIRST_KEY = '表名'

/** What a block says of its table, in its second column. */
export const TABLE_KEYS: readonly TableKey[] = [
  {
    head: FIRST_KEY,
    path: 'label',
    codec: text,
    required: true,
    example: ['例：各镇街工业产值'],
    note: '必填。一张表从“表名”这一行开始；表讲的是什么，不带数字。几张表一张接一张往下写，中间空一行。',
  },
  {
    head: '编号',
    path: 'id',
    codec: text,
    example: ['chan-zhi-biao'],
    note: '由系统按表名的拼音起，可以空着；起好以后不要改。',
  },
  {
    head: '章节',
    path: 'chapter',
    codec: codec.reference('chapters', '“章节”表里的一章', { sheet: '章节', head: '标题' }),
    required: true,
    example: ['产业更有底气'],
    note: '必填。从清单里选。',
  },
  {
    head: '时段',
    path: 'period',
    codec: codec.period,
    example: ['2030年'],
    note: '表里的数是什么时候的；各行就是时段的，或各列另有时段的，空着。',
  },
  {
    head: '原表标题',
    path: 'evidence.table',
    codec: text,
    example: ['表3'],
    note: '原文里表的标题，或开头几个字，如“表3”。',
  },
  {
    head: '首列列头',
    path: 'head',
    codec: text,
    example: [],
    note: '原表各行名称上头印的字，如“县（区）”；没有就空着。',
  },
  { head: '原表工作表', path: 'evidence.sheet', codec: text, example: [], note: '原表在报表里时：工作表的名字。' },
  {
    head: '来源',
    path: 'evidence.source',
    codec: codec.reference('sources', '“来源”表里的一个来源', { sheet: '来源', head: '名称' }),
    example: [],
    note: '“来源”表里的一个；空着就是第一个。',
  },
]

/** Lines that may stand there several times: a row or a column that is left out, and why. */
export const SKIP_KEYS = { 不取的行: 'row', 不取的列: 'column' } as const

/** What a block says of its columns. */
export const MEASURE_KEYS: readonly TableKey[] = [
  { head: '列编号', path: 'id', codec: text, example: ['value', 'growth'], note: '由系统起，可以空着。' },
  {
    head: '列名',
    path: 'label',
    codec: text,
    required: true,
    example: ['工业产值', '工业产值增速'],
    note: '必填。每一列数的是什么；接在行名后面读得通，如“东湖街道”+“工业产值”。',
  },
  {
    head: '原表列头',
    path: 'head',
    codec: text,
    example: ['产值（亿元）', '比上年增长（%）'],
    note: '原表这一列上头印的字；与列名一样的空着。',
  },
  {
    head: '单位',
    path: 'unit',
    codec: codec.unit,
    example: ['亿元', '%'],
    note: '各行单位不同的空着，写在右边“行单位”。',
  },
  { head: '类别', path: 'kind', codec: KIND_CODEC, example: [], note: '单位说不清时才要选，如占比、比率、位次。' },
  {
    head: '增减词',
    path: 'change',
    codec: text,
    example: ['', '增长'],
    note: '这一列是增减的：正数用哪个词，如“增长”。',
  },
  { head: '下降词', path: 'fall', codec: text, example: [], note: '负数用哪个词；空着就用常用的，如“增长”对“下降”。' },
  { head: '比较对象', path: 'comparedWith', codec: text, example: ['', '上年'], note: '与什么相比。' },
  {
    head: '属于哪列',
    path: 'of',
    codec: text,
    example: ['', 'value'],
    note: '它是哪一列的增减、占比或排名：写那一列的编号或列名。',
  },
  { head: '整体', path: 'whole', codec: text, example: [], note: '占比的整体，用话写明。' },
  { head: '列时段', path: 'period', codec: codec.period, example: [], note: '这一列的时段与全表不同时写。' },
]

/** What begins the rows of a block. */
export const ROWS_KEY = '各行'

/** What rows may say of themselves, right of their numbers. */
export const ROW_KEYS = {
  heads: '原表行头',
  units: '行单位',
  parts: '属于哪行',
  marks: '标记',
  breaks: '不可比的原因',
} as const
export const MARKS = { ours: '本地', total: '合计' } as const

/** What begins the notes on single cells of a block: a label of its own, and what is in doubt. */
export const CELLS_KEY = '各格'
export const CELL_KEYS = { labels: '名称', doubts: '待核' } as const

/** The sheets of tables by what their rows are. */
export const TABLE_SHEETS = { periods: '序列', subjects: '表格' } as const
