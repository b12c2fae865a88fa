import type { StatedId } from './ids.ts'

/** Frontmatter keys by which layouts take figures. */
export const FIGURE_KEYS = ['figure', 'figures'] as const

const KEY = /^(figures?)[ \t]*:[ \t]*/gm
const SCALAR = /"((?:\\.|[^"\\])*)"|'((?:''|[^'])*)'|[^\s,[\]{}#"'][^\s,[\]{}#]*/g

function valueEnd(raw: string, from: number): number {
  // The value goes on over indented lines, list items and blank lines.
  const next = /^(?![ \t]|-[ \t]|[\]}]|\r?$)/gm
  next.lastIndex = raw.indexOf('\n', from) + 1 || raw.length
  return next.exec(raw)?.index ?? raw.length
}

/**
 * The figure ids in `figure:` and `figures:` of a frontmatter, with their offsets in it: a scalar, or a list in
 * brackets or with dashes.
 */
export function frontmatterIds(raw: string): StatedId[] {
  const found: StatedId[] = []
  for (const { 0: key, index } of raw.matchAll(KEY)) {
    const from = index + key.length
    // Blanked and not removed, so that offsets stay.
    const blank = (whole: string): string => ' '.repeat(whole.length)
    const value = raw.slice(from, valueEnd(raw, from)).replace(/(?:^|(?<=\s))#.*$/gm, blank).replace(/^[ \t]*-(?=[ \t])/gm, blank)
    for (const { 0: scalar, 1: double, 2: single, index: at } of value.matchAll(SCALAR)) {
      const quoted = double ?? single
      found.push({ id: quoted ?? scalar, at: from + at + (quoted === undefined ? 0 : 1) })
    }
  }
  return found
}

/**
 * Takes unknown ids out of the keys by which layouts take figures, so that a layout is not handed what it cannot
 * draw. The file is not touched: Slidev writes frontmatter from the YAML document and not from these values.
 */
export function dropUnknown(frontmatter: Record<string, unknown>, isKnown: (id: string) => boolean): void {
  for (const key of FIGURE_KEYS) {
    const value = frontmatter[key]
    if (Array.isArray(value))
      frontmatter[key] = value.filter(id => isKnown(String(id)))
    else if (value !== undefined && !isKnown(String(value)))
      delete frontmatter[key]
  }
}
