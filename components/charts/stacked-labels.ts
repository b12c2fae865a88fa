/** What of a stacked bar decides where its labels stand. */
export interface StackedValues {
  total: number
  part: number
  /** Its value is empty where no figure gives the rest. */
  restLabel: { value: string }
}

/** Widths in px of the labels of a bar. */
export interface StackedWidths {
  part: number
  rest: number
}

/** Where the labels of a bar stand at a scale. */
export interface StackedLabels {
  /** Whether each fits into its segment; else it stands outside of the bar. */
  partFits: boolean
  restFits: boolean
  /** Px from zero to the end of the bar and of the labels behind it. */
  extent: number
}

/** Places the labels of a bar at `scale` px per unit. A rest without a number is left out where it does not fit. */
export function placeLabels(
  { total, part, restLabel }: StackedValues,
  widths: StackedWidths,
  scale: number,
  gap: number,
): StackedLabels {
  const partFits = part * scale > widths.part
  const restFits = (total - part) * scale > widths.rest + gap
  const behind = (partFits ? 0 : widths.part) + (restFits || !restLabel.value ? 0 : widths.rest)
  return { partFits, restFits, extent: total * scale + (behind ? gap + behind : 0) }
}

/** The least share of its room that a scale gives up for labels behind the bars. */
const LEAST_SCALE = 0.7

/**
 * The largest scale in px per unit, or the one `given`, at which every label stands within `room` px; none where there
 * is none.
 */
export function stackedScale(
  bars: readonly StackedValues[],
  widths: readonly StackedWidths[],
  { largest, given, room, gap }: { largest: number; given?: number | undefined; room: number; gap: number },
): number | undefined {
  const shares = Array.from({ length: Math.round((1 - LEAST_SCALE) * 50) }, (_, index) => 1 - index / 50)
  return (given === undefined ? shares.map(share => largest * share) : [given]).find(scale =>
    bars.every((bar, index) => placeLabels(bar, widths[index]!, scale, gap).extent <= room),
  )
}
