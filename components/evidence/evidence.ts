import type { Figure } from '../../model/figure.ts'
import type { Erratum } from '../../model/source.ts'
import type { Places } from '../../model/slides/shown.ts'
import type { MarkedClause } from './clause.ts'
import { entryNumber } from '../../model/appendix-entries.ts'
import { formatFigure, PLAN_MARK } from '../../model/format.ts'
import { sourceName } from '../../model/sources.ts'
import { kindName } from '../../model/vocabulary.ts'
import { markClause } from './clause.ts'

/** One line of the panel: what it is about, and what is said. */
export interface EvidenceRow {
  term: string
  text: string
}

/** What the panel says of a figure. */
export interface EvidenceView {
  id: string
  /** Its number in the appendix. */
  number: number
  label: string
  /** As printed, with its sign word. */
  text: string
  /** Measure, scope, period, place in the source. */
  rows: readonly EvidenceRow[]
  /** What the source states; none for a derived figure. */
  clause?: MarkedClause
  /** Misprints of the source that touch it. */
  errata: readonly Pick<Erratum, 'printed' | 'read'>[]
  /** How a derived figure came about. */
  derived?: { formula: string; inputs: readonly { id: string; label: string; text: string }[] }
  /** Other slides that show it. */
  slides: readonly number[]
  /** Its slide in the appendix, unless that is where one is. */
  appendix?: number
}

/** What the panel looks things up in. */
export interface EvidenceSource {
  figures: readonly Figure[]
  errata: readonly Erratum[]
  places: Readonly<Record<string, Places>>
  /** Where the clause of a figure states its number, by id. */
  clauseNumbers: Readonly<Record<string, { start: number; end: number }>>
}

/** What a figure is of: its unit, its whole, what it is compared with, what the source adds. */
function scopeOf(figure: Figure, figures: readonly Figure[]): string {
  const { kind, unit, of, whole, comparedWith, change, note } = figure
  const name = figures.find(({ id }) => id === of)?.label
  return [
    figure.planned ? `${PLAN_MARK}数` : '',
    kind === 'rank' ? kindName(figure) : `${kindName(figure)}（${unit}）`,
    name === undefined
      ? ''
      : change !== undefined
        ? `“${name}”的变化`
        : kind === 'share'
          ? `占“${name}”`
          : `属于“${name}”`,
    whole === undefined ? '' : `占${whole}`,
    comparedWith === undefined ? (change?.startsWith('同比') ? '同比' : '') : `与${comparedWith}相比`,
    note ?? '',
  ]
    .filter(Boolean)
    .join('，')
}

/** Where the source states a figure. */
function placeOf({ derived, evidence, source, chapter }: Figure): string {
  if (derived) return `${chapter.title}，由下列数据推算`
  const { cell, column } = evidence
  return [
    source && sourceName(source),
    source?.undivided ? undefined : chapter.title,
    cell?.table ?? (column === undefined ? undefined : `“${column}”栏`),
  ]
    .filter(part => part !== undefined)
    .join('，')
}

/** A misprint touches a figure where its clause carries it, or where it is in the name of the figure's column. */
function touches({ printed, read, chapters }: Erratum, { chapter, evidence }: Figure): boolean {
  return chapters.includes(chapter.id) && (evidence.clause.includes(printed) || evidence.column === read)
}

/**
 * The evidence of a figure.
 * @param here number of the slide on which it is asked for
 * @returns `undefined` where there is no such figure
 */
export function viewEvidence(
  id: string,
  { figures, errata, places, clauseNumbers }: EvidenceSource,
  here?: number,
): EvidenceView | undefined {
  const figure = figures.find(each => each.id === id)
  if (!figure) return undefined
  const { label, period, evidence, derived } = figure
  const cell = derived ? undefined : evidence.cell
  const { slides = [], appendix } = places[id] ?? {}
  return {
    id,
    number: entryNumber(id, figures),
    label,
    text: formatFigure(figure, 'worded'),
    rows: [
      { term: '指标', text: label },
      { term: '口径', text: scopeOf(figure, figures) },
      { term: '时段', text: period.text },
      { term: '出处', text: placeOf(figure) },
      ...(cell
        ? [
            { term: '行', text: cell.row },
            { term: '列', text: cell.column },
            ...(cell.at === undefined ? [] : [{ term: '单元格', text: cell.at }]),
          ]
        : []),
    ],
    ...(!derived && !cell && { clause: markClause(evidence.clause, clauseNumbers[id]) }),
    errata: derived ? [] : errata.filter(erratum => touches(erratum, figure)),
    ...(derived && {
      derived: {
        formula: derived.formula,
        inputs: derived.inputs
          .flatMap(input => figures.filter(each => each.id === input))
          .map(input => ({ id: input.id, label: input.label, text: formatFigure(input, 'worded') })),
      },
    }),
    slides: slides.filter(no => no !== here),
    ...(appendix !== undefined && appendix !== here && { appendix }),
  }
}
