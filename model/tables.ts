import type { Chapter, Figure, Period, ResolvedPeriod } from './figure.ts'
import type { DeckSource } from './source.ts'
import type { Table, TableInput } from './table.ts'
import { cellId, headOf, headOfRow, partsOf } from './cells.ts'
import { resolvePeriod } from './periods.ts'
import { sourceIdOf } from './sources.ts'

/** A table as it is written, with its file and the id of its source; null in a deck that names none. */
export interface WrittenTable {
  file: string
  table: TableInput
  source: string | null
}

/** All tables of a deck, in the order in which they are written. */
export function writtenTables(deck: Pick<DeckSource, 'tables' | 'sources'>): WrittenTable[] {
  return (deck.tables ?? []).flatMap(({ file, source, tables }) =>
    tables.map(table => ({ file, table, source: sourceIdOf(deck, table?.evidence?.source, source) })),
  )
}

/** Resolves a table in which `tableRules` found nothing wrong. @param find looks a figure up */
export function resolveTable(
  table: TableInput,
  chapters: readonly Chapter[],
  periods: readonly Period[],
  find: (id: string) => Figure | undefined,
): Table {
  const { id, label, evidence, measures, cells, breaks = [] } = table
  const series = table.rows === 'periods'
  const period = (idOrCode: string | undefined): ResolvedPeriod | null =>
    (idOrCode === undefined ? undefined : resolvePeriod(idOrCode, periods)) ?? null
  const printed = new Map(cells.map(([row, ...texts]) => [row, texts]))
  return {
    id,
    label,
    chapter: chapters.find(chapter => chapter.id === table.chapter)!,
    evidence,
    by: table.rows,
    head: table.head ?? (series ? '时段' : '名称'),
    rows: cells.map(([row]) => ({
      id: row,
      text: series ? (period(row)?.text ?? row) : row,
      head: headOfRow(table, row),
      period: series ? period(row) : null,
      breaks: breaks.find(({ before }) => before === row)?.reason ?? null,
    })),
    measures: measures.map(measure => ({
      ...measure,
      head: headOf(measure),
      period: series ? null : period(measure.period ?? table.period),
    })),
    ours: table.ours ?? null,
    parts: partsOf(table),
    cell: (row, measure = measures[0]!.id) => {
      const index = measures.findIndex(each => each.id === measure)
      const gap = index < 0 ? undefined : printed.get(row)?.[index]
      return find(cellId(table, row, measure)) ?? (gap === undefined ? undefined : { gap })
    },
  }
}
