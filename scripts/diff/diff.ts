import type { FigureRecord } from '../figures/records.ts'
import type { Detail } from './leaves.ts'
import type { ComparedTarget } from './record.ts'

/** Whether both decks have it. */
export type State = 'changed' | 'added' | 'gone'

/** What it was and what it is; `null` where that deck has it not. */
export interface Sides<Value> {
  before: Value | null
  after: Value | null
}

/**
 * What of a figure may change; other fields of its entry go by their own names. `id` where only its label tells that it
 * is the same.
 */
export const FIGURE_FIELDS = [
  'value',
  'unit',
  'qualifier',
  'change',
  'period',
  'label',
  'scope',
  'note',
  'chapter',
  'evidence',
  'formula',
  'id',
] as const
export type FigureField = (typeof FIGURE_FIELDS)[number]

/** What looks like a slip of the hand: ten times as much or more, a tenth or less, or a rise that became a fall. */
export type Jump = 'tenfold' | 'sign'

/** A figure as the diff prints it: that of `huibao figures --json`, and more of its words. */
export interface DiffedFigure extends FigureRecord {
  short: string
  change: string | null
  scope: string
  note: string | null
}

export interface FigureChange extends Sides<DiffedFigure> {
  state: State
  /** Of the later deck, where it has it. */
  id: string
  chapter: string
  /** Of `FIGURE_FIELDS`, or other fields of its entry; empty unless `state` is `changed`. */
  fields: string[]
  /** What of its entry changed, field by field; empty unless `state` is `changed`. */
  details: Detail[]
  jumps: Jump[]
  /** The slides that show or say it, by their numbers in each deck; the appendix left out. */
  slides: { before: number[]; after: number[] }
}

/** A cell of a table that both decks have. */
export interface CellChange extends Sides<string> {
  state: State
  /** The id of its figure, of the later deck where it has it; `null` of a gap in both. */
  id: string | null
  /** Heads of its row and of its column. */
  row: string
  column: string
  /** As of a figure; empty where one of the two is no number. */
  fields: string[]
  jumps: Jump[]
}

export interface TableChange {
  state: State
  id: string
  chapter: string
  label: Sides<string>
  /** Heads of rows and columns that one deck has alone; of a table that one deck has alone none. */
  rows: { added: string[]; gone: string[] }
  columns: { added: string[]; gone: string[] }
  /** Whether rows or columns that both decks have stand in another order or have other heads. */
  arranged: boolean
  /** Those of rows and columns that one deck has alone included. */
  cells: CellChange[]
  /** What its entry says otherwise beside its cells; empty unless `state` is `changed`. */
  details: Detail[]
}

/** A target as the diff prints it. */
export type DiffedTarget = Omit<ComparedTarget, 'leaves'>

export interface TargetChange extends Sides<DiffedTarget> {
  state: State
  id: string
  chapter: string
  /** Properties of a target, or other fields of its entry; empty unless `state` is `changed`, as are `details`. */
  fields: string[]
  details: Detail[]
}

/** Any other entry of the data, such as a chapter, a source, a period, a quote or a photo's words, in one line. */
export interface EntryChange extends Sides<string> {
  state: State
  /** One of `ENTRY_SORTS`, or the part of the data that it is of. */
  sort: string
  id: string
  chapter: string
  /** What of it changed, field by field; empty unless `state` is `changed`. */
  details: Detail[]
}

/** A file below `public/`. */
export interface PictureChange {
  state: State
  file: string
}

/** A slide that differs, or stands elsewhere among the others. */
export interface SlideChange extends Sides<{ no: number; title: string }> {
  /** `moved` where nothing but its place changed. */
  state: State | 'moved'
  moved: boolean
  chapter: string
  /** What changed of it; all absent for one that is added or gone. */
  title?: Sides<string>
  text?: Sides<string>
  note?: Sides<string>
  /** As written, where that says another thing and prints the same. */
  written?: Sides<string>
  settings?: (Sides<string> & { key: string })[]
  /** Ids of the figures, as in `figures` and in cells of `tables`, that changed and that it shows or lists. */
  figures?: string[]
  /** What else changed that it shows, as `sort:id`: a table, a target, a quote, a chapter. */
  refers?: string[]
  /** Files below `public/` that it shows now or showed, where their pictures differ. */
  pictures?: string[]
}

/** A deck that was compared. */
export interface DiffedDeck {
  /** As it is called in messages: a revision, a folder, or 现在的文稿. */
  name: string
  title: string
  /** How many slides it has. */
  slides: number
}

/**
 * What differs between two decks: what `huibao diff --json` prints. Properties may be added; none changes its meaning
 * or goes without a higher `version`.
 */
export interface DeckDiff {
  version: 1
  before: DiffedDeck
  after: DiffedDeck
  /** Whether nothing differs. */
  same: boolean
  /** The chapters of the later deck, and behind them those that only the earlier one has. */
  chapters: { id: string; title: string }[]
  figures: FigureChange[]
  tables: TableChange[]
  targets: TargetChange[]
  entries: EntryChange[]
  pictures: PictureChange[]
  slides: SlideChange[]
}
