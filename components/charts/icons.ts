/**
 * Icons for `Isotype`, drawn for this project on a 24 × 24 grid as one filled path each. Holes run against the clock,
 * because ECharts fills by the nonzero rule.
 */

/** Edge of the grid that icons are drawn on. */
export const ICON_GRID = 24

const solid = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}h${width}v${height}h${-width}z`
const hole = (x: number, y: number, width: number, height: number): string =>
  `M${x} ${y}v${height}h${width}v${-height}z`
const disc = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 1 ${2 * r} 0a${r} ${r} 0 1 1 ${-2 * r} 0z`
const ring = (x: number, y: number, r: number): string =>
  `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0z`
const grid = (columns: readonly number[], rows: readonly number[], width: number, height: number): string =>
  rows.flatMap(y => columns.map(x => hole(x, y, width, height))).join('')

export const icons = {
  school: `${solid(11.5, 0, 1, 5)}${solid(12.5, 0, 4.5, 2.5)}M12 4L23 11H1Z${solid(3, 12, 18, 11)}${grid([5.5, 15.5], [14.5], 3, 3.5)}${hole(10.25, 16, 3.5, 7)}`,
  house: `M12 2L23 12H20V22H4V12H1Z${hole(10, 14, 4, 8)}`,
  car: `M1.5 17V12L4.5 11.5L7.5 6.5H16L20 11.5L22.5 12.5V17ZM8.6 8L6.6 11.5H11.3V8ZM12.5 8V11.5H17.8L15.2 8Z${disc(6.5, 17.5, 2.7)}${disc(17.5, 17.5, 2.7)}${ring(6.5, 17.5, 1.1)}${ring(17.5, 17.5, 1.1)}`,
  factory: `M2 22V9.5L8 13.5V9.5L14 13.5V2H18L19 13.5H22V22Z${grid([4.75, 10.5, 16.25], [16.5], 3, 2.5)}`,
  hospital: `${solid(3, 3, 18, 20)}M10.5 5.5V8.5H7.5V11.5H10.5V14.5H13.5V11.5H16.5V8.5H13.5V5.5Z${hole(10, 17.5, 4, 5.5)}`,
  people: `${disc(12, 6, 4.6)}M3.5 23V19A8.5 7 0 0 1 20.5 19V23Z`,
  book: `M1.5 4C6 2.6 9.2 3.8 11.5 6V21.5C9.2 19.4 6 18.4 1.5 19.6ZM22.5 4C18 2.6 14.8 3.8 12.5 6V21.5C14.8 19.4 18 18.4 22.5 19.6Z`,
  lift: `${solid(3, 1, 18, 22)}M9 3L6 6.8H12ZM12.6 3L15.6 6.8L18.6 3Z${hole(5.5, 8.8, 6, 14.2)}${hole(12.5, 8.8, 6, 14.2)}`,
  tower: `${solid(5, 1, 14, 22)}${grid([7.5, 11, 14.5], [3.5, 7.5, 11.5], 2, 2.4)}${hole(10.25, 17, 3.5, 6)}`,
  crossing: `${solid(0.5, 4, 23, 1.3)}${solid(0.5, 9, 23, 3)}${[1, 6.5, 12, 17.5].map(x => solid(x - 0.2, 5, 1.2, 4.5)).join('')}${solid(22, 5, 1.2, 4.5)}${solid(3.5, 12, 2.6, 10)}${solid(17.9, 12, 2.6, 10)}`,
  server: `${[2, 9, 16].map(y => solid(2.5, y, 19, 6)).join('')}${[5, 12, 19].map(y => `${ring(6, y, 1.2)}${hole(11, y - 0.75, 8, 1.5)}`).join('')}`,
  printer: `${solid(6, 1.5, 12, 5)}M2 8H22V18.5H19V14H5V18.5H2Z${ring(18.6, 11, 1)}${solid(6.5, 15.5, 11, 7)}`,
} as const satisfies Record<string, string>

/** Names of the icons. */
export type IconName = keyof typeof icons
