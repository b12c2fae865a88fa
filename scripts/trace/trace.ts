import { quantitiesOf } from '../../model/reading/statement.ts'
import { formatFigure, type FormatStyle } from '../../model/format.ts'
import type { Derivation, Figure } from '../../model/figure.ts'
import { kindName } from '../../model/vocabulary.ts'
import { sourceName } from '../../model/sources.ts'
import { isStyle } from '../../model/slides/figure-text.ts'
import { fileOf } from '../check/facts/facts.ts'
import { appearancesOf, type Appearance, type Medium } from '../lib/facts/appearances.ts'
import type { DeckFacts } from '../lib/facts/deck.ts'
import { figuresPrinting, isNumber, nearestByValue } from './number.ts'
import type { Place } from './place.ts'
import { typedPlaces } from './typed.ts'

/** Another figure by id and as printed. */
export interface Reference {
  id: string
  label: string
  text: string
}

/** Everything that is known of a figure. */
export interface FigureTrace extends Reference {
  /** Kind, unit and what it is compared with or a part of, in words. */
  measure: string
  period: string
  chapter: string
  /** The source that states it, in a deck of several. */
  source: string | null
  /** Null for a derived figure, as is the clause; and where the source has no columns. */
  column: string | null
  clause: string | null
  /** Other clauses of the source that state it. */
  also: readonly string[]
  /** For a cell of a table, whose `column` is the table. */
  cell: { row: string; column: string } | null
  /** Where the number stands in the clause. */
  marked: [start: number, end: number] | null
  note: string | null
  /** `file:line` of its entry in the data. */
  where: string
  formula: (Pick<Derivation, 'formula' | 'rounding'> & { inputs: Reference[] }) | null
  /** The figures that are computed from it. */
  usedBy: Reference[]
  places: Place[]
}

/** What was asked for, and what was found. */
export interface Trace {
  query: string
  figures: FigureTrace[]
  /** Where the number is typed rather than printed from a figure. */
  typed: Place[]
  /** Where nothing was found: the closest figures. */
  nearest: Reference[]
}

/** Traces a figure by its id or label, or a number. */
export function trace(query: string, facts: DeckFacts): Trace {
  const { deck } = facts
  const wanted = query.trim()
  const own = deck.figures.filter(({ id, label }) => id === wanted || label === wanted)
  const number = own.length === 0 && isNumber(wanted)
  const figures = number ? figuresPrinting(wanted, deck.figures) : own
  const typed = number ? typedPlaces(wanted, facts.slides) : []
  const near = (): Figure[] =>
    number ? nearestByValue(wanted, deck.figures) : deck.nearest(wanted).flatMap(id => deck.findFigure(id) ?? [])
  return {
    query: wanted,
    figures: traceFigures(figures, facts),
    typed,
    nearest: figures.length + typed.length > 0 ? [] : near().map(reference),
  }
}

function reference(figure: Figure): Reference {
  return { id: figure.id, label: figure.label, text: formatFigure(figure, 'worded') }
}

/** Everything that is known of some figures. */
export function traceFigures(figures: readonly Figure[], facts: DeckFacts): FigureTrace[] {
  const { deck, data, slides } = facts
  const appearances = Map.groupBy(appearancesOf(slides, data, deck.figures), ({ id }) => id)
  return figures.map(figure => traceFigure(figure, facts, appearances.get(figure.id) ?? []))
}

function traceFigure(
  figure: Figure,
  { deck, source, where }: DeckFacts,
  appearances: readonly Appearance[],
): FigureTrace {
  const { id, derived, evidence } = figure
  const refer = (ids: readonly string[]): Reference[] => ids.flatMap(each => deck.findFigure(each) ?? []).map(reference)
  const cell = derived ? undefined : evidence.cell
  const stated = derived ? undefined : quantitiesOf(figure, evidence.clause)[0]
  const file = fileOf({ source }, id)
  return {
    ...reference(figure),
    measure: measureOf(figure, deck.findFigure(figure.of ?? '')),
    period: figure.period.text,
    chapter: figure.chapter.title,
    column: derived ? null : (cell?.table ?? evidence.column ?? null),
    source: figure.source ? sourceName(figure.source) : null,
    clause: derived || cell ? null : evidence.clause,
    also: (!derived && evidence.also) || [],
    cell: cell ? { row: cell.row, column: cell.column } : null,
    marked: stated ? [stated.start, stated.end] : null,
    note: figure.note ?? null,
    where: where(file, id),
    formula: derived ? { formula: derived.formula, rounding: derived.rounding, inputs: refer(derived.inputs) } : null,
    usedBy: refer(deck.figures.filter(each => each.derived?.inputs.includes(id)).map(each => each.id)),
    places: appearances.map(({ slide, medium, component, prop, style, line }) => ({
      slide: slide.no,
      title: slide.title,
      medium,
      component: `${component} ${prop}`,
      text: formatFigure(figure, printedStyle(medium, style)),
      where: `${slide.file}:${line}`,
    })),
  }
}

/** Large numbers and alternative texts say the sign word unless told otherwise. */
function printedStyle(medium: Medium, style: string): FormatStyle {
  return isStyle(style) ? style : 'worded'
}

/** What a figure measures, in words: 金额（亿元），属于“…”的一部分. @param other the figure that it is a part or change of */
export function measureOf(figure: Figure, other: Figure | undefined): string {
  const { kind, unit, comparedWith, whole, of } = figure
  const relation =
    of === undefined
      ? undefined
      : `${kind === 'growth' ? '是' : '属于'}“${other?.label ?? of}”的${kind === 'growth' || kind === 'share' ? kindName(figure) : '一部分'}`
  return [
    `${kindName(figure)}${unit && `（${unit}）`}`,
    comparedWith && `与${comparedWith}相比`,
    whole && `占${whole}`,
    relation,
  ]
    .filter(Boolean)
    .join('，')
}
