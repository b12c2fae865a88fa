import type { IconBounds, IconLayout } from './isotype-layout.ts'
import type { IsotypePlan } from './isotype-option.ts'
import type { Room } from './room.ts'
import type { ChartTheme } from './theme.ts'
import { LINE } from './elements.ts'
import { layoutIcons, LINE_SHARE } from './isotype-layout.ts'
import { joinNotes } from './room.ts'
import { gapOf, noteHeight } from './rows.ts'
import { textWidth, wrapNote, wrapTo } from './text-width.ts'
import { valueLabelWidth } from './value-label.ts'

/** Share of its pitch that an icon fills. */
export const FILLED = 0.97
/** Width in em of labels to which names beside the icons are wrapped. */
const SHORT_EM = 7
/** Width in em of labels from which names may stand beside the icons. */
const BESIDE_EM = 30
/** Largest pitch in em of labels: in a hall, and on a page that is read from near. */
const PITCH_EM = 5.5
const NEAR_PITCH_EM = 2.6

/** Icons and their words, laid out from the top of their room. */
export interface RowsOfIcons {
  icons: IconLayout
  counts: readonly number[]
  beside: boolean
  left: number
  /** Px above the first row and below the last for words that are higher than icons. */
  pad: number
  /** Px that are kept free for such words. */
  slack: number
  size: number
  /** Px above the icons of each row for words. */
  head: number
  names: readonly string[][]
  /** Whether the number follows its name on one line, where words stand above. */
  inline: boolean
}

function countsOf({ rows }: IsotypePlan): number[] {
  return rows.map(({ count, tail }) => Math.ceil(count) + (tail === 'extra' ? 1 : 0))
}

function iconsBeside(
  plan: IsotypePlan,
  theme: ChartTheme,
  width: number,
  height: number,
  bounds: Omit<IconBounds, 'least'>,
): RowsOfIcons | undefined {
  const { chartLabel, chartSmall, chartValue } = theme.size
  if (width < BESIDE_EM * chartLabel) return undefined
  const gap = gapOf(theme)
  const counts = countsOf(plan)
  const size = Math.round(chartValue * 1.25)
  const names = plan.rows.map(({ name }) => wrapTo(name, SHORT_EM))
  const left =
    gap +
    Math.max(
      ...names.flat().map(line => textWidth(line, chartLabel)),
      ...plan.rows.map(({ sub }) => textWidth(sub, chartSmall)),
    )
  const right = gap + Math.max(...plan.rows.map(({ label }) => valueLabelWidth(label, size, chartSmall)))
  const tallest = Math.max(
    size * LINE,
    ...plan.rows.map(({ sub }, index) => names[index]!.length * chartLabel * LINE + (sub ? chartSmall * LINE : 0)),
  )
  const slack = tallest / 2
  const icons = layoutIcons(counts, width - left - right, height - slack, { ...bounds, least: tallest })
  return (
    icons && {
      icons,
      counts,
      beside: true,
      left,
      pad: Math.max(0, tallest - icons.pitch * FILLED) / 2,
      slack,
      size,
      head: 0,
      names,
      inline: false,
    }
  )
}

function iconsBelow(
  plan: IsotypePlan,
  theme: ChartTheme,
  width: number,
  height: number,
  bounds: Omit<IconBounds, 'least'>,
): RowsOfIcons {
  const { chartLabel, chartSmall, chartValue } = theme.size
  const counts = countsOf(plan)
  const names = plan.rows.map(({ name }) => wrapTo(name, width / chartLabel))
  const inline = plan.rows.every(
    ({ sub, label }, index) =>
      textWidth(names[index]!.at(-1)!, chartLabel) +
        gapOf(theme) * 2 +
        textWidth(sub, chartSmall) +
        valueLabelWidth(label, chartValue, chartSmall) <=
      width,
  )
  const lines = Math.max(...names.map(({ length }) => length))
  const head =
    lines * chartLabel * LINE +
    (inline ? chartValue - chartLabel : chartValue + (plan.mixed ? chartSmall : 0)) * LINE +
    chartLabel * 0.4
  const icons = layoutIcons(counts, width, height - head * counts.length, { ...bounds, least: 0 })!
  return { icons, counts, beside: false, left: 0, pad: 0, slack: 0, size: chartValue, head, names, inline }
}

/** Lays out the rows in their room: names beside the icons, or above them where that leaves the icons larger. */
export function layoutRowsOfIcons(
  plan: IsotypePlan,
  theme: ChartTheme,
  { width, height, remark, scale }: Room,
): RowsOfIcons & { noteLines: string[] } {
  const note = joinNotes(plan.note, remark)
  const room = height - noteHeight(note, width, theme)
  const most = scale === undefined ? PITCH_EM * theme.size.chartLabel : scale * plan.per
  // A scale that charts agreed upon is no reason to set icons smaller than it.
  const oneLine = PITCH_EM * theme.size.chartLabel * LINE_SHARE
  const [beside, below] = [
    iconsBeside(plan, theme, width, room, { most, oneLine }),
    iconsBelow(plan, theme, width, room, { most, oneLine }),
  ]
  const noteLines = wrapNote(note, width / theme.size.chartSmall)
  return { ...(beside && beside.icons.pitch >= below.icons.pitch * 0.9 ? beside : below), noteLines }
}

/** Height in px that the chart wants on a page of this width. */
export function heightIsotype(plan: IsotypePlan, theme: ChartTheme, width: number, remark?: string): number {
  const pitch = NEAR_PITCH_EM * theme.size.chartLabel
  const taken = noteHeight(joinNotes(plan.note, remark), width, theme)
  const {
    icons: { height },
    head,
    counts,
    slack,
  } = iconsBeside(plan, theme, width, Infinity, { most: pitch }) ??
  iconsBelow(plan, theme, width, Infinity, { most: pitch })
  return Math.ceil(height + head * counts.length + slack + taken)
}
