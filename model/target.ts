import type { Figure } from './figure.ts'
import type { Bound } from './qualifiers.ts'

/**
 * What a plan asks of what is done: at least so much, at most, about so much (within a tenth, as 约 is taken
 * everywhere), or exactly so much; of a range, a value in it.
 */
export type TargetDirection = Bound | 'exact'

/** A target as it is written down in `data/targets.ts`: what was planned, beside what was done. */
export interface TargetInput {
  /** kebab-case, unique among the targets. */
  id: string
  /** What is to be reached, without a number. Default: the short label of what was done, else of the plan. */
  label?: string
  /** Id of the figure that was planned. */
  plan: string
  /** Id of the figure that was done, of the plan's period or of a part of it. Default: not known yet. */
  done?: string
  /** Id of a figure of an earlier period, where the plan starts from. Default: none is shown. */
  before?: string
  /** Default: what the plan's qualifier means. Required for a plan without one, or of a range. */
  direction?: TargetDirection
  /** Id that the derived figure gets which says how much of the plan was done, in percent. Default: there is none. */
  rate?: string
}

/** The targets of a deck, as `data/deck.ts` lists them. */
export interface TargetFile {
  /** Path for messages, from the project's root. */
  file: string
  targets: readonly TargetInput[]
}

/**
 * The ids of the rates that targets ask for, to be added to the `FigureId` of `data/deck.ts`.
 * @example
 * export type FigureId = StatedFigureId | RateId<(typeof targets)[number]>
 */
export type RateId<Input extends TargetInput> = Input extends { rate: infer Id extends string } ? Id : never

/**
 * Whether a target was met. `unsure` where inexact values leave it open, `early` where what was done is of a part of
 * the plan's period.
 */
export type Outcome = 'met' | 'missed' | 'unsure' | 'early'

/** A target as everything but `data/targets.ts` sees it. */
export interface Target {
  id: string
  label: string
  plan: Figure
  done: Figure | null
  before: Figure | null
  rate: Figure | null
  direction: TargetDirection
  /** `null` where nothing is done yet. */
  outcome: Outcome | null
}
