import type { DeckData } from '../../model/slides/context.ts'

type Figure = NonNullable<ReturnType<DeckData['findFigure']>>

const named = {
  chapter: ['city', 'trade'],
  quote: ['mayor'],
  photo: ['park', 'workshop'],
  table: [] as string[],
  target: [] as string[],
  period: ['year'],
}
const figures = new Map(
  ['gdp', 'ratio', 'roads'].map(id => [
    id,
    { id, chapter: { id: 'roads' }, derived: id === 'ratio' ? {} : null } as Figure,
  ]),
)

/** Data for the hooks' tests: `gdp` prints as `[gdp]`, plain as `[plain gdp]`; `ratio` is derived. */
export const data: DeckData = {
  figures: [...figures.values()],
  findFigure: id => figures.get(id),
  findTable: () => undefined,
  findTarget: () => undefined,
  errata: [],
  findPhoto: id =>
    named.photo.includes(id)
      ? { id, caption: `[${id}]`, alt: '', scene: '', ...(id === 'park' && { credit: '某人摄' }) }
      : undefined,
  isKnown: (id, sort) => (sort === 'figure' ? figures.has(id) : named[sort].includes(id)),
  nearest: (id, sort) => (sort === 'figure' ? [...figures.keys()] : named[sort]).filter(key => key[0] === id[0]),
  formatFigure: ({ id }, style = 'plain') => (style === 'worded' ? `[${id}]` : `[${style} ${id}]`),
  derivedMark: '推算',
  displayed: [],
  figureProps: { Fig: ['id'], FigureGrid: ['ids'], StackedBars: ['pairs'], BigNumber: ['id'] },
}
