import type { FigureId } from './deck.ts'
import { source } from './deck.ts'
import { loadDataset } from '../model/dataset.ts'

export type { ChapterId, DerivedFigureId, FigureId, PhotoId, QuoteId, StatedFigureId } from './deck.ts'
export { DERIVED_MARK, figureSegments, formatFigure } from '../model/format.ts'
export type { FormatStyle, Segment } from '../model/format.ts'
export { UnknownFigureError } from '../model/dataset.ts'
export type { Chapter, Figure, Period } from '../model/figure.ts'
export { DataError } from '../model/problems.ts'
export type { Photo, Quote } from '../model/source.ts'

export const { columns, chapters, periods } = source
export const { quotes } = source.quotes
export const { photos } = source.photos
export const { corrections } = source.corrections

/** @throws DataError when this module is loaded and any entry is wrong. */
export const { figures, getFigure, findFigure, nearest } = loadDataset<FigureId>(source)
