import type { Distance } from './facts.ts'

/** The least size of text by how far it is read from: CSS px at `CANVAS_WIDTH`. */
export const LEAST_SIZE: Record<Distance, number> = { hall: 24, chart: 20, near: 14 }

/** The least size of text on a phone: CSS px. */
export const LEAST_NARROW_SIZE = 13

/** The most lines of a title, and of the title of a cover or a chapter's opening. */
export const TITLE_LINES = 2
export const OPENING_LINES = 3

/** The share of a slide from which an empty rectangle is too large. */
export const EMPTY_SHARE = 0.5

/** What rounding may come to, in CSS px: for edges, and for glyphs, whose measured height is that of whole pixels. */
export const EDGE_TOLERANCE = 1
export const GLYPH_TOLERANCE = 2

/** What sizes lose to rounding. */
export const SIZE_TOLERANCE = 0.05

/**
 * Contrasts, as WCAG has them: what every text has that is seen without a doubt; and what the painted pixels of a text
 * have at least.
 */
export const CERTAIN_CONTRAST = 2
export const LEAST_CONTRAST = 1.3
