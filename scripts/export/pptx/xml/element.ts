import { escapeXml, xmlDocument } from '../../../lib/xlsx/markup.ts'

/** A piece of XML. Only `element` and `text` make one, so that nothing gets into a file unescaped. */
export type Xml = string & { readonly xml: unique symbol }

/** What an attribute may be; undefined leaves it out. */
type Value = string | number | boolean | undefined

/**
 * An element of XML.
 * @throws Error for a number that is none: no file is better than one that has to be repaired
 */
export function element(
  name: string,
  attributes: Readonly<Record<string, Value>> = {},
  ...children: readonly (Xml | readonly Xml[] | false | undefined)[]
): Xml {
  const own = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${escapeXml(printed(name, key, value))}"`],
  )
  const content = children.flatMap(child => child || []).join('')
  return `<${name}${own.join('')}${content === '' ? '/>' : `>${content}</${name}>`}` as Xml
}

function printed(name: string, key: string, value: NonNullable<Value>): string {
  if (typeof value === 'boolean') return value ? '1' : '0'
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`<${name}> ${key} is ${value}`)
  return String(value)
}

/** An element with nothing but a value, as charts have many. */
export function valued(name: string, val: string | number): Xml {
  return element(name, { val })
}

/** Text between elements. */
export function text(content: string): Xml {
  return escapeXml(content) as Xml
}

/** A part of a file of an office. */
export function part(root: Xml): string {
  return xmlDocument(root)
}

/** The namespaces that parts of presentations name. */
export const NAMESPACES = {
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:r': 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  'xmlns:p': 'http://schemas.openxmlformats.org/presentationml/2006/main',
} as const
