import type * as figurePropsModule from '../figure-props.ts'
import type * as dataModule from '../../data/index.ts'
import type { DeckData, LoadedData } from './context.ts'
import type { NamedSort } from '../id-sorts.ts'
import { FORMAT_STYLES } from '../format.ts'
import { nearestIds } from '../nearest.ts'

type DataModule = Pick<
  typeof dataModule,
  'figures' | 'findFigure' | 'nearest' | 'formatFigure' | 'DERIVED_MARK' | 'chapters' | 'quotes' | 'photos'
>
type FigurePropsModule = { figureProps: typeof figurePropsModule.figureProps | DeckData['figureProps'] }

/** Turns the data module into what the hooks need of it. */
export function toDeckData(data: DataModule, { figureProps }: FigurePropsModule): DeckData {
  const ids = (entries: readonly { id: string }[]): string[] => entries.map(({ id }) => id)
  const named: Record<NamedSort, string[]> = {
    chapter: ids(data.chapters),
    quote: ids(data.quotes),
    photo: ids(data.photos),
  }
  return {
    figures: data.figures,
    findFigure: data.findFigure,
    findPhoto: id => data.photos.find(photo => photo.id === id),
    isKnown: (id, sort) => (sort === 'figure' ? data.findFigure(id) !== undefined : named[sort].includes(id)),
    nearest: (id, sort) => (sort === 'figure' ? data.nearest(id) : nearestIds(id, named[sort])),
    formatFigure: data.formatFigure,
    derivedMark: data.DERIVED_MARK,
    displayed: [
      ...data.chapters.flatMap(({ title, short, topic }) => [title, short, topic]),
      ...data.figures.flatMap(figure => FORMAT_STYLES.map(style => data.formatFigure(figure, style))),
    ],
    figureProps,
  }
}

/**
 * Loads the deck's data. Wrong data is returned and not thrown: a build must stop at it, while the dev server must
 * live on until it is corrected. Imports are dynamic for this reason; Slidev's loader reads them anew for every parse.
 */
export async function loadDeckData(
  importData: () => Promise<DataModule> = () => import('../../data/index.ts'),
  importFigureProps: () => Promise<FigurePropsModule> = () => import('../figure-props.ts'),
): Promise<LoadedData> {
  try {
    return { data: toDeckData(await importData(), await importFigureProps()) }
  } catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
