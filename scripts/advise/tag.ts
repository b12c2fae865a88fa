import type { Proposal } from './proposals.ts'

/** A proposal as it is written on a slide: `<RankBars of="counties" measure="total" />`. */
export function tagOf({ component, props }: Pick<Proposal, 'component' | 'props'>): string {
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
