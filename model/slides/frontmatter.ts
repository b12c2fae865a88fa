import { NAMED_KEYS } from '../id-sorts.ts'
import { idsOfTag, type FigureProps, type StatedId } from './ids.ts'
import { scanTags } from './scan.ts'

/** Where the value of a key stands in a frontmatter as written; 0 where the key cannot be found. */
export function valueOffset(raw: string, key: string): number {
  const found = new RegExp(`^(["']?)${key}\\1[ \\t]*:[ \\t]*["']?`, 'm').exec(raw)
  return found ? found.index + found[0].length : 0
}

/** The ids that a frontmatter gives to its layout, with their offsets in `raw`. */
export function frontmatterIds(frontmatter: Readonly<Record<string, unknown>>, raw: string): StatedId[] {
  return Object.entries(NAMED_KEYS)
    .filter(([key]) => frontmatter[key] !== undefined)
    .map(([key, sort]) => ({ sort, id: String(frontmatter[key] ?? ''), at: valueOffset(raw, key) }))
}

/** A slide as far as it states ids: to its layout, and in its components. */
export interface StatingSlide {
  frontmatter: Readonly<Record<string, unknown>>
  frontmatterRaw?: string
  contentRaw: string
}

/** The ids that a slide states, its note left out; offsets are into its front matter, then into its content. */
export function statedIds(
  { frontmatter, frontmatterRaw = '', contentRaw }: StatingSlide,
  { figureProps }: { figureProps: FigureProps },
): StatedId[] {
  return [
    ...frontmatterIds(frontmatter, frontmatterRaw),
    ...scanTags(contentRaw).flatMap(tag => idsOfTag(tag, figureProps)),
  ]
}
