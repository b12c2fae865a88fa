import { escapeXml } from '../../../lib/xlsx/markup.ts'

/** Namespaces of charts, by their prefixes. */
const NAMESPACES = {
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
}

/** Attributes that declare the namespaces of charts. */
export const namespaces = Object.fromEntries(Object.entries(NAMESPACES).map(([name, uri]) => [`xmlns:${name}`, uri]))

/** What is in an element: XML, or nothing. */
export type Content = string | false | undefined

/** An element. Attributes that are undefined are left out; texts are content that `escapeXml` has gone over. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>> = {},
  ...content: readonly Content[]
): string {
  const given = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value))}"`)
  const inside = content.filter(Boolean).join('')
  return inside === '' ? `<${name}${given.join('')}/>` : `<${name}${given.join('')}>${inside}</${name}>`
}

/** An element with nothing but a value, as charts have many. */
export const valued = (name: string, value: string | number): string => element(name, { val: value })

/** An element with a text. */
export const textual = (name: string, text: string | number): string => element(name, {}, escapeXml(String(text)))
