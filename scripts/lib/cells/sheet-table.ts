import type { Span } from '../../../model/span.ts'
import type { CellReading } from './cell.ts'

/** A table of an office's own workbook: the numbers below heads, each read. */
export interface SheetTable {
  sheet: string
  /** The line above it, or the sheet's name. */
  caption: string
  /** The nearest line above it that says what it is about, or else the sheet's name. */
  title: string
  /** The time that it is about as a whole. */
  span: Span | undefined
  columns: readonly SheetColumn[]
  rows: readonly SheetRow[]
}

/** A column of numbers. */
export interface SheetColumn {
  /** From 0. */
  column: number
  /** As printed; of two rows of heads, both in one. */
  head: string
  /** The head without its unit. */
  name: string
  /** The unit in the head. */
  unit: string
}

/** A row with numbers. */
export interface SheetRow {
  /** From 1. */
  row: number
  /** The head next to its numbers, as printed. */
  head: string
  /** What tells it from all other rows: its heads from left to right, and where those stand twice the row's above. */
  key: string
  /** What its head says nothing without: the heading of its part of the table, or the head of a row above. */
  of?: string
  /** Whether it is the sum of others by its head. */
  total: boolean
  cells: ReadonlyMap<number, SheetNumber>
}

/** What stands in a cell below a head. */
export interface SheetNumber {
  ref: string
  /** As people see it. */
  printed: string
  reading: CellReading
  /** Its unit; empty where nothing gives one. */
  unit: string
  /** `undefined` where nothing gives it. */
  span: Span | undefined
  /** The word of its heads that may mean several times. */
  unclear?: string
}

/** A number that is left out. */
export interface LeftOut {
  sheet: string
  ref: string
  /** As people see it. */
  found: string
  reason: string
}
