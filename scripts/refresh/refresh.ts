import { isDeepStrictEqual } from 'node:util'
import type { CellMap, MappedCell } from '../../model/cell-map.ts'
import { otherWay } from '../../model/cells.ts'
import { directionOf } from '../../model/changes.ts'
import type { Period, SheetFigureInput } from '../../model/figure.ts'
import { resolvePeriod, sourceYear } from '../../model/periods.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { compareSpans, formatSpan, isSameSpan, parseSpan, readSpan, spanCode, type Span } from '../../model/span.ts'
import { numberOf } from '../../model/values.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import type { Measure } from '../lib/cells/measures.ts'
import { cellProblem, measureIn, placeOf, valueIn } from '../lib/cells/propose.ts'
import type { SheetTable } from '../lib/cells/sheet-tables.ts'
import { warningsOf, type Change } from './change.ts'
import { findCell, type FoundCell } from './find.ts'
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
  const places = new Map(map.figures.map(place => [place.figure, place]))
  const found = new Map(map.figures.map(place => [place.figure, findCell(tables, place)]))
  const span = given ?? spanOf([...found.values()], tables) ?? old
  const periods = movedPeriods(before, places, map, old, span)
  const changes: Change[] = []
  const problems: SheetProblem[] = []
  const newPlaces = new Map(places)
  const figures = before.figures.map(own => ({
    ...own,
    figures: own.figures.map(figure => {
      const place = places.get(figure.id)
      if (!place || !isSheetFigure(figure)) return figure
      const cell = found.get(figure.id)
      const problem = cell && cellProblem(cell.table.sheet, cell.number)
      if (problem) problems.push(problem)
      if (!cell || cell.number.reading.kind !== 'value') {
        if (!problem) changes.push(gone(figure, place, cell))
        return { ...figure, doubt: `${formatSpan(span)}的工作簿里没有这个数，还是原来的` }
      }
      const { row, column, table } = cell
      newPlaces.set(figure.id, placeOf(table, row, column, figure.id))
      const now = renewed(figure, cell, { before: before.periods, after: periods, span: given })
      changes.push(changeOf(figure, now, cell))
      return now
    }),
  }))
  const refreshed = refreshTables(before, map.tables ?? [], tables, { old, span })
  const known = new Set([...newPlaces.values()].map(({ sheet, cell }) => `${sheet}!${cell}`))
  return {
    source: {
      ...before,
      periods,
      ...(before.sources && {
        sources: before.sources.map(each => (each.id === map.source ? { ...each, file } : each)),
      }),
      figures,
      ...(before.tables && { tables: refreshed.files }),
    },
    map: {
      ...map,
      period: spanCode(span),
      figures: map.figures.map(({ figure }) => newPlaces.get(figure)!),
      ...(map.tables && { tables: refreshed.places }),
    },
    changes: [...changes, ...refreshed.changes, ...unmapped([...found.values()], known)],
    problems: [...problems, ...refreshed.problems],
    span,
  }
}

/** The time of the tables that the cells are in, or of all. */
function spanOf(found: readonly (FoundCell | undefined)[], tables: readonly SheetTable[]): Span | undefined {
  const own = found.flatMap(cell => cell?.table.span ?? [])
  return [...(own.length > 0 ? own : tables.flatMap(({ span }) => span ?? []))].sort(compareSpans).at(-1)
}

/** Periods of the deck, that of the workbook moved on, where all that is of it comes from the workbook. */
function movedPeriods(
  { periods, figures, tables = [] }: DeckSource,
  places: ReadonlyMap<string, MappedCell>,
  map: CellMap,
  old: Span,
  span: Span,
): readonly Period[] {
  const year = sourceYear(periods)
  const taken = new Set((map.tables ?? []).map(({ table }) => table))
  const kept = [
    ...figures.flatMap(file => file.figures.filter(({ id }) => !places.has(id)).map(({ period }) => period)),
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

interface Periods {
  before: readonly Period[]
  after: readonly Period[]
  span: Span | undefined
}

/** A figure with the number of its new cell. What the deck says of it in words stays. */
function renewed(
  figure: SheetFigureInput,
  { row, column, number, table }: FoundCell,
  periods: Periods,
): SheetFigureInput {
  const measure: Measure = measureIn(row, column) ?? { unit: figure.unit }
  const read = valueIn(number, measure)
  const { decimals: _, qualifier: __, doubt: ___, printAs, ...kept } = figure
  const change = changeWord(figure, read)
  return {
    ...kept,
    value: read.value,
    ...(read.decimals !== undefined && { decimals: read.decimals }),
    unit: read.unit,
    ...(read.unit === figure.unit && printAs !== undefined && { printAs }),
    ...(read.qualifier !== undefined && { qualifier: read.qualifier }),
    ...(read.doubt !== undefined && figure.doubt === read.doubt && { doubt: read.doubt }),
    ...(change !== undefined && { change }),
    period: periodFor(figure, number.span ?? periods.span, periods),
    evidence: { ...figure.evidence, sheet: table.sheet, cell: number.ref, row: row.head, column: column.head },
  }
}

/** The word of a change: the deck's own, or the other way where the number goes that, or what the cell itself says. */
function changeWord(
  { change }: SheetFigureInput,
  read: Pick<SheetFigureInput, 'value'> & { change?: string },
): string | undefined {
  if (change === undefined || read.change === undefined) return read.change ?? change
  const [own, now] = [directionOf(change), directionOf(read.change)]
  if (own === undefined || now === undefined) return read.change
  return own === now ? change : (otherWay({ change }) ?? read.change)
}

/** The time of a figure: its entry, where that has moved on with it, else the code of what its cell says. */
function periodFor({ period }: SheetFigureInput, span: Span | undefined, { before, after }: Periods): string {
  if (!span) return period
  const own = resolvePeriod(period, after)
  const isEntry = before.some(({ id }) => id === period)
  return isEntry && own?.span && isSameSpan(own.span, span) ? period : spanCode(span)
}

function printFigure({ value, decimals, unit, qualifier = 'none' }: SheetFigureInput): string {
  const number = numberOf(value)
  const digits = decimals === undefined ? String(Math.abs(number)) : Math.abs(number).toFixed(decimals)
  return `${qualifier === 'none' ? '' : `〔${qualifier}〕`}${number < 0 ? '−' : ''}${digits}${unit}`
}

function changeOf(
  figure: SheetFigureInput,
  now: SheetFigureInput,
  { number, table, row, column, moved }: FoundCell,
): Change {
  const amount = ({ value, unit, change, kind }: SheetFigureInput) => ({
    value: numberOf(value),
    unit,
    relative: change !== undefined || kind === 'rank' || kind === 'growth',
  })
  const turned = figure.change !== undefined && figure.change !== now.change
  return {
    sort: printFigure(figure) === printFigure(now) ? 'same' : 'changed',
    id: figure.id,
    label: figure.label,
    sheet: table.sheet,
    ref: number.ref,
    before: printFigure(figure),
    after: printFigure(now),
    warnings: [
      ...warningsOf(amount(figure), amount(now)),
      ...(turned ? [`${figure.change} → ${now.change}，标题里的话要跟着改`] : []),
      ...(moved ? [`行名、列名变了，按位置取的：行“${row.head}”，列“${column.head}”`] : []),
    ],
  }
}

function gone(figure: SheetFigureInput, { sheet, cell: place }: MappedCell, cell: FoundCell | undefined): Change {
  return {
    sort: 'gone',
    id: figure.id,
    label: figure.label,
    sheet,
    ref: cell?.number.ref ?? place,
    before: printFigure(figure),
    after: cell?.number.printed ?? '',
    warnings: [cell ? '新表里这一格没有数，数据还是原来的' : '新表里找不到这一行或这一列，数据还是原来的'],
  }
}

/** Numbers in columns and tables that figures come from, which are no figures yet. */
function unmapped(found: readonly (FoundCell | undefined)[], known: ReadonlySet<string>): Change[] {
  const columns = new Map<SheetTable, Set<number>>()
  for (const cell of found)
    if (cell) columns.set(cell.table, (columns.get(cell.table) ?? new Set()).add(cell.column.column))
  return [...columns].flatMap(([table, own]) =>
    table.rows.flatMap(row =>
      [...row.cells]
        .filter(
          ([column, { ref, reading }]) =>
            own.has(column) && reading.kind === 'value' && !known.has(`${table.sheet}!${ref}`),
        )
        .map(([column, { ref, printed }]): Change => {
          const { name } = table.columns.find(each => each.column === column)!
          return {
            sort: 'new',
            id: '',
            label: `${row.head}，${name}`,
            sheet: table.sheet,
            ref,
            before: '',
            after: printed,
            warnings: [],
          }
        }),
    ),
  )
}

/** Whether a refresh leaves a deck as it was. */
export function isUnchanged(before: DeckSource, { source }: Pick<Refreshed, 'source'>): boolean {
  return isDeepStrictEqual(before, source)
}
