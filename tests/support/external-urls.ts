import { scanTags } from '../../model/slides/scan.ts'

/** A URL of another host that a built file would fetch, or might. */
export interface ExternalUrl {
  file: string
  url: string
  /** Where it stands: an attribute, a CSS rule, a call. */
  position: string
}

/**
 * What may stand in scripts without ever being fetched: names of XML vocabularies, and pages that messages or links
 * point to.
 */
export const INERT: readonly string[] = [
  'http://www.w3.org/',
  'https://vuejs.org/error-reference/',
  'https://sli.dev/',
  'https://github.com/slidevjs/slidev',
]

const EXTERNAL = /^\s*(?:https?:|wss?:)?\/\//i
const FETCHED_ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  href: ['link', 'use', 'image'],
  src: ['script', 'img', 'source', 'video', 'audio', 'iframe', 'embed', 'track', 'input', 'frame'],
  srcset: ['img', 'source'],
  poster: ['video'],
  data: ['object'],
  action: ['form'],
}

function inMarkup(text: string): Omit<ExternalUrl, 'file'>[] {
  const attributes = scanTags(text).flatMap(tag =>
    tag.attributes.flatMap(({ name, value = '' }) => {
      const key = name.toLowerCase().replace(/^xlink:/, '')
      const element = tag.name.toLowerCase()
      // Browsers fetch from every entry of a srcset.
      const urls = key === 'srcset' ? value.split(',') : [value]
      return FETCHED_ATTRIBUTES[key]?.includes(element)
        ? urls.filter(url => EXTERNAL.test(url)).map(url => ({ url: url.trim(), position: `<${element} ${name}>` }))
        : []
    }),
  )
  return [...attributes, ...inStyles(text)]
}

function inStyles(text: string): Omit<ExternalUrl, 'file'>[] {
  return [
    ...text.matchAll(/(url\(|@import)\s*(?:url\(\s*)?\\?["']?\s*((?:https?:|wss?:)?\/\/[\w.[\]-][^"')\s\\]*)/gi),
  ].map(([, position, url]) => ({ url: url!, position: position!.replace('(', '()') }))
}

function inScript(text: string, inert: readonly string[]): Omit<ExternalUrl, 'file'>[] {
  const anywhere = [...text.matchAll(/(?:https?|wss?):\/\/[^\s"'`\\<>)]+/gi)]
    .map(([url]) => url)
    .filter(url => !inert.some(prefix => url.startsWith(prefix)))
    .map(url => ({ url, position: 'script' }))
  const schemeless = [
    ...text.matchAll(
      /\b(fetch|import|importScripts|EventSource|WebSocket|Worker|sendBeacon|src|srcset|poster)\s*[(=:]\s*["'`](\/\/[\w-]+\.[^"'`]+)/g,
    ),
  ].map(([, position, url]) => ({ url: url!, position: position! }))
  return [...anywhere, ...schemeless, ...inStyles(text).filter(({ url }) => url.startsWith('//'))]
}

/**
 * The URLs of other hosts that a built file would fetch. Markup and style sheets are judged by position, so that links
 * may point anywhere; in scripts, where a URL is fetched from afar of where it stands, only `inert` ones are let pass.
 * Files that are neither yield nothing.
 */
export function externalUrls(file: string, text: string, inert: readonly string[] = INERT): ExternalUrl[] {
  const found = /\.(?:html|svg|xml)$/i.test(file)
    ? inMarkup(text)
    : /\.css$/i.test(file)
      ? inStyles(text)
      : /\.m?js$/i.test(file)
        ? inScript(text, inert)
        : []
  return found.map(one => ({ file, ...one }))
}
