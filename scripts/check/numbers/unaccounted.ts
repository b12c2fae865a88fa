import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import type { RuleFinding } from '../finding.ts'
import type { ReadNumber } from '../../../model/reading/numbers.ts'
import { wordsOf } from '../../../model/reading/words.ts'
import { isPoints } from '../../../model/units.ts'
import { bigramOverlap, namesOf } from '../likeness.ts'

/** How one writes a figure in a slide or a note. */
export function tagOf({ id }: Figure): string {
  return `<Fig id="${id}" />`
}

/** A text in what it stands in, where that is more. */
export function inContext(text: string, whole: string): string {
  const [own, all] = [text.trim(), whole.replace(/\s+/g, ' ').trim()]
  return own === all || all === '' || all.length > 60 ? own : `${own}（在“${all}”里）`
}

const HUNDREDS: readonly (readonly [RegExp, number])[] = [
  [/^万/, 1e4],
  [/^亿/, 1e8],
]

/** How much of a number a figure shares: its value, then its unit, then the words around it. */
function affinity(number: ReadNumber, around: string, figure: Figure): number {
  const values = [
    figure.value,
    ...HUNDREDS.flatMap(([unit, factor]) => (unit.test(figure.unit) ? [figure.value * factor] : [])),
  ]
  if (!values.includes(number.value)) return 0
  return (
    1 +
    (number.text.includes(figure.unit) ? 2 : 0) +
    Math.max(...namesOf(figure).map(name => bigramOverlap(name, [around])))
  )
}

/** The figure that a typed number is most likely of: one of that value. */
function nearestFigure(number: ReadNumber, around: string, figures: readonly Figure[]): Figure | undefined {
  const scored = figures
    .map(figure => ({ figure, score: affinity(number, around, figure) }))
    .sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > 0 ? scored[0].figure : undefined
}

/** The number with the word that it belongs to, as `data/names.ts` would list it: 四个方面, 5G. */
function phraseAt({ text, start, end }: ReadNumber, around: string): string {
  const next = /^\p{Script=Han}/u.test(around.slice(end)) ? wordsOf(around.slice(end))[0] : undefined
  return around.slice(start, start + text.length) === text ? `${text}${next?.text ?? ''}` : text
}

/** The finding on a number that no figure stands behind. */
export function unaccounted(
  number: ReadNumber,
  around: string,
  element: string,
  figures: readonly Figure[],
): RuleFinding {
  const nearest = nearestFigure(number, around, figures)
  return {
    element,
    text: inContext(number.text, around),
    measured: `${number.form === 'digits' ? '数字' : '表示数量的词'}“${number.text}”不来自任何数据`,
    expected: nearest
      ? `${tagOf(nearest)}，即“${formatFigure(nearest, 'worded')}”（${nearest.label}）`
      : '每个数都来自 data/ 里的一条数据',
    advice: nearest
      ? `请改用 ${tagOf(nearest)}；放不了标签的地方请去掉这个数`
      : `请先把它写进 data/figures/；是名称或说法的，在 data/names.ts 里加一行：{ text: '${phraseAt(number, around)}', reason: '……' }`,
    ...(isMannerOfSpeaking(number, around, figures) && { severity: 'notice' as const }),
    excess: 1,
    typed: number.text,
  }
}

/** Units of which a small numeral counts no things: ratios, places in a ranking, the deck's own chapters. */
const RATIOS = /^[倍成折番%‰位章]$/

/**
 * Whether a numeral only may be a number of the data: 没有一家 and 下半年 are words for none and for a time, and a small
 * count in words, 三个方面, counts what the data does not.
 */
function isMannerOfSpeaking(number: ReadNumber, around: string, figures: readonly Figure[]): boolean {
  const { form, value, unit, odd, text, start, end } = number
  if (form === 'zero' || form === 'period') return true
  if (form !== 'numeral' || !(value <= 10) || unit === null || odd !== null) return false
  if (RATIOS.test(unit) || isPoints(unit)) return false
  // A chart's or a note's text may be another than the one that the number stands in.
  const at = around.slice(start, start + text.length) === text
  const beside = at ? [...wordsOf(around.slice(0, start)).slice(-2), ...wordsOf(around.slice(end)).slice(0, 2)] : []
  const words = beside.map(word => word.text).filter(word => word.length > 1)
  return !figures.some(
    figure =>
      figure.unit === unit &&
      [...namesOf(figure), figure.evidence.clause].some(said => words.some(word => said.includes(word))),
  )
}
