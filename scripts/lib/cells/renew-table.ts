import { headOf, headOfRow } from '../../../model/cells.ts'
import type { Period } from '../../../model/figure.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { isSameSpan, spanCode, spanYear, yearsLater, type Span } from '../../../model/span.ts'
import type { MeasureInput, TableInput } from '../../../model/table.ts'
import { isSameBase } from '../../../model/units.ts'
import { columnSpan, isPlain, isSaid, isSeriesByRows, kindCode, measureId, nameOfRow, rowMeasure } from './as-table.ts'
import type { SheetProblem } from './cell.ts'
import { isValue, printedCell } from './cell-measure.ts'
import { isSameHead, plainHead } from './names.ts'
import { sameRow, tableProblems } from './problems.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-table.ts'

/** A table of a deck, and what the sheet says that it is from now. */
export interface TableRenewal {
  table: TableInput
  found: SheetTable
  /** The periods of the deck, by which tables name their times. */
  periods: readonly Period[]
  /** The time that the table was of, where it does not say it, and the one that it is of now. */
  old: Span
  span: Span
  /** The time that a person gives to what says none. */
  given: Span | undefined
}

/** A table with what a sheet says now. */
export interface RenewedTable {
  table: TableInput
  /** Where its cells stand, by `row/measure`. */
  places: ReadonlyMap<string, string>
  /** The cells that are in it, and those of the columns that it leaves out on purpose. */
  used: readonly SheetNumber[]
  problems: readonly SheetProblem[]
}

/** Some rows and columns of a sheet's table, which are those of a table of the deck. */
interface Matched extends SheetTable {
  /** Names of the rows. */
  names: readonly string[]
  /** A measure for each column; none yet where the time of a column is new. */
  measures: readonly (MeasureInput | undefined)[]
  /** Columns whose numbers are in the units of their rows. */
  byRow: readonly SheetColumn[]
}

/**
 * Reads a table anew from a sheet. Columns are found by their heads, and where these differ in time alone by that; each
 * measure keeps its id, and gets the unit and the time of its column. Rows come and go. What tables cannot keep, or
 * nobody can be sure of, is a problem.
 */
export function renewTable(renewal: TableRenewal): RenewedTable {
  const { table, found, given } = renewal
  const columns = columnsFor(renewal)
  const refused = (problems: readonly SheetProblem[]): RenewedTable => ({
    table,
    places: new Map(),
    used: [],
    problems,
  })
  const missing = table.measures.filter((_, index) => !columns[index])
  if (missing.length > 0) return refused(missing.map(each => noColumn(each, found)))
  const matched = match(renewal, columns as SheetColumn[])
  const problems = [...tableProblems(matched, given), ...unfitProblems(matched, table)]
  if (problems.length > 0) return refused(problems)
  const now = rewritten(renewal, matched)
  const { rows, names } = matched
  const places = rows.flatMap((row, index) =>
    now.measures.map(
      ({ id }, at) => [`${names[index]}/${id}`, row.cells.get(matched.columns[at]!.column)!.ref] as const,
    ),
  )
  const skipped = found.columns.filter(({ head }) =>
    table.skip?.some(({ column }) => column && isSameHead(column, head)),
  )
  const used = [
    ...rows.flatMap(row => matched.columns.map(({ column }) => row.cells.get(column)!)),
    ...found.rows.flatMap(row => skipped.map(({ column }) => row.cells.get(column)!)),
  ]
  return { table: now, places: new Map(places), used, problems: [] }
}

function match(renewal: TableRenewal, own: readonly SheetColumn[]): Matched {
  const { table, found } = renewal
  const { measures } = table
  const byRow = own.filter((_, index) => measures[index]!.unit === undefined)
  // A table of times side by side goes on with them, and is of rows of one kind.
  const isTimed = byRow.length === own.length && new Set(own.map(({ head }) => plainHead(head))).size === 1
  const more = isTimed ? laterColumns(own, found) : []
  const columns = [...own, ...more]
  const rows = isTimed ? found.rows.filter(row => isOfTable(row, columns, table)) : found.rows
  return {
    ...found,
    rows,
    columns,
    measures: columns.map((_, index) => measures[index]),
    byRow: [...byRow, ...more],
    names: rows.map(row => nameFor(row, renewal)),
  }
}

function noColumn(measure: MeasureInput, { sheet, rows, columns }: SheetTable): SheetProblem {
  return {
    sheet,
    ref: String(rows[0]?.row ?? 1),
    found: `没有“${headOf(measure)}”这一列，有的是：${columns.map(({ head }) => head).join('、')}`,
    expected: '列名与上次一样（其中的时间可以往后移）',
  }
}

/**
 * The columns of the measures. Several of one head are told by their times: as they were, or else as they have moved on
 * with the table, or all of them by as many years.
 */
function columnsFor(renewal: TableRenewal): (SheetColumn | undefined)[] {
  const { table, found } = renewal
  const chosen = new Map<MeasureInput, SheetColumn | undefined>()
  for (const [head, measures] of Map.groupBy(table.measures, measure => plainHead(headOf(measure)))) {
    const alike = found.columns.filter(column => plainHead(column.head) === head)
    const all = alike.length === 1 && measures.length === 1 ? alike : byTimes(measures, alike, renewal)
    measures.forEach((measure, index) => chosen.set(measure, all?.[index]))
  }
  return table.measures.map(measure => chosen.get(measure))
}

function byTimes(
  measures: readonly MeasureInput[],
  columns: readonly SheetColumn[],
  renewal: TableRenewal,
): (SheetColumn | undefined)[] | undefined {
  const { found, span } = renewal
  const spans = columns.map(column => columnSpan(column, found.rows) ?? span)
  const at = (wanted: Span): SheetColumn | undefined => columns[spans.findIndex(each => isSameSpan(each, wanted))]
  const own = measures.map(measure => ownTime(measure, renewal))
  const years = yearOfLast(spans) - yearOfLast(own)
  return [
    own.map((time, index) => (measures[index]!.period === undefined ? span : time)),
    own.map(time => movedTime(time, renewal)),
    own.map(time => yearsLater(time, years)),
  ]
    .map(wanted => wanted.map(at))
    .find(all => new Set(all).size === all.length && !all.includes(undefined))
}

const yearOfLast = (spans: readonly Span[]): number => Math.max(...spans.map(spanYear))

/** The time that a measure was of. */
function ownTime({ period }: MeasureInput, { table, periods, old }: TableRenewal): Span {
  const [own, all] = [period, table.period].map(code => resolvePeriod(code ?? '', periods)?.span)
  return own ?? all ?? old
}

/** The time that is as far from the table's now: of a table of this year and last year's, both. */
function movedTime(own: Span, renewal: TableRenewal): Span {
  const old = ownTime({ id: '', label: '' }, renewal)
  const years = spanYear(own) - spanYear(old)
  return isSameSpan(own, yearsLater(old, years)) ? yearsLater(renewal.span, years) : own
}

/** Columns that differ from those of a table in time alone, and have numbers. */
function laterColumns(own: readonly SheetColumn[], { columns, rows }: SheetTable): SheetColumn[] {
  return columns.filter(
    column =>
      !own.includes(column) &&
      own.some(({ head }) => isSameHead(head, column.head)) &&
      rows.some(({ cells }) => isValue(cells.get(column.column))),
  )
}

/** Whether a row is one of a table, or measures what all its rows do. */
function isOfTable(row: SheetRow, columns: readonly SheetColumn[], table: TableInput): boolean {
  if (table.cells.some(([name]) => headOfRow(table, name) === row.head)) return true
  const measure = rowMeasure(row, columns)
  const [first] = table.measures
  return measure !== undefined && first !== undefined && kindCode(measure) === kindCode(first)
}

/** What of a table of a sheet no table of a deck holds. */
function unfitProblems(
  { sheet, rows, columns, names, byRow, measures }: Matched,
  { units = {} }: Pick<TableInput, 'units'>,
): SheetProblem[] {
  const unplain = rows.flatMap(row =>
    columns
      .filter(column => !isPlain([row], [column]))
      .map(({ column }): SheetProblem => {
        const { ref, printed } = row.cells.get(column)!
        return { sheet, ref, found: printed, expected: '整张表里的格只有数，没有“余”“约”“增长”这样的词' }
      }),
  )
  // Rows of one head are told already.
  const byKey = new Map(rows.map((row, index) => [row.key, { row, name: names[index]! }]))
  const repeated = [...Map.groupBy(byKey.values(), ({ name }) => name).values()].flatMap(([, ...others]) => others)
  return [
    ...unplain,
    ...repeated.map(({ row: { row, head } }) => sameRow(sheet, row, head)),
    ...columns.flatMap((column, index) =>
      byRow.includes(column) ? [] : otherUnit(sheet, rows, [column], { line: '列', was: measures[index]?.unit }),
    ),
    ...rows.flatMap((row, index) => otherUnit(sheet, [row], byRow, { line: '行', was: units[names[index]!] })),
  ]
}

/** The first cell of several that has another unit than those before it, or one of something else than it had. */
function otherUnit(
  sheet: string,
  rows: readonly SheetRow[],
  columns: readonly SheetColumn[],
  { line, was }: { line: '行' | '列'; was: string | undefined },
): SheetProblem[] {
  const cells = rows.flatMap(row => columns.map(({ column }) => row.cells.get(column)!)).filter(isValue)
  const [first] = cells
  if (!first) return []
  const told = ({ printed, unit }: SheetNumber): string => `${printed}，单位是“${unit}”`
  const other = cells.find(({ unit }) => unit !== first.unit)
  if (other) {
    const expected = `同一${line}用一种单位，前面用的是“${first.unit}”`
    return [{ sheet, ref: other.ref, found: told(other), expected }]
  }
  // What has no unit is told already.
  if (was === undefined || first.unit === '' || isSameBase(first.unit, was)) return []
  return [{ sheet, ref: first.ref, found: told(first), expected: `这一${line}原来的单位“${was}”，或它的倍数` }]
}

function rewritten({ table, span, periods }: TableRenewal, matched: Matched): TableInput {
  const { sheet, caption, rows, columns, names, byRow } = matched
  const ids = new Set(table.measures.map(({ id }) => id))
  const measures = columns.map((column, index) => {
    const measure = matched.measures[index] ?? later(table, column, rows, ids)
    return moved(measure, column, rows, table.rows === 'subjects' ? span : undefined)
  })
  const heads = Object.fromEntries(
    rows.flatMap((row, index) =>
      isSaid(names[index]!, row.head, table.rows === 'periods') ? [] : [[names[index]!, row.head]],
    ),
  )
  const units = rows.flatMap((row, index) => {
    const own = byRow.map(({ column }) => row.cells.get(column)!).find(isValue)?.unit ?? table.units?.[names[index]!]
    return byRow.length > 0 && own !== undefined ? [[names[index]!, own] as const] : []
  })
  const { heads: _, units: __, period, doubts, labels, total, ...kept } = table
  const isRow = new Set(names)
  const onlyRows = (record: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(record).filter(([key]) => isRow.has(key.split('/')[0]!)))
  const isKept = period !== undefined && isTime(period, span, periods)
  return {
    ...kept,
    ...(period !== undefined && { period: isKept ? period : spanCode(span) }),
    evidence: { ...table.evidence, ...(table.evidence.table !== undefined && { table: caption }), sheet },
    measures,
    cells: rows.map(
      (row, index) => [names[index]!, ...columns.map(({ column }) => printedCell(row.cells.get(column)!))] as const,
    ),
    ...(Object.keys(heads).length > 0 && { heads }),
    ...(doubts && { doubts: onlyRows(doubts) }),
    ...(labels && { labels: onlyRows(labels) }),
    ...(units.length > 0 && { units: Object.fromEntries(units) }),
    ...(total !== undefined && isRow.has(total) && { total }),
  }
}

function isTime(code: string, span: Span, periods: readonly Period[]): boolean {
  const own = resolvePeriod(code, periods)?.span
  return !!own && isSameSpan(own, span)
}

/** A measure for a column of a time that a table did not have. */
function later(table: TableInput, column: SheetColumn, rows: readonly SheetRow[], ids: Set<string>): MeasureInput {
  const { period: _, head: __, ...like } = table.measures.find(measure => isSameHead(headOf(measure), column.head))!
  const period = spanCode(columnSpan(column, rows)!)
  return { ...like, id: measureId(period, like.label, ids), period }
}

/**
 * A measure with the head, the unit and the time of its column.
 * @param span the time of the table; `undefined` where rows are the times
 */
function moved(
  { head: _, period, unit, ...kept }: MeasureInput,
  column: SheetColumn,
  rows: readonly SheetRow[],
  span: Span | undefined,
): MeasureInput {
  const cell = rows.map(({ cells }) => cells.get(column.column)).find(isValue)
  const own = columnSpan(column, rows) ?? span
  const isOther = own && span && (period !== undefined || !isSameSpan(own, span))
  return {
    ...kept,
    ...(column.head !== kept.label && { head: column.head }),
    ...(unit !== undefined && { unit: cell?.unit ?? unit }),
    ...(isOther && { period: spanCode(own) }),
  }
}

/** The name of a row: the one that it had, or one for a new row. */
function nameFor(row: SheetRow, { table, periods }: TableRenewal): string {
  const series = table.rows === 'periods' && isSeriesByRows([row])
  const span = series ? [...row.cells.values()].find(each => each.span)?.span : undefined
  const known = table.cells.find(([name]) => {
    const own = span && resolvePeriod(name, periods)?.span
    return own ? isSameSpan(own, span) : headOfRow(table, name) === row.head
  })
  return known?.[0] ?? nameOfRow(row, series)
}
