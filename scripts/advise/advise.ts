import type { Deck } from '../../model/deck.ts'
import type { Figure } from '../../model/figure.ts'
import type { Table } from '../../model/table.ts'
import { planCompare } from '../../components/compare.ts'
import type { FindFigure } from '../../components/charts/define-chart.ts'
import { charts } from '../../components/charts/registry.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { HuibaoError } from '../../model/errors.ts'
import { nearestIds } from '../../model/nearest.ts'
import { proposeForFigures, proposeForTable, type Proposal } from './proposals.ts'

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

type Known = Pick<Deck<string>, 'figures' | 'tables' | 'findFigure'>

/**
 * Which charts fit figures, or a table. Each is asked for its plan, so that what is advised is what it takes.
 * @param ids of figures, or of one table
 * @throws HuibaoError for an unknown id, and for a table beside something else
 */
export function advise(ids: readonly string[], deck: Known): Advised {
  const asked = ids.map(id => find(id, deck))
  const table = asked.find(isTable)
  if (table && asked.length > 1)
    throw new HuibaoError(`“${table.id}”是一张表，一次只能问一张表，或者几条数据`, { exitCode: 2 })
  const proposals = table
    ? proposeForTable(table)
    : proposeForFigures(
        asked.filter((each): each is Figure => !isTable(each)),
        deck.figures,
      )
  const judged = proposals.map(proposal => ({ proposal, refusal: refusalOf(proposal, deck) }))
  const fitting = judged
    .filter(({ refusal }) => refusal === null)
    .map(({ proposal }) => ({ ...proposal, tag: tagOf(proposal) }))
    .sort((a, b) => b.score - a.score)
  const refused = judged.flatMap(({ proposal: { component }, refusal }) =>
    refusal === null || fitting.some(each => each.component === component) ? [] : [{ component, reason: refusal }],
  )
  return { fitting, refused: [...new Map(refused.map(each => [each.component, each])).values()] }
}

const isTable = (found: Figure | Table): found is Table => 'rows' in found

function find(id: string, { tables, figures, findFigure }: Known): Figure | Table {
  const found = tables.find(table => table.id === id) ?? findFigure(id)
  if (found) return found
  const known = [...tables, ...figures].map(each => each.id)
  throw new HuibaoError(`没有编号为“${id}”的数据或表`, { hint: `最接近的是：${nearestIds(id, known).join('、')}` })
}

/** Why a component does not take what it was given; `null` where it does, and for one that takes anything. */
function refusalOf({ component, props }: Proposal, deck: Known): string | null {
  const figure: FindFigure = id => find(id, deck) as Figure
  try {
    if (component === 'Compare') planCompare(props as never, figure)
    charts[component]?.plan(props, figure, id => find(id, deck) as Table)
    return null
  } catch (error) {
    if (error instanceof ChartDataError) return error.reason
    throw error
  }
}

/** `<RankBars of="counties" measure="total" />` */
function tagOf({ component, props }: Proposal): string {
  const written = Object.entries(props).map(([name, value]) => {
    const attribute = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    if (value === true) return attribute
    return typeof value === 'string' ? `${attribute}="${value}"` : `:${attribute}="${literal(value)}"`
  })
  return `<${[component, ...written].join(' ')} />`
}

/** A value as JavaScript within an attribute's double quotes. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each)}`)
      .join(', ')} }`
  return typeof value === 'string' ? `'${value}'` : String(value)
}
