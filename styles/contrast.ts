const LINEAR = Float64Array.from({ length: 256 }, (_, value) => {
  const share = value / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
})

/** WCAG's relative luminance of a colour whose parts are from 0 to 255. */
export function luminance(red: number, green: number, blue: number): number {
  return 0.2126 * LINEAR[Math.round(red)]! + 0.7152 * LINEAR[Math.round(green)]! + 0.0722 * LINEAR[Math.round(blue)]!
}

/** WCAG's contrast of two luminances: 1 where they are the same. */
export function contrast(a: number, b: number): number {
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}
