import type { SheetCell } from '../lib/cells/cell.ts'
import type { CellValue } from '../lib/cells/cell.ts'
import { DEPENDENT_CHANGES, directionOf } from '../../model/changes.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { decimalsIn } from '../../model/values.ts'
import { CellFault, numberContent, textOf, valueIn, type Codec } from './codec.ts'

/** A number of a cell that has not been put together with the other cells of its row. */
class ReadValue {
  readonly reading: CellValue
  readonly cell: SheetCell

  constructor(reading: CellValue, cell: SheetCell) {
    this.reading = reading
    this.cell = cell
  }
}

const RATIO = /^[+\-−]?\d+(?:\.\d+)?(?:\s*[:：∶]\s*[+\-−]?\d+(?:\.\d+)?)+$/

/** The number of a figure, or the numbers of a proportion between colons. */
export const value: Codec = {
  text: false,
  write: value => (typeof value === 'number' ? numberContent(value) : (value as readonly number[]).join(':')),
  read: cell => {
    if (typeof cell.value === 'string' && RATIO.test(textOf(cell)))
      return textOf(cell)
        .split(/[:：∶]/)
        .map(part => Number(part.trim().replace('−', '-')))
    return new ReadValue(valueIn(cell), cell)
  },
}

type Fields = Record<string, unknown>

/**
 * Puts a number together with what its row says of it. A unit, a qualifier or a word of change in the cell itself
 * counts where the row has none; a fall is negative, however it is
 * written.
 * @throws CellFault where cell and row say different things
 */
export function withValue(fields: Fields): Fields {
  const { value } = fields
  if (!(value instanceof ReadValue)) return fields
  const { digits, negative, normalised: _, kind: _kind, ...own } = value.reading
  const all: Fields = { ...fields }
  for (const [key, word] of Object.entries(own)) {
    if (fields[key] !== undefined && fields[key] !== word)
      throw new CellFault(`与同一行的“${String(fields[key])}”一致；格里写着“${word}”`)
    all[key] = word
  }
  const size = Number(digits)
  const falls = negative || fallsBy(all, size)
  const decimals = decimalsIn(digits)
  const needed = decimalsIn(String(size))
  return {
    ...all,
    value: falls && size !== 0 ? -size : size,
    ...(all.decimals === undefined && decimals > needed && { decimals }),
  }
}

/** Whether a change without a sign is a fall: by its word, or where that leaves it open as 收窄 does, by the clause. */
function fallsBy({ change, unit, evidence }: Fields, size: number): boolean {
  if (typeof change !== 'string' || directionOf(change) !== 'fall') return false
  if (![...DEPENDENT_CHANGES].some(word => change.endsWith(word))) return true
  const clause = (evidence as Fields | undefined)?.clause
  if (typeof clause !== 'string') return false
  const own = readQuantities(clause).filter(each => each.value === size && each.unit === unit)
  return own.length > 0 && own.every(({ sign }) => sign < 0)
}
