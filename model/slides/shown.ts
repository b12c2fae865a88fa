import { entriesOf, type Listed } from '../appendix-entries.ts'
import { partOf } from '../appendix-part.ts'
import { idsOf } from '../context.ts'
import { withShares } from '../shares.ts'
import type { DeckSource, UnusedSort } from '../source.ts'
import { tableIdOf } from '../table-id.ts'
import { appendixParts } from './appendix.ts'
import { styleOf } from './figure-text.ts'
import { statedIds, type StatingSlide } from './frontmatter.ts'
import { componentName, idsOfTag, propOf } from './ids.ts'
import { scanTags, type Attribute, type Tag } from './scan.ts'
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

/** Props that only pick from what another prop shows. */
const PICKS: ReadonlySet<string> = new Set(['highlight', 'compare', 'steps'])

/** A figure that a tag names, or that it shows of a table or a target. */
export interface NamedFigure {
  id: string
  /** Where the id stands in the scanned text. */
  at: number
  /** The prop that names it. */
  prop: string
}

/** The figures that a tag prints or draws, prop by prop. */
export function figuresShownBy(tag: Tag, data: TagData): NamedFigure[] {
  if (SILENT.has(componentName(tag.name))) return []
  const names = (attribute: Attribute): boolean =>
    idsOfTag({ ...tag, attributes: [attribute] }, data.figureProps).length > 0
  // What names nothing says how what is named is shown.
  const others = tag.attributes.filter(attribute => !names(attribute))
  return tag.attributes
    .filter(attribute => names(attribute) && !PICKS.has(propOf(attribute.name).prop))
    .flatMap(attribute =>
      figuresOfTag({ ...tag, attributes: [attribute, ...others] }, data).map(({ id, at }) => ({
        ...{ id, at },
        prop: propOf(attribute.name).prop,
      })),
    )
}

/** The ids of the figures whose values a slide's content shows, in order, each once. */
export function shownFigures(content: string, data: TagData): string[] {
  const ids = scanTags(content)
    .filter(tag => styleOf(tag) !== 'period')
    .flatMap(tag => figuresShownBy(tag, data).map(({ id }) => id))
  return [...new Set(ids)]
}

/**
 * The ids of what slides show. Of a table it is enough that one cell is shown, of a proportion that one of its shares
 * is; notes and the appendix show nothing.
 */
export function shownIds(
  slides: readonly StatingSlide[],
  data: TagData,
  { figures }: Pick<DeckSource, 'figures'>,
): Record<UnusedSort, ReadonlySet<string>> {
  const stated = slides.flatMap(slide => statedIds(slide, data))
  const of = (sort: UnusedSort): string[] => stated.filter(each => each.sort === sort).map(({ id }) => id)
  const shown = new Set(slides.flatMap(({ contentRaw }) => shownFigures(contentRaw, data)))
  const proportions = figures.flatMap(file =>
    file.figures.filter(entry => idsOf(withShares(entry)).some(id => shown.has(id))),
  )
  return {
    figure: new Set([...shown, ...idsOf(proportions)]),
    table: new Set([...of('table'), ...[...shown].flatMap(id => tableIdOf(id) ?? [])]),
    quote: new Set(of('quote')),
    photo: new Set(of('photo')),
  }
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
