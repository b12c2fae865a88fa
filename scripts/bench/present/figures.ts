/** One measured number of a row, and whether it is what it has to be. */
export interface Figure {
  name: string
  /** Undefined where this system does not tell. */
  value: number | undefined
  unit: string
  /** What it must not exceed; absent where it only informs. */
  most?: number
  met?: boolean
}

/** One line of the table: one situation and what was measured in it. */
export interface Row {
  name: string
  figures: Figure[]
}

/** A number that must not be larger than `most`. What cannot be measured does not count as missed. */
export function atMost(name: string, value: number | undefined, most: number, unit = ''): Figure {
  return { name, value, unit, most, met: value === undefined || value <= most }
}

export function inform(name: string, value: number | undefined, unit = ''): Figure {
  return { name, value, unit }
}

/** The value below which a share of ordered numbers lies; not a number where there are none. */
export function quantile(ordered: ArrayLike<number>, share: number): number {
  return ordered.length === 0 ? Number.NaN : ordered[Math.max(0, Math.ceil(ordered.length * share) - 1)]!
}

/** Whether everything was reached. A number that is none was not measured, and so not reached. */
export function allMet(rows: readonly Row[]): boolean {
  return rows.every(({ figures }) => figures.every(({ met }) => met !== false))
}
