import type { Rect } from '../../../../components/rect.ts'
import type { BorderFact, BoxFact } from '../facts.ts'
import type { Line, VectorShape } from '../model.ts'
import { gradientOf } from './gradient.ts'
import { dashOf, inkOf } from './ink.ts'

/** A box as one shape where its border is the same all round, else with a bar for each side. */
export function boxShapes({ rect, fill, gradient, borders, radius }: BoxFact): VectorShape[] {
  const even = borders.length === 4 && borders.every(each => isLike(each, borders[0]!))
  const ellipse = radius > 0 && 2 * radius >= Math.max(rect.right - rect.left, rect.bottom - rect.top) - 0.5
  const half = even ? borders[0]!.width / 2 : 0
  const ground: VectorShape = {
    kind: 'vector',
    // An outline is drawn along its edge, a border within it.
    rect: inset(rect, half),
    geometry: ellipse ? { form: 'ellipse' } : { form: 'rect', radius: Math.max(0, radius - half) },
    ...(fill && { fill: inkOf(fill) }),
    ...(even && { line: lineOf(borders[0]!) }),
  }
  const shade = gradient === undefined ? undefined : gradientOf(gradient)
  return [
    ...(fill || even ? [ground] : []),
    ...(shade ? [{ ...ground, fill: shade }] : []),
    ...(even ? [] : borders.map(border => sideShape(rect, border))),
  ]
}

function isLike(a: BorderFact, b: BorderFact): boolean {
  return a.width === b.width && a.style === b.style && String(a.color) === String(b.color)
}

function inset({ left, top, right, bottom }: Rect, by: number): Rect {
  return { left: left + by, top: top + by, right: right - by, bottom: bottom - by }
}

function lineOf({ color, width, style }: BorderFact): Line {
  return { color: inkOf(color), width, dash: dashOf(style, width), cap: 'flat', join: 'miter' }
}

/** One side of a border: a bar, or a line where it is broken. */
function sideShape({ left, top, right, bottom }: Rect, border: BorderFact): VectorShape {
  const { side, width, color } = border
  const bar = {
    left: { left, top, right: left + width, bottom },
    right: { left: right - width, top, right, bottom },
    top: { left, top, right, bottom: top + width },
    bottom: { left, top: bottom - width, right, bottom },
  }[side]
  const line = lineOf(border)
  if (line.dash.length === 0)
    return { kind: 'vector', rect: bar, geometry: { form: 'rect', radius: 0 }, fill: inkOf(color) }
  const across = side === 'top' || side === 'bottom'
  const middle = across ? (bar.top + bar.bottom) / 2 : (bar.left + bar.right) / 2
  const rect = across ? { ...bar, top: middle, bottom: middle } : { ...bar, left: middle, right: middle }
  return { kind: 'vector', rect, geometry: { form: 'line', rising: false }, line }
}
