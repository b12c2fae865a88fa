import type { FigureId, PhotoId, QuoteId, Unused } from 'huibao'

/**
 * Figures, quotes and photos that no slide shows, on purpose. Notes and the appendix, which lists every figure, do not
 * count.
 */
export const unused = [
  { id: 'supplier-sales-rest', reason: '引语页已写降幅，不再重复；只列入附录' },
  { id: 'trade-city-total', reason: '推算的约数，只在备注里口述' },
] as const satisfies readonly Unused<FigureId | QuoteId | PhotoId>[]
