import type { Gradient, Ink, Line } from '../model.ts'
import { element, type Xml } from './element.ts'
import { emu, type Look } from './look.ts'

/** A colour: the theme's where it is one of its, so that it changes with the theme. */
export function color(look: Look, { hex, alpha }: Ink): Xml {
  const opacity = alpha < 1 ? element('a:alpha', { val: Math.round(alpha * 100_000) }) : undefined
  const known = look.inks.get(hex)
  if (!known) return element('a:srgbClr', { val: hex.toUpperCase() }, opacity)
  const [times, plus] = known.luminance ?? []
  return element(
    'a:schemeClr',
    { val: known.slot },
    times === undefined ? undefined : element('a:lumMod', { val: times }),
    plus === undefined || plus === 0 ? undefined : element('a:lumOff', { val: plus }),
    opacity,
  )
}

/** A ground, or none. */
export function fill(look: Look, ink: Ink | Gradient | undefined): Xml {
  if (!ink) return element('a:noFill')
  return 'stops' in ink ? gradientFill(look, ink) : element('a:solidFill', {}, color(look, ink))
}

function gradientFill(look: Look, { angle, stops }: Gradient): Xml {
  return element(
    'a:gradFill',
    { rotWithShape: true },
    element(
      'a:gsLst',
      {},
      stops.map(({ at, color: ink }) => element('a:gs', { pos: Math.round(at * 100_000) }, color(look, ink))),
    ),
    angle === undefined
      ? element('a:path', { path: 'circle' }, element('a:fillToRect', { l: 50_000, t: 50_000, r: 50_000, b: 50_000 }))
      : element('a:lin', { ang: Math.round(angle * 60_000), scaled: false }),
  )
}

/** A line, or none. @param name `a:ln`, or a side of a cell */
export function line(look: Look, drawn: Line | undefined, name = 'a:ln'): Xml {
  if (!drawn) return element(name, {}, element('a:noFill'))
  const { color: ink, width, dash, cap, join } = drawn
  return element(
    name,
    { w: Math.min(20_116_800, emu(look, width)), cap: { flat: 'flat', round: 'rnd', square: 'sq' }[cap] },
    fill(look, ink),
    dash.length > 0 ? dashes(dash, width) : element('a:prstDash', { val: 'solid' }),
    join === 'miter' ? element('a:miter', { lim: 800_000 }) : element(join === 'round' ? 'a:round' : 'a:bevel'),
  )
}

/** Dashes and gaps in shares of the line's width; an odd list goes round twice, as in SVG. */
function dashes(lengths: readonly number[], width: number): Xml {
  const even = lengths.length % 2 === 0 ? lengths : [...lengths, ...lengths]
  const share = (length: number): number => Math.max(1000, Math.round((length / width) * 100_000))
  const pairs = even.flatMap((length, index) =>
    index % 2 === 0 ? [element('a:ds', { d: share(length), sp: share(even[index + 1]!) })] : [],
  )
  return element('a:custDash', {}, pairs)
}
