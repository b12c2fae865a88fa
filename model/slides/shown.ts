import { entriesOf, type Listed } from '../appendix-entries.ts'
import { partOf } from '../appendix-part.ts'
import { appendixParts } from './appendix.ts'
import { styleOf } from './figure-text.ts'
import { componentName } from './ids.ts'
import { scanTags } from './scan.ts'
import { figuresOfTag, type TagData } from './table-figures.ts'

/** Where a figure is on the slides, by their numbers from 1. */
export interface Places {
  /** Slides that print or draw its value, in order; the appendix left out. */
  slides: readonly number[]
  /** The slide of the appendix that lists it; none in a deck whose appendix leaves its chapter out. */
  appendix?: number
}

/** Components that name where figures come from, and print none. */
export const SILENT: ReadonlySet<string> = new Set(['SourceLine'])

/** The ids of the figures whose values a slide's content shows, in order, each once. */
export function shownFigures(content: string, data: TagData): string[] {
  const ids = scanTags(content)
    .filter(tag => !SILENT.has(componentName(tag.name)) && styleOf(tag) !== 'period')
    .flatMap(tag => figuresOfTag(tag, data).map(({ id }) => id))
  return [...new Set(ids)]
}

/**
 * Where each figure of a deck is shown, and where the appendix lists it.
 * @param contents what the slides say, without notes, in order
 */
export function placesOf(
  contents: readonly string[],
  figures: readonly (Listed & { chapter: { id: string } })[],
  data: TagData,
): Record<string, Places> {
  const slides = contents.map(content => shownFigures(content, data))
  const listed = contents.map(content =>
    appendixParts(content).flatMap(({ chapter, part, of }) =>
      part === undefined || of === undefined
        ? []
        : partOf(entriesOf(figures.filter(figure => figure.chapter.id === chapter)), part, of).flatMap(entry =>
            entry.map(({ id }) => id),
          ),
    ),
  )
  const numbersWith = (id: string, ids: readonly string[][]): number[] =>
    ids.flatMap((each, index) => (each.includes(id) ? [index + 1] : []))
  return Object.fromEntries(
    figures.map(({ id }) => {
      const [appendix] = numbersWith(id, listed)
      return [id, { slides: numbersWith(id, slides), ...(appendix !== undefined && { appendix }) }]
    }),
  )
}
