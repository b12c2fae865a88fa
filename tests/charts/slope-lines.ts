import type { SlopeLines } from '../../components/charts/slope-plan.ts'
import type { Figure } from '../../model/figure.ts'
import { getFigure } from './fixture-tables.ts'

/** Lines of invented amounts, from one year to another. */
export function linesOf(
  rows: readonly (readonly [name: string, from: number, to: number])[],
  changes: Partial<Figure> = {},
): SlopeLines {
  const end = (name: string, id: string, value: number): Figure => {
    const model = getFigure(id)
    return { ...model, id: `${name}@${model.period.id}`, short: name, label: name, value, ...changes }
  }
  return {
    rows: rows.map(([name, from, to]) => ({
      id: name,
      name,
      ends: [end(name, 'gdp@2015/total', from), end(name, 'gdp@2021/total', to)],
    })),
    breaks: null,
    missing: [],
    ours: null,
  }
}
