import { INVISIBLE } from '../../../../model/reading/text.ts'

/** What would divide a cell in two. */
const BARS = /[|｜│]/g

/** A row of a table as a line that is read as one. */
export function rowLine(cells: readonly string[]): string {
  const texts = cells.map(cell => cell.replace(BARS, '¦').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim())
  return `| ${texts.join(' | ')} |`
}
