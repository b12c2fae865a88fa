import { shallowReactive } from 'vue'
import type { Drawing } from './protocol.ts'

/** What is drawn, by slide. */
export interface Drawings {
  of: (page: number) => string | undefined
  draw: (drawing: Drawing) => void
  /** The presenter has come to a slide: what is drawn on it is told afterwards, and nothing where nothing is. */
  enter: (page: number) => void
}

export function useReceivedDrawings(): Drawings {
  const drawings = shallowReactive(new Map<number, string>())
  let current: number | undefined
  return {
    of: page => drawings.get(page),
    draw: ({ page, svg }) => void (svg ? drawings.set(page, svg) : drawings.delete(page)),
    enter(page) {
      if (page !== current) drawings.delete(page)
      current = page
    },
  }
}
