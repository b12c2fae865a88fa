import type { SlideRoute } from '@slidev/types'

/** A chapter in the table of contents. */
export interface Chapter {
  title: string
  /** Its first slide. */
  no: number
  /** Its last slide. */
  last: number
}

/** What the table of contents has to know of a slide. */
export interface ContentsSlide {
  no: number
  /** Empty for a slide without a heading. */
  title: string
  /** Level of its heading. */
  level: number
}

/** The facts of a slide that are known before it has been loaded. */
export function contentsSlide({ no, meta }: SlideRoute): ContentsSlide {
  const { title = '', level = 2 } = meta.slide as { title?: string; level?: number }
  return { no, title, level }
}

/** The chapters: slides whose heading is of the first level, the deck's own aside. */
export function planContents(slides: readonly ContentsSlide[]): Chapter[] {
  const firsts = slides.slice(1).filter(({ title, level }) => title && level === 1)
  return firsts.map(({ no, title }, index) => ({ title, no, last: (firsts[index + 1]?.no ?? Infinity) - 1 }))
}
