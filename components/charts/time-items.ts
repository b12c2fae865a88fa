import type { Figure } from '../../model/figure.ts'
import { type Emphasis, type Item, planItem } from './plan.ts'
import { figuresOver, type Slot, type TimeSeries, valueIn } from './time-series.ts'

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
