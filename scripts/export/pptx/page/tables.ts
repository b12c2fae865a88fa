import type { Rect } from '../../../../components/rect.ts'
import { isShown, scaleOf } from '../../../check/page/elements.ts'
import type { CellFact, TableFact } from '../facts.ts'
import { bordersOf, fillOf, opacityOf } from './boxes.ts'
import type { FoundFlow } from './texts.ts'

/** The tables of a slide; one within a cell of another is none of its own. */
export function tablesIn(root: Element): HTMLTableElement[] {
  return [...root.querySelectorAll('table')].filter(table => isShown(table) && !table.parentElement?.closest('table'))
}

/** A table with what stands in its cells. @param place of the slide */
export function tableOf(table: HTMLTableElement, flows: readonly FoundFlow[], place: (rect: Rect) => Rect): TableFact {
  const own = (element: Element): Rect => place(element.getBoundingClientRect())
  const rows = [...table.rows].filter(isShown)
  return {
    kind: 'table',
    rect: own(table),
    rows: rows.map(row => {
      const { top, bottom } = own(row)
      const cells = [...row.cells].filter(isShown)
      return {
        top,
        bottom,
        heading: row.parentElement?.localName === 'thead',
        cells: cells.map(cell => ({
          ...cellOf(cell, row, own(cell)),
          flows: flows.filter(({ element }) => cell.contains(element)).map(({ flow }) => flow),
        })),
      }
    }),
    alt: table.getAttribute('aria-label') ?? table.caption?.textContent?.trim() ?? '',
  }
}

function cellOf(cell: HTMLTableCellElement, row: HTMLTableRowElement, rect: Rect): Omit<CellFact, 'flows'> {
  const style = getComputedStyle(cell)
  const opacity = opacityOf(cell)
  const fill = fillOf(style, opacity) ?? fillOf(getComputedStyle(row), opacity)
  return {
    rect,
    across: cell.colSpan,
    along: cell.rowSpan,
    ...(fill && { fill }),
    borders: bordersOf(style, scaleOf(cell), opacity),
    heading: cell.localName === 'th',
  }
}
