import { bareText, readCell } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { unitOf } from '../cells/units.ts'

const UNIT_COLUMN = /^(?:计量)?单位$/
const PARENTHESES = /\(([^()]+)\)$/
const NAMED = /^(?:计量|金额)?单位:/
/** Units that need no parentheses: 增速%, 比上年±%, 产值/万元, 产值：万元. */
const OPEN = /(?:±?(?<part>[%‰])|[/:,](?<unit>[^/:,]+))$/

/** A head in its parts: what is measured, and the unit behind it, empty where it has none. */
export function splitHead(head: string): { name: string; unit: string } {
  const bare = bareText(head)
  const inner = PARENTHESES.exec(bare)?.[1]?.replace(NAMED, '').replace(/^±/, '')
  const unit = inner === undefined ? undefined : unitOf(inner)
  if (unit !== undefined) return { name: bare.replace(PARENTHESES, ''), unit }
  const open = OPEN.exec(bare)
  const told = open?.groups!.part ?? unitOf(open?.groups!.unit ?? '')
  return open && told !== undefined ? { name: bare.slice(0, open.index), unit: told } : { name: bare, unit: '' }
}

/** A head without the unit behind it. */
export const unitless = (head: string): string => splitHead(head).name

/** The column in which a table gives the units of its rows; negative where it has none. */
export function unitColumnOf({ heads }: Pick<SourceTable, 'heads'>): number {
  return heads.findIndex(head => UNIT_COLUMN.test(bareText(head)))
}

/**
 * The unit that the source gives a cell: in the column's head, in the row's own column, behind the row's head, or with
 * the caption; empty where it gives none.
 */
export function sourceUnit(
  { found, unitColumn }: { found: SourceTable; unitColumn: number },
  column: number,
  row: number,
): string {
  const own = splitHead(found.heads[column] ?? '').unit
  if (own !== '') return own
  const cells = found.rows[row]?.cells ?? []
  const ofRow = bareText(cells[unitColumn] ?? '')
  if (ofRow !== '') return unitOf(ofRow) ?? ofRow
  const heads = cells.slice(0, column).filter(cell => readCell(cell).sort === 'text')
  return heads.map(head => splitHead(head).unit).findLast(unit => unit !== '') ?? unitOf(found.unit) ?? found.unit
}
