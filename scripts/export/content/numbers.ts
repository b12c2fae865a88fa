const [SPACE, MINUS, POINT, ZERO, NINE] = [...' -.09'].map(character => character.charCodeAt(0)) as [
  number,
  number,
  number,
  number,
  number,
]

/**
 * Operands that are numbers, as many as are expected, each one blank from the other; undefined where they are others.
 * Their digits are few, so that they are exact.
 */
export function readNumbers(operands: string, count: number): number[] | undefined {
  const numbers: number[] = []
  let at = 0
  while (at < operands.length) {
    const isNegative = operands.charCodeAt(at) === MINUS
    if (isNegative) at += 1
    let digits = 0
    let point = -1
    let whole = 0
    let code = operands.charCodeAt(at)
    for (; (code >= ZERO && code <= NINE) || (code === POINT && point === -1); code = operands.charCodeAt((at += 1))) {
      if (code === POINT) point = digits
      else {
        whole = whole * 10 + code - ZERO
        digits += 1
      }
    }
    if (digits === 0 || digits > 15 || (at < operands.length && code !== SPACE)) return undefined
    at += 1
    const size = point === -1 ? whole : whole / 10 ** (digits - point)
    numbers.push(isNegative ? -size : size)
  }
  return numbers.length === count ? numbers : undefined
}
