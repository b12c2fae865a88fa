import type { Medium } from '../lib/facts/appearances.ts'

/** One place where a figure appears. */
export interface Place {
  slide: number
  title: string
  /** What of the slide prints it; a chart prints its figures in its alternative text too. */
  medium: Medium | 'text'
  /** Component and prop, such as `BarChart ids`; empty for typed text. */
  component: string
  /** How it is printed there; empty where it is not by a style. */
  text: string
  /** `file:line`. */
  where: string
}
