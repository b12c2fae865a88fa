import type { CellMap } from '../../model/cell-map.ts'
import type { Period } from '../../model/figure.ts'
import { resolvePeriod, sourceYear } from '../../model/periods.ts'
import type { DeckSource } from '../../model/source.ts'
import { compareSpans, formatSpan, isSameSpan, parseSpan, readSpan, spanCode, type Span } from '../../model/span.ts'
import { isValue } from '../lib/cells/cell-measure.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { givenTimeProblems, tableProblems } from '../lib/cells/problems.ts'
import type { SheetNumber, SheetTable } from '../lib/cells/sheet-table.ts'
import { tableTime } from '../lib/cells/times.ts'
import type { Change } from './change.ts'
import { refreshFigures } from './figures.ts'
import { findCells, type FoundCell } from './find.ts'
import { refreshTables } from './tables.ts'

/** A deck with the numbers of a new month. */
export interface Refreshed {
  source: DeckSource
  map: CellMap
  changes: readonly Change[]
  /** What keeps the workbook from being read; nothing may be written then. */
  problems: readonly SheetProblem[]
  /** The time that the new numbers are of. */
  span: Span
}

export interface RefreshOptions {
  /** Name of the file, which the deck's source gets. */
  file: string
  /** The time of the new numbers, where the workbook does not say it. */
  span?: Span | undefined
}

/**
 * Takes the numbers of a new month into a deck. Each figure is of the time that its new cell says: times move on as
 * the workbook's do, those of a year ago with them. An entry of `data/periods.ts` that is the time of the workbook
 * moves on, too, where nothing else is of it. Figures without a cell keep their number, in doubt.
 */
export function refresh(
  before: DeckSource,
  map: CellMap,
  tables: readonly SheetTable[],
  { file, span: given }: RefreshOptions,
): Refreshed {
  const old = parseSpan(map.period)!
  const found = findCells(tables, map.figures)
  // Where nothing says the time, all that is read is refused for that.
  const span = given ?? spanOf([...found.values()], tables) ?? old
  const periods = movedPeriods(before, map, old, span)
  const times = { old, span, given, before: before.periods, after: periods }
  const renewedTables = refreshTables(before, map.tables ?? [], tables, times)
  const problems = [
    ...givenTimeProblems(tables, given),
    ...[...Map.groupBy(found.values(), ({ table }) => table)].flatMap(([table, cells]) =>
      tableProblems(table, given, new Set(cells.map(({ number }) => number))),
    ),
    ...renewedTables.problems,
  ]
  if (problems.length > 0) return { source: before, map, changes: [], problems, span }
  const { files, places, changes, used } = refreshFigures(before.figures, map, found, times)
  return {
    source: {
      ...before,
      periods,
      ...(before.sources && {
        sources: before.sources.map(each => (each.id === map.source ? { ...each, file } : each)),
      }),
      figures: files,
      ...(before.tables && { tables: renewedTables.files }),
    },
    map: {
      ...map,
      period: spanCode(span),
      figures: places,
      ...(map.tables && { tables: renewedTables.places }),
    },
    changes: [
      ...changes,
      ...renewedTables.changes,
      ...unmapped([...found.values()], renewedTables.found, new Set([...used, ...renewedTables.used])),
    ],
    problems,
    span,
  }
}

/** The time of the tables that the cells are in, or of all. */
function spanOf(found: readonly FoundCell[], tables: readonly SheetTable[]): Span | undefined {
  const own = new Set(found.map(({ table }) => table))
  return (own.size > 0 ? [...own] : tables)
    .flatMap(table => tableTime(table) ?? [])
    .sort(compareSpans)
    .at(-1)
}

/** Periods of the deck, that of the workbook moved on, where all that is of it comes from the workbook. */
function movedPeriods(
  { periods, figures, tables = [] }: DeckSource,
  map: CellMap,
  old: Span,
  span: Span,
): readonly Period[] {
  const year = sourceYear(periods)
  const mapped = new Set(map.figures.map(({ figure }) => figure))
  const taken = new Set((map.tables ?? []).map(({ table }) => table))
  const kept = [
    ...figures.flatMap(file => file.figures.filter(({ id }) => !mapped.has(id)).map(({ period }) => period)),
    ...tables.flatMap(file => file.tables.filter(({ id }) => !taken.has(id)).map(({ period }) => period)),
  ]
  return periods.map(entry => {
    const resolved = resolvePeriod(entry.id, periods)?.span
    if (!resolved || !isSameSpan(resolved, old) || isSameSpan(old, span)) return entry
    if (kept.some(period => period !== undefined && resolvePeriod(period, periods)?.id === entry.id)) return entry
    const stated = entry.stated.filter(words => {
      const said = readSpan(words, { year })
      return !said || !isSameSpan(said, old)
    })
    return { ...entry, text: formatSpan(span), ...(entry.span !== undefined && { span: spanCode(span) }), stated }
  })
}

/** Numbers that are no figures yet, in columns that figures come from, and in tables that tables do. */
function unmapped(
  found: readonly FoundCell[],
  tables: ReadonlySet<SheetTable>,
  used: ReadonlySet<SheetNumber>,
): Change[] {
  const columns = Map.groupBy(found, ({ table }) => table)
  return [...new Set([...columns.keys(), ...tables])].flatMap(table => {
    const own = tables.has(table) ? table.columns : [...new Set(columns.get(table)!.map(({ column }) => column))]
    return table.rows.flatMap(row =>
      own
        .map(column => ({ column, number: row.cells.get(column.column)! }))
        .filter(({ number }) => isValue(number) && !used.has(number))
        .map(({ column, number }): Change => ({
          sort: 'new',
          id: '',
          label: `${row.head}，${column.name}`,
          sheet: table.sheet,
          ref: number.ref,
          before: '',
          after: number.printed,
          warnings: [],
        })),
    )
  })
}
