import type { Figure } from '../../../model/figure.ts'
import type { Deck } from '../../../model/deck.ts'
import type { NumberSnapshot } from './facts.ts'

/** What of a deck's data numbers are compared with. */
export type NumberData = Pick<
  Deck<string>,
  'figures' | 'findFigure' | 'periods' | 'chapters' | 'errata' | 'names' | 'structural'
>

/** A rendering of a slide with all that its numbers may be compared with. */
export interface JudgedSnapshot extends NumberSnapshot {
  data: NumberData
  /** Figures that the slide shows, whether in words or in a chart. */
  shown: readonly Figure[]
  /** Those of them whose value is shown, and not only their period. */
  valued: readonly Figure[]
  /** Number of the slide's chapter, from 1; undefined outside of chapters. */
  chapter: number | undefined
  /** Whether a slide shows a figure, the appendix left out; undefined for a slide that was not looked at. */
  showing: (figure: string, no: number) => boolean | undefined
  /** Planned time in words, as the note says it; undefined where there is none. */
  time: string | undefined
}

/** Ids of the figures on a slide. */
export function shownIds({ boundElements, charts }: Pick<NumberSnapshot, 'boundElements' | 'charts'>): string[] {
  return [
    ...new Set([
      ...boundElements.map(({ figure }) => figure),
      ...charts.flatMap(({ figures, marks }) => [...figures, ...marks.map(({ figure }) => figure)]),
    ]),
  ].filter(id => id !== '')
}

/** Ids of the figures on a slide that are there with their value. */
export function valuedIds(
  { boundElements, charts }: Pick<NumberSnapshot, 'boundElements' | 'charts'>,
  { findFigure }: NumberData,
): string[] {
  return shownIds({
    charts,
    boundElements: boundElements.filter(
      ({ figure, role, text }) => !/^(?:reference|place)$/.test(role) && text !== findFigure(figure)?.period.text,
    ),
  })
}

export function figuresOf(ids: readonly string[], { findFigure }: NumberData): Figure[] {
  return ids.flatMap(id => findFigure(id) ?? [])
}

/** The answers to whether a slide shows a figure. What lists it with its clause is the appendix. */
export function showingOn(snapshots: readonly NumberSnapshot[]): JudgedSnapshot['showing'] {
  const shown = new Map<number, Set<string>>()
  for (const { no, boundElements, charts } of snapshots) {
    const listed = new Set(
      boundElements.filter(({ role }) => role === 'clause' || role === 'formula').map(({ figure }) => figure),
    )
    const own = shown.get(no) ?? shown.set(no, new Set()).get(no)!
    shownIds({ boundElements: boundElements.filter(({ role }) => role !== 'place' && role !== 'reference'), charts })
      .filter(id => !listed.has(id))
      .forEach(id => own.add(id))
  }
  return (figure, no) => shown.get(no)?.has(figure)
}
