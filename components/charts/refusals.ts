import type { Figure } from '../../model/figure.ts'
import type { FoundMap } from '../../model/maps.ts'
import type { Table } from '../../model/table.ts'
import type { Target } from '../../model/target.ts'
import { componentName } from '../../model/slides/ids.ts'
import { scanTags, type Tag } from '../../model/slides/scan.ts'
import type { AnyChart } from './define-chart.ts'
import { ChartDataError } from './plan.ts'
import { charts } from './registry.ts'
import { NotToldHere, propsOfTag } from './tag-props.ts'
import { planCompare } from '../compare.ts'
import { planTable } from '../data-table.ts'
import { assertState } from '../checklist.ts'
import { planTargets } from '../target-table.ts'
import { planSmallMultiples, smallMultiplesVueProps } from '../small-multiples.ts'

/** A chart of a slide that cannot be drawn. */
export interface Refusal {
  /** Its name on slides. */
  component: string
  /** Where its tag begins in the text. */
  at: number
  /** Why, and where there is a way out, what to do. */
  message: string
}

/** What plans what is on slides: charts, and what else can refuse its figures. */
const planners: Partial<Record<string, Pick<AnyChart, 'props' | 'plan'>>> = {
  ...charts,
  Compare: {
    props: { from: String, to: String, change: String },
    plan: (props, find) => planCompare(props, find.figure),
  },
  SmallMultiples: {
    props: smallMultiplesVueProps,
    plan: (props, find) => planSmallMultiples(props, name => charts[name], find),
  },
  DataTable: {
    props: { of: String, measures: Array, sort: String, bars: String, part: Number, parts: Number },
    plan: (props, find) => planTable(props, find.table),
  },
  CheckItem: { props: { state: String }, plan: ({ state }) => void assertState(state) },
  TargetTable: { props: { ids: Array }, plan: (props, find) => planTargets(props, find.target) },
}

/** What a deck has of figures and tables, by their ids. */
export interface DeckIndex {
  findFigure: (id: string) => Figure | undefined
  findTable: (id: string) => Table | undefined
  /** Default: there is none. */
  findTarget?: (id: string) => Target | undefined
  findMap?: (src: string) => FoundMap
}

function refusalOf(tag: Tag, { findFigure, findTable, findTarget = () => undefined, findMap }: DeckIndex): Refusal[] {
  const component = componentName(tag.name)
  const chart = tag.type === 'close' ? undefined : planners[component]
  if (!chart) return []
  try {
    const known =
      <Found>(find: (id: string) => Found | undefined) =>
      (id: string): Found => {
        const found = find(id)
        if (!found) throw new NotToldHere()
        return found
      }
    chart.plan(propsOfTag(tag, chart), {
      figure: known(findFigure),
      table: known(findTable),
      target: known(findTarget),
      map: known(src => findMap?.(src)),
    })
    return []
  } catch (error) {
    if (error instanceof NotToldHere) return []
    const reason = error instanceof ChartDataError ? error.message : `属性没有写全，或写法不对（${String(error)}）`
    return [{ component, at: tag.start, message: `<${component}> ${reason}` }]
  }
}

/**
 * The charts in a text of a slide that refuse their figures, and would show a red box. Those whose props only the
 * browser can compute, and those with ids that are not there, are left out.
 */
export function refusedCharts(text: string, deck: DeckIndex): Refusal[] {
  return scanTags(text).flatMap(tag => refusalOf(tag, deck))
}
