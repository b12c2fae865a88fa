import type { Figure } from '../../model/figure.ts'
import { type ChartBox, defineChart } from './define-chart.ts'
import { sentence } from './describe.ts'
import { edgeNote, OUTLINE } from './edges.ts'
import { markName } from './marks.ts'
import { endOf, openEndSeries } from './open-end-series.ts'
import { assertFigures, type Item, planItem, reject } from './plan.ts'
import { grownSize, layoutRows, type RowsLayout, rowsOption } from './rows.ts'
import { measureOf } from './shared-scale.ts'
import { WHOLE, WHOLE_TEXT } from './structural.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf, indentOf } from './theme.ts'
import { labelLines, labelOption, spoken, valueLabelWidth } from './value-label.ts'

const CHART = '压减对比图'

/** The words for the two bars. */
export interface ReductionWords {
  /** Default: `此前`. */
  before?: string
  /** Default: `现在`. */
  after?: string
}

/** A reduction as two bars: the base, and what remains of it. */
export interface ReductionPlan {
  /** The base, whose label is that of the whole, and what remains, whose label stands below it. */
  items: readonly [base: Item, rest: Item]
  /** In the gap, with its sign word, e.g. 压缩87.8%. */
  cut: Item
  note: string
  /** What the first bar stands for, e.g. 原时限. */
  base: string
  figures: readonly [reduction: Figure, rest: Figure]
}

/**
 * Plans the pair of bars of a reduction.
 * @throws ChartDataError where the first figure is no reduction, or the second is not derived as what it leaves.
 */
export function planReduction(reduction: Figure, rest: Figure, { before, after }: ReductionWords = {}): ReductionPlan {
  const figures = [reduction, rest] as const
  assertFigures(CHART, [reduction], { kinds: ['growth'], advice: '这里只画降幅' })
  if (reduction.value >= 0) reject(CHART, [reduction], `“${reduction.id}”是增幅，这里只画降幅；增幅请用 GrowthBars`)
  assertFigures(CHART, [rest], { kinds: ['share'], advice: '请给推算出的剩余占比' })
  assertFigures(CHART, figures, {})
  const remains = Math.abs(rest.value - reduction.value - WHOLE) <= 10 ** -rest.decimals
  if (!rest.derived?.inputs.includes(reduction.id) || !remains)
    reject(CHART, figures, `“${rest.id}”不是由“${reduction.id}”推算的剩余部分`)
  const name = before ?? '此前'
  const base = reduction.comparedWith ?? rest.whole ?? name
  const cut = planItem(reduction, { style: 'worded' })
  const whole: Item = { ...cut, name, value: WHOLE, edge: 'flat', label: { value: WHOLE_TEXT, remark: '' } }
  const left = planItem(rest)
  const label = { ...left.label, value: `相当于${base}的${left.label.value}` }
  const items = [whole, { ...left, name: after ?? '现在', label, emphasis: 'highlight' }] as const
  return { items, cut, note: edgeNote([left.edge]), base, figures }
}

/** Where the words of a reduction stand. */
interface ReductionLayout extends RowsLayout {
  /** Size of the number in the gap, or below the bar where it does not fit there. */
  cutSize: number
  cutInside: boolean
  /** Whether, below the bar, it stands on the line of what is left. */
  oneLine: boolean
  /** What is left, below the bars: one line with its remark, or several. */
  restLines: readonly string[]
}

/** The number of the cut goes into the gap between the bars where that is wide enough, else below. */
function layoutReduction({ items, cut, note }: ReductionPlan, theme: ChartTheme, box: ChartBox): ReductionLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const [, rest] = items
  const { value, remark } = rest.label
  const attempt = (cutInside: boolean): ReductionLayout => {
    const linesIn = (width: number): string[] =>
      valueLabelWidth(rest.label, chartLabel, chartSmall) + indentOf(theme) <= width
        ? [value]
        : [...wrapTo(value, (width - indentOf(theme)) / chartLabel), remark].filter(Boolean)
    /** @param end px from where bars begin to where the whole ends */
    const rowsWith = (restLines: readonly string[], end: number): ReductionLayout => {
      const words = valueLabelWidth(rest.label, chartLabel, chartSmall) + textWidth(cut.label.value, chartValue)
      const oneLine = !cutInside && words + 2 * gapOf(theme) <= end
      const request = {
        rows: items,
        ends: () => [{ value: WHOLE, beside: 0 }],
        note,
        tail: (oneLine ? chartValue : restLines.length * chartLabel + (cutInside ? 0 : chartValue)) * LINE,
      }
      const rows = layoutRows(request, theme, box)
      const gap = (WHOLE - rest.value) * rows.scale
      const cutSize = [grownSize(chartValue, rows.thickness * 1.1), chartValue, chartLabel].find(
        size => textWidth(cut.label.value, size) + 2 * gapOf(theme) <= gap && size * LINE * 1.2 <= rows.thickness,
      )
      const inside = cutInside && cutSize !== undefined
      return { ...rows, restLines, cutSize: cutSize ?? chartValue, cutInside: inside, oneLine }
    }
    // Names beside the bars leave less width for the words, which may then take more lines.
    const { grid, scale } = rowsWith(linesIn(box.width / 2), 0)
    return rowsWith(linesIn(grid.width), WHOLE * scale)
  }
  const inside = attempt(true)
  return inside.cutInside ? inside : attempt(false)
}

/** The props of a reduction pair. */
interface ReductionProps extends ReductionWords {
  /** Id of a reduction. */
  id: string
  /** Id of the derived share that it leaves. */
  rest: string
}

/** A reduction as two bars; the gap between them is what was saved, and carries its number where it is wide enough. */
export const reductionPair = defineChart<ReductionProps, ReductionPlan, ReductionLayout>({
  props: { id: String, rest: String, before: String, after: String },
  plan: ({ id, rest, ...words }, find) => planReduction(find.figure(id), find.figure(rest), words),
  layout: layoutReduction,
  option({ items: [base, rest], cut }, layout, theme) {
    const { color, size } = theme
    const { thickness, scale, cutSize, cutInside, oneLine, restLines } = layout
    const bar = { type: 'bar', stack: 'base', silent: true, barWidth: thickness, clip: false }
    const words = { size: size.chartLabel, color: color.ink }
    /** Below the bar, `down` px, to one side of `x`; a bar's label counts from its own corner. */
    const below = (x: number, down: number, align: 'left' | 'right'): object => ({
      position: [x, thickness + size.chartLabel * 0.3 + down],
      align,
      verticalAlign: 'top',
    })
    const whole = {
      value: base.value,
      name: markName('whole', base.id, ''),
      itemStyle: { color: color.context },
      label: {
        ...labelOption(base.label, { ...words, color: color.onContext }, theme),
        show: thickness >= size.chartLabel * LINE,
        position: 'insideLeft',
        distance: gapOf(theme),
        fontWeight: 400,
      },
    }
    const remaining = {
      value: rest.value,
      name: markName('bar', rest.id),
      itemStyle: { color: color.highlight },
      label: {
        ...(restLines.length === 1
          ? labelOption(rest.label, words, theme)
          : labelLines(restLines.join('\n'), [], words, theme)),
        ...below(indentOf(theme), cutInside || oneLine ? 0 : cutSize * LINE, 'left'),
      },
    }
    const gap = {
      value: WHOLE - rest.value,
      name: markName('cut', cut.id),
      itemStyle: { color: 'none', borderColor: color.highlight, borderWidth: OUTLINE.cut, borderType: [8, 5] },
      label: {
        ...labelOption(cut.label, { size: cutSize, color: color.highlight }, theme),
        ...(cutInside ? { position: 'inside' } : below((WHOLE - rest.value) * scale, 0, 'right')),
      },
    }
    return {
      ...rowsOption(layout, theme),
      series: [
        { ...bar, data: [whole, remaining] },
        { ...bar, data: [{ value: 0 }, gap] },
        openEndSeries({ thickness, paper: color.paper, ends: [endOf(rest, scale, theme)] }),
      ],
    }
  },
  describe: ({ figures: [reduction, rest], items: [, { name }], base }) =>
    sentence(CHART, [spoken(reduction), `${base}为${WHOLE_TEXT}，${name}${spoken(rest)}`]),
  measure: ({ figures }) => measureOf('reductions', figures),
})
