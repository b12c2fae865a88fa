import { escapeHtml } from '../../model/escape-html.ts'
import type { Proposal } from './proposals.ts'

/** A proposal as it is written on a slide: `<RankBars of="counties" measure="total" />`. */
export function tagOf({ component, props }: Pick<Proposal, 'component' | 'props'>): string {
  const written = Object.entries(props).map(([name, value]) => {
    const attribute = name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)
    if (value === true) return attribute
    return typeof value === 'string'
      ? `${attribute}="${escapeHtml(value)}"`
      : `:${attribute}="${escapeHtml(literal(value))}"`
  })
  return `<${[component, ...written].join(' ')} />`
}

/** A value as JavaScript. */
function literal(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([name, each]) => `${name}: ${literal(each)}`)
      .join(', ')} }`
  return typeof value === 'string' ? `'${value.replace(/[\\']/g, String.raw`\$&`)}'` : String(value)
}
