import type { StatedId } from './ids.ts'
import { NAMED_KEYS } from '../id-sorts.ts'

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
