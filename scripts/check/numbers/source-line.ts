import type { Figure } from '../../../model/figure.ts'
import { allowedSpans, isAllowed } from './allowed.ts'
import type { BoundElement } from './facts.ts'
import { sourceName } from '../../../model/sources.ts'
import type { RuleFinding } from '../finding.ts'
import { unaccounted } from './unaccounted.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import type { JudgedSnapshot } from './snapshot.ts'
import { compareSpans } from '../../../model/span.ts'
import { occurrences } from '../../../model/reading/text.ts'

/**
 * Judges a part of a source line: its numbers are periods, formulas and names of what the slide shows, and a period
 * that is said of named figures is theirs.
 */
export function judgeSource({ element, text }: BoundElement, snapshot: JudgedSnapshot): RuleFinding[] {
  const { shown, data } = snapshot
  const spans = shown
    .flatMap(({ label, short, derived, source, chapter }) => [
      label,
      short,
      ...(derived ? [`${short}＝${derived.formula}`] : []),
      source ? sourceName(source) : '',
      chapter.title,
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

function misdated(text: string, shown: readonly Figure[]): { figure: Figure; said: string }[] {
  const [, names, said] = /^(?:时段：)?(.+?)为(\S+)$/.exec(text) ?? []
  const only = /^时段：([^为]+)$/.exec(text)?.[1]
  const spans = only === rangeOf(shown)
  if (only)
    return shown
      .filter(figure => figure.period.text !== only && !(spans && isDated(figure)))
      .slice(0, 1)
      .map(figure => ({ figure, said: only }))
  if (!names || !said || names === '其余') return []
  const named = new Set(names.split('、'))
  // Two figures may go by one name; then any of them will do.
  return [...named].flatMap(name => {
    const own = shown.filter(({ short }) => short === name)
    const series = shown.filter(figure => isDated(figure) && figure.label === name)
    const isRight = own.some(({ period }) => period.text === said) || (series.length > 0 && rangeOf(series) === said)
    const [figure] = [...own, ...series]
    return !figure || isRight ? [] : [{ figure, said }]
  })
}

/** Whether a figure goes by its period, as the cells of a series do. */
const isDated = ({ short, period }: Figure): boolean => short === period.text && period.span !== null

/** The first and the last period of the cells of series, as the line says them. */
function rangeOf(figures: readonly Figure[]): string {
  const cells = figures.filter(isDated).sort((a, b) => compareSpans(a.period.span!, b.period.span!))
  const [first, last] = [cells[0]?.short, cells.at(-1)?.short]
  return first === last ? `${first}` : `${first}至${last}`
}
