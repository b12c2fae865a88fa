import type { Figure } from '../../model/figure.ts'
import type { FormatStyle } from '../../model/format.ts'
import type { Erratum, Photo } from '../../model/source.ts'
import type { Table } from '../table.ts'
import type { Target } from '../target.ts'
import type { IdSort } from '../id-sorts.ts'
import type { FoundMap } from '../maps.ts'
import type { FigureProps } from './ids.ts'

/** A deck's data as the reader of its slides needs it. */
export interface DeckData {
  /** All of them, in the order of the appendix. */
  figures: readonly Figure[]
  findFigure: (id: string) => Figure | undefined
  findTable: (id: string) => Table | undefined
  findTarget: (id: string) => Target | undefined
  /** A map by its file below `public/`; none where no folder is known. */
  findMap?: (src: string) => FoundMap
  /** Misprints of the source, which the appendix names under its tables. */
  errata: readonly Erratum[]
  findPhoto: (id: string) => Photo | undefined
  /** Whether there is something of this sort and id. */
  isKnown: (id: string, sort: IdSort) => boolean
  /** The ids of this sort that are closest to a mistyped one. */
  nearest: (id: string, sort: IdSort) => string[]
  formatFigure: (figure: Figure, style?: FormatStyle) => string
  derivedMark: string
  /** What large type may show on any slide: the names of chapters, and figures as they are printed. */
  displayed: readonly string[]
  figureProps: FigureProps
}

/** The data as it was when a slide was parsed, or why it could not be loaded. */
export type LoadedData = { data: DeckData } | { error: Error }

/** What the preparser leaves for the hooks that run after it. */
export interface ParseContext {
  loaded: LoadedData
  /** Zero-based line of its file at which the slide starts: Slidev counts those of added pages, too. */
  start?: number
  /** The note as it stands in the file, before figures were put in. */
  rawNote?: string
}

// Slidev evaluates setup files anew for every parse and apart from one another, so no module variable can pass anything
// on.
const CONTEXT = Symbol.for('huibao.parse-context')

type Carrier = Record<PropertyKey, unknown>

/** Leaves `context` on a slide's frontmatter, unseen by everything that copies or prints it. */
export function attachContext(frontmatter: object, context: ParseContext): void {
  // Text where a front matter should be is refused later, with its line.
  if (typeof frontmatter !== 'object') return
  Object.defineProperty(frontmatter, CONTEXT, { value: context, enumerable: false, configurable: true })
}

/** What the preparser left on a slide's own frontmatter (`slide.source.frontmatter`, not its copy in `slide`). */
export function readContext(frontmatter: object): ParseContext | undefined {
  return (frontmatter as Carrier)[CONTEXT] as ParseContext | undefined
}
