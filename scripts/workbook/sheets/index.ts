import { DERIVED } from './derived.ts'
import { ERRATA, NAMES, PHOTOS, QUOTES, UNUSED } from './extras.ts'
import { FIGURES } from './figures.ts'
import { CHAPTERS, PERIODS, SOURCES } from './outline.ts'
import { TARGETS } from './targets.ts'

export { kinds as KIND_CODEC, type Column, type EntrySheet } from './column.ts'
export { CHAPTERS, DERIVED, ERRATA, FIGURES, NAMES, PERIODS, PHOTOS, QUOTES, SOURCES, TARGETS, UNUSED }

/** The sheets that have a row for each entry, in the order in which they are read: what is referred to first. */
export const ENTRY_SHEETS = [
  CHAPTERS,
  PERIODS,
  SOURCES,
  FIGURES,
  DERIVED,
  TARGETS,
  QUOTES,
  PHOTOS,
  ERRATA,
  NAMES,
  UNUSED,
] as const
