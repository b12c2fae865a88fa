import type { Figure } from '../../../../model/figure.ts'
import { inBase } from '../../../../model/units.ts'
import type { ChartFacts, Mark } from '../facts.ts'

/** What is wrong with how a number is shaded, or told in the legend. */
export interface Misshaded {
  figure: Figure
  measured: string
  expected: string
}

interface Region {
  figure: Figure
  box: Mark['box']
  fill: string
}

const middleOf = ({ left, right, top, bottom }: Mark['box']): readonly [x: number, y: number] => [
  (left + right) / 2,
  (top + bottom) / 2,
]

/** Districts whose shade comes again after another one, from the least number to the largest. */
function outOfOrder(regions: readonly Region[]): Misshaded[] {
  const sorted = [...regions].sort((a, b) => inBase(a.figure) - inBase(b.figure))
  return sorted.flatMap(({ figure, fill }, index) => {
    const before = sorted.slice(0, index).findLastIndex(each => each.fill === fill)
    const parted = before >= 0 && sorted.slice(before + 1, index).some(each => each.fill !== fill)
    return parted ? [{ figure, measured: '深浅与数的大小次序不符', expected: '同一档的数相连，一档一种深浅' }] : []
  })
}

/** Names and numbers that do not stand in their district. */
function astray({ words }: ChartFacts, regions: readonly Region[]): Misshaded[] {
  return words.flatMap(({ kind, figure: id, box }) => {
    const region = regions.find(({ figure }) => figure.id === id)
    if (!region || kind === 'limit') return []
    const [x, y] = middleOf(box)
    const { left, right, top, bottom } = region.box
    const inside = x >= left && x <= right && y >= top && y <= bottom
    return inside ? [] : [{ figure: region.figure, measured: '名称或数写在别的区域上', expected: '写在自己的区域里' }]
  })
}

/** Classes of the legend that are not those of the map. */
function misnamed({ marks, words }: ChartFacts, regions: readonly Region[]): Misshaded[] {
  const swatches = marks.filter(({ kind, painted }) => kind === 'swatch' && painted)
  return [...Map.groupBy(regions, ({ fill }) => fill)].flatMap(([fill, own]) => {
    const sorted = [...own].sort((a, b) => inBase(a.figure) - inBase(b.figure))
    const [least, most] = [sorted[0]!.figure, sorted.at(-1)!.figure]
    const swatch = swatches.find(each => each.fill === fill)
    if (!swatch) return [{ figure: least, measured: '图例里没有这种深浅', expected: '每种深浅在图例里有一行' }]
    const limits = words.filter(({ kind, box }) => {
      const [, y] = middleOf(box)
      return kind === 'limit' && y > swatch.box.top && y < swatch.box.bottom
    })
    const told = limits.flatMap(({ figure: id }) => regions.find(({ figure }) => figure.id === id)?.figure ?? [])
    const values = told.map(inBase)
    const right = Math.min(...values) === inBase(least) && Math.max(...values) === inBase(most)
    return right
      ? []
      : [
          {
            figure: least,
            measured: '图例写的上下限不是这一档里的最小、最大的数',
            expected: `${least.value} 和 ${most.value}`,
          },
        ]
  })
}

/** What a map shades, says in its districts, or tells in its legend otherwise than its numbers are. */
export function misshaded(chart: ChartFacts, find: (id: string) => Figure | undefined): Misshaded[] {
  const regions = chart.marks.flatMap(({ kind, figure: id, painted, box, fill }): Region[] => {
    const figure = kind === 'region' && painted ? find(id) : undefined
    return figure && fill !== undefined ? [{ figure, box, fill }] : []
  })
  return [...outOfOrder(regions), ...astray(chart, regions), ...misnamed(chart, regions)]
}
