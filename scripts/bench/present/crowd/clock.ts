/** Milliseconds since 1970 with fractions: the same for all processes of this machine. */
export function clock(): number {
  return performance.timeOrigin + performance.now()
}
