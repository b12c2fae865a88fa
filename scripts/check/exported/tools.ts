import type { NumbersRendering } from '../rendering.ts'

/** What files are read with. */
export interface ReadingTools {
  /** How many slides the deck has. */
  total: number
  /** Renders a site that is one HTML file. */
  render: (html: Uint8Array) => Promise<NumbersRendering>
}
