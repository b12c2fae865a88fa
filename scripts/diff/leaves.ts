import { Names, type References } from '../workbook/names.ts'
import type { Codec } from '../workbook/codec.ts'
import * as sheets from '../workbook/sheets/index.ts'
import { CELL_KEYS, MARKS, MEASURE_KEYS, ROW_KEYS, TABLE_KEYS } from '../workbook/table-layout.ts'

/**
 * What an entry of the data says, field by field, each as a text: `evidence.clause`. A field that is not known here is
 * one of them, too, so that none can be forgotten.
 */
export type Leaves = Readonly<Record<string, string>>

/** One field that differs; empty where it says nothing. */
export interface Detail {
  /** The field: `evidence.clause`. */
  path: string
  /** What people call it; the field itself where nothing names it. */
  name: string
  before: string
  after: string
}

/** A field as the template workbook has it. */
interface Column {
  head: string
  path: string
  codec?: Codec
}

const named = (heads: Readonly<Record<string, string>>): Column[] =>
  Object.entries(heads).map(([path, head]) => ({ path, head }))

/** What the fields of each sort of entry are called, and how they are written: as in the template workbook. */
const COLUMNS: Readonly<Record<string, readonly Column[]>> = {
  chapter: [...sheets.CHAPTERS.columns, ...named({ place: '次序' })],
  period: sheets.PERIODS.columns,
  source: sheets.SOURCES.columns,
  figure: [
    ...sheets.FIGURES.columns,
    ...sheets.DERIVED.columns.filter(({ path }) => path === 'expression'),
    ...named({ planned: '是计划', stated: '原文的数' }),
  ],
  target: [...sheets.TARGETS.columns, ...named({ chapter: '章节', outcome: '结果' })],
  quote: sheets.QUOTES.columns,
  photo: sheets.PHOTOS.columns,
  erratum: sheets.ERRATA.columns,
  name: sheets.NAMES.columns,
  structural: sheets.NAMES.columns,
  unused: sheets.UNUSED.columns,
  measure: MEASURE_KEYS,
  table: [
    ...TABLE_KEYS,
    ...named({ ...ROW_KEYS, ...MARKS, ...CELL_KEYS, rows: '各行是', skip: '不取的行列' }),
    ...named({ row: '行', column: '列', reason: '原因', before: '起' }),
  ],
  skip: named({ table: '原表标题', reason: '原因' }),
}

const NONE = new Names([])
/** What is referred to is told by its id: that another entry is called otherwise is told of that one. */
const BARE: References = { chapters: NONE, periods: NONE, sources: NONE, figures: NONE, tables: NONE }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The fields of an entry as texts; without those that say nothing. @param sort of the entry, as in `COLUMNS` */
export function leavesOf(entry: Readonly<Record<string, unknown>>, sort: string, above = ''): Leaves {
  return Object.fromEntries(
    Object.entries(entry).flatMap(([key, value]): (readonly [string, string])[] => {
      const path = above + key
      const codec = COLUMNS[sort]?.find(column => column.path === path)?.codec
      if (value === undefined || value === null) return []
      if (codec) return [[path, written(codec, value)]]
      return isRecord(value) ? Object.entries(leavesOf(value, sort, `${path}.`)) : [[path, textOf(value, sort)]]
    }),
  )
}

function written(codec: Codec, value: unknown): string {
  const content = codec.write(value, BARE) ?? textOf(value, '')
  return String(typeof content === 'object' ? content.value : content)
}

function textOf(value: unknown, sort: string): string {
  if (Array.isArray(value)) return value.map(each => textOf(each, sort)).join('、')
  if (typeof value === 'boolean') return value ? '是' : '否'
  return isRecord(value) ? leafText(leavesOf(value, sort), sort) : String(value)
}

/** All that fields say, in one line. */
export function leafText(leaves: Leaves, sort: string): string {
  return Object.entries(leaves)
    .map(([path, text]) => `${nameOf(path, sort)}：${text}`)
    .join('，')
}

/** What people call a field: 原文分句; of a record the key behind its name: 待核（安平县）. */
function nameOf(path: string, sort: string): string {
  const headOf = (of: string): string | undefined => COLUMNS[sort]?.find(column => column.path === of)?.head
  const own = headOf(path)
  if (own !== undefined) return own
  const [first = '', ...rest] = path.split('.')
  if (rest.length === 0) return first
  if (first !== 'measures') return `${headOf(first) ?? first}（${rest.join('.')}）`
  const [measure, ...field] = rest
  return `列 ${measure} 的${nameOf(field.join('.'), 'measure')}`
}

/** The fields that differ. */
export function detailsOf(before: Leaves, after: Leaves, sort: string): Detail[] {
  return [...new Set([...Object.keys(after), ...Object.keys(before)])]
    .filter(path => before[path] !== after[path])
    .map(path => ({ path, name: nameOf(path, sort), before: before[path] ?? '', after: after[path] ?? '' }))
}

/** The details that a person has to be told: what only follows from another one is none. */
export function toldDetails(details: readonly Detail[]): Detail[] {
  return details.filter(({ path }) => !details.some(other => path.startsWith(`${other.path}.`)))
}
