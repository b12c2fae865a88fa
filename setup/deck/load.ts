import type * as figurePropsModule from '../../components/figure-props.ts'
import type * as dataModule from '../../data/index.ts'
import type { DeckData, LoadedData } from './context.ts'

type DataModule = Pick<typeof dataModule, 'findFigure' | 'nearest' | 'formatFigure' | 'DERIVED_MARK'>
type FigurePropsModule = { figureProps: typeof figurePropsModule.figureProps | DeckData['figureProps'] }

/** Turns the data module into what the hooks need of it. */
export function toDeckData(data: DataModule, { figureProps }: FigurePropsModule): DeckData {
  return {
    findFigure: data.findFigure,
    nearest: data.nearest,
    formatFigure: data.formatFigure,
    derivedMark: data.DERIVED_MARK,
    figureProps,
  }
}

/**
 * Loads the deck's data. Wrong data is returned and not thrown: a build must stop at it, while the dev server must
 * live on until it is corrected. Imports are dynamic for this reason; Slidev's loader reads them anew for every parse.
 */
export async function loadDeckData(
  importData: () => Promise<DataModule> = () => import('../../data/index.ts'),
  importFigureProps: () => Promise<FigurePropsModule> = () => import('../../components/figure-props.ts'),
): Promise<LoadedData> {
  try {
    return { data: toDeckData(await importData(), await importFigureProps()) }
  }
  catch (error) {
    return { error: error instanceof Error ? error : new Error(String(error)) }
  }
}
