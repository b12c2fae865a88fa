import type { Figure } from '../../model/figure.ts'
import { type Emphasis, type Item, planItem } from './plan.ts'
import { valueIn } from '../../model/units.ts'
import { figuresOver, type Slot, type TimeSeries } from './time-series.ts'

/** Of the points of a line, in em of labels. */
export const POINT_EM = 0.5

/** A number at its place in time. */
export interface TimeItem extends Item {
  slot: number
  series: number
  /** In the unit of the first figure. */
  value: number
  /** Whether it is of a part of a year among whole ones. */
  part: boolean
}

/** The items of series, their values in the unit of the first. */
export function itemsOver(
  slots: readonly Slot[],
  series: readonly TimeSeries[],
  emphasisOf: (figure: Figure, series: TimeSeries, slot: Slot) => Emphasis,
): TimeItem[] {
  const value = valueIn(figuresOver({ series })[0]?.unit ?? '')
  return series.flatMap((each, index) =>
    each.figures.flatMap((figure, slot) =>
      figure === null
        ? []
        : [
            {
              ...planItem(figure, { style: figure.change === undefined ? 'plain' : 'signed' }),
              value: value(figure),
              emphasis: emphasisOf(figure, each, slots[slot]!),
              slot,
              series: index,
              part: slots[slot]!.part,
            },
          ],
    ),
  )
}

/** Whether the line on both sides of a point is above it: its label then stands below the line. */
export function isValley(items: readonly TimeItem[], { slot, value }: TimeItem): boolean {
  const beside = items.filter(each => Math.abs(each.slot - slot) === 1)
  return beside.length === 2 && beside.every(each => each.value > value)
}

/**
 * Runs of slots within which the line of a series goes on: up to a break, to parts of years, or to a period that is
 * told without a number. Through years that nobody told it goes on.
 */
export function runsOf(slots: readonly Slot[], { figures }: TimeSeries): number[] {
  let run = 0
  return slots.map(({ breaks, part, told }, index) => {
    const before = slots[index - 1]
    if (before && (breaks !== null || part !== before.part || (told && figures[index] === null))) run += 1
    return run
  })
}
