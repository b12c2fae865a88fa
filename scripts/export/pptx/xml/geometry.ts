import type { Geometry, PathStep, Point, VectorShape } from '../model.ts'
import { element, type Xml } from './element.ts'
import { emu, type Look } from './look.ts'

/** The outline of a shape. */
export function geometryXml(look: Look, { geometry, rect }: Pick<VectorShape, 'geometry' | 'rect'>): Xml {
  if (geometry.form !== 'path') return preset(presetOf(geometry), radiusOf(geometry, rect))
  const [w, h] = [emu(look, rect.right - rect.left), emu(look, rect.bottom - rect.top)]
  return element(
    'a:custGeom',
    {},
    ...['a:avLst', 'a:gdLst', 'a:ahLst', 'a:cxnLst'].map(name => element(name)),
    element('a:rect', { l: '0', t: '0', r: 'r', b: 'b' }),
    element(
      'a:pathLst',
      {},
      element('a:path', { w: Math.max(1, w), h: Math.max(1, h) }, geometry.steps.map(stepOf(look))),
    ),
  )
}

const TAGS = { move: 'a:moveTo', line: 'a:lnTo', curve: 'a:cubicBezTo', close: 'a:close' } as const

function stepOf(look: Look): (step: PathStep) => Xml {
  const point = ([x, y]: Point): Xml => element('a:pt', { x: emu(look, x), y: emu(look, y) })
  return ({ to, points }) => element(TAGS[to], {}, points.map(point))
}

function preset(prst: string, adjust: number | undefined): Xml {
  const values = adjust === undefined ? [] : [element('a:gd', { name: 'adj', fmla: `val ${adjust}` })]
  return element('a:prstGeom', { prst }, element('a:avLst', {}, values))
}

function presetOf(geometry: Exclude<Geometry, { form: 'path' }>): string {
  if (geometry.form === 'rect') return geometry.radius > 0 ? 'roundRect' : 'rect'
  return geometry.form
}

/** The radius of rounded corners, in shares of the shorter side. */
function radiusOf(geometry: Geometry, { left, top, right, bottom }: VectorShape['rect']): number | undefined {
  if (geometry.form !== 'rect' || geometry.radius <= 0) return undefined
  const shorter = Math.min(right - left, bottom - top)
  return Math.min(50_000, Math.round((geometry.radius / shorter) * 100_000))
}
