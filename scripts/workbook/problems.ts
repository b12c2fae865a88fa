import type { SheetCell, SheetProblem } from '../lib/cells/cell.ts'
import { printCell } from '../lib/cells/print-cell.ts'
import { CellFault } from './codec.ts'

/** What stands in a cell, for people. */
export function foundIn(cell: SheetCell | undefined): string {
  return cell === undefined ? '（空）' : printCell(cell) || '（空）'
}

/** What is wrong in a workbook, all of it. */
export class Problems {
  readonly list: SheetProblem[] = []

  /** Tells of a cell. @param cell undefined where nothing stands there */
  at(sheet: string, ref: string, cell: SheetCell | undefined, expected: string): void {
    this.list.push({ sheet, ref, found: foundIn(cell), expected })
  }

  /** What `read` gives, or undefined where it finds the cell at fault, which is told of. */
  attempt<Result>(sheet: string, cell: SheetCell, read: (cell: SheetCell) => Result): Result | undefined {
    try {
      return read(cell)
    } catch (error) {
      if (!(error instanceof CellFault)) throw error
      this.at(sheet, cell.ref, cell, error.expected)
      return undefined
    }
  }
}
