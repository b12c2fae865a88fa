import type { Figure } from '../../../model/figure.ts'
import { WHOLE_TEXT } from '../../../components/charts/structural.ts'
import { gridsOf } from './drawn/extents.ts'
import type { ChartFacts } from './facts.ts'
import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { parseNumeral } from '../../../model/reading/numerals.ts'
import { countedSpan } from '../../../model/reading/statement.ts'
import { axisLabel, type Span as TimeSpan } from '../../../model/span.ts'
import { inside, occurrences, toHalfWidth, type Span } from '../../../model/reading/text.ts'
import type { JudgedSnapshot } from './snapshot.ts'

/**
 * Parts of a text in which a number needs no figure: names, what the deck states of itself, periods of what the slide
 * shows, its chapter.
 */
export function allowedSpans(text: string, snapshot: Pick<JudgedSnapshot, 'data' | 'shown' | 'chapter'>): Span[] {
  const {
    data: { names, structural, periods, chapters },
    shown,
    chapter,
  } = snapshot
  const counted = structural.filter(({ text: said }) => statedCount(said) === chapters.length)
  const times = new Set([
    ...shown.flatMap(({ period }) => [period.text, ...axisLabels(period.span)]),
    ...periods.filter(({ implied }) => implied).map(({ text: said }) => said),
  ])
  return [
    ...names.flatMap(({ text: name }) => occurrences(toHalfWidth(text), toHalfWidth(name))),
    ...counted.flatMap(({ text: said }) => occurrences(text, said)),
    ...[...times].flatMap(time => occurrences(text, time)),
    ...yearsIn(text, times),
    ...[...text.matchAll(/第([一二三四五六七八九十]+|\d+)章/g)]
      .filter(([, ordinal]) => (/\d/.test(ordinal!) ? Number(ordinal) : parseNumeral(ordinal!)) === chapter)
      .map(match => ({ start: match.index, end: match.index + match[0].length })),
  ]
}

/** A period as a time axis has room for it: 2020年1—11月, 1—11月. */
function axisLabels(span: TimeSpan | null): string[] {
  return span === null ? [] : [axisLabel(span), axisLabel(span, span.to.year)]
}

/** Where a text names the year of a period, 年 behind it or not. */
function yearsIn(text: string, periods: ReadonlySet<string>): Span[] {
  const years = new Set([...periods].flatMap(period => /(\d{4})年/.exec(period)?.[1] ?? []).map(Number))
  return readNumbers(text).filter(({ value, unit }) => years.has(value) && (unit === null || unit === '年'))
}

/** The one number that a text states. */
function statedCount(text: string): number {
  return readNumbers(text)[0]?.value ?? parseNumeral(/^[一二三四五六七八九十两]+/.exec(text)?.[0] ?? '')
}

export function isAllowed(number: ReadNumber, spans: readonly Span[]): boolean {
  return spans.some(span => inside(countedSpan(number), span))
}

/**
 * What a chart of counted things says that one of them stands for, as its parts that are whole tell; undefined for
 * other charts.
 */
function perIcon(chart: ChartFacts, figures: readonly Figure[]): number | undefined {
  const rows = figures.map(figure => ({
    figure,
    icons: chart.marks.filter(({ kind, figure: id }) => kind === 'icon' && id === figure.id && id !== ''),
  }))
  const row = rows.filter(({ icons }) => icons.length > 0).sort((a, b) => b.icons.length - a.icons.length)[0]
  if (!row) return undefined
  const per = row.figure.value / row.icons.reduce((sum, { shown }) => sum + shown, 0)
  return per >= 1 ? Math.round(per * 1e6) / 1e6 : undefined
}

/**
 * Parts of a chart's words that say how it is drawn: the whole of a share, one of a hundred cells, what an icon stands
 * for, the years on an axis.
 */
export function scaleSpans(text: string, chart: ChartFacts, figures: readonly Figure[]): Span[] {
  const grid = gridsOf(chart)[0]
  const whole = chart.marks.some(({ kind }) => kind === 'whole' || kind === 'track')
    ? occurrences(text, WHOLE_TEXT)
    : []
  const cell = grid
    ? occurrences(text, `${100 / grid.cells}%`).filter(({ start }) => /每格为.*$/.test(text.slice(0, start)))
    : []
  const per = perIcon(chart, figures)
  const stated =
    per === undefined
      ? []
      : [...text.matchAll(/一个图标代表([\d.]+)/g)]
          .filter(([, number]) => Math.abs(Number(number) / per - 1) <= 0.01)
          .map(match => ({ start: match.index, end: match.index + match[0].length + 8 }))
  // An axis tells years without more words, those between others too.
  const years = figures.flatMap(({ period }) => [...period.text.matchAll(/\d{4}(?=年)/g)].map(([year]) => Number(year)))
  const year = /^\d{4}$/.test(text.trim()) ? Number(text) : NaN
  const tick = year >= Math.min(...years) && year <= Math.max(...years) ? [{ start: 0, end: text.length }] : []
  return [...whole, ...cell, ...stated, ...tick]
}
