import type { Figure } from '../../model/figure.ts'
import { inBase } from '../../model/units.ts'
import type { Kind } from '../../model/vocabulary.ts'
import { isCertainOrder } from './edges.ts'
import { spoken, valueLabel } from './value-label.ts'

/** How the larger of two figures of a kind is called. */
const MORE: Partial<Record<Kind, string>> = {
  share: '高于',
  ratio: '高于',
  growth: '高于',
  area: '大于',
  length: '长于',
}

/** From this many times on the larger one is far larger. The number itself is never printed. */
const FAR = 3

const withRemark = (text: string, remark: string): string => (remark ? `${text}（${remark}）` : text)

function comparedTo(figure: Figure): string {
  const { value, remark } = valueLabel(figure)
  return withRemark(`${figure.change !== undefined ? figure.short : figure.label}的${value}`, remark)
}

function joinAnd(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join('、')}和${parts.at(-1)}`
}

/**
 * Figures from the largest on as a statement: the first is compared with the others, but only where their qualifiers
 * make the order certain and they are of one period, basis and whole; otherwise they are listed.
 */
export function tellFigures(figures: readonly Figure[], mixed: boolean): string {
  const [first, ...others] = figures
  if (!first) return ''
  const comparable =
    others.length > 0 &&
    !mixed &&
    others.every(other => isCertainOrder([first, other])) &&
    others.every(
      ({ change, comparedWith, whole }) =>
        change === first.change && comparedWith === first.comparedWith && whole === first.whole,
    )
  if (!comparable) return figures.map(figure => spoken(figure, mixed)).join('；')
  const size = (figure: Figure): number => Math.abs(inBase(figure))
  const far = others.every(other => size(first) >= FAR * size(other)) ? '远' : ''
  const falls = first.kind === 'growth' && first.value < 0
  const more = falls ? `降幅${far}大于` : `${far}${MORE[first.kind] ?? '多于'}`
  return `${spoken(first)}，${more}${joinAnd(others.map(comparedTo))}`
}

/** A sentence about a chart, with the chart's name last. */
export function sentence(chart: string, parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('；')}（${chart}）。`
}
