import type { Edge } from './qualifier-edge.ts'

/** Position in px from the chart's upper left corner. */
export type Point = [x: number, y: number]

const clamp = (value: number, least: number, most: number): number => Math.min(most, Math.max(least, value))

/** Px by which an edge reaches beyond the value, on a bar of this thickness: thick bars have large teeth. */
export function overhang(edge: Edge, thickness: number): number {
  if (edge === 'saw') return clamp(thickness * 0.2, 5, 20)
  return edge === 'wave' ? clamp(thickness * 0.11, 3, 10) : 0
}

/** Length in px of a hollow tip, which ends at the value. */
export function tipLength(edge: Edge, thickness: number, length: number): number {
  return edge === 'dashed' ? Math.min(clamp(thickness * 0.4, 10, 34), length) : 0
}

/** Steps in which a wave is drawn. */
const WAVE_STEPS = 16

/**
 * A vertical edge from top to bottom. The valleys of saw teeth and the middle of a wave stand exactly at `x`;
 * teeth point `towards` the side on which the true value lies.
 */
export function edgePoints(edge: Edge, x: number, top: number, bottom: number, towards: 1 | -1): Point[] {
  const height = bottom - top
  const reach = towards * overhang(edge, height)
  if (edge === 'saw') {
    const teeth = clamp(Math.round(height / 22), 2, 5)
    return Array.from({ length: 2 * teeth + 1 }, (_, index): Point => [
      x + (index % 2) * reach,
      top + (height * index) / (2 * teeth),
    ])
  }
  if (edge === 'wave') {
    const steps = WAVE_STEPS * clamp(Math.round(height / 36), 1, 3)
    return Array.from({ length: steps + 1 }, (_, index): Point => [
      x + reach * Math.sin((2 * Math.PI * index) / WAVE_STEPS),
      top + (height * index) / steps,
    ])
  }
  return [
    [x, top],
    [x, bottom],
  ]
}
