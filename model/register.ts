/**
 * What a deck registers of its own ids, so that a wrong one fails the type check:
 * @example
 * declare module 'huibao' {
 *   interface Register { figure: FigureId; chapter: ChapterId; quote: QuoteId; photo: PhotoId; target: TargetId }
 * }
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- Decks augment it.
export interface Register {}

type Registered<Sort extends string> = Register extends Record<Sort, infer Id extends string> ? Id : string

/** Ids of all figures of the deck; any string where it registers none. */
export type FigureId = Registered<'figure'>
export type ChapterId = Registered<'chapter'>
export type QuoteId = Registered<'quote'>
export type PhotoId = Registered<'photo'>
export type TargetId = Registered<'target'>
