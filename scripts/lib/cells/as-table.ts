import { bareText } from '../../../model/reading/cells.ts'
import { formatSpan, isSameSpan, parseSpan, spanCode, type Span } from '../../../model/span.ts'
import type { MeasureInput, TableInput } from '../../../model/table.ts'
import { decimalsIn } from '../../../model/values.ts'
import type { Kind } from '../../../model/vocabulary.ts'
import { isValue, measureIn, printedCell } from './cell-measure.ts'
import { measureFields, measureOf, type Measure } from './measures.ts'
import { changeName, isTimeHead, plainHead, rowName, titleOf } from './names.ts'
import type { SheetColumn, SheetRow, SheetTable } from './sheet-table.ts'

/** A table of a deck before it has a chapter. */
export type DraftTable = Omit<TableInput, 'chapter'>

/** What is to be a table: some rows and columns of one, with what each column measures. */
export interface TablePart {
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
  measures: readonly Measure[]
  /** Each row has a unit of its own, and says what is measured; columns differ in time alone. */
  unitsByRow: boolean
}

/**
 * The parts of a table that are to be tables: all of it, where its rows are several subjects or times, and its
 * columns have a unit each; else columns that differ in time alone, for the rows that are of one kind. What is left
 * is a list of figures.
 */
export function tableParts(table: SheetTable): TablePart[] {
  const { rows, columns } = table
  const whole = wholePart(table)
  if (whole) return [whole]
  const timed = [...Map.groupBy(columns, ({ head }) => plainHead(head)).values()].filter(own => isSeries(own, rows))
  return timed.flatMap(own => timedParts(own, rows))
}

/** Whether digits alone stand in cells: tables keep no qualifier, and no word of change. */
export function isPlain(rows: readonly SheetRow[], columns: readonly SheetColumn[]): boolean {
  return rows.every(({ cells }) =>
    columns.every(({ column }) => {
      const { reading } = cells.get(column)!
      return reading.kind !== 'value' || (reading.qualifier === undefined && reading.change === undefined)
    }),
  )
}

function wholePart({ rows, columns }: SheetTable): TablePart | undefined {
  if (rows.length < 2 || rows.some(({ head }) => titleOf(head) === '' && !isTimeHead(head))) return undefined
  if (new Set(rows.map(({ head }) => rowName(head))).size < rows.length || !isPlain(rows, columns)) return undefined
  const series = isSeriesByRows(rows)
  const measured = columns.flatMap(column => {
    const own = rows.map(({ cells }) => cells.get(column.column)!)
    const units = new Set(own.filter(isValue).map(({ unit }) => unit))
    const measure = measureOf(column.name, [...units][0] ?? '')
    return measure && units.size === 1 && (series || isOneTime(own.map(({ span }) => span)))
      ? [{ column, measure }]
      : []
  })
  if (measured.length < columns.length) return undefined
  const inUnits = measured.filter(({ measure }) => measure.unit !== '')
  return {
    columns: inUnits.map(({ column }) => column),
    rows,
    measures: inUnits.map(({ measure }) => measure),
    unitsByRow: false,
  }
}

export const isSeriesByRows = (rows: readonly SheetRow[]): boolean => rows.every(({ head }) => isTimeHead(head))

function isOneTime([first, ...spans]: readonly (Span | undefined)[]): boolean {
  return spans.every(span => (span && first ? isSameSpan(span, first) : span === first))
}

/** The time of what stands below a column. */
export function columnSpan({ column }: SheetColumn, rows: readonly SheetRow[]): Span | undefined {
  return rows.map(({ cells }) => cells.get(column)?.span).find(span => span !== undefined)
}

const lengthOf = ({ sort, from, to }: Span): string =>
  `${sort} ${from.part.replace(/\d+/g, '')} ${to.year - from.year} ${from.part === to.part}`

/** Whether columns are of times of one length, each of one: years, or months; not a month and the year so far. */
function isSeries(columns: readonly SheetColumn[], rows: readonly SheetRow[]): boolean {
  const spans = columns.flatMap(column => columnSpan(column, rows) ?? [])
  if (columns.length < 2 || spans.length < columns.length) return false
  if (!columns.every(({ column }) => isOneTime(rows.map(({ cells }) => cells.get(column)!.span)))) return false
  return new Set(spans.map(lengthOf)).size === 1 && new Set(spans.map(spanCode)).size === spans.length
}

/** Rows of one kind of numbers, by what that is. */
function timedParts(columns: readonly SheetColumn[], rows: readonly SheetRow[]): TablePart[] {
  const measured = rows.flatMap(row => {
    const measure = rowMeasure(row, columns)
    return measure && measure.unit !== '' && isPlain([row], columns) && titleOf(row.head) !== ''
      ? [{ row, measure }]
      : []
  })
  const kinds = Map.groupBy(measured, ({ measure }) => kindCode(measure))
  return [...kinds.values()]
    .filter(own => new Set(own.map(({ row }) => rowName(row.head))).size === own.length)
    .map(own => ({
      columns,
      rows: own.map(({ row }) => row),
      measures: columns.map(() => own[0]!.measure),
      unitsByRow: true,
    }))
}

/** What all numbers of a row measure, below columns that differ in time alone. */
export function rowMeasure(row: SheetRow, columns: readonly SheetColumn[]): Measure | undefined {
  const all = columns.filter(({ column }) => isValue(row.cells.get(column))).map(column => measureIn(row, column))
  const [first] = all
  return first && all.every(each => each && each.unit === first.unit && kindCode(each) === kindCode(first))
    ? first
    : undefined
}

/** What rows of one table have in common. */
export function kindCode({
  kind,
  change,
  whole,
  comparedWith,
}: Pick<Measure, 'kind' | 'change' | 'whole' | 'comparedWith'>) {
  return [change === undefined ? kind : 'growth', change, whole, comparedWith].map(text => text ?? '').join('|')
}

const KIND_WORDS: Readonly<Partial<Record<Kind, string>>> = {
  growth: '增速',
  share: '占比',
  rate: '比率',
  ratio: '比率',
  completion: '完成率',
  rank: '位次',
}

/** What tells a table of rows of one kind from others that are of the same sheet. */
export function kindWord({ unitsByRow, measures: [measure] }: TablePart): string {
  return (unitsByRow && measure?.kind && KIND_WORDS[measure.kind]) || ''
}

/** The measure of a column, as tables have it. */
function measureFor(measure: Measure, unitsByRow: boolean): Partial<MeasureInput> {
  const { unit, ...others } = measureFields(measure)
  return unitsByRow ? others : { unit, ...others }
}

/**
 * A part of a table as a table of a deck.
 * @returns the table without an id
 */
export function draftTable(
  { sheet, caption, span }: SheetTable & { span: Span },
  part: TablePart,
  title: string,
): DraftTable {
  const { columns, rows, measures, unitsByRow } = part
  const series = !unitsByRow && isSeriesByRows(rows)
  const ids = new Set<string>()
  const inputs = columns.map((column, index): MeasureInput => {
    const own = columnSpan(column, rows)
    const other = !series && own && (unitsByRow || !isSameSpan(own, span)) ? spanCode(own) : undefined
    const label = titleOf(column.name) || title
    return {
      id: measureId(other, label, ids),
      label,
      ...(column.head !== label && { head: column.head }),
      ...measureFor(measures[index]!, unitsByRow),
      ...(other !== undefined && { period: other }),
    }
  })
  const withWholes = inputs.map((measure, index) =>
    unitsByRow ? measure : changeOfColumn(measure, measures[index]!, inputs.slice(0, index)),
  )
  const names = rows.map(row => nameOfRow(row, series))
  const heads = Object.fromEntries(
    rows.flatMap((row, index) => (isSaid(names[index]!, row.head, series) ? [] : [[names[index]!, row.head]])),
  )
  const cells = rows.map(
    (row, index) => [names[index]!, ...columns.map(({ column }) => printedCell(row.cells.get(column)!))] as const,
  )
  const doubts = doubtsOf(part, inputs, names)
  const total = rows.findIndex(row => row.total)
  return {
    id: '',
    label: title,
    ...(!series && { period: spanCode(span) }),
    evidence: { table: caption, sheet },
    rows: series ? 'periods' : 'subjects',
    measures: withWholes,
    cells,
    ...(unitsByRow && {
      units: Object.fromEntries(rows.map((row, index) => [names[index]!, unitOfRow(row, columns)])),
    }),
    ...(Object.keys(heads).length > 0 && { heads }),
    ...(total >= 0 && addsUp(cells, total, withWholes) && { total: names[total]! }),
    ...(Object.keys(doubts).length > 0 && { doubts }),
  }
}

const unitOfRow = (row: SheetRow, columns: readonly SheetColumn[]): string => rowMeasure(row, columns)!.unit

/** The name of a row of a new table: of a series the code of its time. */
export function nameOfRow(row: SheetRow, series: boolean): string {
  const span = series ? [...row.cells.values()].find(each => each.span)?.span : undefined
  return span ? spanCode(span) : rowName(row.head)
}

/** A measure of a change with the one that changes: what its head names, or the amount in front of it. */
function changeOfColumn(measure: MeasureInput, own: Measure, before: readonly MeasureInput[]): MeasureInput {
  if (own.change === undefined) return measure
  const amounts = before.filter(each => isAmount(each) && each.period === measure.period)
  const subject = titleOf(own.subject ?? '')
  const amount = subject === '' ? amounts.at(-1) : amounts.findLast(({ label }) => label.startsWith(subject))
  const name = subject || amount?.label
  return {
    ...measure,
    ...(name !== undefined && { label: changeName(name, own), head: measure.head ?? measure.label }),
    ...(amount && { of: amount.id }),
  }
}

/** Whether a measure is what a change may be the change of; 比上年增减额 is a change itself. */
function isAmount({ change, kind, label }: MeasureInput): boolean {
  return change === undefined && kind === undefined && !/增减|[增减]额/.test(label)
}

/** Whether a head is found by its name: as it is, or as the time that the name is the code of. */
export function isSaid(name: string, head: string, series: boolean): boolean {
  const span = series ? parseSpan(name) : undefined
  return (
    name === head ||
    (span !== undefined && [name, formatSpan(span)].includes(bareText(head).replace(/(?<=^\d{4})年$/, '')))
  )
}

/** An id of a measure that no other of its table has. @param period where it is not that of the table */
export function measureId(period: string | undefined, label: string, taken: Set<string>): string {
  const base =
    period !== undefined
      ? `p${period.replace(/[^0-9a-z]+/gi, '-').toLowerCase()}`
      : /增[速长]$/.test(label)
        ? 'growth'
        : 'value'
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}

function doubtsOf(
  { rows, columns, measures, unitsByRow }: TablePart,
  inputs: readonly MeasureInput[],
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    rows.flatMap((row, place) =>
      columns.flatMap((column, index) => {
        const { doubt } = (unitsByRow ? rowMeasure(row, columns) : undefined) ?? measures[index]!
        const cell = inputs.length === 1 ? names[place]! : `${names[place]}/${inputs[index]!.id}`
        return doubt !== undefined && isValue(row.cells.get(column.column)) ? [[cell, doubt] as const] : []
      }),
    ),
  )
}

/** Whether rows of a column may add up: amounts and counts, other than shares, places and changes. */
export const isSummed = ({ kind, change }: MeasureInput): boolean => kind === undefined && change === undefined

/** Whether the rows of a table add up to one of them, as far as rounding tells. */
export function addsUp(cells: TableInput['cells'], total: number, measures: readonly MeasureInput[]): boolean {
  return measures.every((measure, index) => {
    if (!isSummed(measure)) return true
    const own = cells.map(line => Number(line[index + 1] || Number.NaN))
    const parts = own.filter((_, row) => row !== total)
    const decimals = Math.max(...cells.map(line => decimalsIn(line[index + 1] ?? '')))
    const sum = parts.reduce((all, part) => all + part, 0)
    return Math.abs(sum - own[total]!) <= 10 ** -decimals * 0.5 * (parts.length + 1)
  })
}
