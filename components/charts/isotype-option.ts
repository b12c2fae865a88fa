import type { EChartsOption } from 'echarts'
import type { Figure } from '../../data/index.ts'
import type { Element } from './elements.ts'
import type { IconName } from './icons.ts'
import type { IconLayout } from './isotype-layout.ts'
import type { RowNames } from './row-name.ts'
import type { ChartTheme } from './theme.ts'
import type { ValueLabel } from './value-label.ts'
import { valueAt } from './elements.ts'
import { icons } from './icons.ts'
import { columnOffset, layoutIcons, linesOf, rowOffset } from './isotype-layout.ts'
import { hasMixedPeriods, pickHighlight, refuse, requireKinds, requireNumber, requireSamePeriod } from './refuse.ts'
import { freeOption, NOTE_HEIGHT, noteAt } from './row-frame.ts'
import { GAP, planRowNames, rowNameAt } from './row-name.ts'
import { perText } from './structural.ts'
import { chartTheme } from './theme.ts'
import { spoken, valueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '图标计数图'
/** Most icons that a row may have and still be counted. */
const MOST_ICONS = 60

/** What a deck may say about an isotype chart. */
export interface IsotypeOptions {
  /** One icon for all rows, or one for each. */
  icon: IconName | readonly IconName[]
  /** What one icon stands for. Default: 1, for exact whole counts only. */
  per?: number
  /** Id of the row in red. Default: the largest. */
  highlight?: string
  /** Allows figures of different periods; every label then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** One row of icons. */
export interface IconRow {
  id: string
  icon: IconName
  /** Number of icons; the last one is cut where it is not whole. */
  count: number
  /** Inexact counts end in a hollow icon: an additional one for lower bounds, the last one otherwise. */
  tail: 'none' | 'extra' | 'last'
  label: ValueLabel
  highlighted: boolean
}

/** Rows of icons before they are drawn, in the order given. */
export interface IsotypePlan {
  rows: readonly IconRow[]
  names: RowNames
  note: string
  figures: readonly Figure[]
  mixed: boolean
}

function tailOf({ qualifier }: Figure): IconRow['tail'] {
  if (qualifier === 'none')
    return 'none'
  return qualifier === '约' || qualifier === '不足' ? 'last' : 'extra'
}

function checkCountable(figures: readonly Figure[], per: number | undefined): void {
  if (per !== undefined && !(per > 0))
    refuse(CHART, figures, 'per 应大于零')
  for (const figure of figures) {
    const advice = '请用 per 写明一个图标代表多少，或用 BarChart'
    if (per === undefined && (figure.qualifier !== 'none' || !Number.isInteger(figure.value) || /^[万亿]/.test(figure.unit)))
      refuse(CHART, figures, `“${figure.id}”不是准确的整数，不能一个图标算一个；${advice}`)
    if (figure.value / (per ?? 1) > MOST_ICONS)
      refuse(CHART, figures, `“${figure.id}”的图标超过${MOST_ICONS}个，数不过来；${advice}`)
  }
}

/**
 * Plans rows of icons, one icon for each thing counted.
 * @throws ChartDataError for anything but counts; for large or inexact ones where `per` is not given; where `per` is and units differ.
 */
export function planIsotype(figures: readonly Figure[], { icon, per, highlight, mixedPeriods }: IsotypeOptions, theme: ChartTheme = chartTheme): IsotypePlan {
  requireNumber(CHART, figures, 1, 6)
  requireKinds(CHART, figures, ['count'], '其他数据请用 BarChart')
  requireSamePeriod(CHART, figures, mixedPeriods)
  checkCountable(figures, per)
  const first = figures[0]!
  if (per !== undefined && figures.some(({ unit }) => unit !== first.unit))
    refuse(CHART, figures, `单位不同，不能共用一个 per：${[...new Set(figures.map(({ unit }) => unit))].join('、')}`)
  const unknown = [icon].flat().find(name => !(name in icons))
  if (unknown)
    refuse(CHART, figures, `没有图标“${unknown}”，有：${Object.keys(icons).join('、')}`)
  const highlighted = pickHighlight(CHART, [...figures].sort((a, b) => b.value - a.value), highlight)
  const mixed = hasMixedPeriods(figures)
  const rows = figures.map((figure, index): IconRow => ({
    id: figure.id,
    icon: typeof icon === 'string' ? icon : icon[index] ?? icon[0] ?? 'tower',
    count: figure.value / (per ?? 1),
    tail: tailOf(figure),
    label: valueLabel(figure),
    highlighted: highlighted === figure.id,
  }))
  return { rows, names: planRowNames(figures.map(({ short }) => short), theme, mixed ? figures.map(({ period }) => period.text) : []), note: noteOf(rows, first, per), figures, mixed }
}

function noteOf(rows: readonly IconRow[], figure: Figure, per: number | undefined): string {
  return [
    per === undefined ? '' : `一个图标代表${perText(figure, per)}`,
    rows.some(({ tail }) => tail === 'extra') ? '空心图标：实际大于所标数' : '',
    rows.some(({ tail }) => tail === 'last') ? '末尾空心图标：并非整数' : '',
  ].filter(Boolean).join('　')
}

/** Share of its pitch that an icon fills. */
const FILLED = 0.84

function iconElements({ icon, count, tail }: IconRow, x: number, y: number, { pitch, columns }: IconLayout, color: string): Element[] {
  const size = pitch * FILLED
  const whole = Math.ceil(count)
  return Array.from({ length: whole + (tail === 'extra' ? 1 : 0) }, (_, index): Element => {
    const shape = { pathData: icons[icon], layout: 'center' as const, x: x + columnOffset(index % columns) * pitch, y: y + Math.floor(index / columns) * pitch, width: size, height: size }
    const hollow = index === whole || (tail === 'last' && index === whole - 1)
    const cut = Math.min(1, count - index)
    return {
      type: 'path',
      silent: true,
      shape,
      style: hollow ? { fill: 'none', stroke: color, lineWidth: 1.5, lineDash: [4, 3] } : { fill: color },
      ...(!hollow && cut < 1 && { clipPath: { type: 'rect', shape: { x: shape.x, y: shape.y, width: size * cut, height: size } } }),
    }
  })
}

/** The option of planned rows of icons, all icons of one size. */
export function buildIsotype({ rows, names, note }: IsotypePlan, theme: ChartTheme): EChartsOption {
  const size = theme.size.chartValue + 4
  const counts = rows.map(({ count, tail }) => Math.ceil(count) + (tail === 'extra' ? 1 : 0))
  const left = names.width + GAP
  const right = Math.max(...rows.map(({ label }) => valueLabelWidth(label, size, theme.size.chartSmall))) + GAP
  return freeOption(counts.map(count => [count]), (params, api) => {
    const row = rows[params.dataIndex]
    if (!row)
      return null
    const room = api.getHeight() - (note ? NOTE_HEIGHT : 0)
    const layout = layoutIcons(counts, api.getWidth() - left - right, room)
    const top = (room - layout.height) / 2 + rowOffset(counts, params.dataIndex, layout)
    const count = counts[params.dataIndex] ?? 0
    // Icons fill a part of their pitch only, so the middle of a row lies above the middle of its lines.
    const middle = top + (linesOf(count, layout.columns) - 1 + FILLED) * layout.pitch / 2
    const end = left + (count ? columnOffset(Math.min(count, layout.columns) - 1) + 1 : 0) * layout.pitch
    return {
      type: 'group',
      children: [
        rowNameAt([names.width, middle], names, params.dataIndex, row.highlighted, theme),
        ...iconElements(row, left, top, layout, row.highlighted ? theme.color.highlight : theme.color.context),
        valueAt([end + GAP / 2, middle], row.label, { size, color: row.highlighted ? theme.color.highlight : theme.color.ink }, theme),
        ...(params.dataIndex === rows.length - 1 ? noteAt(left, (room + layout.height) / 2, note, theme) : []),
      ],
    }
  })
}

/** The chart in words. */
export function summarizeIsotype({ figures, mixed, note }: IsotypePlan): string {
  return `${CHART}：${[...figures.map(figure => spoken(figure, mixed)), note].filter(Boolean).join('；')}。`
}
