import type { Figure } from '../../model/figure.ts'
import { SEGMENT_GAP } from './bar-rows.ts'
import { type ChartBox, defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { edgeNote } from './edges.ts'
import { markName } from './marks.ts'
import { endOf, openEndSeries, overhang } from './open-end-series.ts'
import { inBase, valueIn } from '../../model/units.ts'
import { MEASURED_KINDS } from '../../model/vocabulary.ts'
import { assertFigures, hasMixedPeriods, type Item, planItem, reject } from './plan.ts'
import { layoutRows, type RowsLayout, rowsOption } from './rows.ts'
import { measureOf } from './shared-scale.ts'
import { LINE } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'
import { labelOption, spoken, type ValueLabel, valueLabelWidth } from './value-label.ts'

const CHART = '新增与累计条形图'

/** A total, what of it is new, and where it is known what was there before. */
export interface StackedPair<F> {
  total: F
  /** A figure with `of: total`. */
  part: F
  /** A derived figure: total less part. */
  rest?: F
}

/** What a deck may say about stacked bars. */
export interface StackedProps {
  /** Default: the short labels of the totals. */
  names?: readonly string[]
  /** Default: `累计`. */
  totalWord?: string
  /** Default: `新增`. */
  partWord?: string
  /** Default: `此前`. */
  restWord?: string
  /** Allows pairs of different periods; labels then name theirs. Default: `false`. */
  mixedPeriods?: boolean
  /** Starts with the totals alone, in grey; one click splits all of them. Default: `false`. */
  build?: boolean
  /** Instead: ids of parts, each split from its total by a click of its own. Others are split from the start. */
  steps?: readonly string[]
  /** How many of the clicks have been made. Default: all. */
  step?: number
}

/** One bar: what was there before in grey, what is new in red at its end. */
export interface StackedBar {
  /** What is said of it, e.g. 累计1050家, stands below its name; it is highlighted once the part is shown. */
  total: Item
  part: Item
  /** Its id is empty where no derived figure gives the number; then its label is the word alone. */
  rest: Pick<Item, 'id' | 'label'>
  /** Whether the part is shown yet; until then the bar is its total in grey. */
  split: boolean
}

/** Stacked bars before they are drawn, on one scale. */
export interface StackedPlan {
  bars: readonly StackedBar[]
  note: string
  pairs: readonly StackedPair<Figure>[]
  figures: readonly Figure[]
}

const figuresIn = ({ total, part, rest }: StackedPair<Figure>): Figure[] => (rest ? [total, part, rest] : [total, part])

function assertPair(pair: StackedPair<Figure>): void {
  const { total, part, rest } = pair
  const wrong = (reason: string): never => reject(CHART, figuresIn(pair), reason)
  if (part.of !== total.id) wrong(`“${part.id}”不是“${total.id}”的一部分（data 里没有写 of）`)
  if (inBase(part) > inBase(total)) wrong(`部分“${part.id}”大于整体“${total.id}”`)
  if (rest && !(rest.derived?.inputs.includes(total.id) && rest.derived.inputs.includes(part.id)))
    wrong(`“${rest.id}”不是由“${total.id}”减“${part.id}”推算的`)
}

/**
 * Plans bars of what is new within a total, after a number of clicks.
 * @throws ChartDataError where a part is not of its total, and where units or periods differ.
 */
export function planStacked(pairs: readonly StackedPair<Figure>[], props: StackedProps = {}): StackedPlan {
  const { names = [], totalWord = '累计', partWord = '新增', restWord = '此前', mixedPeriods } = props
  const { build = false, steps, step = Infinity } = props
  const figures = pairs.flatMap(figuresIn)
  assertFigures(
    CHART,
    pairs.map(({ total }) => total),
    { count: [1, 4] },
    true,
  )
  pairs.forEach(assertPair)
  assertFigures(CHART, figures, { kinds: MEASURED_KINDS, advice: '增减请用 GrowthBars', same: 'measure' }, true)
  // What was there before is of an earlier time by its nature, and its word says so.
  const dated = pairs.flatMap(({ total, part }) => [total, part])
  assertFigures(CHART, dated, {}, mixedPeriods)
  const stray = steps?.find(id => !pairs.some(({ part }) => part.id === id))
  if (stray !== undefined) reject(CHART, figures, `steps 里的“${stray}”不是这张图里的部分（part）`)
  const period = hasMixedPeriods(dated)
  const value = valueIn(figures[0]?.unit ?? '')
  const worded = (item: Item, word: string): Item => {
    return { ...item, label: { ...item.label, value: `${word}${item.label.value}` } }
  }
  const bars = pairs.map(({ total, part, rest }, index): StackedBar => {
    const split = steps ? !steps.slice(step).includes(part.id) : !build || step > 0
    const whole = worded(planItem(total), totalWord)
    return {
      total: {
        ...whole,
        value: value(total),
        name: names[index] ?? total.short,
        sub: whole.label.value,
        emphasis: split ? 'highlight' : 'context',
      },
      part: { ...worded(planItem(part, { period }), partWord), value: value(part) },
      rest: rest ? worded(planItem(rest), restWord) : { id: '', label: { value: '', remark: restWord } },
      split,
    }
  })
  const saw = `锯齿边：${partWord}数大于所标，${restWord}数小于所标`
  const edges = edgeNote(
    bars.flatMap(({ total, part }) => [total.edge, part.edge]),
    { saw },
  )
  const note = [bars.length > 1 ? '各条同一比例尺' : '', edges].filter(Boolean).join('　')
  return { bars, note, pairs, figures }
}

/** Px between the border of a segment and its label, in em of labels, and the height of a line of labels below bars. */
const INSET_EM = 0.55
const FOOT_EM = LINE * 1.1
/** The least share of its room that a scale gives up for labels behind the bars. */
const LEAST_SCALE = 0.7

type Outside = 'behind' | 'below'

interface StackedLayout extends RowsLayout {
  labelSize: number
  /** Of each bar, whether its labels fit into their segments, and how wide these are. */
  labels: readonly { partFits: boolean; restFits: boolean; partWidth: number; restWidth: number }[]
  /** Where those stand that do not: behind the bars, or below them on lines. */
  outside: Outside
  /** Whether the two labels below a bar are on one line. */
  oneLine: boolean
}

/** Labels in their segments or behind the bars where they fit, else on lines below them. */
function layoutStacked({ bars, note }: StackedPlan, theme: ChartTheme, box: ChartBox): StackedLayout {
  const { chartLabel, chartSmall } = theme.size
  const rowsWith = (footLines: number): RowsLayout =>
    layoutRows(
      {
        rows: bars.map(({ total }) => total),
        subSize: chartLabel,
        ends: thickness => bars.map(({ total: { value, edge } }) => ({ value, beside: overhang(edge, thickness) })),
        note,
        foot: footLines * chartLabel * FOOT_EM,
      },
      theme,
      box,
    )
  const widthsOf = ({ part, rest }: StackedBar, size: number): [part: number, rest: number] => {
    const width = (label: ValueLabel): number => valueLabelWidth(label, size, chartSmall) + 2 * INSET_EM * chartLabel
    return [width(part.label), width(rest.label)]
  }
  const labelsAt = (scale: number, size: number, thickness: number): StackedLayout['labels'] =>
    bars.map(bar => {
      const [partWidth, restWidth] = widthsOf(bar, size)
      const tall = thickness >= size * LINE
      const restFits = tall && (bar.total.value - bar.part.value) * scale > restWidth + gapOf(theme)
      return { partFits: tall && bar.part.value * scale > partWidth, restFits, partWidth, restWidth }
    })
  const free = rowsWith(0)
  const grown = Math.round(Math.min(chartLabel * 1.25, Math.max(chartLabel, free.thickness * 0.3)))
  const shares = Array.from({ length: 1 + (1 - LEAST_SCALE) * 50 }, (_, index) => 1 - index / 50)
  for (const labelSize of free.thickness >= chartLabel * LINE ? [grown, chartLabel] : []) {
    for (const scale of box.scale === undefined ? shares.map(share => free.scale * share) : [box.scale]) {
      const labels = labelsAt(scale, labelSize, free.thickness)
      const fits = bars.every((bar, index) => {
        const { partFits, restFits, partWidth } = labels[index]!
        const rest = restFits || !bar.rest.id ? 0 : widthsOf(bar, labelSize)[1]
        const behind = (partFits ? 0 : partWidth) + rest
        return bar.total.value * scale + behind + (behind && gapOf(theme)) <= free.grid.width
      })
      if (fits) return { ...free, scale, labelSize, labels, outside: 'behind', oneLine: true }
    }
  }
  const oneLine = bars.every(bar => widthsOf(bar, chartLabel).reduce((a, b) => a + b) <= free.grid.width)
  const rows = rowsWith(oneLine ? 1 : 2)
  const labels = labelsAt(rows.scale, chartLabel, rows.thickness)
  return { ...rows, labelSize: chartLabel, labels, outside: 'below', oneLine }
}

/** The ids of stacked bars. */
interface StackedIds {
  /** 1 to 4 pairs of ids: a total, its part (`of` the total) and, where derived, the rest. */
  pairs: readonly StackedPair<string>[]
}

/**
 * What is new at the end of its total. A label stands in its segment where it fits, else behind the bar or below it.
 */
export const stackedBars = defineChart<StackedProps & StackedIds, StackedPlan, StackedLayout>({
  props: {
    pairs: Array,
    names: Array,
    totalWord: String,
    partWord: String,
    restWord: String,
    mixedPeriods: Boolean,
    build: Boolean,
  },
  plan({ pairs, ...props }, find) {
    const found = pairs.map(({ total, part, rest }) => ({
      total: find.figure(total),
      part: find.figure(part),
      ...(rest !== undefined && { rest: find.figure(rest) }),
    }))
    return planStacked(found, props)
  },
  layout: layoutStacked,
  option({ bars }, layout, theme) {
    const { color, size } = theme
    const { thickness, scale, labelSize, labels, outside, oneLine } = layout
    const bar = { type: 'bar', stack: 'total', silent: true, barWidth: thickness, clip: false }
    /** Where a label stands: in its segment, or `x` px from zero; a segment's label counts from its own corner. */
    const placed = (fits: boolean, left: number, x: number, line: number): object => {
      if (fits) return { position: 'insideLeft', distance: INSET_EM * size.chartLabel }
      const y = outside === 'behind' ? '50%' : thickness + size.chartLabel * FOOT_EM * (line + 0.5)
      return { position: [x - left, y], align: 'left', verticalAlign: 'middle' }
    }
    const segments = bars.map(({ total, part, rest, split }, index) => {
      const { partFits, restFits, partWidth, restWidth } = labels[index]!
      // Until it is split off, the part lies folded at the end that it will grow from.
      const own = split ? part.value : 0
      const wraps = outside === 'below' && !oneLine && !partFits
      const end = total.value * scale
      // On a line below the bar what is said of the part ends where it does, unless the rest needs the room.
      const restBefore = restFits || wraps || rest.id === '' ? 0 : restWidth
      const [partAt, restAt] =
        outside === 'behind'
          ? [end + gapOf(theme), end + gapOf(theme) + (partFits ? 0 : partWidth)]
          : [Math.max(restBefore, end - partWidth + 2 * INSET_EM * size.chartLabel), 0]
      const restColor = restFits ? color.onContext : color.soft
      const partColor = partFits ? color.onHighlight : color.highlight
      const restLook = { size: labelSize, color: restColor, remarkColor: restColor }
      const partLook = { size: labelSize, color: partColor, remarkColor: partFits ? partColor : color.soft }
      return {
        base: {
          value: total.value - own,
          name: markName('base', total.id, rest.id),
          itemStyle: { color: color.context },
          label: {
            ...labelOption(rest.label, restLook, theme),
            ...placed(restFits, 0, restAt, wraps ? 1 : 0),
            // A word without a number goes where there is no room for it.
            show: split && (restFits || rest.id !== ''),
          },
        },
        part: {
          value: own,
          name: markName('part', part.id),
          itemStyle: { color: color.highlight },
          label: {
            ...labelOption(part.label, partLook, theme),
            ...placed(partFits, (total.value - own) * scale, partAt, 0),
            show: split,
          },
        },
      }
    })
    const ends = bars.flatMap(({ total, part, split }) => {
      const end = endOf(split ? { ...part, emphasis: 'highlight' } : { ...total, emphasis: 'context' }, scale, theme)
      const border = { value: total.value - part.value, backwards: true, behind: color.context, gap: SEGMENT_GAP }
      return [
        { ...end, id: total.id, edge: total.edge, value: total.value, category: total.id },
        ...(split ? [{ ...end, ...border, category: total.id }] : []),
      ]
    })
    return {
      ...rowsOption(layout, theme),
      series: [
        { ...bar, data: segments.map(({ base }) => base) },
        { ...bar, data: segments.map(({ part }) => part) },
        openEndSeries({ thickness, paper: color.paper, ends }),
      ],
    }
  },
  describe({ pairs }) {
    const told = pairs.map(({ total, part, rest }) => [
      spoken(total),
      `其中${spoken(part)}`,
      ...(rest ? [spoken(rest)] : []),
    ])
    return sentence(
      CHART,
      told.map(parts => parts.join('，')),
    )
  },
  measure: ({ pairs }) =>
    measureOf(
      'bars',
      pairs.map(({ total }) => total),
    ),
})
