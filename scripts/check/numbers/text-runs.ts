import type { Figure } from '../../../model/figure.ts'
import { readNumbers, type ReadNumber } from '../../../model/reading/numbers.ts'
import { inside, overlaps, type Span } from '../../../model/reading/text.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import type { Unit } from '../../../model/vocabulary.ts'
import type { RuleFinding } from '../finding.ts'
import { allowedSpans, isAllowed, scaleSpans } from './allowed.ts'
import type { TextRun } from './facts.ts'
import { inSentenceFindings, type InSentence } from './in-sentence.ts'
import { figuresOf, type JudgedSnapshot } from './snapshot.ts'
import { printedIn, stylesOf } from './spans.ts'
import { unaccounted } from './unaccounted.ts'
import { captionNotices, wordingNotices } from './wording.ts'

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

/** What elements print of figures in a text. */
function printedByElements(
  held: readonly Held[],
  element: string,
  text: string,
  snapshot: JudgedSnapshot,
): InSentence[] {
  return held.flatMap(({ boundElement, start, end }) => {
    const { role, figure: id, text: own, chart } = snapshot.boundElements[boundElement]!
    const figure = snapshot.data.findFigure(id)
    if (!figure || chart !== undefined || !['value', 'period'].includes(role)) return []
    const [style] = stylesOf(figure, own)
    return style === undefined ? [] : [{ text, element, figure, style, span: { start, end } }]
  })
}

/** The figures that texts without elements may print: those of the chart or of the element that they describe. */
function describedBy({ channel, chart, figure }: TextRun, snapshot: JudgedSnapshot): Figure[] {
  if (channel !== 'attribute') return []
  const own = figuresOf([figure], snapshot.data)
  return own.length > 0 ? own : chart === undefined ? [] : figuresOf(snapshot.charts[chart]!.figures, snapshot.data)
}

function nameOf({ element, name }: TextRun): string {
  return name === '' ? element : `${element}[${name}]`
}

/** Whether what of a number lies outside of the element that answers for the rest is no number: a unit, a letter. */
function onlyTouches(number: ReadNumber, held: Span, text: string): boolean {
  return [text.slice(number.start, held.start), text.slice(held.end, number.end)].every(
    outside => !/[\p{N}一二三四五六七八九十百千]/u.test(outside),
  )
}

/** 一天 is a number where the data has one of just that length; elsewhere 一 is an article. */
function spelledOnes(text: string, figures: readonly Figure[]): ReadNumber[] {
  const ones = new Set(figures.filter(({ kind, value }) => kind === 'duration' && value === 1).map(({ unit }) => unit))
  return wordsOf(text)
    .filter(
      ({ text: word, start }) =>
        ones.has(word.slice(1) as Unit) && /^一/.test(word) && !/[每第这那同]$/.test(text.slice(0, start)),
    )
    .map(({ text: word, start, end }) => ({
      ...{ text: word, start, end, value: 1, decimals: 0, form: 'word', unit: word.slice(1), unitStart: start + 1 },
      ...{ odd: null, ordinal: false, rank: false },
    }))
}

/** Judges the numbers in one text that no element answers for, and those of elements in what they stand in. */
export function judgeTextRun(textRun: TextRun, snapshot: JudgedSnapshot, extra: readonly Figure[] = []): RuleFinding[] {
  const text = textOf(textRun)
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
  const stray = [...readNumbers(text), ...spelledOnes(text, data.figures)].filter(number => {
    const own = held.find(span => overlaps(span, number))
    return !isAllowed(number, allowed) && !(own && (inside(number, own) || onlyTouches(number, own, text)))
  })
  const single = spoken.flatMap(({ figures, styles, start, end }): InSentence[] =>
    figures.length === 1 ? [{ text, element, figure: figures[0]!, style: styles[0]!, span: { start, end } }] : [],
  )
  const places = [...printedByElements(held, element, text, snapshot), ...single].sort(
    (a, b) => a.span.start - b.span.start,
  )
  return [
    ...stray.map(number => unaccounted(number, text, element, data.figures)),
    // What a chart says of itself is written by the engine: its wording needs no person.
    ...places.flatMap(inSentenceFindings).filter(({ severity }) => !chart || severity !== 'notice'),
    ...(chart ? [] : wordingNotices(places, data)),
    ...(held.length === 0 && chart === undefined ? captionNotices(text, element, snapshot) : []),
  ]
}
