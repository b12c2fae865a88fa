import { PieChart } from 'echarts/charts'
import { type EChartsCoreOption, use } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { peersOf } from '../../model/table-cells.ts'
import { type ChartBox, type ChartLayout, defineChart, type Finders } from './define-chart.ts'
import { OUTLINE } from './edges.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { openEndSeries } from './open-end-series.ts'
import { type FigureProps, figureVueProps, nameLook, type Plan, valueColor } from './plan.ts'
import { describeRing, layoutRing, planRing, type RingLayout, type RingPlan, ringOption } from './parts-ring.ts'
import { describeShares, planShares, shareFigures, type ShareIds } from './shares.ts'
import { WHOLE } from './structural.ts'
import { measureIn, tableOf } from './table-props.ts'
import { emWidth, LINE, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'

use(PieChart)

const CHART = '环形图'

/**
 * Plans up to 3 donuts side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planDonut(figures: readonly Figure[], props: FigureProps = {}): Plan {
  return planShares(CHART, figures, props)
}

/** Inner radius of the ring, in outer ones. */
const HOLE = 0.72
/** Share of the hole's width that a number may take, and its largest size in diameters. */
const NUMBER_FILLS = 0.86
const LARGEST_NUMBER = 0.26
/** How many times as wide as high a room has to be for the name beside a single donut, and its size in diameters. */
const BESIDE = 2
const NAME_BESIDE = 0.1
/** Diameter on a page that is read from near, in em of labels. */
const NEAR_EM = 11.5

/** What a deck may say about the parts of one whole, all in one ring. */
interface RingProps {
  /** Instead of `id` and `ids`: the parts, 2 to 5 shares of one whole. */
  parts?: readonly string[]
  /** Instead of `parts`: id of a table, the rows of which are parts; the largest come first. */
  of?: string
  /** Of the table: the measure that holds the shares. Default: the first that is no rank. */
  measure?: string
  /** Of the table: how many of its rows, from the largest on; the others are in the rest. Default: all. */
  top?: number
  /** Id of what remains, derived from all parts, where its number is to be told. Default: it is drawn without. */
  rest?: string
}

type DonutProps = FigureProps & ShareIds & RingProps

function planParts({ parts, of, measure, top, rest, ...props }: DonutProps, find: Finders): RingPlan {
  const rows = of === undefined ? undefined : tableOf(CHART, of, find.table)
  const figures = rows
    ? peersOf(rows, measure === undefined ? undefined : measureIn(CHART, rows, measure).id, top)
    : (parts ?? []).map(find.figure)
  const [first] = figures
  return planRing(CHART, figures, props, {
    rest: rest === undefined ? undefined : find.figure(rest),
    whole: first?.of === undefined ? first?.whole : find.figure(first.of).short,
  })
}

const isRing = (plan: Plan): plan is RingPlan => 'pieces' in plan

interface DonutLayout extends ChartLayout {
  diameter: number
  /** From the middle of one donut to the next. */
  pitch: number
  /** Size of the numbers, one for all. */
  number: number
  /** Name and remark of each, and their sizes. */
  words: readonly { name: string[]; remark: string[] }[]
  nameSize: number
  remarkSize: number
  /** Whether words stand beside the donut; else below it. */
  beside: boolean
  note: NoteLayout
}

/** Donuts beside each other, as large as they can be, with their names below; a single one has its name beside it. */
function layoutDonuts({ items, note: text }: Plan, theme: ChartTheme, box: ChartBox): DonutLayout {
  const { chartLabel, chartSmall } = theme.size
  const gap = gapOf(theme)
  const slot = box.width / items.length
  const note = layoutNote([text, box.remark], box.width, theme)
  const high = box.height === undefined ? NEAR_EM * chartLabel : box.height - note.height
  const beside = items.length === 1 && box.width >= BESIDE * high
  const nameSize = beside ? Math.round(Math.max(chartLabel, high * NAME_BESIDE)) : chartLabel
  const remarkSize = beside ? chartLabel : chartSmall
  const room = beside ? box.width - high - 2 * gap : slot - gap / 2
  const words = items.map(({ name, label: { remark } }) => ({
    name: wrapTo(name, room / nameSize),
    remark: remark ? wrapTo(remark, room / remarkSize) : [],
  }))
  const heights = words.map(({ name, remark }) => (name.length * chartLabel + remark.length * chartSmall) * LINE)
  const below = beside ? 0 : Math.max(...heights) + gap * 0.6
  const most = box.height === undefined ? high : high - (beside ? OUTLINE.track : below)
  const diameter = Math.max(0, Math.min(slot - gap, most))
  const widest = Math.max(...words.flatMap(({ name }) => name).map(line => emWidth(line) * chartLabel + gap))
  const numbers = items.map(({ label }) => (diameter * HOLE * NUMBER_FILLS) / emWidth(label.value))
  return {
    diameter,
    pitch: Math.min(slot, Math.max(diameter + 4 * gap, widest)),
    number: Math.floor(Math.min(diameter * LARGEST_NUMBER, ...numbers)),
    words,
    nameSize,
    remarkSize,
    beside,
    note: { ...note, at: [0, diameter + below] },
    height: Math.ceil(diameter + below + note.height + chartLabel * 0.1),
  }
}

function donutsOption(
  { items }: Plan,
  { diameter, pitch, number, words, nameSize, remarkSize, beside, note }: DonutLayout,
  theme: ChartTheme,
): EChartsCoreOption {
  const { color, size } = theme
  const radius = diameter / 2
  const thickness = radius * (1 - HOLE)
  const [round, gap] = [2 * Math.PI * (radius - thickness / 2), size.chartLabel / 6]
  const middle = (index: number): number => (beside ? radius + OUTLINE.track : (index + 0.5) * pitch)
  const empty = { color: color.track, borderColor: color.context, borderWidth: OUTLINE.track }
  return {
    series: items.flatMap(({ id, value, edge, label, emphasis }, index) => [
      {
        type: 'pie',
        silent: true,
        center: [middle(index), radius],
        radius: [radius * HOLE, radius],
        startAngle: 90,
        labelLine: { show: false },
        label: {
          position: 'center',
          formatter: label.value,
          fontFamily: theme.font.serif,
          fontWeight: 900,
          fontSize: number,
          color: valueColor(emphasis, theme),
        },
        data: [
          { value, name: markName('arc', id), itemStyle: { color: color[emphasis] } },
          { value: WHOLE - value, name: markName('arc-rest', id), itemStyle: empty, label: { show: false } },
        ].slice(0, value < WHOLE ? 2 : 1),
      },
      openEndSeries({
        thickness,
        paper: color.paper,
        ring: { center: [middle(index), radius], radius: radius - thickness / 2 },
        // The end of the share, and where it begins.
        ends: [
          { id, edge, value, length: (round * value) / WHOLE, fill: color[emphasis], behind: color.track, gap },
          { id, edge: 'flat' as const, value: 0, backwards: true, length: 0, fill: '', behind: '', gap },
        ].filter(() => value > 0 && value < WHOLE),
      }),
    ]),
    graphic: [
      ...items.flatMap(({ id, emphasis }, index): object[] => {
        const { name, remark } = words[index]!
        const nameHeight = name.length * nameSize * LINE
        const height = nameHeight + remark.length * remarkSize * LINE
        const top = beside ? radius - height / 2 : diameter + gapOf(theme) * 0.6
        const x = beside ? diameter + 2 * gapOf(theme) : middle(index)
        const align = beside ? ('left' as const) : ('center' as const)
        const { color: nameColor, fontWeight } = nameLook(emphasis, theme)
        const face = fontWeight === 700 ? ('bold' as const) : ('regular' as const)
        const look = { size: nameSize, color: nameColor, face, align }
        const small = { size: remarkSize, color: color.soft, align }
        return [
          textElement(markName('label', id), [x, top], name, look, theme),
          textElement(markName('value', id), [x, top + nameHeight], remark, small, theme),
        ].slice(0, remark.length ? 2 : 1)
      }),
      ...noteElement(note, theme),
    ],
  }
}

/** Shares as rings, each of its own whole, with the number in the middle; or one ring of parts that make a whole. */
export const shareDonut = defineChart<DonutProps, Plan | RingPlan, DonutLayout | RingLayout>({
  props: {
    id: String,
    ids: Array,
    parts: Array,
    of: String,
    measure: String,
    top: Number,
    rest: String,
    ...figureVueProps,
  },
  plan: ({ id, ids, ...props }, find) =>
    props.parts === undefined && props.of === undefined
      ? planDonut(shareFigures({ id, ids }, find.figure), props)
      : planParts(props, find),
  layout: (plan, theme, box) => (isRing(plan) ? layoutRing(plan, theme, box) : layoutDonuts(plan, theme, box)),
  option: (plan, layout, theme) =>
    isRing(plan) ? ringOption(plan, layout as RingLayout, theme) : donutsOption(plan, layout as DonutLayout, theme),
  describe: plan => (isRing(plan) ? describeRing(CHART, plan) : describeShares(CHART, plan)),
})
