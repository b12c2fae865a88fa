import type { MappedCell } from '../../../model/cell-map.ts'
import { otherWay } from '../../../model/cells.ts'
import { directionOf } from '../../../model/changes.ts'
import type { SheetFigureInput } from '../../../model/figure.ts'
import type { Qualifier } from '../../../model/qualifiers.ts'
import { readCell as readPrinted } from '../../../model/reading/cells.ts'
import { decimalsIn } from '../../../model/values.ts'
import { splitHead } from '../facts/table-units.ts'
import type { CellValue } from './cell.ts'
import { fallOf, measureOf, type Measure } from './measures.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-table.ts'
import { timeless } from './times.ts'

export const isValue = (cell: SheetNumber | undefined): boolean => cell?.reading.kind === 'value'

/** What a cell measures: by its column where that has the unit, else by its row. */
export function measureIn(row: SheetRow, column: SheetColumn): Measure | undefined {
  const { unit } = row.cells.get(column.column)!
  const name = column.unit === '' ? `${splitHead(row.head).name}${column.name}` : column.name
  const own = measureOf(name, unit)
  // 失业率 in a row says more than 累计 above it.
  const ofRow = column.unit === '' ? measureOf(splitHead(row.head).name, unit) : undefined
  return ofRow && ofRow.doubt === undefined ? ofRow : (own ?? ofRow)
}

/** Whether a column says by itself what is measured below it, and not only when, or how it was counted. */
export function saysMeasure(column: SheetColumn, { unit }: SheetNumber): boolean {
  const { kind, doubt } = measureOf(column.name, unit) ?? {}
  return column.unit !== '' || (kind !== undefined && doubt === undefined)
}

/** What a cell says of the figure that stands in it. */
export function valueIn(
  { reading }: SheetNumber,
  measure: Measure,
): Pick<SheetFigureInput, 'value' | 'unit'> & Partial<SheetFigureInput> {
  const { digits, negative, qualifier, change: inCell } = reading as CellValue
  const change = inCell ?? changeFor(measure, negative)
  const falls = change === undefined ? negative : inCell === undefined ? directionOf(change) === 'fall' : negative
  const size = Number(digits)
  const written = decimalsIn(String(size))
  const decimals = decimalsIn(digits)
  return {
    value: falls && size !== 0 ? -size : size,
    ...(decimals > written && { decimals }),
    unit: measure.unit,
    ...(qualifier !== undefined && { qualifier: qualifier as Qualifier }),
    ...(change !== undefined
      ? { kind: 'growth' as const, change }
      : measure.kind !== undefined && { kind: measure.kind }),
    ...(measure.whole !== undefined && { whole: measure.whole }),
    ...(measure.comparedWith !== undefined && { comparedWith: measure.comparedWith }),
    ...(measure.doubt !== undefined && { doubt: measure.doubt }),
  }
}

/** The word of a change: that of the head, or the other way for a number that goes against it. */
function changeFor({ change }: Measure, negative: boolean): string | undefined {
  if (change === undefined || !negative) return change
  return directionOf(change) === 'fall' ? change : (otherWay({ change }) ?? fallOf(change))
}

/** A cell as tables have it: digits with their sign, or what stands there instead. */
export function printedCell({ reading, printed }: SheetNumber): string {
  if (reading.kind === 'value') return `${reading.negative ? '-' : ''}${reading.digits}`
  const gap = readPrinted(printed)
  return gap.sort === 'gap' ? gap.gap : ''
}

/** Where a figure's cell is, and how it is found again. */
export function placeOf(
  { sheet, columns }: SheetTable,
  row: SheetRow,
  column: SheetColumn,
): Omit<MappedCell, 'figure'> {
  const alike = columns.filter(
    ({ head, column: own }) => timeless(head) === timeless(column.head) && isValue(row.cells.get(own)),
  )
  const back = alike.length - 1 - alike.findIndex(each => each.column === column.column)
  return {
    sheet,
    row: row.key,
    column: column.head,
    cell: row.cells.get(column.column)!.ref,
    ...(back > 0 && { back }),
  }
}
