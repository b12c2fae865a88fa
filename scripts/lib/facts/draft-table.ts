import type { Period, ResolvedPeriod } from '../../../model/figure.ts'
import type { MeasureInput, TableInput } from '../../../model/table.ts'
import { TABLE_NUMBER } from '../../../model/reading/captions.ts'
import { cellId } from '../../../model/cells.ts'
import { changeAtEnd } from '../../../model/reading/change.ts'
import { bareText, readCell } from '../../../model/reading/cells.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { periodWords } from '../../../model/reading/periods.ts'
import { collapseSpaces, toHalfWidth } from '../../../model/reading/text.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { readSpan, spanCode } from '../../../model/span.ts'
import { parseUnit } from '../../../model/units.ts'
import { isRank, measureFields, measureOf, type Measure } from '../cells/measures.ts'
import { unitOf } from '../cells/units.ts'
import { uniqueIds } from '../pinyin-id.ts'
import { sourceUnit, splitHead, unitColumnOf, unitless } from './table-units.ts'
import { timesOf } from './table-times.ts'

/** What a row's name cannot hold, as ids are made of it. */
const UNFIT = /[\s/@'"`<>\\]/g
/** A caption of rows that each measure something of their own. */
const LISTING = /指标|情况/
/** A head that only says that a number is no change: rows say what is measured. */
const UNTOLD = /^绝对[数额值量]$/
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
  const numeric = numericColumns(given)
  const found = { ...given, rows: soundRows(given, numeric, unitColumn) }
  const spans = found.rows.map(({ cells }) => spanOf(cells[nameColumn]!))
  const series = spans.every(span => span !== undefined)
  const rows = found.rows.map(({ cells }, index) => (series ? spans[index]! : rowName(cells[nameColumn]!)))
  // Rows with units of their own say themselves what is measured.
  const ownUnits = found.rows.some(({ cells }) => splitHead(cells[nameColumn]!).unit !== '')
  const several = given.unit !== '' && unitOf(given.unit) === undefined
  const mixed = several || LISTING.test(name) || unitsIn({ found, unitColumn }, numeric[0] ?? 0).size > 1
  const listed = !series && (unitColumn >= 0 || ownUnits || mixed)
  const periods = [resolvePeriod(implied.id, [implied])!]
  const frame: Frame = { found, unitColumn, name: measureName(name), series, rows: listed ? rows : [], periods }
  const heads = numeric.map(column => headAt(frame, column))
  const measures = measuresOf(heads, frame)
  const renamed = found.rows.flatMap(({ cells }, index) =>
    series || rows[index] === cells[nameColumn] ? [] : [[rows[index]!, cells[nameColumn]!] as const],
  )
  const labels = measures.flatMap((measure, index) => {
    const main = measure.change === undefined ? index : measures.findIndex(({ id }) => id === measure.of)
    const { head, told } = heads[main] ?? heads[index]!
    if (series || (!(listed && told === '') && !UNTOLD.test(told || splitHead(head).name))) return []
    const grown = measure === measures[main] ? '' : `增速${heads[index]!.aspect}`
    return rows.map(row => [cellId({ id: '', measures }, row, measure.id).slice(1), row + grown])
  })
  const units = measures.some(({ unit }) => unit === undefined)
    ? Object.fromEntries(found.rows.map((_, index) => [rows[index]!, unitInRow(frame, heads, index)]))
    : undefined
  const [dated] = timesOf(found, [])
  const cells = found.rows.map((row, index) => [rows[index]!, ...numeric.map(at => row.cells[at]!)] as const)
  const doubts = {
    ...doubtsOf(
      measures,
      cells,
      heads.map(({ read }) => read),
    ),
    ...bracketed(measures, cells),
  }
  const skipped = [
    ...columns
      .filter(column => !numeric.includes(column))
      .map(column => ({
        column: given.heads[column]!,
        reason: isNumeric(given, column) ? '各行的序号' : '这一列多数不是数',
      })),
    ...given.rows
      .filter(row => !found.rows.includes(row))
      .map(({ cells }) => ({ row: cells[nameColumn]!, reason: '这一行有的格不是数，或单位不认识（待核）' })),
  ]
  const table: TableInput = {
    id,
    label: name,
    chapter,
    ...(!series && { period: dated ? spanCode(dated) : implied.id }),
    evidence: found.caption === '' ? {} : { table: TABLE_NUMBER.exec(found.caption)?.[0] ?? found.caption },
    rows: series ? 'periods' : 'subjects',
    measures,
    ...(units && { units }),
    cells,
    ...(renamed.length > 0 && { heads: Object.fromEntries(renamed) }),
    ...(labels.length > 0 && { labels: Object.fromEntries(labels) as Record<string, string> }),
    ...(skipped.length > 0 && { skip: skipped }),
    ...(Object.keys(doubts).length > 0 && { doubts }),
  }
  return { table, columns: numeric }
}

/** What is printed in brackets is measured otherwise than its column, such as added up over years. */
function bracketed(measures: readonly MeasureInput[], cells: TableInput['cells']): Record<string, string> {
  const found = cells.flatMap(([row, ...printed]) =>
    measures
      .filter((_, index) => printed[index]?.startsWith('〔'))
      .map(({ id }) => cellId({ id: '', measures }, row, id)),
  )
  return Object.fromEntries(found.map(cell => [cell.slice(1), '〔〕里的数算法不同，看表注']))
}

/** The rows that hold numbers only, or nothing, in units that are known; where units differ, of one kind each. */
function soundRows(given: SourceTable, numeric: readonly number[], unitColumn: number): SourceTable['rows'] {
  const unitOfRow = (row: number): string => sourceUnit({ found: given, unitColumn }, numeric[0] ?? 0, row)
  const mixed = new Set(given.rows.map((_, row) => unitOfRow(row))).size > 1
  return given.rows.filter(({ cells }, row) => {
    const unit = unitColumn >= 0 || mixed ? parseUnit(unitOfRow(row)) : undefined
    const known = unitColumn < 0 || unit !== undefined
    return known && !(mixed && unit?.kind === null) && numeric.every(at => readCell(cells[at]!).sort !== 'text')
  })
}

function unitsIn(located: Located, column: number): Set<string> {
  return new Set(located.found.rows.map((_, row) => sourceUnit(located, column, row)))
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

/** The columns of numbers that state something: neither names nor units, and not 1, 2, 3 in front of names. */
export function numericColumns(table: SourceTable): number[] {
  const [nameColumn, unitColumn] = [nameColumnOf(table), unitColumnOf(table)]
  return table.heads.flatMap((head, column) => {
    const told = column !== nameColumn && column !== unitColumn && isNumeric(table, column)
    const numbers = column < nameColumn && !isRank(unitless(head)) && isCount(table, column)
    return told && !numbers ? [column] : []
  })
}

/** Whether a column counts its rows. */
function isCount({ rows }: SourceTable, column: number): boolean {
  const cells = rows.map(({ cells }) => bareText(cells[column]!)).filter(cell => cell !== '')
  return cells.every((cell, index) => /^\d+$/.test(cell) && Number(cell) > Number(cells[index - 1] ?? 0))
}

/** Whether most of what a column holds are numbers. */
function isNumeric({ rows }: SourceTable, column: number): boolean {
  const sorts = rows.map(({ cells }) => readCell(cells[column]!).sort)
  return sorts.filter(sort => sort === 'number').length > sorts.filter(sort => sort === 'text').length
}

/** A caption without its number and without times; the heads where there is none. */
export function nameOf({ caption, heads }: SourceTable): string {
  const text = collapseSpaces(unitless(caption.replace(TABLE_NUMBER, '').replace(/^附?表(?=[\s:：])/, '')))
    .replace(/^[:：、]/, '')
    // 主要指标走势（累计增速） tells in brackets what is measured.
    .replace(/\(([^()]*)\)$/, (brackets, inner: string) => (RATE_OF_CHANGE.test(inner) ? inner : brackets))
    .trim()
  return withoutTimes(text) || text || heads.filter(head => readNumbers(head).length === 0).join('、')
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
  /** What changes, where it tells of a change; empty where that is not said. */
  subject: string
  /** Which part of it, where only the caption tells what changes: （城镇）. */
  aspect: string
  /** What it measures; `undefined` where each row has a unit of its own, or none is known. */
  read: Measure | undefined
  /** Code of the time that it is of. */
  period: string | undefined
}

interface Located {
  found: SourceTable
  unitColumn: number
}

/** A table around its columns. */
interface Frame extends Located {
  /** What the caption says is measured, which heads may leave out. */
  name: string
  series: boolean
  /** Its rows, where they say themselves what is measured. */
  rows: readonly string[]
  /** What its source is about, whose year heads may leave out: 一季度. */
  periods: readonly ResolvedPeriod[]
}

function headAt(frame: Frame, column: number): Head {
  const { found, name, series, rows, periods } = frame
  const head = found.heads[column]!
  const time = series ? undefined : periodWords(toHalfWidth(head), periods).find(({ span }) => span !== null)?.span
  const told = withoutTimes(unitless(head)).replaceAll('(', '（').replaceAll(')', '）')
  const units = unitsIn(frame, column)
  const unit = isRank(told) ? '位' : units.size === 1 ? [...units][0]! : ''
  const own = readHead(told, unit)
  const plain = units.size === 1 && unit === '' ? readRate(told, name) : own
  const open = plain?.doubt !== undefined && own === plain
  const byRows = rows.length > 0 && !tellsChange(name)
  const above = open ? (byRows ? readRows(rows, unit) : readHead(name, unit)) : undefined
  const read = above && above.doubt === undefined ? above : plain
  const ofCaption = read?.change !== undefined && told !== '' && !tellsChange(told)
  const measured = ofCaption ? name : told
  return {
    ...{ head, column, told, read, period: time ? spanCode(time) : undefined },
    subject: measured.slice(0, changeAtEnd(measured)?.at).replace(CHANGED, ''),
    aspect: ofCaption ? `（${told}）` : '',
  }
}

/** What a head says. */
function readHead(told: string, unit: string): Measure | undefined {
  const read = measureOf(told, unit)
  const change = changeAtEnd(told)
  // An amount by which something has changed is none of its own: 比上年增加（万人）.
  const amount = read?.change === undefined && parseUnit(unit)?.kind ? change : undefined
  const word = read?.change ?? (amount?.comparedWith === undefined ? undefined : amount.word)
  if (!read || word === undefined) return read
  const comparedWith = change?.comparedWith ?? read.comparedWith
  return { ...read, change: word, ...(comparedWith !== undefined && { comparedWith }) }
}

/** What rows say that name themselves what is measured, where they say the same of all columns. */
function readRows(rows: readonly string[], unit: string): Measure | undefined {
  const [first, ...more] = rows.map(row => measureOf(row, unit))
  return first && first.change === undefined && more.every(each => each?.kind === first.kind)
    ? first
    : { unit, kind: 'ratio' }
}

/** What names a change that is told in percent, if nothing else is said. */
const RATE_OF_CHANGE = /(?:[增涨降跌][幅速]|[升涨增][降跌减]幅?度?|增长(?:率|速度)|幅度)$/
/** What stands in a head from where it tells of a change. */
const CHANGED = /(?:同比|环比|[比较](?:上|去|年)|±|[升涨增][降跌减]).*$/

const tellsChange = (text: string): boolean =>
  changeAtEnd(text) !== undefined || CHANGED.test(text) || RATE_OF_CHANGE.test(text)

/** What a head, or else the caption, says of a rate of change without any unit. */
function readRate(told: string, name: string): Measure | undefined {
  const named = [told, name].find(each => RATE_OF_CHANGE.test(each))
  const read = named === undefined ? undefined : readHead(named, '%')
  return read?.change === undefined ? undefined : { ...read, doubt: '没有写单位，先按 %' }
}

/** The unit of a row, in the columns that have none of their own. */
function unitInRow(located: Located, heads: readonly Head[], row: number): string {
  const own = heads.find(({ read }) => read === undefined)
  return sourceUnit(located, own?.column ?? 0, row)
}

function measuresOf(heads: readonly Head[], { found, name, series }: Frame): MeasureInput[] {
  const idOf = uniqueIds()
  const measures: MeasureInput[] = []
  for (const { head, told, subject, aspect, read, period } of heads) {
    const change = read?.change
    const main = latestLevel(measures)
    const own = told === '' || (series && found.caption !== '' && name.endsWith(told)) ? name : told
    const grown = (subject || main?.label || name).replace(RATE_OF_CHANGE, '')
    // 位次 is that of the measure beside it.
    const placed = read?.kind === 'rank' ? [(measures.at(-1)?.label ?? '') + told] : []
    const names = change === undefined ? [own, ...placed] : [`${grown}增速${aspect}`, grown + told, grown + head]
    // A growth is of the time of what it is the growth of: 2021年, 比上年增长.
    const time = period ?? (change === undefined ? undefined : main?.period)
    const isTaken = (label: string): boolean =>
      measures.some(measure => measure.label === label && measure.period === time)
    const label = names.find(each => !isTaken(each)) ?? names[0]!
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

/** What a growth behind measures is of: the last level, or of several times of it side by side the latest. */
function latestLevel(measures: readonly MeasureInput[]): MeasureInput | undefined {
  const isLevel = ({ kind, change }: MeasureInput): boolean => kind === undefined && change === undefined
  const last = measures.findLastIndex(isLevel)
  const first = measures.findLastIndex((measure, index) => index < last && measure.label !== measures[last]!.label) + 1
  const beside = measures.slice(first, last + 1)
  return beside.every(isLevel)
    ? beside.reduce<MeasureInput | undefined>(
        (latest, each) => ((latest?.period ?? '') > (each.period ?? '') ? latest : each),
        undefined,
      )
    : measures[last]
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
