/** A closed line of points; the last one is joined with the first. */
export type Ring = readonly (readonly [x: number, y: number])[]

/** A district on a map. */
export interface MapDistrict {
  name: string
  /** Each an outer ring, and the rings of what is left out of it. */
  polygons: readonly (readonly Ring[])[]
}

/** Districts on a plane: x to the right, y upwards, from 0 on; the longer side is `MAP_SIZE` long. */
export interface DistrictOutlines {
  /** File below `public/`. */
  src: string
  width: number
  height: number
  districts: readonly MapDistrict[]
}

/** A map of the deck, or why its file is none. */
export type FoundMap = { map: DistrictOutlines } | { problem: string }

/**
 * Steps into which the longer side of a map is divided: finer than what can be seen, and what neighbours share stays
 * the same on both sides.
 */
export const MAP_SIZE = 4000

/** The file of a deck's map, where none is named. */
export const DEFAULT_MAP = 'map.geojson'

interface Feature {
  properties?: { name?: unknown } | null
  geometry?: { type?: unknown; coordinates?: unknown } | null
}

type Lines = readonly (readonly (readonly [number, number])[])[]

function polygonsOf({ geometry }: Feature): readonly Lines[] {
  if (geometry?.type === 'Polygon') return [geometry.coordinates as Lines]
  return geometry?.type === 'MultiPolygon' ? (geometry.coordinates as readonly Lines[]) : []
}

/** Degrees are shorter from west to east than from south to north, the more so the farther north. */
function flatten(all: readonly (readonly [number, number])[]): (x: number) => number {
  const latitudes = all.map(([, y]) => y)
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)]
  const degrees = all.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90)
  const factor = degrees ? Math.cos((((south + north) / 2) * Math.PI) / 180) : 1
  return x => x * factor
}

/** What is wrong with the features of a file; undefined for nothing. */
function wrongFeatures(features: readonly Feature[]): string | undefined {
  const names = features.map(({ properties }) => properties?.name)
  const unnamed = names.findIndex(name => typeof name !== 'string' || name.trim() === '')
  if (unnamed >= 0) return `第${unnamed + 1}个区域没有名称，请在它的 properties 里写 name`
  const twice = names.find((name, index) => names.indexOf(name) !== index)
  if (twice !== undefined) return `有两个区域都叫“${String(twice)}”，请合成一个 MultiPolygon`
  const points = (feature: Feature): unknown[] => polygonsOf(feature).flat(2)
  const shapeless = features.findIndex(
    feature =>
      points(feature).length < 3 ||
      points(feature).some(point => !Array.isArray(point) || !Number.isFinite(point[0]) || !Number.isFinite(point[1])),
  )
  return shapeless >= 0 ? `“${String(names[shapeless])}”的轮廓不是 Polygon 或 MultiPolygon` : undefined
}

/** Reads the districts of a GeoJSON file. @param src its name, for messages */
export function parseMap(text: string, src: string): FoundMap {
  const wrong = (what: string): FoundMap => ({ problem: `public/${src} ${what}` })
  let features: unknown
  try {
    features = (JSON.parse(text) as { features?: unknown } | null)?.features
  } catch {
    return wrong('不是 JSON')
  }
  if (!Array.isArray(features) || features.length === 0) return wrong('不是 GeoJSON：没有 features')
  const fault = wrongFeatures(features as Feature[])
  if (fault !== undefined) return wrong(`画不了：${fault}`)
  const all = (features as Feature[]).flatMap(feature => polygonsOf(feature).flat(2) as [number, number][])
  const flat = flatten(all)
  const [xs, ys] = [all.map(([x]) => flat(x)), all.map(([, y]) => y)]
  const range = (values: readonly number[]): [least: number, span: number] => {
    const [least, most] = values.reduce(
      ([a, b], value) => [Math.min(a, value), Math.max(b, value)],
      [Infinity, -Infinity],
    )
    return [least!, most! - least!]
  }
  const [[left, across], [bottom, up]] = [range(xs), range(ys)]
  const unit = Math.max(across, up) / MAP_SIZE || 1
  const ring = (points: Lines[number]): Ring => {
    const placed = points.map(
      ([x, y]) => [Math.round((flat(x) - left) / unit), Math.round((y - bottom) / unit)] as const,
    )
    const apart = placed.filter(
      ([x, y], index) => index === 0 || x !== placed[index - 1]![0] || y !== placed[index - 1]![1],
    )
    const [first, last] = [apart[0]!, apart.at(-1)!]
    return apart.length > 1 && first[0] === last[0] && first[1] === last[1] ? apart.slice(0, -1) : apart
  }
  return {
    map: {
      src,
      width: Math.round(across / unit),
      height: Math.round(up / unit),
      districts: (features as Feature[]).map(feature => ({
        name: String(feature.properties!.name).trim(),
        polygons: polygonsOf(feature)
          .map(rings => rings.map(ring).filter(({ length }) => length > 2))
          .filter(({ length }) => length > 0),
      })),
    },
  }
}
