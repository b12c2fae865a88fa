import type { SourceDocument } from './source-document.ts'
import type { Span } from './span.ts'
import type { Value } from './values.ts'
import type { Kind, Unit } from './vocabulary.ts'
import type { Qualifier } from './qualifiers.ts'

/** Where a table of the source prints a number. */
export interface CellPlace {
  /** The table in words: 表3《各县（区）地区生产总值》. */
  table: string
  /** Head of the row, as printed. */
  row: string
  /** Head of the column, as printed. */
  column: string
  /** The cell of a sheet, such as C7, where the evidence names it. */
  at?: string
}

/** Where the source states a figure. */
export interface Evidence {
  /** Id of an entry of `data/sources.ts`. Default: that of the data file, or else the first. */
  source?: string
  /**
   * Column of the figure's chapter, one of `data/columns.ts`; none where the source has no columns. 数据表 for a cell of
   * a table.
   */
  column?: string
  /**
   * Shortest clause that bears the number, exactly as printed (line wraps joined, errata kept); for a cell, where it
   * stands: table, row and column.
   */
  clause: string
  /**
   * Where else the same number is printed: another clause of the same source, wherever in it it stands, or a place in
   * another one. Each must state it as `clause` does. Default: it is printed once.
   */
  also?: readonly OtherPlace[]
  /**
   * The words of the source that give the period: one of its `stated`, or what reads as its span. Not needed where the
   * period is the implied one, or the clause itself says it.
   */
  period?: string
  /** Of a cell of a table. Never written down: `data/tables/` says it. */
  cell?: CellPlace
}

/** A clause of another source of the deck. */
export interface OtherClause {
  /** Id of an entry of `data/sources.ts`. */
  source: string
  clause: string
  /** The words of that source that give the period, as `period` of `Evidence`. */
  period?: string
}

/** Another place that prints a figure's number: a clause of the same source, or a clause or a cell of another one. */
export type OtherPlace = string | OtherClause | OtherCell

/** A cell of another source of the deck. */
export interface OtherCell extends Omit<SheetEvidence, 'also'> {
  source: string
}

/** Where a workbook prints a figure. */
export interface SheetEvidence {
  /** Id of an entry of `data/sources.ts`. Default: that of the data file, or else the first. */
  source?: string
  /** Name of the sheet. */
  sheet: string
  /** The cell, such as C7. */
  cell: string
  /** Head of its row, as printed. */
  row: string
  /** Head of its column, as printed; the second of two rows of heads behind the first. */
  column: string
  /** Clauses and cells of other sources that print the same number. Default: it is printed once. */
  also?: readonly Exclude<OtherPlace, string>[]
}

/** A part of a proportion that is a figure of its own: so many percent of the whole. */
export interface ShareInput {
  /** kebab-case, unique over the whole deck. */
  id: string
  /** What is the part, without a number; unique over the whole deck. */
  label: string
  /** The label where a title or neighbours say the rest, as in charts. Default: `label`. */
  short?: string
}

/**
 * The ids of the shares that proportions name, to be added to the `FigureId` of `data/deck.ts`.
 * @example
 * export type FigureId = StatedFigureId | ShareId<(typeof figures)[number]>
 */
export type ShareId<Input extends FigureInput | SheetFigureInput> = Input extends {
  shares: readonly { id: infer Id extends string }[]
}
  ? Id
  : never

/** The column of a table that a rank follows from. */
export interface RankBasis {
  /** Id of the table. */
  table: string
  /** Id of the measure that rows are ranked by. Default: the first that is no rank itself. */
  measure?: string
  /** The row that is ranked. Default: `ours` of the table. */
  row?: string
  /** Whether the first is the one with the largest number or with the smallest. Default: `descending`. */
  order?: 'descending' | 'ascending'
}

/** One figure as it is written down in `data/figures/`. */
export interface FigureInput {
  /** kebab-case, unique over the whole deck. */
  id: string
  /** What is counted or measured, without a number; unique over the whole deck. */
  label: string
  /** The label where a title or neighbours say the rest, as in charts. Default: `label`. */
  short?: string
  /** Negative where the source's is: a decline, 负增长, −1.2‰. Of a proportion its parts: [22.8, 34.5, 42.7]. */
  value: Value
  /**
   * Of a proportion in percent: what each of its numbers is the share of, in their order. Each becomes a figure with an
   * id of its own; together they make 100, within rounding, of what `of` or `whole` says. Default: the proportion is
   * one figure only, as 3:2 is.
   */
  shares?: readonly ShareInput[]
  /** The upper end of a range, of which `value` is the lower: 6%—6.5%. */
  to?: number
  /** The number with its unit as the source writes it, where that is not digits with the unit behind: 四成, 百家. */
  as?: string
  /** Digits printed after the point. Default: as many as the value needs. */
  decimals?: number
  unit: Unit
  /** The unit that it is printed in, where that is another scale: 71.9183亿元 for 719183万元. Default: `unit`. */
  printAs?: Unit
  /** Default `none`. */
  qualifier?: Qualifier
  /** Default: what the unit measures. Required for what is told in percent, points or times. */
  kind?: Kind
  /** Id of an entry of `data/periods.ts`, or the code of a span, which needs no entry: see `parseSpan`. */
  period: string
  /** The source's word for a rise or fall; required for growths, and must stand in the clause. */
  change?: string
  /** Id of the figure that this one is a part of, or whose share or change it states. */
  of?: string
  /** Of a rank: the table that it follows from; its cells must then say so. Default: the clause alone says it. */
  rankIn?: RankBasis
  /** In words, the whole of a share, where no figure gives it. */
  whole?: string
  /** In words, why a share may count what other shares of its whole count too; it is then left out of their sum. */
  overlap?: string
  /** In words, what a change is compared with. */
  comparedWith?: string
  /** What the source adds to the number in words, e.g. 居全市前列. */
  note?: string
  /** Why a person has still to look at it, in words: a rule took it over and was not sure. Default: nobody need. */
  doubt?: string
  evidence: Evidence
}

/** One figure of a cell of a workbook, as it is written down in `data/figures/`. */
export interface SheetFigureInput extends Omit<FigureInput, 'evidence'> {
  evidence: SheetEvidence
}

/** A span of time that figures refer to. */
export interface Period {
  id: string
  /** As printed in the deck. */
  text: string
  /** The code of its dates, as in `parseSpan`. Default: what `text` says. */
  span?: string
  /** The wordings of the source that mean this period; what reads as its span need not be listed. */
  stated: readonly string[]
  /** The period that the source as a whole is about; it needs no wording of its own. */
  implied?: boolean
}

/** A period with its dates. */
export interface ResolvedPeriod extends Omit<Period, 'span'> {
  /** `null` where its words tell no dates. */
  span: Span | null
  /** The day on which it begins, in ISO 8601; empty where its words tell none. */
  begin: string
  /** The day on which it ends; empty where its words tell no dates. */
  end: string
}

/** One chapter of the briefing. */
export interface Chapter {
  id: string
  /** Heading of the chapter in the source. */
  title: string
  /** The chapter in a few characters, as its columns are named. */
  short: string
  /** The field of work that it covers. */
  topic: string
}

/** How a derived figure came about. */
export interface Derivation {
  /** The formula with the inputs' printed values, e.g. `300家 − 40余家`. */
  formula: string
  /** Ids of the figures that go in. */
  inputs: readonly string[]
  /** Digits after the point to which the result is rounded. */
  rounding: number
}

/** A figure as everything but `data/figures/` sees it: complete, validated, with its chapter and period resolved. */
export interface Figure<Id extends string = string> extends Omit<
  FigureInput,
  'value' | 'shares' | 'short' | 'kind' | 'period' | 'qualifier' | 'decimals' | 'printAs' | 'doubt' | 'evidence'
> {
  id: Id
  short: string
  /** `NaN` of a proportion. */
  value: number
  /** Its other places in words: a clause as it is, what another source has with its title. */
  evidence: Omit<Evidence, 'also'> & { also?: readonly string[] }
  /** The number as the source states it, where it is printed in another unit; of a share the proportion. */
  stated?: Pick<FigureInput, 'value' | 'to' | 'decimals' | 'unit'>
  /** The numbers of a proportion. */
  parts?: readonly number[]
  chapter: Chapter
  decimals: number
  kind: Kind
  qualifier: Qualifier
  period: ResolvedPeriod
  /** Whether it is planned, and no fact: of a later time than the source, by its clause, or as the plan of a target. */
  planned?: true
  /** The source that states it; only where a deck has several, or where that has no chapters. */
  source?: SourceDocument
  /** `null` for what the source states; for a derived figure, `evidence` is that of its first input. */
  derived: Derivation | null
}
