import type { Period } from '../../model/figure.ts'
import type { MeasureInput, TableInput } from '../../model/table.ts'
import { changeAtEnd } from '../../model/reading/change.ts'
import { TABLE_NUMBER } from '../../model/reading/captions.ts'
import { bareText, readCell } from '../../model/reading/cells.ts'
import { periodWords } from '../../model/reading/periods.ts'
import { collapseSpaces, toHalfWidth } from '../../model/reading/text.ts'
import type { SourceTable } from '../../model/reading/tables.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { readSpan, readSpans, spanCode } from '../../model/span.ts'
import { parseUnit } from '../../model/units.ts'
import { timesOf } from '../check/facts/table-source.ts'
import { sourceUnit, unitColumnOf, unitless } from '../lib/facts/table-units.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'

/** What a row's name cannot hold, as ids are made of it. */
const UNFIT = /[\s/@'"`<>\\]/g
const THEREOF = /^其中[:：]?/
const RANK = /位次|排名|名次/
const WHOLE = /占(?<whole>.+?)的?(?:比重|比例|份额)/

/** Drafts a table of an article. @param chapter id of the chapter in which it stands */
export function draftTable(given: SourceTable, chapter: string, id: string, implied: Period): TableInput {
  const unitColumn = unitColumnOf(given)
  const name = nameOf(given)
  const nameColumn = nameColumnOf(given)
  const columns = given.heads.map((_, column) => column).filter(each => each !== nameColumn && each !== unitColumn)
  const numeric = columns.filter(column => isNumeric(given, column))
  const isSound = ({ cells }: SourceTable['rows'][number], index: number): boolean =>
    numeric.every(column => readCell(cells[column]!).sort !== 'text') &&
    (unitColumn < 0 || parseUnit(sourceUnit({ found: given, unitColumn }, numeric[0] ?? 0, index)) !== undefined)
  const found = { ...given, rows: given.rows.filter(isSound) }
  const spans = found.rows.map(({ cells }) => spanOf(cells[nameColumn]!))
  const series = spans.every(span => span !== undefined)
  const idOf = uniqueIds()
  const measures: MeasureInput[] = []
  for (const column of numeric) measures.push(measureOf(found, column, measureName(name), measures, series, idOf))
  const rows = found.rows.map(({ cells }, index) => (series ? spans[index]! : rowName(cells[nameColumn]!)))
  const heads = found.rows.flatMap(({ cells }, index) =>
    series || rows[index] === cells[nameColumn] ? [] : [[rows[index]!, cells[nameColumn]!] as const],
  )
  const units = measures.some(({ unit }) => unit === undefined)
    ? Object.fromEntries(
        found.rows.map((_, index) => [rows[index]!, sourceUnit({ found, unitColumn }, numeric[0]!, index)]),
      )
    : undefined
  const [dated] = timesOf(found, [])
  const skipped = [
    ...columns
      .filter(column => !numeric.includes(column))
      .map(column => ({ column: given.heads[column]!, reason: '这一列多数不是数' })),
    ...given.rows
      .filter(row => !found.rows.includes(row))
      .map(({ cells }) => ({ row: cells[nameColumn]!, reason: '这一行有的格不是数，或单位不认识（待核）' })),
  ]
  return {
    id,
    label: name,
    chapter,
    ...(!series && { period: dated ? spanCode(dated) : implied.id }),
    evidence: { table: TABLE_NUMBER.exec(found.caption)?.[0] ?? found.caption },
    rows: series ? 'periods' : 'subjects',
    measures,
    ...(units && { units }),
    cells: found.rows.map(({ cells }, index) => [rows[index]!, ...numeric.map(column => cells[column]!)] as const),
    ...(heads.length > 0 && { heads: Object.fromEntries(heads) }),
    ...(skipped.length > 0 && { skip: skipped }),
  }
}

/** The column that names the rows: the first of words, since places may stand before them; of times the first. */
export function nameColumnOf(table: SourceTable): number {
  const { heads, rows } = table
  if (rows.every(({ cells }) => spanOf(cells[0]!) !== undefined)) return 0
  const unitColumn = unitColumnOf(table)
  return Math.max(
    0,
    heads.findIndex((_, column) => column !== unitColumn && !isNumeric(table, column)),
  )
}

/** Whether most of what a column holds are numbers. */
function isNumeric({ rows }: SourceTable, column: number): boolean {
  const sorts = rows.map(({ cells }) => readCell(cells[column]!).sort)
  return sorts.filter(sort => sort === 'number').length > sorts.filter(sort => sort === 'text').length
}

/** A caption without its number and without times. */
export function nameOf({ caption, heads }: SourceTable): string {
  const text = collapseSpaces(caption.replace(TABLE_NUMBER, ''))
    .replace(/^[:：、]/, '')
    .trim()
  return withoutTimes(text) || text || heads.join('、')
}

/** What a caption says is measured, without of what: 增加值 of 规模以上工业分行业增加值. */
function measureName(name: string): string {
  const words = wordsOf(name)
  const each = words.findLastIndex(({ text }) => /^[分各]/.test(text))
  if (each < 0) return name
  const from = words[each]!.text.length > 1 ? words[each]!.end : (words[each + 1]?.end ?? 0)
  return name.slice(from).replace(/^（[^）]*）/, '') || name
}

function withoutTimes(text: string): string {
  return periodWords(text, [])
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
    .trim()
}

function spanOf(head: string): string | undefined {
  const text = bareText(head)
  const span = readSpan(/^\d{4}$/.test(text) ? `${text}年` : text)
  return span && spanCode(span)
}

function rowName(head: string): string {
  return toHalfWidth(head).replace(/\s/g, '').replace(THEREOF, '').replace(UNFIT, '')
}

function measureOf(
  found: SourceTable,
  column: number,
  name: string,
  before: readonly MeasureInput[],
  series: boolean,
  idOf: (name: string) => string,
): MeasureInput {
  const head = found.heads[column]!
  const bare = unitless(head)
  const time = series ? undefined : readSpans(head).find(({ span }) => span !== null)?.span
  const told = withoutTimes(bare)
  const change = changeOf(told)
  const unit = RANK.test(told) ? '位' : sourceUnit({ found, unitColumn: -1 }, column, 0)
  const main = before.findLast(measure => measure.kind === undefined && measure.change === undefined)
  const own = told === '' || (series && name.endsWith(told)) ? name : told
  const label = change ? `${change.of || main?.label || name}增速` : own
  const whole = (WHOLE.exec(bare) ?? WHOLE.exec(name))?.groups?.whole
  return {
    id: idOf(change ? '增速' : label),
    label,
    ...(label !== head && { head }),
    ...(unit !== '' && parseUnit(unit) && { unit }),
    ...(RANK.test(told) && { kind: 'rank' as const }),
    ...(!change && /^[%‰]$/.test(unit) && { kind: 'share' as const, ...(whole !== undefined && { whole }) }),
    ...(change && {
      change: change.word,
      ...(change.fall && { fall: change.fall }),
      comparedWith: change.comparedWith,
    }),
    ...(change && main && { of: main.id }),
    // A growth is of the time of what it is the growth of: 2021年, 比上年增长.
    ...(time ? { period: spanCode(time) } : change && main?.period !== undefined && { period: main.period }),
  }
}

/** What a head says of a change: 比上年增长, 增速, 涨跌幅度. */
function changeOf(head: string): { word: string; fall?: string; comparedWith: string; of: string } | undefined {
  const both = /[升涨增][降跌减]/.exec(head)
  if (both)
    return {
      word: both[0].startsWith('涨') ? '上涨' : '增长',
      fall: '下降',
      comparedWith: '上年',
      of: head.slice(0, both.index),
    }
  const found = changeAtEnd(head)
  if (!found) return undefined
  const word = /[幅速]$/.test(found.word) ? (found.word.startsWith('涨') ? '上涨' : '增长') : found.word
  return { word, comparedWith: found.comparedWith ?? '上年', of: head.slice(0, found.at) }
}
