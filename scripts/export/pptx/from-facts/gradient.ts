import { parseColor } from '../../../check/layout/page/color.ts'
import type { Gradient } from '../model.ts'
import { inkOf } from './ink.ts'

/** Directions that CSS has words for: degrees, clockwise from the right. */
const SIDES: Readonly<Record<string, number>> = {
  right: 0,
  'right bottom': 45,
  'bottom right': 45,
  bottom: 90,
  'left bottom': 135,
  'bottom left': 135,
  left: 180,
  'left top': 225,
  'top left': 225,
  top: 270,
  'right top': 315,
  'top right': 315,
}

const COLOR = String.raw`(?:rgba?|color)\([^()]*\)`

/** The first gradient of a computed background; none where its colours cannot be told. */
export function gradientOf(background: string): Gradient | undefined {
  const [, kind, content = ''] =
    new RegExp(String.raw`(linear|radial)-gradient\(((?:${COLOR}|[^()])*)\)`).exec(background) ?? []
  if (kind === undefined) return undefined
  const found = [...content.matchAll(new RegExp(String.raw`(${COLOR})\s*([\d.]+%)?`, 'g'))]
  const places = placesOf(found.map(([, , place]) => place))
  const stops = found.flatMap(([, text], index) => {
    const color = parseColor(text!)
    return color ? [{ at: places[index]!, color: inkOf(color) }] : []
  })
  if (stops.length < 2) return undefined
  return { ...(kind === 'linear' && { angle: angleOf(content.split(/,(?![^(]*\))/)[0]!) }), stops }
}

/** Clockwise from the right; CSS counts from the top, and means downwards where it says nothing. */
function angleOf(direction: string): number {
  const degrees = /^\s*(-?[\d.]+)deg/.exec(direction)?.[1]
  if (degrees !== undefined) return (((Number(degrees) - 90) % 360) + 360) % 360
  return SIDES[/^\s*to\s+(.*?)\s*$/.exec(direction)?.[1] ?? ''] ?? 90
}

/** Places from 0 to 1; those that are not told lie evenly between those that are. */
function placesOf(told: readonly (string | undefined)[]): number[] {
  const places = told.map(place => (place === undefined ? undefined : Number.parseFloat(place) / 100))
  if (places.length > 0) {
    places[0] ??= 0
    places[places.length - 1] ??= 1
  }
  return places.map((place, index) => {
    if (place !== undefined) return Math.min(1, Math.max(0, place))
    const before = places.findLastIndex((each, no) => no < index && each !== undefined)
    const after = places.findIndex((each, no) => no > index && each !== undefined)
    return places[before]! + ((places[after]! - places[before]!) * (index - before)) / (after - before)
  })
}
