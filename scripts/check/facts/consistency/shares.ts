import { formatFigure } from '../../../../model/format.ts'
import type { Figure } from '../../../../model/figure.ts'
import { canBeWhole, exceedsWhole, isOfProportion } from '../../../../model/shares.ts'
import type { Finding } from '../../finding.ts'
import { kindName } from '../../../../model/vocabulary.ts'
import { fileOf, inFile, rawFigures, type Facts } from '../facts.ts'

/**
 * No share or decline exceeds its whole, nor do the shares of one whole and period together, but those that overlap.
 */
export function shares(facts: Facts): Finding[] {
  const figures = rawFigures(facts)
    .map(({ figure }) => figure)
    .filter(({ unit }) => unit === '%')
  const each = figures
    .filter(({ kind, value }) => kind === 'share' || (kind === 'growth' && value < 0))
    .filter(figure => exceedsWhole([{ ...figure, value: Math.abs(figure.value) }]))
  const grouped = Map.groupBy(
    figures.filter(
      figure =>
        // What rows of a table are parts of, the table says; the shares of a proportion leave no room for others.
        figure.kind === 'share' &&
        figure.overlap === undefined &&
        (figure.of ?? figure.whole) !== undefined &&
        !figure.evidence.cell &&
        !isOfProportion(figure),
    ),
    wholeOf,
  )
  return [
    ...proportions(facts),
    ...each.map(figure =>
      inFile('consistency', facts.where(fileOf(facts, figure.id), figure.id), {
        element: figure.id,
        text: figure.label,
        measured: `${kindName(figure)}是${formatFigure(figure)}`,
        expected: '不超过 100%',
        advice: '请核对数值；超过整体的用 ratio（倍）或 growth',
      }),
    ),
    ...[...grouped.values()].filter(own => own.length > 1).flatMap(own => exceeding(own, facts)),
  ]
}

/** How far the parts of a proportion may be from 100 and still look as if they were to make it. */
const NEAR = 10

/** Proportions of three or more that nearly make 100: the structure of an economy with a slip in it. */
function proportions(facts: Facts): Finding[] {
  return rawFigures(facts).flatMap(({ figure }) => {
    const { id, label, parts = [], decimals } = figure
    const sum = parts.reduce((a, b) => a + b, 0)
    if (parts.length < 3 || Math.abs(sum - 100) > NEAR) return []
    if (canBeWhole(parts.map(value => ({ value, decimals })))) return []
    return [
      inFile('consistency', facts.where(fileOf(facts, id), id), {
        severity: 'notice',
        element: id,
        text: label,
        measured: `${formatFigure(figure)}相加是 ${Number(sum.toFixed(decimals))}`,
        expected: '一个整体的各部分相加是 100，四舍五入的误差除外',
        advice: '请对照原文核对各数；不是百分比的，无须改动',
      }),
    ]
  })
}

/** What was planned and what came of it are no two parts. */
function wholeOf({ of, whole, period, planned }: Figure): string {
  return JSON.stringify([of ?? null, whole ?? null, period.id, planned ?? null])
}

function exceeding(own: readonly Figure[], facts: Facts): Finding[] {
  if (!exceedsWhole(own)) return []
  const total = Number(own.reduce((sum, { value }) => sum + value, 0).toFixed(6))
  const last = own.at(-1)!
  return [
    inFile('consistency', facts.where(fileOf(facts, last.id), last.id), {
      // A whole in words, such as 受访群众, may be shared by answers to several questions.
      ...(last.of === undefined && { severity: 'notice' as const }),
      element: own.map(({ id }) => id).join('、'),
      text: last.whole ?? last.of ?? '',
      measured: `同一整体的各占比相加是 ${total}%（${own.map(figure => `${figure.label}${formatFigure(figure)}`).join('、')}）`,
      expected: '相加不超过 100%，四舍五入的误差除外',
      advice: '请核对数值和 whole；各占比有重叠的，在其中一条上用 overlap 写明理由',
    }),
  ]
}
