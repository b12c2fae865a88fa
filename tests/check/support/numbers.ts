import type { Figure } from '../../../model/figure.ts'
import { loadDataset } from '../../support/load-dataset.ts'
import type { NumberData } from '../../../scripts/check/numbers/snapshot.ts'
import type {
  ChartFacts,
  BoundElement,
  Mark,
  NumberSnapshot,
  TextRun,
  Point,
} from '../../../scripts/check/numbers/facts.ts'
import type { JudgedSnapshot } from '../../../scripts/check/numbers/snapshot.ts'
import { periodsOf } from '../../../model/periods.ts'
import { soundSource } from '../../support/deck-source.ts'

const source = soundSource()
const { figures, findFigure } = loadDataset(source)

/** The data of a small invented deck. */
export const data: NumberData = {
  figures,
  findFigure,
  periods: periodsOf(source),
  chapters: source.chapters,
  errata: source.errata.errata,
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
export function snapshot(facts: Partial<JudgedSnapshot> = {}): JudgedSnapshot {
  const empty: NumberSnapshot = {
    no: 4,
    clicks: 0,
    title: '',
    textRuns: [],
    boundElements: [],
    charts: [],
    errors: [],
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
 * A paragraph in which `[id]` and `[id worded]` stand for elements that print that figure; with the bound
 * elements that it needs.
 */
export function prose(
  text: string,
  print: (figure: Figure, style: string) => string,
): { textRun: TextRun; boundElements: BoundElement[] } {
  const boundElements: BoundElement[] = []
  const parts = text
    .split(/(\[[^\]]+\])/)
    .filter(Boolean)
    .map(piece => {
      const [, id, style = 'worded'] = /^\[(\S+?)(?: (\w+))?\]$/.exec(piece) ?? []
      if (!id) return { text: piece, boundElement: undefined }
      const printed = print(figure(id), style)
      return { text: printed, boundElement: boundElements.push(boundElement({ figure: id, text: printed })) - 1 }
    })
  return { textRun: textRun({ parts }), boundElements }
}

export function textRun(facts: Partial<TextRun>): TextRun {
  return { channel: 'text', name: '', element: 'p', parts: [], later: false, chart: undefined, figure: '', ...facts }
}

export function boundElement(facts: Partial<BoundElement>): BoundElement {
  return { element: 'span', figure: '', role: 'value', text: '', chart: undefined, ...facts }
}

/** A painted mark with an outline of these corners. */
export function mark(kind: string, id: string, points: Point[], facts: Partial<Mark> = {}): Mark {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)]
  return {
    kind,
    figure: id,
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
