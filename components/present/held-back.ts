import type { SlideRoute } from '@slidev/types'
import { shallowRef } from 'vue'
import { isReachable } from './reachable.ts'

/**
 * The slides that a page of the audience may load; null for all, undefined as long as the server has not said so. One
 * that is asked for too early is not sent, and Slidev shows it as broken from then on.
 */
export const reachable = shallowRef<string | null>()

/** Takes up what the server says, and lets Slidev load nothing else ahead. */
export function holdBack(slides: readonly SlideRoute[], value: string | null | undefined): void {
  for (const { no, meta } of slides) {
    const { frontmatter } = meta.slide as { frontmatter: { preload?: boolean } }
    frontmatter.preload = value !== undefined && isReachable(value, no)
  }
  reachable.value = value
}

/** Whether a slide may be loaded; undefined as long as that is not known. */
export function mayLoad(page: number): boolean | undefined {
  return reachable.value === undefined ? undefined : isReachable(reachable.value, page)
}
