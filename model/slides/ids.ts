import type { IdSort } from '../id-sorts.ts'
import type { Tag } from './scan.ts'
import JSON5 from 'json5'
import { optionProps } from '../figure-props.ts'
import { NAMED_PROPS } from '../id-sorts.ts'

/** Props that carry figure ids, by component: `{ Fig: ['id'], FigureGrid: ['ids'] }`. */
export type FigureProps = Readonly<Record<string, readonly string[]>>

/** An id as a slide states it. */
export interface StatedId {
  sort: IdSort
  id: string
  /** Offset into the scanned text. */
  at: number
}

const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', nbsp: '\u00A0' }

/** Decodes the character references that are of use in attributes and headings. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]+)|#(\d+)|([a-z]+));/gi,
    (whole, hex?: string, decimal?: string, name?: string) => {
      if (name) return ENTITIES[name] ?? whole
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole
    },
  )
}

/** `big-number` and `BigNumber` are one component. */
export function componentName(tag: string): string {
  return tag.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase())
}

/** The prop that an attribute sets, in camel case, and whether its value is an expression. */
export function propOf(attribute: string): { prop: string; bound: boolean } {
  const [, bind, name = ''] = /^(:|\.|v-bind:)?([^.]*)/.exec(attribute)!
  return { prop: name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), bound: bind !== undefined }
}

/**
 * The string literals of an expression, keys of objects excepted. A template with `${}` is no literal: its value is
 * known only in the browser.
 */
function literals(expression: string): Omit<StatedId, 'sort'>[] {
  const found: Omit<StatedId, 'sort'>[] = []
  // Blanking what is not shown to Vue keeps the offsets.
  const code = expression.replace(/&(?:quot|apos|#39|#34);/g, entity =>
    decodeEntities(entity).padEnd(entity.length, '\0'),
  )
  const literal = /(['"`])((?:\\[\s\S]|(?!\1)[\s\S])*)\1/g
  for (const { 0: whole, 1: quote, 2: body = '', index } of code.matchAll(literal)) {
    const before = code
      .slice(0, index)
      .replace(/[\s\0]+$/, '')
      .at(-1)
    const isKey = (before === '{' || before === ',') && /^[\s\0]*:/.test(code.slice(index + whole.length))
    if (!isKey && !(quote === '`' && body.includes('${')))
      found.push({
        id: decodeEntities(body.replace(/\0/g, '')).replace(/\\([\s\S])/g, '$1'),
        at: index + 1 + /^\0*/.exec(body)![0].length,
      })
  }
  return found
}

/** The ids that series of an ECharts option have for data, alone or as `figure`; none where it is no literal. */
function dataIds(expression: string): Set<string> {
  let option: { series?: unknown }
  try {
    option = JSON5.parse(decodeEntities(expression)) as typeof option
  } catch {
    return new Set()
  }
  const items = [option.series].flat().flatMap(series => (series as { data?: unknown[] } | undefined)?.data ?? [])
  const ids = items.map(item => (item as { figure?: unknown } | null)?.figure ?? item)
  return new Set(ids.filter((id): id is string => typeof id === 'string' && id !== '-'))
}

/** The ids that a tag states: of figures in the props listed for its component, and of other sorts in `NAMED_PROPS`. */
export function idsOfTag(tag: Tag, figureProps: FigureProps): StatedId[] {
  if (tag.type === 'close') return []
  const component = componentName(tag.name)
  return tag.attributes.flatMap(({ name, value = '', valueStart }) => {
    const { prop, bound } = propOf(name)
    if (bound && optionProps[component] === prop) {
      const ids = dataIds(value)
      return literals(value)
        .filter(({ id }) => ids.has(id))
        .map(({ id, at }) => ({ sort: 'figure' as const, id, at: at + valueStart }))
    }
    const sort = figureProps[component]?.includes(prop) ? 'figure' : NAMED_PROPS[component]?.[prop]
    if (!sort) return []
    return bound
      ? literals(value).map(({ id, at }) => ({ sort, id, at: at + valueStart }))
      : [{ sort, id: decodeEntities(value).trim(), at: valueStart }]
  })
}
