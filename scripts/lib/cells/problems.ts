import { directionOf } from '../../../model/changes.ts'
import { bareText } from '../../../model/reading/cells.ts'
import { UNITS_FILE } from '../../../model/unit-rules.ts'
import { formatSpan, isSameSpan, spanCode, type Span } from '../../../model/span.ts'
import type { SheetProblem } from './cell.ts'
import { isValue, measureIn } from './cell-measure.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-table.ts'
import { unknownBase } from './units.ts'

const NUMBER_EXPECTED = '一个数；没有数的写 – 或 …，或者留空'
const UNIT_EXPECTED = '单位：写在列名里，如“产值（万元）”，或写在“单位”一列、表上面的“单位：万元”里'
const TIME_EXPECTED = '标题里写明时间，如“2026年1—2月”，或用 --period 2026-01/2026-02'

/** A cell between its heads. */
interface Placed {
  row: SheetRow
  column: SheetColumn
  cell: SheetNumber
}

/**
 * What is wrong with what a table holds below some of its columns, wherever it is used: cells that are no numbers, rows
 * of one name, units that nobody knows, times that nobody gives.
 * @param span the time of what says none
 * @param used the cells that are used. Default: all
 */
export function tableProblems(
  { sheet, ...table }: SheetTable,
  span: Span | undefined,
  used?: ReadonlySet<SheetNumber>,
): SheetProblem[] {
  const placed = table.rows.flatMap(row =>
    table.columns.map((column): Placed => ({ row, column, cell: row.cells.get(column.column)! })),
  )
  const own = used ? placed.filter(({ cell }) => used.has(cell)) : placed
  const values = own.filter(({ cell }) => isValue(cell))
  const rows = [...new Set(own.map(({ row }) => row))]
  const repeated = [...Map.groupBy(rows, ({ key }) => key).values()].flatMap(([, ...others]) => others)
  return [
    ...own.flatMap(({ cell }) => cellProblem(sheet, cell) ?? []),
    ...repeated.map(({ row, head }) => sameRow(sheet, row, head)),
    ...[...Map.groupBy(values, ({ column }) => column).values()].flatMap(cells => unitProblem(sheet, cells) ?? []),
    ...values.flatMap(each => signProblem(sheet, each) ?? []),
    ...[...Map.groupBy(values, ({ column }) => column).values()].flatMap(cells => percentProblems(sheet, cells)),
    ...timeProblems(
      sheet,
      values.map(({ cell }) => cell),
      span,
    ),
  ]
}

/** A row that is called as one above it. */
export function sameRow(sheet: string, row: number, head: string): SheetProblem {
  return { sheet, ref: String(row), found: `行名“${head}”与上面的一行相同`, expected: '各行的名称不同' }
}

function cellProblem(sheet: string, { ref, printed, reading }: SheetNumber): SheetProblem | undefined {
  if (reading.kind === 'error') return { sheet, ref, found: reading.found, expected: reading.expected }
  if (reading.kind === 'text') return { sheet, ref, found: printed, expected: NUMBER_EXPECTED }
  return undefined
}

/** What keeps the numbers of a column from being measured, at the first of them. */
function unitProblem(sheet: string, cells: readonly Placed[]): SheetProblem | undefined {
  const first = cells.find(({ row, column }) => !measureIn(row, column))
  if (!first) return undefined
  const { row, column, cell } = first
  const { ref, unit } = cell
  const found = unit === '' ? `“${column.head}”没有单位` : `不认识的单位“${unit}”`
  const base = [unit, ...[column.head, row.head].map(inBrackets)].map(unknownBase).find(each => each !== undefined)
  const known = unit === '' ? UNIT_EXPECTED : '认识的单位'
  return { sheet, ref, found, expected: base === undefined ? known : `${known}；${unitAdvice(base)}` }
}

const inBrackets = (head: string): string => /\(([^()]+)\)$/.exec(bareText(head))?.[1] ?? ''

function unitAdvice(base: string): string {
  return (
    `“${base}”要是单位，就在文稿的 ${UNITS_FILE} 里写 export const units = { count: ['${base}'] }` +
    '（count 是数量，金额写 amount，面积 area，重量 weight），并在 data/deck.ts 的 source 里写上 units'
  )
}

/** A head of falls, and a number below zero: nobody can tell a fall from a rise. */
function signProblem(sheet: string, { row, column, cell }: Placed): SheetProblem | undefined {
  const { ref, printed, reading } = cell
  if (reading.kind !== 'value' || !reading.negative || reading.change !== undefined) return undefined
  const change = measureIn(row, column)?.change
  return change !== undefined && directionOf(change) === 'fall'
    ? { sheet, ref, found: `列名、行名说的是“${change}”，格里又是负数 ${printed}`, expected: '正负只写一处' }
    : undefined
}

/** Numbers below 1 that have no percent sign among those that have one: 0.089 may be 8.9%, or 0.089%. */
function percentProblems(sheet: string, cells: readonly Placed[]): SheetProblem[] {
  const readings = cells.flatMap(({ cell }) => (cell.reading.kind === 'value' ? [{ cell, value: cell.reading }] : []))
  const signed = readings.find(({ value }) => value.unit === '%')
  if (!signed) return []
  return readings
    .filter(({ cell, value }) => value.unit === undefined && cell.unit === '%' && isFraction(Number(value.digits)))
    .map(({ cell: { ref, printed } }) => ({
      sheet,
      ref,
      found: `${printed}，同一列的 ${signed.cell.ref} 是 ${signed.cell.printed}`,
      expected: '与那一格一样带百分号',
    }))
}

const isFraction = (value: number): boolean => value > 0 && value < 1

function timeProblems(sheet: string, cells: readonly SheetNumber[], span: Span | undefined): SheetProblem[] {
  const unclear = Map.groupBy(
    cells.filter(cell => cell.unclear !== undefined),
    ({ unclear }) => unclear!,
  )
  const timeless = cells.find(cell => cell.unclear === undefined && !(cell.span ?? span))
  return [
    ...[...unclear].map(([word, [first]]) => ({
      sheet,
      ref: first!.ref,
      found: `“${word}”分不清是哪段时间`,
      expected: '写明时间，如“2025年1—2月”“上年同期”“上月”',
    })),
    ...(timeless
      ? [
          {
            sheet,
            ref: timeless.ref,
            found: '标题、列名、工作表名和文件名里都没有写是哪年哪月',
            expected: TIME_EXPECTED,
          },
        ]
      : []),
  ]
}

/** What is wrong with the time that a person gives a workbook: that the workbook says another. */
export function givenTimeProblems(tables: readonly SheetTable[], given: Span | undefined): SheetProblem[] {
  const told = tables.flatMap(({ sheet, span }) => (span ? [{ sheet, span }] : []))
  if (!given || told.length === 0 || told.some(({ span }) => isSameSpan(span, given))) return []
  const { sheet, span } = told[0]!
  return [
    {
      sheet,
      ref: '1',
      found: `写的是${formatSpan(span)}`,
      expected: `与 --period ${spanCode(given)}（${formatSpan(given)}）一致；请改其中一个`,
    },
  ]
}
