import type { Chapter, Figure, ResolvedPeriod } from './figure.ts'
import type { Kind, Unit } from './vocabulary.ts'

/** One measure of a table, as it is written down: a column of it. */
export interface MeasureInput {
  /** kebab-case, unique in its table. */
  id: string
  /** What is measured, so that it reads well behind a row: 地区生产总值, 地区生产总值增速. */
  label: string
  /** As printed above the column, the second of two rows of heads behind the first. Default: `label`. */
  head?: string
  /** Default: that of each row, by `units`. */
  unit?: Unit
  /** Default: growth where there is a `change`, else what the unit measures. */
  kind?: Kind
  /** Word of a rise, or of a fall where the column prints falls without a sign, such as 降低. */
  change?: string
  /** Word of a change the other way. Default: the usual one, 下降 beside 增长. */
  fall?: string
  /** In words, what a change is compared with. */
  comparedWith?: string
  /** Id of the measure that this one is a share, a change or a ranking of. */
  of?: string
  /** In words, the whole of a share. */
  whole?: string
  /** Id or code of a period, where it is not the table's. */
  period?: string
}

/** Where the source prints a table. */
export interface TableEvidence {
  /**
   * The caption above it, or as much of its beginning as no other has, such as 表3; of a csv file its name. Default: the
   * only table that has all heads of the measures.
   */
  table?: string
  /** Name of its sheet in a workbook, where several have such a caption. */
  sheet?: string
  /**
   * Id of an entry of `data/sources.ts`. Default: that of the data file, or else the first. In a deck without entries:
   * file of the source without folder and ending, where several are given.
   */
  source?: string
}

/** Something of the source's table that the data leaves out on purpose. */
export interface SkippedPart {
  /** Row by its head as printed; instead of `column`. */
  row?: string
  /** Column by its head as printed; instead of `row`. */
  column?: string
  reason: string
}

/**
 * A table of the source as it is written down in `data/tables/`: rows by measures. A series is a table whose rows are
 * periods. Every cell is a figure: `table@row/measure`, or `table@row` where there is one measure.
 * @example
 * export const gdp = {
 *   id: 'gdp',
 *   label: '历年地区生产总值',
 *   chapter: 'economy',
 *   evidence: { table: '表1' },
 *   rows: 'periods',
 *   measures: [{ id: 'total', label: '地区生产总值', head: '地区生产总值（亿元）', unit: '亿元' }],
 *   cells: [
 *     ['2020', '1711.6'],
 *     ['2021', '2311.1'],
 *   ],
 * } as const satisfies TableInput
 */
export interface TableInput {
  /** kebab-case, unique among the tables. */
  id: string
  /** What the table is about, without a number. */
  label: string
  /** Id of the chapter that its cells belong to. */
  chapter: string
  /** Id or code of a period. Required where neither rows nor measures give one. */
  period?: string
  evidence: TableEvidence
  /** What a row is: a period, by its id or code, or a subject, by its head in the source. */
  rows: 'subjects' | 'periods'
  /** Head of the column that names the rows, as printed, without a number: 县（区）. Default: 名称, or 时段 of a series. */
  head?: string
  measures: readonly MeasureInput[]
  /**
   * A line for each row: its name, and a text for each measure, digits as printed (8.0, −20.1, 1,195.1). Where the
   * source has no number, what it prints instead: …, –, — or nothing.
   */
  cells: readonly (readonly [row: string, ...cells: readonly string[]])[]
  /** The heads of rows that are named otherwise, by row: where one has a stroke in it, or a period other digits. */
  heads?: Readonly<Record<string, string>>
  /** Labels of cells that row and measure do not make well, by `row/measure`; by `row` where there is one measure. */
  labels?: Readonly<Record<string, string>>
  /** Units by row, for measures without one. */
  units?: Readonly<Record<string, Unit>>
  /** The row that is ours, among peers. */
  ours?: string
  /** The row that the others add up to: those that are not parts of another already. */
  total?: string
  /** Rows that add up to a row, by that row. */
  parts?: Readonly<Record<string, readonly string[]>>
  /** Where a series breaks: the first row that is not comparable with those before it, and why. */
  breaks?: readonly { before: string; reason: string }[]
  /** Rows and columns of the source that are left out. */
  skip?: readonly SkippedPart[]
  /** Why a person has still to look at a cell, in words, by `row/measure`; by `row` where there is one measure. */
  doubts?: Readonly<Record<string, string>>
}

/** The tables of one file of `data/tables/`. */
export interface TableFile {
  /** Path for messages, from the project's root. */
  file: string
  /** Id of the entry of `data/sources.ts` that prints them, where they do not name one. Default: the first. */
  source?: string
  tables: readonly TableInput[]
  /** Tables of the source that no data is taken from, by caption or its beginning. */
  skip?: readonly { table: string; reason: string }[]
}

/** What a cell prints where the source has no number. */
export type Gap = '' | '空' | '缺' | '…' | '……' | '...' | '-' | '–' | '—' | '——' | '/'

type NumberedMeasures<Measures extends readonly MeasureInput[]> = Measures extends readonly [unknown]
  ? readonly ['']
  : { [Index in keyof Measures]: Measures[Index] extends { id: infer Id extends string } ? `/${Id}` : never }

type RowIds<Table extends string, Row, Ends extends readonly string[]> = Row extends readonly [
  infer Name extends string,
  ...infer Cells extends readonly string[],
]
  ? {
      [Index in keyof Cells]: Cells[Index] extends Gap
        ? never
        : Index extends keyof Ends
          ? `${Table}@${Name}${Ends[Index] & string}`
          : never
    }[number]
  : never

/**
 * The ids of a table's cells that hold a number, to be added to the `FigureId` of `data/deck.ts`.
 * @example
 * export type FigureId = StatedFigureId | CellId<typeof gdp>
 */
export type CellId<Table extends TableInput> = Table extends TableInput
  ? RowIds<Table['id'], Table['cells'][number], NumberedMeasures<Table['measures']>>
  : never

/** A row as everything but `data/tables/` sees it. */
export interface TableRow {
  /** Its name in ids. */
  id: string
  /** As it is shown: the head, or the period's text. */
  text: string
  /** As printed in the source. */
  head: string
  /** Of a series. */
  period: ResolvedPeriod | null
  /** Why it is not comparable with the rows before it, where it is not. */
  breaks: string | null
}

/** A measure as everything but `data/tables/` sees it. */
export interface TableMeasure extends Omit<MeasureInput, 'head' | 'period'> {
  head: string
  /** Of its cells; null where they are of the periods of their rows. */
  period: ResolvedPeriod | null
}

/** A place in a table without a number, and what the source prints there. */
export interface TableGap {
  gap: string
}

/** A table, its cells figures of the deck. */
export interface Table {
  id: string
  label: string
  chapter: Chapter
  evidence: TableEvidence
  /** Whether it is a series. */
  by: 'subjects' | 'periods'
  /** Head of the column that names the rows. */
  head: string
  rows: readonly TableRow[]
  measures: readonly TableMeasure[]
  ours: string | null
  /** Rows that add up to a row, by that row. */
  parts: ReadonlyMap<string, readonly string[]>
  /** @param measure default: the first */
  cell: (row: string, measure?: string) => Figure | TableGap | undefined
}
