import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import type { BoundElement } from './facts.ts'
import type { RuleFinding } from '../finding.ts'

/** What makes a number another one when it is put to it: letters, digits, and signs of value, direction or measure. */
const SAYS = /[\p{L}\p{N}%‰+\-−±~≈<>≤≥¥￥$]/u

/** Judges what style sheets make of the text of a figure: all of it is seen, in its order, and nothing is put to it. */
export function alteredFindings(
  { element, text, role, hidden = '', added = '', reversed = false }: BoundElement,
  figure: Figure,
): RuleFinding[] {
  const finding = (measured: string): RuleFinding => ({
    element,
    text: `${figure.label}：${text}`,
    measured: `${figure.id}：${measured}`,
    expected: role === 'value' ? `“${formatFigure(figure, 'worded')}”` : '与数据一样',
    advice: '请改样式；数怎么印只由数据和组件决定',
    excess: 1,
  })
  return [
    ...(SAYS.test(hidden) ? [finding(`样式藏起了“${hidden}”`)] : []),
    ...(role === 'value' && SAYS.test(added) ? [finding(`样式添上了“${added}”`)] : []),
    ...(reversed ? [finding('样式把字从后往前排')] : []),
  ]
}
