/** Icons in groups of five, so that the eye counts groups. */
const GROUP = 5
/** Share of an icon's pitch that is left free between groups, and between rows of different figures. */
const GROUP_GAP = 0.25
const ROW_GAP = 0.5
const MIN_PITCH = 10
/** Icons down to this share of the largest pitch that a room allows stay on one line rather than growing on several. */
export const LINE_SHARE = 0.6

/** How the icons of all rows are set: one size, so that equal numbers look equal. */
export interface IconLayout {
  /** Px from one icon to the next. */
  pitch: number
  /** Icons on a line. */
  columns: number
  /** Px from the top of the first row to the bottom of the last. */
  height: number
}

/** Offset of column `index` in pitches. */
export function columnOffset(index: number): number {
  return index + Math.floor(index / GROUP) * GROUP_GAP
}

/** Lines that `count` icons take. */
export function linesOf(count: number, columns: number): number {
  return Math.max(1, Math.ceil(count / columns))
}

/** Offset in px of row `index` from the top of the first. */
export function rowOffset(counts: readonly number[], index: number, { pitch, columns }: IconLayout): number {
  return counts.slice(0, index).reduce((sum, count) => sum + (linesOf(count, columns) + ROW_GAP) * pitch, 0)
}

/** Bounds of a layout of icons, px. */
export interface IconBounds {
  /** Largest pitch. */
  most: number
  /**
   * Pitch from which a row stays on one line. Default: a share of the largest; another where a common scale sets that.
   */
  oneLine?: number
  /** Height that each row takes at least, for the words beside it. */
  least: number
}

/**
 * The largest icons with which all rows fit, on one line each where that leaves them large enough; lines break after
 * whole groups.
 */
export function layoutIcons(
  counts: readonly number[],
  width: number,
  height: number,
  { most, least, oneLine = most * LINE_SHARE }: IconBounds,
): IconLayout | undefined {
  const longest = Math.max(...counts)
  const at = (pitch: number): IconLayout => {
    let columns = Math.max(1, Math.ceil(longest))
    while (columns > 1 && columnOffset(columns - 1) + 1 > width / pitch)
      columns -= columns % GROUP || (columns > GROUP ? GROUP : 1)
    const lines = counts.reduce((sum, count) => sum + linesOf(count, columns), 0)
    return { pitch, columns, height: (lines + ROW_GAP * (counts.length - 1)) * pitch }
  }
  const pitches = Array.from({ length: Math.max(1, Math.ceil(most - MIN_PITCH) + 1) }, (_, index) =>
    Math.max(Math.min(MIN_PITCH, most), most - index),
  )
  const layouts = pitches.map(at).filter(layout => layout.height <= height && layout.pitch * (1 + ROW_GAP) >= least)
  return (
    layouts.find(({ pitch, columns }) => pitch >= oneLine && columns >= longest) ??
    layouts[0] ??
    (least ? undefined : at(Math.min(MIN_PITCH, most)))
  )
}
