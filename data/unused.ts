import type { FigureId, PhotoId, QuoteId } from './deck.ts'
import type { Unused } from './model/source.ts'

/** Figures, quotes and photos that no slide shows, on purpose. The appendix lists every figure; it does not count. */
export const unused = [] as const satisfies readonly Unused<FigureId | QuoteId | PhotoId>[]
