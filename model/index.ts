/** What a deck's `data/` is written with; safe in a browser. Node reads a deck with `huibao/node`. */
export type { CellMap, MappedCell, MappedTable } from './cell-map.ts'
export type { Deck } from './deck.ts'
export { figure, minus, over, percent, plus } from './expression.ts'
export type { Expression } from './expression.ts'
export type {
  Chapter,
  Evidence,
  Figure,
  FigureInput,
  OtherCell,
  OtherClause,
  OtherPlace,
  Period,
  RankBasis,
  ResolvedPeriod,
  ShareId,
  ShareInput,
  SheetEvidence,
  SheetFigureInput,
} from './figure.ts'
export type { Span } from './span.ts'
export type { ChapterId, FigureId, PhotoId, QuoteId, Register, TargetId } from './register.ts'
export type {
  Erratum,
  DeckSource,
  DerivedInput,
  FigureFile,
  NameWithNumber,
  Photo,
  Quote,
  StructuralNumber,
  Unused,
} from './source.ts'
export type { SourceDocument } from './source-document.ts'
export type { CellId, MeasureInput, Table, TableFile, TableGap, TableInput, TableMeasure, TableRow } from './table.ts'
export type { Outcome, RateId, Target, TargetDirection, TargetFile, TargetInput } from './target.ts'
export type { Kind, Unit } from './vocabulary.ts'
export type { Qualifier } from './qualifiers.ts'
