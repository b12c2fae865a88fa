import type { Figure } from '../../../model/figure.ts'
import { allowedSpans, isAllowed } from './allowed.ts'
import type { BoundElement } from './facts.ts'
import { nested } from '../../../model/format.ts'
import { sourceName } from '../../../model/sources.ts'
import type { RuleFinding } from '../finding.ts'
import { unaccounted } from './unaccounted.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import type { JudgedSnapshot } from './snapshot.ts'
import { compareSpans } from '../../../model/span.ts'
import { occurrences } from '../../../model/reading/text.ts'

/**
 * Judges a part of a source line: its numbers are periods, formulas, names and units of what the slide shows, and a
 * period that is said of named figures is theirs.
 */
export function judgeSource({ element, text }: BoundElement, snapshot: JudgedSnapshot): RuleFinding[] {
  const { shown, data } = snapshot
  const spans = shown
    .flatMap(({ label, short, derived, source, chapter, unit, comparedWith = '', whole = '' }) => [
      ...[label, short, comparedWith, whole, `（${unit}）`],
      ...(derived ? [`${short}＝${derived.formula}`] : []),
      source ? sourceName(source) : '',
      nested(chapter.title),
    ])
    .flatMap(said => occurrences(text, said))
  const stray = readNumbers(text).filter(number => !isAllowed(number, [...allowedSpans(text, snapshot), ...spans]))
  return [
    ...stray.map(number => unaccounted(number, text, element, data.figures)),
    ...misdated(text, shown).map(({ figure, said }) => ({
      element,
      text,
      measured: `${figure.short}的时段写成了“${said}”`,
      expected: `“${figure.period.text}”`,
      advice: '出处行由组件生成，请不要改写',
      excess: 1,
    })),
  ]
}

/** The times that a source line lists, 2020年、2025年, each of them or the first and the last. */
function isAmong(listed: string, { period }: Figure, shown: readonly Figure[]): boolean {
  if (listed.split('、').includes(period.text)) return true
  const find = (text: string): Figure | undefined => shown.find(figure => figure.period.text === text)
  const ends = listed.split('、').at(-1)!.split('至')
  // 截至 is part of a time.
  return ends.some((_, index) => {
    const [first, last] = [ends.slice(0, index), ends.slice(index)].map(words => find(words.join('至')))
    const spans = [first, { period }, last].map(each => each?.period.span)
    return spans.slice(1).every((span, at) => span && spans[at] && compareSpans(spans[at], span) <= 0)
  })
}

function misdated(text: string, shown: readonly Figure[]): { figure: Figure; said: string }[] {
  const [, names, said] = /^(?:时段：)?(.+?)为(\S+)$/.exec(text) ?? []
  const only = /^时段：([^为]+)$/.exec(text)?.[1]
  if (only)
    return shown
      .filter(figure => !isAmong(only, figure, shown))
      .slice(0, 1)
      .map(figure => ({ figure, said: only }))
  if (!names || !said || names === '其余') return []
  const named = new Set(names.split('、'))
  // Two figures may go by one name; then any of them will do.
  const wrong = [...named].filter(
    name =>
      shown.some(({ short }) => short === name) &&
      !shown.some(({ short, period }) => short === name && period.text === said),
  )
  return wrong.map(name => ({ figure: shown.find(({ short }) => short === name)!, said }))
}
