import type { Expression } from './expression.ts'
import type { Chapter, FigureInput, Period, SheetFigureInput } from './figure.ts'
import type { SourceDocument } from './source-document.ts'
import type { TableFile } from './table.ts'
import type { TargetFile } from './target.ts'
import type { AddedBases } from './units.ts'
import type { Kind, Unit } from './vocabulary.ts'

/** A figure computed from others; its value, qualifier, period and evidence follow from the inputs. */
export interface DerivedInput {
  id: string
  label: string
  /** The label where a title or neighbours say the rest. Default: `label`. */
  short?: string
  unit: Unit
  kind: Kind
  /** Digits after the point to which the result is rounded. */
  decimals: number
  expression: Expression
  /**
   * Id or code of a period, where the result is of another time than its inputs, or these are of several; it then
   * covers them all. Default: theirs; of a difference of one amount in two years, from the first to the last.
   */
  period?: string
  /** Id of the figure that this one is a part of. */
  of?: string
  /** In words, the whole of a share, where no figure gives it. */
  whole?: string
}

/** A pull quote: at most 30 characters, word for word. */
export interface Quote {
  id: string
  /** Id of an entry of `data/sources.ts`. Default: the first. */
  source?: string
  /** Id of the chapter. */
  chapter: string
  /** Column that it stands in, one of `data/columns.ts`; none where the source has no columns. */
  column?: string
  text: string
  speaker: string
  role: string
}

/** A place for a photo; until `public/photos/<id>.jpg` (png, webp, avif) is there, its drawn scene stands in. */
export interface Photo {
  id: string
  /** Caption as printed in the source. */
  caption: string
  /** The caption is the deck's own and stands in no source; it then bears no number. */
  ownCaption?: boolean
  /** What the drawn scene shows, for those who cannot see it. */
  alt: string
  /** File of the drawn scene below `public/`. */
  scene: string
  /**
   * Who is to be named for the photo, as it is printed. A photo without one stops the build; a drawn scene has none.
   */
  credit?: string
  /** The point of the photo that a crop keeps, as fractions of width and height. Default: the centre. */
  focus?: readonly [number, number]
}

/** An erratum of the source: as printed, as read, and why. */
export interface Erratum {
  printed: string
  read: string
  /** Chapters where it stands. */
  chapters: readonly string[]
  /** Id of an entry of `data/sources.ts`. Default: any. */
  source?: string
  reason: string
}

/** A number in the source that is part of a name or a figure of speech, and so is no figure. */
export interface NameWithNumber {
  text: string
  reason: string
}

/** What a slide may show, and may leave out on purpose. */
export type UnusedSort = 'figure' | 'table' | 'quote' | 'photo'

/** Something in the data that no slide shows, on purpose. */
export interface Unused<Id extends string = string> {
  id: Id
  /** Default `figure`. */
  sort?: UnusedSort
  reason: string
}

/** A number that a deck states of itself and not of what it reports on. */
export interface StructuralNumber {
  /** As it stands in the deck. */
  text: string
  /** What it counts; the number in `text` must be that many. */
  counts: 'chapters'
  reason: string
}

/** The figures of one chapter, as one file of `data/figures/` holds them. */
export interface FigureFile {
  /** Path for messages, from the project's root. */
  file: string
  /** Id of the chapter. */
  chapter: string
  /** Id of the entry of `data/sources.ts` that states them, where they do not name one. Default: the first. */
  source?: string
  figures: readonly (FigureInput | SheetFigureInput)[]
}

/** Everything that is specific to one deck. */
export interface DeckSource {
  /** Names of the source's columns, in the order in which they stand in a chapter; none where it has headings only. */
  columns: readonly string[]
  /** Bases of units that the engine does not know, by what they measure: `{ count: ['场次'] }`. Default: none. */
  units?: AddedBases
  /** Where the numbers come from. Default: one source without a name. */
  sources?: readonly SourceDocument[]
  chapters: readonly Chapter[]
  periods: readonly Period[]
  figures: readonly FigureFile[]
  derived: { file: string; figures: readonly DerivedInput[] }
  /** Tables and series of the source. Default: none. */
  tables?: readonly TableFile[]
  /** What was planned beside what was done. Default: nothing. */
  targets?: TargetFile
  quotes: { file: string; quotes: readonly Quote[] }
  photos: { file: string; photos: readonly Photo[] }
  errata: { file: string; errata: readonly Erratum[] }
  /** Numbers of the source that are no figures. Default: none. */
  names?: { file: string; names: readonly NameWithNumber[] }
  /** What is in the data and shown on no slide. Default: nothing. */
  unused?: { file: string; unused: readonly Unused[] }
  /** Numbers that the deck states of itself. Default: none. */
  structural?: { file: string; structural: readonly StructuralNumber[] }
}
