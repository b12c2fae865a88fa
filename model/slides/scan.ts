/** One attribute of a tag; offsets are into the scanned text. */
export interface Attribute {
  /** As written, with `:`, `v-bind:`, `#` and modifiers. */
  name: string
  /** As written, entities not decoded; `undefined` for a bare attribute. */
  value?: string
  /** Where the attribute starts. */
  start: number
  /** Where the value starts, behind its quote; where the attribute starts if it has no value. */
  valueStart: number
  end: number
}

/** One opening, closing or self-closing tag. */
export interface Tag {
  type: 'open' | 'close' | 'void'
  /** As written. */
  name: string
  attributes: Attribute[]
  start: number
  end: number
}

const TAG_NAME = /[a-z][\w.:-]*/iy
const SPACE = /\s*/y
const ATTRIBUTE_NAME = /[^\s"'<>/=]+/y
const UNQUOTED = /[^\s>]+/y
const RAW_ELEMENTS = new Set(['script', 'style'])

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** The end of the fenced code block whose fence starts the line at `at`; `at` itself where there is none. */
function skipFence(text: string, at: number): number {
  const fence = match(/[ \t]*(?:`{3,}|~{3,})/y, text, at).trim()
  if (!fence) return at
  const close = new RegExp(`^[ \\t]*${fence[0]}{${fence.length},}[ \\t]*\\r?$`, 'gm')
  close.lastIndex = at + match(/.*\n?/y, text, at).length
  return close.exec(text) ? close.lastIndex : text.length
}

/** The end of the code span that opens at `at`. Backticks without a partner in their paragraph are plain text. */
function skipCodeSpan(text: string, at: number): number {
  const ticks = match(/`+/y, text, at)
  const open = at + ticks.length
  const rest = /\n[ \t]*\r?\n/g
  rest.lastIndex = open
  const paragraphEnd = rest.exec(text)?.index ?? text.length
  const close = new RegExp(`(?<!\`)\`{${ticks.length}}(?!\`)`, 'g')
  close.lastIndex = open
  const found = close.exec(text)
  return found && found.index < paragraphEnd ? close.lastIndex : open
}

function scanAttribute(text: string, start: number): Attribute | null {
  const name = match(ATTRIBUTE_NAME, text, start)
  if (!name) return null
  let at = start + name.length
  const equals = at + match(SPACE, text, at).length
  if (text[equals] !== '=') return { name, start, valueStart: start, end: at }
  at = equals + 1
  at += match(SPACE, text, at).length
  const quote = text[at]
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1)
    return close < 0 ? null : { name, value: text.slice(at + 1, close), start, valueStart: at + 1, end: close + 1 }
  }
  const value = match(UNQUOTED, text, at).replace(/\/$/, '')
  return value ? { name, value, start, valueStart: at, end: at + value.length } : null
}

function scanTag(text: string, start: number): Tag | null {
  const closing = text[start + 1] === '/'
  let at = start + (closing ? 2 : 1)
  const name = match(TAG_NAME, text, at)
  if (!name) return null
  at += name.length
  const attributes: Attribute[] = []
  while (at < text.length) {
    at += match(SPACE, text, at).length
    if (text[at] === '>') return { type: closing ? 'close' : 'open', name, attributes, start, end: at + 1 }
    if (text.startsWith('/>', at)) return { type: 'void', name, attributes, start, end: at + 2 }
    const attribute = scanAttribute(text, at)
    if (!attribute) return null
    attributes.push(attribute)
    at = attribute.end
  }
  return null
}

/**
 * The tags of a Markdown text in order: HTML elements and Vue components, which may span lines. Code blocks, code
 * spans, comments, escaped `\<`, and the insides of `<script>` and `<style>` are passed over. Not an HTML parser: it
 * must read what a half-typed slide holds, and give exact offsets into it.
 */
export function scanTags(text: string): Tag[] {
  const tags: Tag[] = []
  let at = 0
  let lineStart = true
  while (at < text.length) {
    if (lineStart) {
      lineStart = false
      const next = skipFence(text, at)
      if (next > at) {
        at = next
        continue
      }
    }
    const char = text[at]
    if (char === '\n') {
      lineStart = true
      at++
    } else if (char === '\\') {
      at += text[at + 1] === '\n' ? 1 : 2
    } else if (char === '`') {
      at = skipCodeSpan(text, at)
    } else if (text.startsWith('<!--', at)) {
      const close = text.indexOf('-->', at + 4)
      at = close < 0 ? text.length : close + 3
    } else if (char === '<') {
      const tag = scanTag(text, at)
      at = tag ? tag.end : at + 1
      if (!tag) continue
      tags.push(tag)
      const raw = tag.name.toLowerCase()
      if (tag.type === 'open' && RAW_ELEMENTS.has(raw)) {
        const close = text.toLowerCase().indexOf(`</${raw}`, at)
        at = close < 0 ? text.length : close
      }
    } else {
      at++
    }
  }
  return tags
}
