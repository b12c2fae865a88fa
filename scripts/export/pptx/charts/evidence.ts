import type { Figure } from '../../../../model/figure.ts'
import { DERIVED_MARK, formatFigure } from '../../../../model/format.ts'
import { sourceName } from '../../../../model/sources.ts'

/** Where a figure comes from, on one line: its period, then its source and the words of it, or how it is reckoned. */
export function evidenceLine({ period, derived, evidence, source, chapter }: Figure): string {
  if (derived) return `${period.text}；${DERIVED_MARK}：${derived.formula}`
  const { cell, column, clause } = evidence
  const place = [
    source && sourceName(source),
    source?.undivided ? undefined : `“${chapter.title}”`,
    cell ? cell.table : column === undefined ? undefined : `“${column}”栏`,
  ]
  const words = cell
    ? [cell.at, `“${cell.row}”行“${cell.column}”列`].filter(part => part !== undefined).join('，')
    : `“${clause}”`
  return `${period.text}；${place.filter(part => part !== undefined).join('，')}：${words}`
}

/** Figures as they are printed, each with where it comes from, on a line each. */
export function evidenceLines(figures: readonly Figure[]): string[] {
  return figures.map(figure => `${printedWithLabel(figure)}——${evidenceLine(figure)}`)
}

/** A figure behind its label, whose end may be what the word of its change begins with: 价格同比 and 同比上涨0.3%. */
function printedWithLabel(figure: Figure): string {
  const { label, change = '' } = figure
  const printed = formatFigure(figure, 'worded')
  let shared = printed.startsWith(change) ? change.length : 0
  while (shared > 0 && !label.endsWith(change.slice(0, shared))) shared--
  return label + printed.slice(shared > 1 ? shared : 0)
}

/** A chart in words, as slides say it to those who cannot see it, and where each of its numbers comes from. */
export function describeWithEvidence(description: string, figures: readonly Figure[]): string {
  return figures.length === 0 ? description : [description, '出处：', ...evidenceLines(figures)].join('\n')
}
