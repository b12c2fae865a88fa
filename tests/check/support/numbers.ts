import type { Figure } from '../../../model/figure.ts'
import { loadDataset } from '../../../model/dataset.ts'
import type { NumberData } from '../../../scripts/check/numbers/sheet.ts'
import type { ChartFacts, Holder, Mark, NumberSheet, Passage, Point } from '../../../scripts/check/numbers/facts.ts'
import type { JudgedSheet } from '../../../scripts/check/numbers/sheet.ts'
import { soundSource } from '../../support/deck-source.ts'

const source = soundSource()
const { figures, findFigure } = loadDataset(source)

/** The data of a small invented deck. */
export const data: NumberData = {
  figures,
  findFigure,
  periods: source.periods,
  chapters: source.chapters,
  corrections: source.corrections.corrections,
  names: [
    { text: '3D', reason: '术语' },
    { text: '2031', reason: '年份' },
  ],
  structural: [
    { text: '两章', counts: 'chapters', reason: '全文分两章' },
    { text: '三章', counts: 'chapters', reason: '数错了' },
  ],
}

export function figure(id: string): Figure {
  return findFigure(id)!
}

/** A slide on which there is nothing but what is told. */
export function sheet(facts: Partial<JudgedSheet> = {}): JudgedSheet {
  const empty: NumberSheet = {
    no: 4,
    clicks: 0,
    title: '',
    passages: [],
    holders: [],
    charts: [],
    drawings: [],
    pixels: [],
  }
  return {
    ...empty,
    data,
    shown: [],
    valued: [],
    chapter: 1,
    showing: (_, no) => (no > 4 ? undefined : no === 4),
    time: undefined,
    ...facts,
  }
}

/**
 * A paragraph in which `[id]` and `[id worded]` stand for elements that print that figure; with the holders that it
 * needs.
 */
export function prose(
  text: string,
  print: (figure: Figure, style: string) => string,
): { passage: Passage; holders: Holder[] } {
  const holders: Holder[] = []
  const runs = text
    .split(/(\[[^\]]+\])/)
    .filter(Boolean)
    .map(piece => {
      const [, id, style = 'plain'] = /^\[(\S+?)(?: (\w+))?\]$/.exec(piece) ?? []
      if (!id) return { text: piece, holder: undefined }
      const printed = print(figure(id), style)
      return { text: printed, holder: holders.push(holder({ figure: id, text: printed })) - 1 }
    })
  return { passage: passage({ runs }), holders }
}

export function passage(facts: Partial<Passage>): Passage {
  return { channel: 'text', name: '', element: 'p', runs: [], later: false, chart: undefined, figure: '', ...facts }
}

export function holder(facts: Partial<Holder>): Holder {
  return { element: 'span', figure: '', role: 'value', text: '', chart: undefined, ...facts }
}

/** A painted mark with this outline. */
export function mark(kind: string, id: string, points: Point[], facts: Partial<Mark> = {}): Mark {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    kind,
    figure: id,
    points,
    box: { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) },
    shown: 1,
    painted: true,
    cut: false,
    ...facts,
  }
}

export function rectangle(left: number, top: number, width: number, height: number): Point[] {
  return [
    [left, top],
    [left + width, top],
    [left + width, top + height],
    [left, top + height],
  ]
}

export function chart(marks: Mark[], facts: Partial<ChartFacts> = {}): ChartFacts {
  return { element: 'div.hb-chart', figures: [], marks, words: [], texts: [], ...facts }
}
