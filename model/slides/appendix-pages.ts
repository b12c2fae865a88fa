import { cellsAcross, MOST_PLACES, partOf } from '../appendix-part.ts'
import { phrases } from '../phrases.ts'

/** What a row of the appendix prints in the columns that may take more than one line. */
export interface AppendixRow {
  label: string
  /** The pieces of its number that no line breaks. Default: it takes one line. */
  value?: readonly string[]
  /** Words of its time. Default: they take one line. */
  period?: string
  /** The clause, or the formula of a derived figure. */
  clause: string
  /** Numbers of the slides that show it; the last column names the first of them. */
  slides: readonly number[]
  /** Of a row of a table: the heads of its columns, below each of which a number stands instead of the clause. */
  table?: { name: string; heads: readonly string[] }
}

/**
 * The page of `layouts/appendix.vue`, in px of a canvas 1280 wide, as `styles/appendix.css` sets it. The room is that
 * of 16:9, which is less than that of 4:3: from the line of titles to the foot, without a title of one line.
 */
const PAGE = { width: 1136, room: 509 } as const
/** Sizes of type and lines of the table, and what padding and rule add to a row. */
const TABLE = { font: 18, line: 23.4, rule: 7 } as const
/**
 * Widths without padding; the label's is less a character, which may not be one to begin a line. The value's is with
 * it: what is reckoned for digits and points is too much by as much.
 */
const COLUMN = {
  label: 0.276 * PAGE.width - 12 - TABLE.font,
  value: 0.132 * PAGE.width,
  period: 0.132 * PAGE.width - 12,
  clause: 0.316 * PAGE.width - 12,
  slides: 75,
} as const
/** Where the cells of a table stand: the room that they share, and what is between them. */
const CELL = { room: 0.628 * PAGE.width - 12, gap: 12 } as const
/** A digit of a slide's number, and what stands between numbers. */
const NUMBER = { digit: 10, gap: 10.5 } as const
/** The notes on misprints, and their distance from the table; below them the foot is far enough away. */
const NOTE = { font: 16, line: 21.6, margin: 8 } as const

/** Widths of pieces of a text, rather too much than too little: letters and digits are narrower than is reckoned. */
function widthsOf(pieces: Iterable<string>, font: number): number[] {
  return Array.from(pieces, piece => font * [...piece].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.6 : 1), 0))
}

/** How many lines pieces take of which each stands in one line, unless it is longer than that. */
function linesOf(widths: readonly number[], room: number): number {
  let lines = 1
  let used = 0
  for (const width of widths) {
    if (used > 0 && used + width > room) {
      lines++
      used = 0
    }
    used += width
    while (used > room) {
      lines++
      used -= room
    }
  }
  return lines
}

/** What the cells of a row of a table take. */
function cellLines(cells: readonly string[]): number {
  const across = cellsAcross(cells.length)
  const width = (CELL.room + CELL.gap) / across - CELL.gap
  const lines = cells.map(cell => linesOf(widthsOf(phrases(cell), TABLE.font), width))
  return Array.from({ length: Math.ceil(cells.length / across) }, (_, index) =>
    Math.max(...lines.slice(index * across, (index + 1) * across)),
  ).reduce((sum, most) => sum + most, 0)
}

/** What names a table and its columns, above the first of its rows on a page. */
function headHeight({ table }: AppendixRow, before: AppendixRow | undefined): number {
  if (!table || table.name === before?.table?.name) return 0
  return (
    Math.max(linesOf(widthsOf(phrases(table.name), TABLE.font), COLUMN.label), cellLines(table.heads)) * TABLE.line +
    TABLE.rule
  )
}

function heightOf({ label, value = [], period = '', clause, slides, table }: AppendixRow): number {
  const { digit, gap } = NUMBER
  const numbers = slides.slice(0, MOST_PLACES).map(no => String(no).length * digit + gap)
  if (slides.length > MOST_PLACES) numbers.push(TABLE.font)
  const lines = Math.max(
    linesOf(widthsOf(phrases(label), TABLE.font), COLUMN.label),
    linesOf(widthsOf(value, TABLE.font), COLUMN.value),
    linesOf(widthsOf(phrases(period), TABLE.font), COLUMN.period),
    table ? cellLines(table.heads.map(() => '')) : linesOf(widthsOf(phrases(clause), TABLE.font), COLUMN.clause),
    // The last number of a line has nothing behind it.
    linesOf(numbers, COLUMN.slides + gap),
  )
  return lines * TABLE.line + TABLE.rule
}

/**
 * Over how many slides of the layout `appendix` the figures of a chapter are to be spread, so that none of them
 * overflows, in 16:9 or in 4:3: the fewest, at least one. Lines are estimated from the texts, with characters rather
 * too wide than too narrow. A row that is higher than a page has one of its own.
 * @param rows in the order of the appendix
 * @param note what is printed under the last of them; empty for nothing
 */
export function appendixPages(rows: readonly AppendixRow[], note = ''): number {
  const heights = rows.map(heightOf)
  const headed = (part: readonly AppendixRow[]): number =>
    part.reduce((sum, row, index) => sum + headHeight(row, part[index - 1]), 0)
  const noteHeight = note ? linesOf(widthsOf(note, NOTE.font), PAGE.width) * NOTE.line + NOTE.margin : 0
  const head = TABLE.line + TABLE.rule
  for (let pages = 1; pages < rows.length; pages++) {
    const fits = Array.from({ length: pages }, (_, index) => {
      const foot = index === pages - 1 ? noteHeight : 0
      const own = partOf(heights, index + 1, pages).reduce((sum, height) => sum + height, head + foot)
      return own + headed(partOf(rows, index + 1, pages)) <= PAGE.room
    })
    if (fits.every(Boolean)) return pages
  }
  return Math.max(1, rows.length)
}
