import type { CellMap } from '../../model/cell-map.ts'
import type { DeckSource } from '../../model/source.ts'

/** A deck's data before anybody has looked at it: what a workbook or an article gives. */
export interface DeckDraft {
  title: string
  /** Line below the title of the cover, such as the publisher and the year. */
  subtitle?: string
  /** What `data/deck.ts` exports as `source`. */
  source: DeckSource
  /** Which cells of an office's own workbooks it is of, for `data/cells.ts`. Default: it is of none. */
  cells?: readonly CellMap[]
}
