import type { Period } from '../../../model/figure.ts'
import type { MeasureInput, TableInput } from '../../../model/table.ts'
import { TABLE_NUMBER } from '../../../model/reading/captions.ts'
import { changeAtEnd } from '../../../model/reading/change.ts'
import { bareText, readCell } from '../../../model/reading/cells.ts'
import { periodWords } from '../../../model/reading/periods.ts'
import { collapseSpaces, toHalfWidth } from '../../../model/reading/text.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { readSpan, readSpans, spanCode } from '../../../model/span.ts'
import { parseUnit } from '../../../model/units.ts'
import { isRank, measureFields, measureOf, type Measure } from '../cells/measures.ts'
import { uniqueIds } from '../pinyin-id.ts'
import { sourceUnit, splitHead, unitColumnOf, unitless } from './table-units.ts'
import { timesOf } from './table-times.ts'

/** What a row's name cannot hold, as ids are made of it. */
const UNFIT = /[\s/@'"`<>\\]/g
const THEREOF = /^其中[:：]?/
/** A table as it is drafted. */
interface DraftedTable {
  table: TableInput
  /** The column of the source that each measure is. */
  columns: readonly number[]
}

/** Drafts a table of an article. @param chapter id of the chapter in which it stands */
export function draftTable(given: SourceTable, chapter: string, id: string, implied: Period): DraftedTable {
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
  const heads = numeric.map(column => headAt({ found, unitColumn }, column, measureName(name), series))
  const measures = measuresOf(heads, measureName(name), series)
  const rows = found.rows.map(({ cells }, index) => (series ? spans[index]! : rowName(cells[nameColumn]!)))
  const renamed = found.rows.flatMap(({ cells }, index) =>
    series || rows[index] === cells[nameColumn] ? [] : [[rows[index]!, cells[nameColumn]!] as const],
  )
  const units = measures.some(({ unit }) => unit === undefined)
    ? Object.fromEntries(found.rows.map((_, index) => [rows[index]!, unitInRow({ found, unitColumn }, heads, index)]))
    : undefined
  const [dated] = timesOf(found, [])
  const cells = found.rows.map(row => [rows[found.rows.indexOf(row)]!, ...numeric.map(at => row.cells[at]!)] as const)
  const doubts = doubtsOf(
    measures,
    cells,
    heads.map(({ read }) => read),
  )
  const skipped = [
    ...columns
      .filter(column => !numeric.includes(column))
      .map(column => ({ column: given.heads[column]!, reason: '这一列多数不是数' })),
    ...given.rows
      .filter(row => !found.rows.includes(row))
      .map(({ cells }) => ({ row: cells[nameColumn]!, reason: '这一行有的格不是数，或单位不认识（待核）' })),
  ]
  const table: TableInput = {
    id,
    label: name,
    chapter,
    ...(!series && { period: dated ? spanCode(dated) : implied.id }),
    evidence: { table: TABLE_NUMBER.exec(found.caption)?.[0] ?? found.caption },
    rows: series ? 'periods' : 'subjects',
    measures,
    ...(units && { units }),
    cells,
    ...(renamed.length > 0 && { heads: Object.fromEntries(renamed) }),
    ...(skipped.length > 0 && { skip: skipped }),
    ...(Object.keys(doubts).length > 0 && { doubts }),
  }
  return { table, columns: numeric }
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
  const { name, unit } = splitHead(head)
  return (unit === '' ? toHalfWidth(head) : name).replace(/\s/g, '').replace(THEREOF, '').replace(UNFIT, '')
}

/** A column of numbers, by its head. */
interface Head {
  /** As printed. */
  head: string
  column: number
  /** What it is called, without unit and time. */
  told: string
  /** What it measures; `undefined` where each row has a unit of its own, or none is known. */
  read: Measure | undefined
  /** Code of the time that it is of. */
  period: string | undefined
}

interface Located {
  found: SourceTable
  unitColumn: number
}

/** @param name what the caption says is measured, which the head may leave out */
function headAt(located: Located, column: number, name: string, series: boolean): Head {
  const { found } = located
  const head = found.heads[column]!
  const time = series ? undefined : readSpans(head).find(({ span }) => span !== null)?.span
  const told = withoutTimes(unitless(head))
  const units = new Set(found.rows.map((_, row) => sourceUnit(located, column, row)))
  const unit = isRank(told) ? '位' : units.size === 1 ? [...units][0]! : ''
  const read = readHead(told, name, unit)
  return { head, column, told, read, period: time ? spanCode(time) : undefined }
}

/** What a head says, or the caption where the head leaves it open. */
function readHead(told: string, name: string, unit: string): Measure | undefined {
  const own = measureOf(told, unit)
  const above = own?.doubt === undefined ? undefined : measureOf(name, unit)
  const read = above && above.doubt === undefined ? above : own
  const change = changeAtEnd(told)
  const compared = change?.comparedWith ?? read?.comparedWith
  // An amount by which something has changed is none of its own: 比上年增加（万人）.
  const amount = read && read.change === undefined && parseUnit(unit)?.kind && compared !== undefined && change
  return (
    read && {
      ...read,
      ...(amount && { change: change.word }),
      ...(compared !== undefined && { comparedWith: compared }),
    }
  )
}

/** The unit of a row, in the columns that have none of their own. */
function unitInRow(located: Located, heads: readonly Head[], row: number): string {
  const own = heads.find(({ read }) => read === undefined)
  return sourceUnit(located, own?.column ?? 0, row)
}

/** What stands in a head from where it tells of a change. */
const CHANGED = /(?:同比|环比|[比较](?:上|去|年)|±|[升涨增][降跌减]).*$/

function measuresOf(heads: readonly Head[], name: string, series: boolean): MeasureInput[] {
  const idOf = uniqueIds()
  const measures: MeasureInput[] = []
  for (const { head, told, read, period } of heads) {
    const change = read?.change
    const main = measures.findLast(measure => measure.kind === undefined && measure.change === undefined)
    const subject = told.slice(0, changeAtEnd(told)?.at).replace(CHANGED, '')
    const own = told === '' || (series && name.endsWith(told)) ? name : told
    const grown = subject || main?.label || name
    const names = change === undefined ? [own] : [`${grown}增速`, grown + told, grown + head]
    const label = names.find(each => measures.every(measure => measure.label !== each)) ?? names[0]!
    // A growth is of the time of what it is the growth of: 2021年, 比上年增长.
    const time = period ?? (change === undefined ? undefined : main?.period)
    measures.push({
      id: idOf(change === undefined ? label : '增速'),
      label,
      ...(label !== head && { head }),
      ...(read && measureFields(read)),
      ...(change !== undefined && main && { of: main.id }),
      ...(time !== undefined && { period: time }),
    })
  }
  return measures
}

/** Why a person must look at the cells of a table's measures, by cell. */
function doubtsOf(
  inputs: readonly MeasureInput[],
  cells: TableInput['cells'],
  measures: readonly (Pick<Measure, 'doubt'> | undefined)[],
): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap(({ id }, index) => {
      const { doubt } = measures[index] ?? {}
      if (doubt === undefined) return []
      return cells
        .filter(line => readCell(line[index + 1] ?? '').sort === 'number')
        .map(([row]) => [inputs.length === 1 ? row : `${row}/${id}`, doubt] as const)
    }),
  )
}
