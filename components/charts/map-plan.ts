import type { Figure } from '../../model/figure.ts'
import type { Table, TableRow } from '../../model/table.ts'
import type { DistrictOutlines, FoundMap, MapDistrict } from '../../model/maps.ts'
import { nearestIds } from '../../model/nearest.ts'
import { isWhole, mainMeasure, peersOf } from '../../model/table-cells.ts'
import { classesOf, type ClassRule } from './classes.ts'
import { oursOf, planPeers } from './peers.ts'
import { type FigureProps, type Item, type Plan, reject } from './plan.ts'
import { measureIn, type OfTable } from './table-props.ts'

/** The chart's name in messages. */
export const CHART = '分档地图'
/** Fewest and most districts with a number. */
const COUNT = [2, 80] as const
/** Fewest, usual and most classes: more shades than these nobody tells apart. */
const CLASSES = { least: 2, usual: 4, most: 5 } as const

/** The props of a map of districts. */
export interface MapProps extends Omit<FigureProps, 'mixedPeriods'>, OfTable {
  /** Its GeoJSON, below `public/`; the features' `name` are the rows of the table. Default: `map.geojson`. */
  src?: string
  /** Most classes, 2 to 5. Default: 4. */
  classes?: number
  /** Where classes end: where numbers lie apart, or with as many districts in each. Default: `breaks`. */
  by?: ClassRule
}

/** Numbers that share a shade. */
export interface MapClass {
  /** The figures with the least and the largest number; one figure where there is one number. */
  low: Figure
  high: Figure
  /** Whether they are less than zero. */
  below: boolean
  items: readonly Item[]
}

/** A map before it is drawn. */
export interface MapPlan extends Plan {
  map: DistrictOutlines
  /** What the numbers are. */
  title: string
  /** The lowest first. */
  classes: readonly MapClass[]
  /** Districts with a number, by its figure. */
  districts: ReadonlyMap<string, MapDistrict>
  /** Districts without one. */
  gaps: readonly MapDistrict[]
}

const namesOf = ({ id, text, head }: TableRow): readonly string[] => [id, text, head]

/** Finds figures their districts. @throws ChartDataError where one has none */
function districtsOf(
  table: Table,
  figures: readonly Figure[],
  map: DistrictOutlines,
  measure: string,
): Map<string, MapDistrict> {
  const rows = table.rows.filter(row => !isWhole(table, row))
  const found = rows.flatMap(row => {
    const cell = table.cell(row.id, measure)
    const figure = figures.find(each => cell === each)
    return figure ? [{ row, figure, district: map.districts.find(({ name }) => namesOf(row).includes(name)) }] : []
  })
  const lost = found.filter(({ district }) => !district)
  const free = map.districts.flatMap(({ name }) =>
    found.some(({ district }) => district?.name === name) ? [] : [name],
  )
  const hints = lost.map(({ row }) => {
    const [near] = nearestIds(row.text, free, 1)
    return `“${row.text}”${near === undefined ? '' : `（最接近的是“${near}”）`}`
  })
  if (lost.length > 0)
    reject(
      CHART,
      lost.map(({ figure }) => figure),
      `地图 public/${map.src} 里没有${hints.join('、')}；区域的 name 要与表“${table.id}”的行名一致，对不上的请用 DataTable`,
    )
  return new Map(found.map(({ figure, district }) => [figure.id, district!]))
}

/**
 * Plans a map of which each district is as dark as the class of its number.
 * @throws ChartDataError for a file that is no map, for rows that are not on it, and for ranks and periods
 */
export function planMap(table: Table, props: Omit<MapProps, 'of'>, found: FoundMap): MapPlan {
  const { measure: named = mainMeasure(table), classes: most = CLASSES.usual, by = 'breaks', ...rest } = props
  const measure = measureIn(CHART, table, named)
  if (table.by === 'periods') reject(CHART, [], `“${table.id}”的各行是时段，不在地图上；请用 TrendChart`)
  const figures = peersOf(table, measure.id)
  if ('problem' in found) reject(CHART, figures.slice(0, 1), found.problem)
  if (!Number.isInteger(most) || most < CLASSES.least || most > CLASSES.most)
    reject(CHART, figures, `classes 是分几档，${CLASSES.least}到${CLASSES.most}；再多就分不清深浅`)
  if (by !== 'breaks' && by !== 'quantiles')
    reject(CHART, figures, `by 只能是 breaks（自然断点）或 quantiles（分位数）`)
  const plan = planPeers(CHART, figures, oursOf(table, measure.id, rest), COUNT, rest)
  const { map } = found
  const districts = districtsOf(table, figures, map, measure.id)
  const shown = [...districts.values()]
  const values = plan.items.map(({ value }) => value)
  const at = (value: number): Figure => figures[values.indexOf(value)]!
  return {
    ...plan,
    map,
    title: measure.label,
    classes: classesOf(values, by, most).map(own => ({
      low: at(own[0]!),
      high: at(own.at(-1)!),
      below: own[0]! < 0,
      items: plan.items.filter(({ value }) => own.includes(value)),
    })),
    districts,
    gaps: map.districts.filter(district => !shown.includes(district)),
    note: by === 'breaks' ? '按数的疏密分档' : '各档区域个数相近',
  }
}
