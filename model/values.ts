/** A number, or the parts of a proportion in their order. */
export type Value = number | readonly number[]

/** The value as one number; `NaN` for a proportion, which is none. */
export function numberOf(value: Value): number {
  return typeof value === 'number' ? value : Number.NaN
}

/** How many digits stand behind the point of a number as it is printed. */
export function decimalsIn(digits: string): number {
  return digits.split('.')[1]?.length ?? 0
}

/** Whether two values are the same numbers. */
export function isSameValue(a: Value, b: Value): boolean {
  const [own, other] = [[a].flat(), [b].flat()]
  return own.length === other.length && own.every((number, index) => number === other[index])
}
