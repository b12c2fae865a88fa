import type { Deck } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import type { Target } from '../../model/target.ts'
import { planCompare } from '../../components/compare.ts'
import { planSmallMultiples } from '../../components/small-multiples.ts'
import type { Finders } from '../../components/charts/define-chart.ts'
import { charts } from '../../components/charts/registry.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { HuibaoError } from '../../model/errors.ts'
import { nearestIds } from '../../model/nearest.ts'
import { proposeForFigures, proposeForTable, proposeForTargets, type Proposal } from './proposals.ts'
import { tagOf } from './tag.ts'

/** A component that shows what was asked for. */
export interface Advice extends Proposal {
  /** As it is written on a slide. */
  tag: string
}

/** What can be shown how, the best first, and what cannot. */
export interface Advised {
  fitting: readonly Advice[]
  /** Charts that were thought of, and why they refuse. */
  refused: readonly { component: string; reason: string }[]
}

type Known = Pick<Deck<string>, 'figures' | 'tables' | 'targets' | 'findFigure'>
type Found = Figure | Table | Target

/**
 * Which charts fit figures, targets or a table. Each is asked for its plan, so that what is advised is what it takes.
 * @param ids of figures, or of targets, or of one table
 * @throws HuibaoError for an unknown id, and for different things at once
 */
export function advise(ids: readonly string[], deck: Known): Advised {
  const asked = ids.map(id => find(id, deck))
  const [tables, targets] = [asked.filter(isTable), asked.filter(isTarget)]
  const figures = asked.filter((each): each is Figure => !isTable(each) && !isTarget(each))
  const mixed = [tables, targets, figures].filter(({ length }) => length > 0).length > 1
  if (mixed || tables.length > 1) throw new HuibaoError('一次只能问一张表，或者几条数据，或者几个目标', { exitCode: 2 })
  if (tables[0]) return adviseTable(tables[0], deck)
  return targets.length > 0 ? adviseTargets(targets, deck) : adviseFigures(figures, deck)
}

/** Which charts fit figures. */
export function adviseFigures(figures: readonly Figure[], deck: Known): Advised {
  return judged(proposeForFigures(figures, deck.figures), deck)
}

/** Which charts fit a table. */
export function adviseTable(table: Table, deck: Known): Advised {
  return judged(proposeForTable(table), deck)
}

/** Which charts fit targets. */
export function adviseTargets(targets: readonly Target[], deck: Known): Advised {
  return judged(proposeForTargets(targets), deck)
}

function judged(proposals: readonly Proposal[], deck: Known): Advised {
  const asked = proposals.map(proposal => ({ proposal, refusal: refusalOf(proposal, deck) }))
  const fitting = asked
    .filter(({ refusal }) => refusal === null)
    .map(({ proposal }) => ({ ...proposal, tag: tagOf(proposal) }))
    .sort((a, b) => b.score - a.score)
  const refused = asked.flatMap(({ proposal: { component }, refusal }) =>
    refusal === null || fitting.some(each => each.component === component) ? [] : [{ component, reason: refusal }],
  )
  return { fitting, refused: [...new Map(refused.map(each => [each.component, each])).values()] }
}

const isTable = (found: Found): found is Table => 'rows' in found
const isTarget = (found: Found): found is Target => 'outcome' in found

/** What an id names: where a table, a target and a figure share one, the first of these. */
function find(id: string, { tables, targets, figures, findFigure }: Known): Found {
  const found = [...tables, ...targets].find(each => each.id === id) ?? findFigure(id)
  if (found) return found
  const known = [...tables, ...targets, ...figures].map(each => each.id)
  throw new HuibaoError(`没有编号为“${id}”的数据、目标或表`, {
    hint: `最接近的是：${nearestIds(id, known).join('、')}`,
  })
}

/** Why a component does not take what it was given; `null` where it does, and for one that takes anything. */
function refusalOf({ component, props }: Proposal, { tables, targets, findFigure }: Known): string | null {
  const finders: Finders = {
    figure: id => findFigure(id)!,
    table: id => tables.find(table => table.id === id)!,
    target: id => targets.find(target => target.id === id)!,
  }
  try {
    if (component === 'Compare') planCompare(props as never, finders.figure)
    if (component === 'SmallMultiples') planSmallMultiples(props as never, name => charts[name], finders)
    charts[component]?.plan(props, finders)
    return null
  } catch (error) {
    if (error instanceof ChartDataError) return error.reason
    throw error
  }
}
