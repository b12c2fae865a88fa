/**
 * The `object-position` with which `object-fit: cover` keeps a point of a photo in the frame, in its middle as far as
 * the photo reaches. Percentages cannot say that: 20% aligns the photo's 20% with the frame's, whatever their shapes.
 * The frame has to be a size container; `--hb-focus-x` and `--hb-focus-y` (percent of it, 50 by default) move the place
 * that the point goes to.
 * @param size of the photo in pixels
 * @param focus the point, as fractions of width and height
 */
export function photoPosition(
  size: { width: number; height: number },
  focus: readonly [number, number] = [0.5, 0.5],
): string {
  const aspect = size.width / size.height
  const offset = (fraction: number, length: string, room: string, place: string): string =>
    `calc(-1 * max(0px, min(${fraction} * ${length} - var(${place}, 50) * 0.01 * ${room}, ${length} - ${room})))`
  // Of width and height one fits the frame exactly; the other is longer than it, and is what can be moved.
  return [
    offset(focus[0], `${aspect} * 100cqh`, '100cqw', '--hb-focus-x'),
    offset(focus[1], `${1 / aspect} * 100cqw`, '100cqh', '--hb-focus-y'),
  ].join(' ')
}
