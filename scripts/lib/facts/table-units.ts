import { bareText, readCell } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { parseUnit } from '../../../model/units.ts'
import { unitOf } from '../cells/units.ts'

const UNIT_COLUMN = /^(?:计量)?单位$/
const PARENTHESES = /\(([^()]+)\)/g
const NAMED = /^(?:计量|金额)?单位:/
/** Units that need no parentheses: 增速%, 比上年±%, 产值/万元, 产值：万元. */
const OPEN = /(?:±?(?<part>[%‰])|[/:,](?<unit>[^/:,]+))$/

/**
 * A head in its parts: what is measured, and the unit in brackets or behind it, empty where it has none. Brackets may
 * say more in front of it, as in 产值（现价，万元）, and the lower of two heads may stand behind them.
 */
export function splitHead(head: string): { name: string; unit: string } {
  const bare = bareText(head)
  for (const { index, 0: brackets, 1: inner = '' } of [...bare.matchAll(PARENTHESES)].reverse()) {
    const told = inner.split(/[,、;](?=[^,、;]*$)/)
    const unit = unitOf(told.pop()!.replace(NAMED, '').replace(/^±/, ''))
    const [said = ''] = told
    if (unit !== undefined && unitOf(said) === undefined)
      return { name: bare.slice(0, index) + (said && `(${said})`) + bare.slice(index + brackets.length), unit }
  }
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
  const ofHead = heads.map(head => splitHead(head).unit).findLast(unit => unit !== '')
  return ofHead ?? sharedUnit(found.unit || splitHead(found.caption).unit, [found.heads[column] ?? '', ...heads])
}

/** Heads of what is told in percent or the like. */
const RELATIVE = /率|比[重例]|占比|[增涨降跌][幅速]|增长/

/**
 * The unit that a table has for all of its cells. Of two, as in 单位：人、%, the one that is a part of another number is of
 * what is told as such.
 */
function sharedUnit(given: string, heads: readonly string[]): string {
  const units = given.split(/[、，,;；]/).map(unit => unitOf(unit))
  const isRelative = heads.some(head => RELATIVE.test(bareText(head)))
  const fitting = units.filter(unit => unit !== undefined && (parseUnit(unit)?.kind === null) === isRelative)
  const told = units.length > 1 && !units.includes(undefined) && fitting.length === 1 ? fitting[0] : unitOf(given)
  return told ?? given
}
