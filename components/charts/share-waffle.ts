import type { Figure } from '../../model/figure.ts'
import { cellsSeries, WAFFLE_SIDE } from './cells-series.ts'
import { type ChartBox, type ChartLayout, defineChart } from './define-chart.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import type { FigureProps, Plan } from './plan.ts'
import { describeShares, planShares, shareFigures, type ShareIds } from './shares.ts'
import { perCell } from './structural.ts'
import { emWidth, LINE, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf } from './theme.ts'

const CHART = '百格图'

/**
 * Plans up to 3 waffles of ten by ten cells side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planWaffle(figures: readonly Figure[], props: Pick<FigureProps, 'mixedPeriods'> = {}): Plan {
  const plan = planShares(CHART, figures, props)
  return { ...plan, note: plan.items.some(({ edge }) => edge !== 'flat') ? '虚线格：并非整数' : '' }
}

/** Largest and smallest number beside a waffle, in em of numbers, and largest below one. */
const NUMBER_EM = { most: 4, least: 1.6, below: 2 }
/** Widest words beside a waffle, in em of labels. */
const WORDS_EM = 20
/** Edge on a page that is read from near, in em of labels. */
const NEAR_EM = 17

interface WaffleLayout extends ChartLayout {
  /** Edge of each waffle. */
  side: number
  /** Whether words stand beside the one waffle; else below each. */
  beside: boolean
  /** Size of the numbers, one for all. */
  number: number
  words: readonly { name: string[]; small: string[]; height: number; at: readonly [x: number, y: number] }[]
  note: NoteLayout
}

/** Waffles as large as they can be, their numbers large. */
function layoutWaffles({ items, figures, note: text }: Plan, theme: ChartTheme, box: ChartBox): WaffleLayout {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const { width } = box
  const gap = gapOf(theme)
  const slot = width / items.length
  const note = layoutNote([text, box.remark], width, theme)
  const near = box.height === undefined ? NEAR_EM * chartLabel : Infinity
  const room = (box.height ?? Infinity) - note.height
  const attempt = (beside: boolean): WaffleLayout => {
    const most = Math.min(near, beside ? Math.min(room, width * 0.6) : slot - gap)
    const wordsWidth = beside ? Math.min(width - most - 2 * gap, WORDS_EM * chartLabel) : slot - gap
    const sizes = items.map(({ label }) => wordsWidth / emWidth(label.value))
    const number = Math.floor(Math.min(chartValue * (beside ? NUMBER_EM.most : NUMBER_EM.below), ...sizes))
    const sized = items.map(({ name, label: { remark } }, index) => {
      const said = [remark, perCell(figures[index]!)].filter(Boolean)
      const small = said.flatMap(words => wrapTo(words, wordsWidth / chartSmall))
      const lines = wrapTo(name, wordsWidth / chartLabel)
      return { name: lines, small, height: (number + lines.length * chartLabel + small.length * chartSmall) * LINE }
    })
    const tallest = Math.max(...sized.map(({ height }) => height))
    const side = Math.max(0, Math.min(most, room - (beside ? 0 : tallest + gap / 2)))
    const words = sized.map(({ height, ...rest }, index) => {
      const at = beside
        ? ([side + 2 * gap, Math.max(0, side - height)] as const)
        : ([index * slot, side + gap / 2] as const)
      return { ...rest, height, at }
    })
    const bottom = Math.max(side, ...words.map(({ at, height }) => at[1] + height))
    return { side, beside, number, words, note: { ...note, at: [0, bottom] }, height: Math.ceil(bottom + note.height) }
  }
  const [beside, below] = [attempt(true), attempt(false)]
  const fits = beside.number >= chartValue * NUMBER_EM.least && beside.words[0]!.height <= beside.side
  return items.length === 1 && fits && beside.side >= below.side * 0.9 ? beside : below
}

/** Shares as filled cells of a hundred. */
export const shareWaffle = defineChart<Pick<FigureProps, 'mixedPeriods'> & ShareIds, Plan, WaffleLayout>({
  props: { id: String, ids: Array, mixedPeriods: Boolean },
  plan: ({ id, ids, ...props }, find) => planWaffle(shareFigures({ id, ids }, find.figure), props),
  layout: layoutWaffles,
  option({ items }, { side, number, words, note }, theme, { width }) {
    const { color, size } = theme
    const slot = width / items.length
    const axes = items.map((_, gridIndex) => ({ type: 'value', gridIndex, min: 0, max: WAFFLE_SIDE, show: false }))
    return {
      grid: items.map((_, index) => ({
        left: index * slot,
        top: 0,
        width: side,
        height: side,
        outerBoundsMode: 'none',
      })),
      xAxis: axes,
      yAxis: axes,
      series: items.map(({ id, value, edge }, index) =>
        cellsSeries({ id, value, open: edge !== 'flat', color }, index),
      ),
      graphic: [
        ...items.flatMap(({ id, label }, index): object[] => {
          const {
            name,
            small,
            at: [x, y],
          } = words[index]!
          const nameTop = y + number * LINE
          const smallTop = nameTop + name.length * size.chartLabel * LINE
          const large = { size: number, color: color.highlight, face: 'numeral' as const }
          const bold = { size: size.chartLabel, color: color.ink, face: 'bold' as const }
          return [
            textElement(markName('value', id), [x, y], [label.value], large, theme),
            textElement(markName('label', id), [x, nameTop], name, bold, theme),
            textElement(
              markName('scale', id),
              [x, smallTop],
              small,
              { size: size.chartSmall, color: color.soft },
              theme,
            ),
          ]
        }),
        ...noteElement(note, theme),
      ],
    }
  },
  describe: plan => describeShares(CHART, plan),
})
