import type { Deck } from './deck.ts'
import type { Figure, ResolvedPeriod } from './figure.ts'
import type { FigureId } from './register.ts'
import type { SourceDocument } from './source-document.ts'
import type { Table, TableMeasure, TableRow } from './table.ts'
import type { Target } from './target.ts'
import { datasetOf } from './lookup.ts'

type Plain = Pick<Deck<string>, 'columns' | 'chapters' | 'quotes' | 'photos' | 'errata'>
/** Something with a chapter and a period, by their places among those of the deck; −1 for no period. */
type Placed<Item> = Omit<Item, 'chapter' | 'period'> & { period: number }

/** What a browser gets of a deck, as JSON: resolved, and each chapter and period once. */
export interface PackedDeck extends Plain {
  periods: readonly ResolvedPeriod[]
  /** How many of the periods are those of the deck; the others are of figures. */
  own: number
  sources: readonly SourceDocument[]
  figures: readonly (Omit<Placed<Figure>, 'source'> & { chapter: number; source?: number })[]
  tables: readonly PackedTable[]
  targets: readonly PackedTarget[]
}

/** A target, its figures by their ids. */
type PackedTarget = Omit<Target, Role> & Record<Role, string | null>
type Role = 'plan' | 'done' | 'before' | 'rate'

interface PackedTable extends Omit<Table, 'chapter' | 'rows' | 'measures' | 'parts' | 'cell'> {
  chapter: number
  rows: readonly Placed<TableRow>[]
  measures: readonly Placed<TableMeasure>[]
  parts: readonly (readonly [string, readonly string[]])[]
  /** By row and measure: the id of a figure, or what stands there instead. */
  cells: readonly (readonly (string | { gap: string } | null)[])[]
}

/** Packs a resolved deck for the browser, which then needs nothing of what resolved it. */
export function packDeck(deck: Deck<string>): PackedDeck {
  const { columns, chapters, quotes, photos, errata } = deck
  const periods = [...deck.periods]
  const keys = periods.map(period => JSON.stringify(period))
  const placeOf = (period: ResolvedPeriod | null): number => {
    if (period === null) return -1
    const key = JSON.stringify(period)
    const at = keys.indexOf(key)
    if (at >= 0) return at
    periods.push(period)
    return keys.push(key) - 1
  }
  const chapterOf = ({ chapter }: Pick<Figure, 'chapter'>): number => chapters.findIndex(({ id }) => id === chapter.id)
  const placed = <Item extends { period: ResolvedPeriod | null }>(item: Item): Item & { period: number } => ({
    ...item,
    period: placeOf(item.period),
  })
  const sources = [...new Set(deck.figures.flatMap(({ source }) => source ?? []))]
  const figures = deck.figures.map(({ source, ...figure }) => ({
    ...placed(figure),
    chapter: chapterOf(figure),
    ...(source && { source: sources.indexOf(source) }),
  }))
  const tables = deck.tables.map(table => ({
    ...table,
    chapter: chapterOf(table),
    rows: table.rows.map(placed),
    measures: table.measures.map(placed),
    parts: [...table.parts],
    cells: table.rows.map(row =>
      table.measures.map(measure => {
        const cell = table.cell(row.id, measure.id)
        return cell === undefined ? null : 'id' in cell ? cell.id : cell
      }),
    ),
  }))
  const targets = deck.targets.map(({ plan, done, before, rate, ...rest }) => ({
    ...rest,
    ...{ plan: plan.id, done: done?.id ?? null, before: before?.id ?? null, rate: rate?.id ?? null },
  }))
  const own = deck.periods.length
  return { columns, chapters, quotes, photos, errata, periods, own, sources, figures, tables, targets }
}

/** What components see of a deck. */
export type UnpackedDeck = Omit<Deck, 'names' | 'structural'>

/** Unpacks what `packDeck` has packed. */
export function unpackDeck({ periods, own, sources, figures, tables, targets, ...plain }: PackedDeck): UnpackedDeck {
  const periodAt = (place: number): ResolvedPeriod | null => periods[place] ?? null
  const dataset = datasetOf(
    figures.map(({ source, ...figure }) => ({
      ...figure,
      ...(source !== undefined && { source: sources[source]! }),
      // JSON has no NaN, which is the value of a proportion.
      value: figure.value ?? Number.NaN,
      chapter: plain.chapters[figure.chapter]!,
      period: periodAt(figure.period)!,
    })) as readonly Figure<FigureId>[],
  )
  return {
    ...plain,
    ...dataset,
    periods: periods.slice(0, own),
    targets: targets.map(({ plan, done, before, rate, ...rest }) => {
      const find = (id: string | null): Figure | null => dataset.findFigure(id ?? '') ?? null
      return { ...rest, plan: find(plan)!, done: find(done), before: find(before), rate: find(rate) }
    }),
    tables: tables.map(({ cells, ...table }) => ({
      ...table,
      chapter: plain.chapters[table.chapter]!,
      rows: table.rows.map(row => ({ ...row, period: periodAt(row.period) })),
      measures: table.measures.map(measure => ({ ...measure, period: periodAt(measure.period) })),
      parts: new Map(table.parts),
      cell: (row, measure = table.measures[0]!.id) => {
        const column = table.measures.findIndex(({ id }) => id === measure)
        const cell = cells[table.rows.findIndex(({ id }) => id === row)]?.[column] ?? undefined
        return typeof cell === 'string' ? dataset.findFigure(cell) : cell
      },
    })),
  }
}
