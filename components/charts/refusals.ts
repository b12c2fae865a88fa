import JSON5 from 'json5'
import type { Figure } from '../../model/figure.ts'
import { componentName, decodeEntities, propOf } from '../../model/slides/ids.ts'
import { scanTags, type Attribute, type Tag } from '../../model/slides/scan.ts'
import type { AnyChart } from './define-chart.ts'
import { ChartDataError } from './plan.ts'
import { charts } from './registry.ts'

/** A chart of a slide that cannot be drawn. */
export interface Refusal {
  /** Its name on slides. */
  component: string
  /** Where its tag begins in the text. */
  at: number
  /** Why, and where there is a way out, what to do. */
  message: string
}

/** Thrown for an id that is not there, which is told by itself, and for what only the browser can compute. */
class NotToldHere extends Error {}

/** Props that every chart has. */
const SHARED = { width: [Number, String], height: [Number, String], steps: Array, at: [Number, String] }

function valueOf({ name, value }: Attribute, type: unknown): unknown {
  if (!propOf(name).bound) {
    const isSwitch = [type].flat().includes(Boolean) && (value === undefined || value === '')
    return isSwitch ? true : decodeEntities(value ?? '')
  }
  try {
    // What is a literal in an expression is one in JSON5 too, but for templates.
    return JSON5.parse(decodeEntities(value ?? ''))
  } catch (cause) {
    throw new NotToldHere('', { cause })
  }
}

function propsOf({ attributes }: Tag, chart: AnyChart): Record<string, unknown> {
  const types = { ...SHARED, ...chart.props } as Record<string, unknown>
  // An object of props, a name that is computed, or a loop.
  if (attributes.some(({ name }) => /^(?:v-bind|:|v-for)$|^(?:v-bind:|:)\[/.test(name))) throw new NotToldHere()
  return Object.fromEntries(
    attributes.flatMap(attribute => {
      const { prop } = propOf(attribute.name)
      return prop in types ? [[prop, valueOf(attribute, types[prop])]] : []
    }),
  )
}

function refusalOf(tag: Tag, find: (id: string) => Figure | undefined): Refusal[] {
  const component = componentName(tag.name)
  const chart = tag.type === 'close' ? undefined : charts[component]
  if (!chart) return []
  try {
    chart.plan(propsOf(tag, chart), id => {
      const figure = find(id)
      if (!figure) throw new NotToldHere()
      return figure
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
export function refusedCharts(text: string, find: (id: string) => Figure | undefined): Refusal[] {
  return scanTags(text).flatMap(tag => refusalOf(tag, find))
}
