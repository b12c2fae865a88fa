import type { Figure } from '../../../model/figure.ts'
import { allowedSpans, isAllowed, scaleSpans } from './allowed.ts'
import { captionFindings } from './captions.ts'
import { judgeContext } from './context.ts'
import type { TextRun } from './facts.ts'
import type { RuleFinding } from '../finding.ts'
import { unaccounted, inContext } from './unaccounted.ts'
import { findNumbers, type FoundNumber } from './lexicon/find.ts'
import { figuresOf, type JudgedSnapshot } from './snapshot.ts'
import { overlaps, printedIn, stylesOf, type Printed, type Span } from './spans.ts'

/** All of a text run. */
export function textOf({ parts }: Pick<TextRun, 'parts'>): string {
  return parts.map(({ text }) => text).join('')
}

interface Held extends Span {
  boundElement: number
}

function heldIn({ parts }: TextRun): Held[] {
  let at = 0
  return parts.flatMap(({ text, boundElement }) => {
    const span = { start: at, end: (at += text.length) }
    return boundElement === undefined ? [] : [{ ...span, boundElement }]
  })
}

/** Whether what of a number lies outside of an element that answers for the rest says nothing: a unit, a letter. */
function onlyTouches(number: FoundNumber, held: Span, text: string): boolean {
  const outside =
    text.slice(number.start, Math.max(number.start, held.start)) +
    text.slice(Math.min(number.end, held.end), number.end)
  return findNumbers(outside).length === 0 && !/[\p{Nd}一二三四五六七八九十百千]/u.test(outside)
}

function printedByElements(held: readonly Held[], snapshot: JudgedSnapshot): Printed[] {
  return held.flatMap(({ boundElement, start, end }) => {
    const { role, figure, text, chart } = snapshot.boundElements[boundElement]!
    const found = snapshot.data.findFigure(figure)
    if (!found || chart !== undefined || !['value', 'period'].includes(role)) return []
    const styles = stylesOf(found, text)
    return styles.length === 0 ? [] : [{ start, end, figures: [found], styles, bound: true }]
  })
}

/** The figures that texts without elements may print: those of the chart or of the element that they describe. */
function describedBy({ channel, chart, figure }: TextRun, snapshot: JudgedSnapshot): Figure[] {
  if (channel !== 'attribute') return []
  const own = figuresOf([figure], snapshot.data)
  return own.length > 0 ? own : chart === undefined ? [] : figuresOf(snapshot.charts[chart]!.figures, snapshot.data)
}

function nameOf({ element, name }: TextRun): string {
  return name === '' ? element : name.startsWith('::') ? `${element}${name}` : `${element}[${name}]`
}

function countedFindings(textRun: TextRun, text: string): RuleFinding[] | undefined {
  const { position } = textRun
  if (position === undefined) return undefined
  const counted = findNumbers(text)
  const wrong = counted.filter(({ value }) => value !== position)
  return wrong.map(number => ({
    element: nameOf(textRun),
    text: number.text,
    measured: `样式编出的序号是 ${number.text}，它却排在第 ${position}`,
    expected: `序号 ${position}`,
    advice: '序号要从 1 数起；不是序号的数请用数据',
    excess: 1,
  }))
}

/** 一天 says a number where the data has one of just that length; elsewhere 一 is an article. */
function spelledOnes(text: string, figures: readonly Figure[]): FoundNumber[] {
  const units = new Set(figures.filter(({ kind, value }) => kind === 'duration' && value === 1).map(({ unit }) => unit))
  return [...units].flatMap(unit =>
    [...text.matchAll(new RegExp(`(?<![第有每某哪那这同单十])一个?${unit}(?!天|${unit})`, 'g'))].map(match => ({
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
      value: 1,
      reason: '数量',
    })),
  )
}

/** Judges the numbers in one text that no element answers for, and the words around those of figures. */
export function judgeTextRun(textRun: TextRun, snapshot: JudgedSnapshot, extra: readonly Figure[] = []): RuleFinding[] {
  const text = textOf(textRun)
  const counted = countedFindings(textRun, text)
  if (counted) return counted
  const { data, charts } = snapshot
  const held = heldIn(textRun)
  const described = [...describedBy(textRun, snapshot), ...extra]
  const spoken = printedIn(text, described)
  const chart = textRun.chart === undefined ? undefined : charts[textRun.chart]
  const allowed = [
    ...allowedSpans(text, snapshot),
    ...spoken,
    ...(chart && textRun.channel === 'attribute' ? scaleSpans(text, chart, described) : []),
  ]
  const element = nameOf(textRun)
  const stray = [...findNumbers(text), ...spelledOnes(text, data.figures)].filter(number => {
    const boundElement = held.find(span => overlaps(span, number))
    return (
      !isAllowed(number, allowed) &&
      !(boundElement && onlyTouches(number, boundElement, text)) &&
      !isAllowed(number, held)
    )
  })
  const printed = [...printedByElements(held, snapshot), ...spoken].sort((a, b) => a.start - b.start)
  return [
    ...stray.map(number => unaccounted(number, text, element, data.figures)),
    ...(held.length === 0 && chart === undefined ? captionFindings(text, element, snapshot) : []),
    ...judgeContext({ element, text, printed }, data).map(finding => ({
      ...finding,
      text: inContext(finding.text, ''),
    })),
  ]
}
