import type { Figure } from '../../model/figure.ts'
import { byValue } from '../../model/units.ts'
import { type ChartBox, defineChart } from './define-chart.ts'
import { sentence, tellFigures } from './describe.ts'
import { type IconName, icons } from './icons.ts'
import * as pictogram from './pictogram-series.ts'
import {
  type FigureProps,
  figureVueProps,
  type Item,
  type ListProps,
  type Plan,
  planFigures,
  reject,
  valueColor,
} from './plan.ts'
import { layoutRows, type RowsLayout, rowsOption } from './rows.ts'
import { perIcon, perText } from './structural.ts'
import { SHORT_EM } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { labelOption, spoken, valueLabelWidth } from './value-label.ts'

const CHART = '图标计数图'
/** Most icons that a row may have and still be counted. */
const MOST_ICONS = 60

/** What a deck may say about an isotype chart. */
export interface IsotypeProps extends FigureProps {
  /** One icon for all rows, or one for each. */
  icon: IconName | readonly IconName[]
  /** What one icon stands for. Default: 1, for exact whole counts only. */
  per?: number
}

/** Rows of icons before they are drawn, in the order given. */
export interface IsotypePlan extends Plan {
  items: readonly (Item & pictogram.IconRow)[]
  /** What one icon stands for. */
  per: number
}

function assertCountable(figures: readonly Figure[], per: number | undefined): void {
  if (per !== undefined && !(per > 0)) reject(CHART, figures, 'per 应大于零')
  for (const { id, value, unit, qualifier } of figures) {
    const advice = '请用 per 写明一个图标代表多少，或用 BarChart'
    if (per === undefined && (qualifier !== 'none' || !Number.isInteger(value) || /^[万亿]/.test(unit)))
      reject(CHART, figures, `“${id}”不是准确的整数，不能一个图标算一个；${advice}`)
    if (value / (per ?? 1) > MOST_ICONS) reject(CHART, figures, `“${id}”的图标超过${MOST_ICONS}个，数不过来；${advice}`)
  }
}

/**
 * Plans rows of icons, one icon for each thing counted.
 * @throws ChartDataError for anything but counts; for large or inexact ones where `per` is not given; where `per` is
 *   and
 * units differ.
 */
export function planIsotype(figures: readonly Figure[], { icon, per, ...props }: IsotypeProps): IsotypePlan {
  const highlight = props.highlight ?? [...figures].sort(byValue)[0]?.id
  const rules = { count: [1, 6], kinds: ['count'], advice: '其他数据请用 BarChart' } as const
  const plan = planFigures(CHART, figures, rules, { ...props, ...(highlight !== undefined && { highlight }) })
  assertCountable(figures, per)
  const units = [...new Set(figures.map(({ unit }) => unit))]
  if (per !== undefined && units.length > 1) reject(CHART, figures, `单位不同，不能共用一个 per：${units.join('、')}`)
  const unknown = [icon].flat().find(name => !(name in icons))
  if (unknown) reject(CHART, figures, `没有图标“${unknown}”，有：${Object.keys(icons).join('、')}`)
  const tails = { flat: 'none', saw: 'extra', wave: 'last', dashed: 'last' } as const
  const items = plan.items.map((item, index) => ({
    ...item,
    icon: typeof icon === 'string' ? icon : (icon[index] ?? icon[0] ?? 'tower'),
    count: item.value / (per ?? 1),
    tail: tails[item.edge],
  }))
  const note = [
    per === undefined ? '' : perIcon(figures[0]!, per),
    items.some(({ tail }) => tail === 'extra') ? '空心图标：实际大于所标数' : '',
    items.some(({ tail }) => tail === 'last') ? '末尾空心图标：并非整数' : '',
  ]
  return { ...plan, items, per: per ?? 1, note: note.filter(Boolean).join('　') }
}

/** Largest pitch in em of labels: in a hall, and on a page that is read from near. */
const PITCH_EM = 5.5
const NEAR_PITCH_EM = 2.6

/** Rows of icons in their box: of each row its icons take the place of a bar. */
interface IsotypeLayout extends RowsLayout {
  icons: pictogram.IconLayout
}

/** Size of the numbers. */
const numberSize = ({ size }: ChartTheme): number => Math.round(size.chartValue * 1.25)

/** Icons of all rows of one size, as large as the rows let them be. */
function layoutIsotype({ items, note, per }: IsotypePlan, theme: ChartTheme, box: ChartBox): IsotypeLayout {
  const { chartLabel, chartSmall } = theme.size
  const { scale, ...free } = box
  const counts = items.map(pictogram.placesOf)
  const longest = Math.max(1, ...counts)
  const behind = items.map(({ label }) => gapOf(theme) / 2 + valueLabelWidth(label, numberSize(theme), chartSmall))
  const near = NEAR_PITCH_EM * chartLabel
  const { columns } = pictogram.layoutIcons([longest], box.width * 0.7, Infinity, near)
  const layout = layoutRows(
    {
      rows: items,
      ends: () => counts.map((count, index) => ({ value: pictogram.lineWidth(count), beside: behind[index]! })),
      note,
      nameLimit: SHORT_EM,
      thickest: 2 * PITCH_EM * chartLabel,
      near: near * pictogram.linesOf(longest, columns),
    },
    theme,
    free,
  )
  const largest = box.height === undefined ? near : PITCH_EM * chartLabel
  const [most, least] = [scale === undefined ? largest : scale * per, largest * pictogram.ONE_LINE]
  const icons = pictogram.layoutIcons(counts, layout.grid.width - Math.max(...behind), layout.thickness, most, least)
  return { ...layout, scale: icons.pitch / per, icons }
}

/** Rows of icons, as many as there are things. */
export const isotypeChart = defineChart<IsotypeProps & ListProps, IsotypePlan, IsotypeLayout>({
  props: { ids: Array, icon: [String, Array], per: Number, ...figureVueProps },
  plan: ({ ids, ...props }, find) => planIsotype(ids.map(find.figure), props),
  layout: layoutIsotype,
  option({ items }, layout, theme) {
    const { color } = theme
    const rows = rowsOption({ ...layout, scale: 1 }, theme)
    const [names, ...others] = rows.yAxis as object[]
    const look = (item: Item): object => ({
      color: color[item.emphasis],
      label: labelOption(item.label, { size: numberSize(theme), color: valueColor(item.emphasis, theme) }, theme),
    })
    const drawn = items.map(item => ({ ...item, ...look(item) })) as unknown as pictogram.Pictogram['rows']
    return {
      ...rows,
      yAxis: [{ ...names, axisLine: { show: false } }, ...others],
      series: [pictogram.pictogramSeries({ ...layout.icons, gap: gapOf(theme) / 2, rows: drawn })],
    }
  },
  describe({ figures, mixed, note }) {
    const comparable = figures.every(({ unit }) => unit === figures[0]?.unit)
    const listed = figures.map(figure => spoken(figure, mixed)).join('；')
    const said = comparable ? tellFigures([...figures].sort(byValue), mixed) : listed
    return sentence(CHART, [said, note.replaceAll('　', '；')])
  },
  measure: ({ figures, per }) => ({
    look: 'icons',
    kind: CHART,
    unit: per === 1 ? '' : perText(figures[0]!, per),
    per,
  }),
})
