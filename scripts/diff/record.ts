import type { FigureRecord } from '../figures/records.ts'
import type { Leaves } from './leaves.ts'

/** A figure as it is compared: what `huibao figures --json` says of it, and what else it says. */
export interface ComparedFigure extends FigureRecord {
  /** The label as charts print it. */
  short: string
  /** The source's word of a rise or fall, with what it is compared with. */
  change: string | null
  /** What it measures, in words. */
  scope: string
  /** What the source adds in words. */
  note: string | null
  /** All that its entry says. */
  leaves: Leaves
  /** Its numbers in one of `base`, so that 万元 and 亿元 can be compared. */
  size: { base: string; numbers: readonly number[] }
}

/** A cell of a table; without a figure it is a gap. */
export interface ComparedCell {
  row: string
  measure: string
  /** Head of its row and of its column, as shown. */
  heads: readonly [row: string, column: string]
  /** As printed. */
  text: string
  figure: ComparedFigure | null
}

export interface ComparedTable {
  id: string
  label: string
  chapter: string
  /** By their ids, as shown. */
  rows: readonly Head[]
  columns: readonly Head[]
  cells: readonly ComparedCell[]
  /** All that its entry says beside its cells. */
  leaves: Leaves
}

/** A row or a column of a table. */
export interface Head {
  id: string
  text: string
}

export interface ComparedTarget {
  id: string
  label: string
  chapter: string
  /** Figures as printed; empty where there is none. */
  plan: string
  done: string
  before: string
  rate: string
  /** Whether it was met, in words. */
  outcome: string
  /** All that its entry says. */
  leaves: Leaves
}

/** Anything else that data says: a chapter, a source, a quote, a photo, an erratum, a name with a number. */
export interface ComparedEntry {
  /** One of `ENTRY_SORTS`, or the part of the data that it is of. */
  sort: string
  id: string
  /** Id of its chapter; empty where it has none. */
  chapter: string
  /** All that it says, in one line. */
  text: string
  leaves: Leaves
}

/** What entries are called, by their sorts. */
export const ENTRY_SORTS: Readonly<Record<string, string>> = {
  chapter: '章',
  period: '时段',
  source: '来源',
  quote: '引语',
  photo: '图片说明',
  erratum: '勘误',
  name: '带数字的名称',
  unused: '不上页的',
  structural: '文稿自己的数',
  skip: '不取的表',
  columns: '栏目',
  units: '单位',
}

/** A slide as it is compared. */
export interface ComparedSlide {
  /** From 1. */
  no: number
  title: string
  /** Id of its chapter; empty where it has none. */
  chapter: string
  /** Front matter, each value as one text. */
  settings: Readonly<Record<string, string>>
  /** What stands on it beside its title, figures printed; components as they are written. */
  text: string
  /** What is said, figures printed. */
  note: string
  /** Content and note as written, in which figures are ids. */
  written: string
  /** Ids of figures that it shows or says. */
  shows: readonly string[]
  /** Ids of figures of which its appendix prints everything. */
  lists: readonly string[]
  /** What else of the data it shows, as `sort:id`. */
  refers: readonly string[]
  /** Files below `public/` that it shows. */
  pictures: readonly string[]
}

/** What a deck says, as plain values: nothing of it depends on which deck was read last. */
export interface DeckRecord {
  title: string
  chapters: readonly { id: string; title: string }[]
  /** Those that are no cells of a table. */
  figures: readonly ComparedFigure[]
  tables: readonly ComparedTable[]
  targets: readonly ComparedTarget[]
  entries: readonly ComparedEntry[]
  /** Digests of the pictures below `public/`, by file. */
  pictures: Readonly<Record<string, string>>
  slides: readonly ComparedSlide[]
}
