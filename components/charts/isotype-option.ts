import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Element } from './elements.ts'
import type { IconName } from './icons.ts'
import type { IconLayout } from './isotype-layout.ts'
import type { RowsOfIcons } from './isotype-rows.ts'
import type { Room } from './room.ts'
import type { Measure } from './shared-scale.ts'
import type { ChartTheme } from './theme.ts'
import type { Tone, ToneOptions } from './tones.ts'
import type { ValueLabel } from './value-label.ts'
import { sentence, tellFigures } from './describe.ts'
import { LINE, marked, textAt, valueAt } from './elements.ts'
import { ICON_GRID, icons } from './icons.ts'
import { columnOffset, linesOf, rowOffset } from './isotype-layout.ts'
import { FILLED, layoutRowsOfIcons } from './isotype-rows.ts'
import { hasMixedPeriods, refuse, requireKinds, requireNumber, requireSamePeriod } from './refuse.ts'
import { optionOf } from './room.ts'
import { gapOf } from './rows.ts'
import { noteElements } from './row-words.ts'
import { perText } from './structural.ts'
import { textWidth } from './text-width.ts'
import { planTones, valueColor } from './tones.ts'
import { spoken, valueLabel } from './value-label.ts'

const CHART = '图标计数图'
/** Most icons that a row may have and still be counted. */
const MOST_ICONS = 60

/** What a deck may say about an isotype chart. */
export interface IsotypeOptions extends ToneOptions {
  /** One icon for all rows, or one for each. */
  icon: IconName | readonly IconName[]
  /** What one icon stands for. Default: 1, for exact whole counts only. */
  per?: number
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
  name: string
  /** The period, where periods are mixed; empty otherwise. */
  sub: string
  tone: Tone
}

/** Rows of icons before they are drawn, in the order given. */
export interface IsotypePlan {
  rows: readonly IconRow[]
  /** What one icon stands for. */
  per: number
  note: string
  figures: readonly Figure[]
  mixed: boolean
}

function tailOf({ qualifier }: Figure): IconRow['tail'] {
  if (qualifier === 'none') return 'none'
  return qualifier === '约' || qualifier === '不足' ? 'last' : 'extra'
}

function checkCountable(figures: readonly Figure[], per: number | undefined): void {
  if (per !== undefined && !(per > 0)) refuse(CHART, figures, 'per 应大于零')
  for (const figure of figures) {
    const advice = '请用 per 写明一个图标代表多少，或用 BarChart'
    if (
      per === undefined &&
      (figure.qualifier !== 'none' || !Number.isInteger(figure.value) || /^[万亿]/.test(figure.unit))
    )
      refuse(CHART, figures, `“${figure.id}”不是准确的整数，不能一个图标算一个；${advice}`)
    if (figure.value / (per ?? 1) > MOST_ICONS)
      refuse(CHART, figures, `“${figure.id}”的图标超过${MOST_ICONS}个，数不过来；${advice}`)
  }
}

/**
 * Plans rows of icons, one icon for each thing counted.
 * @throws ChartDataError for anything but counts; for large or inexact ones where `per` is not given; where `per` is
 *   and units differ.
 */
export function planIsotype(figures: readonly Figure[], options: IsotypeOptions): IsotypePlan {
  const { icon, per, mixedPeriods } = options
  requireNumber(CHART, figures, 1, 6)
  requireKinds(CHART, figures, ['count'], '其他数据请用 BarChart')
  requireSamePeriod(CHART, figures, mixedPeriods)
  checkCountable(figures, per)
  const first = figures[0]!
  if (per !== undefined && figures.some(({ unit }) => unit !== first.unit))
    refuse(CHART, figures, `单位不同，不能共用一个 per：${[...new Set(figures.map(({ unit }) => unit))].join('、')}`)
  const unknown = [icon].flat().find(name => !(name in icons))
  if (unknown) refuse(CHART, figures, `没有图标“${unknown}”，有：${Object.keys(icons).join('、')}`)
  const toneOf = planTones(
    CHART,
    [...figures].sort((a, b) => b.value - a.value),
    options,
  )
  const mixed = hasMixedPeriods(figures)
  const rows = figures.map((figure, index): IconRow => ({
    id: figure.id,
    icon: typeof icon === 'string' ? icon : (icon[index] ?? icon[0] ?? 'tower'),
    count: figure.value / (per ?? 1),
    tail: tailOf(figure),
    label: valueLabel(figure),
    name: figure.short,
    sub: mixed ? figure.period.text : '',
    tone: toneOf(figure.id),
  }))
  return { rows, per: per ?? 1, note: noteOf(rows, first, per), figures, mixed }
}

function noteOf(rows: readonly IconRow[], figure: Figure, per: number | undefined): string {
  return [
    per === undefined ? '' : `一个图标代表${perText(figure, per)}`,
    rows.some(({ tail }) => tail === 'extra') ? '空心图标：实际大于所标数' : '',
    rows.some(({ tail }) => tail === 'last') ? '末尾空心图标：并非整数' : '',
  ]
    .filter(Boolean)
    .join('　')
}

/** What the lengths in the chart stand for. */
export function measureIsotype({ figures, per }: IsotypePlan): Measure {
  return { look: 'icons', kind: CHART, unit: per === 1 ? '' : perText(figures[0]!, per) }
}

/** Px of an icon for each of the things counted, with which the rows fill their room. */
export function fitIsotype(plan: IsotypePlan, theme: ChartTheme, { scale: _, ...room }: Room): number {
  return layoutRowsOfIcons(plan, theme, room).icons.pitch / plan.per
}

function iconElements(
  { id, icon, count, tail }: IconRow,
  [left, top]: Point,
  { pitch, columns }: IconLayout,
  color: string,
): Element[] {
  const scale = (pitch * FILLED) / ICON_GRID
  const whole = Math.ceil(count)
  return Array.from({ length: whole + (tail === 'extra' ? 1 : 0) }, (_, index): Element => {
    const hollow = index === whole || (tail === 'last' && index === whole - 1)
    const cut = Math.min(1, count - index)
    // ECharts does not move or size the shape of a path that is there already, so a group around it does.
    return {
      type: 'group',
      silent: true,
      transition: [],
      x: left + columnOffset(index % columns) * pitch,
      y: top + Math.floor(index / columns) * pitch,
      scaleX: scale,
      scaleY: scale,
      children: [
        marked(hollow ? 'hollow' : 'icon', id, {
          type: 'path',
          silent: true,
          shape: { pathData: icons[icon] },
          style: hollow
            ? { fill: 'none', stroke: color, lineWidth: 2 / scale, lineDash: [4 / scale, 3 / scale] }
            : { fill: color },
          transition: ['style'],
          ...(!hollow &&
            cut < 1 && {
              clipPath: { type: 'rect', shape: { x: 0, y: 0, width: ICON_GRID * cut, height: ICON_GRID } },
            }),
        } as Element),
      ],
    } as Element
  })
}

function wordElements(
  { id, name: _, sub, label, tone }: IconRow,
  index: number,
  top: number,
  rows: RowsOfIcons,
  theme: ChartTheme,
): Element[] {
  const { chartLabel, chartSmall } = theme.size
  const {
    icons: { pitch, columns },
    beside,
    left,
    size,
    inline,
  } = rows
  const gap = gapOf(theme)
  const lines = rows.names[index]!
  const look = {
    size: chartLabel,
    color: tone === 'context' ? theme.color.soft : theme.color.ink,
    face: tone === 'context' ? ('regular' as const) : ('bold' as const),
  }
  const subLook = { size: chartSmall, color: theme.color.soft }
  const value = (at: Point, vertical: 'middle' | 'bottom'): Element =>
    marked('value', id, valueAt(at, label, { size, color: valueColor(tone, theme), vertical }, theme))
  if (beside) {
    const count = rows.counts[index]!
    // Icons fill a part of their pitch only, so the middle of a row lies above the middle of its lines.
    const middle = top + ((linesOf(count, columns) - 1 + FILLED) * pitch) / 2
    const height = lines.length * chartLabel * LINE + (sub ? chartSmall * LINE : 0)
    const end = left + (count ? columnOffset(Math.min(count, columns) - 1) + 1 : 0) * pitch
    return [
      marked(
        'label',
        id,
        textAt([left - gap, middle - height / 2], lines, { ...look, align: 'right', vertical: 'top' }, theme),
      ),
      ...(sub
        ? [
            marked(
              'value',
              id,
              textAt([left - gap, middle + height / 2], sub, { ...subLook, align: 'right', vertical: 'bottom' }, theme),
            ),
          ]
        : []),
      value([end + gap / 2, middle], 'middle'),
    ]
  }
  const bottom = top - chartLabel * 0.35
  const nameWidth = textWidth(lines.at(-1)!, chartLabel)
  const subWidth = sub && inline ? textWidth(sub, chartSmall) + gap : 0
  const subEnd = bottom - (inline ? 0 : size * LINE)
  return [
    marked(
      'label',
      id,
      textAt([0, subEnd - (sub && !inline ? chartSmall * LINE : 0)], lines, { ...look, vertical: 'bottom' }, theme),
    ),
    ...(sub
      ? [
          marked(
            'value',
            id,
            textAt([inline ? nameWidth + gap : 0, subEnd], sub, { ...subLook, vertical: 'bottom' }, theme),
          ),
        ]
      : []),
    value([inline ? nameWidth + gap + subWidth : 0, bottom + size * 0.04], 'bottom'),
  ]
}

/** The option of planned rows of icons, all icons of one size. */
export function buildIsotype(plan: IsotypePlan, theme: ChartTheme, room: Room): EChartsOption {
  const layout = layoutRowsOfIcons(plan, theme, room)
  const { icons: iconLayout, counts, left, head, pad } = layout
  const tops = counts.map((_, index) => pad + rowOffset(counts, index, iconLayout) + head * (index + 1))
  const rows = plan.rows.map((row, index) => [
    ...wordElements(row, index, tops[index]!, layout, theme),
    ...iconElements(row, [left, tops[index]!], iconLayout, theme.color[row.tone]),
  ])
  const bottom = head * counts.length + iconLayout.height + 2 * pad
  return optionOf([
    ...rows.flat(),
    ...noteElements({ note: [0, bottom + theme.size.chartLabel * 0.4], noteLines: layout.noteLines }, theme),
  ])
}

/** The chart in words. */
export function summarizeIsotype({ figures, mixed, note }: IsotypePlan): string {
  const comparable = figures.every(({ unit }) => unit === figures[0]?.unit)
  const said = comparable
    ? tellFigures(
        [...figures].sort((a, b) => b.value - a.value),
        mixed,
      )
    : figures.map(figure => spoken(figure, mixed)).join('；')
  return sentence(CHART, [said, note.replaceAll('　', '；')])
}
