import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { type FigureProps, type FigureRules, type Plan, planFigures } from './plan.ts'

/** The id of the figure that is ours among the peers of a table: the one to highlight, or that of our row. */
export function oursOf(table: Table, measure: string, { highlight }: FigureProps): string | undefined {
  const cell = table.ours === null ? undefined : table.cell(table.ours, measure)
  return highlight ?? (cell && 'id' in cell ? cell.id : undefined)
}

/**
 * Plans peers of a table, each with its sign. Without anything of ours, the first is no more than the first.
 * @throws ChartDataError for ranks, several bases, and too few or too many
 */
export function planPeers(
  chart: string,
  figures: readonly Figure[],
  ours: string | undefined,
  count: NonNullable<FigureRules['count']>,
  props: FigureProps,
): Plan {
  const rules: FigureRules = {
    ...{ count, kinds: [...MEASURED_KINDS, 'growth'], advice: '位次请用 DataTable', same: 'measure' },
  }
  const { highlight: _, ...rest } = props
  const emphasis = ours === undefined ? { steps: [] } : { highlight: ours }
  return planFigures(chart, figures, rules, { ...emphasis, ...rest }, { label: { style: 'signed' } })
}
