import JSON5 from 'json5'
import { decodeEntities, propOf } from '../../model/slides/ids.ts'
import type { Attribute, Tag } from '../../model/slides/scan.ts'
import type { AnyChart } from './define-chart.ts'

/** Thrown for an id that is not there, which is told by itself, and for what only the browser can compute. */
export class NotToldHere extends Error {}

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

/**
 * The props of a chart as its tag on a slide says them.
 * @throws NotToldHere where only the browser can compute them
 */
export function propsOfTag({ attributes }: Tag, chart: Pick<AnyChart, 'props'>): Record<string, unknown> {
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
