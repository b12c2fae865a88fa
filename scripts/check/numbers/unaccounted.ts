import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import type { RuleFinding } from '../finding.ts'
import type { FoundNumber } from './lexicon/find.ts'
import { bigramOverlap, namesOf } from './likeness.ts'

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
function affinity(number: FoundNumber, around: string, figure: Figure): number {
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
export function nearestFigure(number: FoundNumber, around: string, figures: readonly Figure[]): Figure | undefined {
  const scored = figures
    .map(figure => ({ figure, score: affinity(number, around, figure) }))
    .sort((a, b) => b.score - a.score)
  return scored[0] && scored[0].score > 0 ? scored[0].figure : undefined
}

/** The finding on a number that no figure stands behind. */
export function unaccounted(
  number: FoundNumber,
  around: string,
  element: string,
  figures: readonly Figure[],
): RuleFinding {
  const nearest = nearestFigure(number, around, figures)
  return {
    element,
    text: inContext(number.text, around),
    measured: `${number.reason === '' ? '数字' : `表示数量的词（${number.reason}）`}“${number.text}”不来自任何数据`,
    expected: nearest
      ? `${tagOf(nearest)}，即“${formatFigure(nearest, 'worded')}”（${nearest.label}）`
      : '每个数都来自 data/ 里的一条数据',
    advice: nearest
      ? `请改用 ${tagOf(nearest)}；放不了标签的地方请去掉这个数`
      : '请先把它写进 data/figures/；是名称的写进 data/names.ts，是文稿自身的写进 data/structural.ts',
    excess: 1,
    typed: number.text,
  }
}
