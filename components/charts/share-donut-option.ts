import type { EChartsOption } from 'echarts'
import type { Figure } from '../../model/figure.ts'
import type { Point } from './edges.ts'
import type { Element } from './elements.ts'
import type { Room } from './room.ts'
import type { Share, ShareOptions, SharePlan } from './shares.ts'
import type { ChartTheme } from './theme.ts'
import { edgePoints, overhang, tipLength } from './edges.ts'
import { dashesAt, LINE, marked, OUTLINE, shapeAt, textAt } from './elements.ts'
import { joinNotes, optionOf } from './room.ts'
import { gapOf, noteHeight } from './rows.ts'
import { noteElements } from './row-words.ts'
import { planShares, summarizeShares } from './shares.ts'
import { WHOLE } from './structural.ts'
import { emWidth, wrapNote, wrapTo } from './text-width.ts'
import { valueColor } from './tones.ts'

const CHART = '环形图'

/**
 * Plans up to 3 donuts side by side.
 * @throws ChartDataError for anything but shares, and where periods differ.
 */
export function planDonut(figures: readonly Figure[], options: ShareOptions = {}): SharePlan {
  return planShares(CHART, figures, options)
}

/** Inner radius of the ring, in outer ones. */
const HOLE = 0.72
/** Share of the hole's width that a number may take, and its largest size in diameters. */
const NUMBER_FILLS = 0.86
const LARGEST_NUMBER = 0.26
/** Diameter on a page that is read from near, in em of labels. */
const NEAR_EM = 11.5

/** Where the donuts and their words lie, px. */
interface DonutLayout {
  diameter: number
  centers: readonly Point[]
  /** Size of the numbers, one for all. */
  number: number
  /** Names and remarks below or beside each. */
  words: readonly { lines: string[]; remark: string; at: Point; align: 'left' | 'center' }[]
  note: Point
  noteLines: string[]
}

function numberSize(shares: readonly Share[], diameter: number): number {
  return Math.floor(
    Math.min(diameter * LARGEST_NUMBER, ...shares.map(({ text }) => (diameter * HOLE * NUMBER_FILLS) / emWidth(text))),
  )
}

function wordsHeight(lines: readonly string[][], shares: readonly Share[], theme: ChartTheme): number {
  const { chartLabel, chartSmall } = theme.size
  return Math.max(
    ...lines.map((each, index) => each.length * chartLabel * LINE + (shares[index]!.remark ? chartSmall * LINE : 0)),
  )
}

// Beside each other with their names below.
function across(
  { shares }: SharePlan,
  width: number,
  height: number,
  theme: ChartTheme,
): Omit<DonutLayout, 'note' | 'noteLines'> {
  const { chartLabel, chartSmall } = theme.size
  const gap = gapOf(theme)
  const slot = width / shares.length
  const lines = shares.map(({ name, remark }) => {
    const limit = (slot - gap / 2) / chartLabel
    return wrapTo(name, Math.min(limit, remark ? limit : Infinity))
  })
  const remarkRoom =
    Math.max(...shares.map(({ remark }) => wrapTo(remark, slot / chartSmall).length - 1)) * chartSmall * LINE
  const diameter = Math.max(0, Math.min(slot - gap, height - wordsHeight(lines, shares, theme) - remarkRoom - gap))
  const pitch = Math.min(
    slot,
    Math.max(diameter + 4 * gap, ...shares.map(({ name }) => emWidth(name) * chartLabel + gap)),
  )
  return {
    diameter,
    centers: shares.map((_, index) => [(index + 0.5) * pitch, diameter / 2]),
    number: numberSize(shares, diameter),
    words: shares.map(({ remark }, index) => ({
      lines: lines[index]!,
      remark,
      at: [(index + 0.5) * pitch, diameter + gap * 0.6],
      align: 'center',
    })),
  }
}

// Below each other with their names beside.
function down(
  { shares }: SharePlan,
  width: number,
  height: number,
  theme: ChartTheme,
): Omit<DonutLayout, 'note' | 'noteLines'> {
  const { chartLabel, chartSmall } = theme.size
  const gap = gapOf(theme)
  const slot = height / shares.length
  const diameter = Math.max(0, Math.min(slot - (shares.length > 1 ? gap : 0), width * 0.55))
  const room = width - diameter - 1.5 * gap
  const pitch = Math.min(slot, diameter + 2 * gap)
  return {
    diameter,
    centers: shares.map((_, index) => [diameter / 2, index * pitch + diameter / 2]),
    number: numberSize(shares, diameter),
    words: shares.map(({ name, remark }, index) => {
      const lines = wrapTo(name, room / chartLabel)
      const taken =
        lines.length * chartLabel * LINE + (remark ? wrapTo(remark, room / chartSmall).length * chartSmall * LINE : 0)
      return { lines, remark, at: [diameter + 1.5 * gap, index * pitch + (diameter - taken) / 2], align: 'left' }
    }),
  }
}

/** Places donuts so that they are as large as they can be, their numbers legible. */
function layoutDonuts(plan: SharePlan, theme: ChartTheme, { width, height, remark }: Room): DonutLayout {
  const text = joinNotes(plan.note, remark)
  const taken = noteHeight(text, width, theme)
  const [side, below] = [across(plan, width, height - taken, theme), down(plan, width, height - taken, theme)]
  const layout =
    side.diameter >= below.diameter && side.number >= Math.min(theme.size.chartValue, below.number) ? side : below
  const foot = Math.max(
    ...layout.words.map(({ at, lines }) => at[1] + lines.length * theme.size.chartLabel * LINE),
    ...layout.centers.map(([, y]) => y + layout.diameter / 2),
  )
  const remarks = layout.words.some(({ remark: said }) => said) ? theme.size.chartSmall * LINE * 2 : 0
  return {
    ...layout,
    note: [0, Math.min(height - taken + theme.size.chartLabel * 0.4, foot + remarks + gapOf(theme))],
    noteLines: wrapNote(text, width / theme.size.chartSmall),
  }
}

/** Height in px that the chart wants on a page of this width. */
export function heightDonut(plan: SharePlan, theme: ChartTheme, width: number, remark?: string): number {
  const { chartLabel } = theme.size
  const taken = noteHeight(joinNotes(plan.note, remark), width, theme)
  const diameter = NEAR_EM * chartLabel
  const side = across(plan, width, Infinity, theme)
  const wanted = Math.min(diameter, side.diameter)
  if ((side.number * wanted) / side.diameter >= theme.size.chartValue) {
    const sized = across(plan, width, 10 * diameter, theme)
    const words = sized.words.map(
      ({ lines, remark: said }) => lines.length * chartLabel * LINE + (said ? 2 * theme.size.chartSmall * LINE : 0),
    )
    return Math.ceil(wanted + gapOf(theme) + Math.max(...words) + taken)
  }
  return Math.ceil(plan.shares.length * (Math.min(diameter, width * 0.4) + gapOf(theme)) + taken)
}

/** A piece of a ring between two lengths along its middle, from the top on, with an edge at its end. */
function ringPoints([x, y]: Point, diameter: number, from: number, to: number, edge: Share['edge']): Point[] {
  const outer = diameter / 2
  const inner = outer * HOLE
  const middle = (outer + inner) / 2
  const place = ([along, radius]: Point): Point => {
    const angle = along / middle
    return [x + radius * Math.sin(angle), y - radius * Math.cos(angle)]
  }
  const steps = Math.max(1, Math.ceil((to - from) / middle / 0.04))
  const along = Array.from({ length: steps }, (_, index) => from + ((to - from) * index) / steps)
  return [
    ...along.map(each => place([each, outer])),
    ...edgePoints(edge, to, -outer, -inner, 1).map(([each, radius]) => place([each, -radius])),
    ...along.reverse().map(each => place([each, inner])),
  ]
}

function donutElements(
  { id, value, edge, tone }: Share,
  center: Point,
  diameter: number,
  theme: ChartTheme,
): Element[] {
  const thickness = (diameter / 2) * (1 - HOLE)
  const round = Math.PI * (diameter - thickness)
  const end = (round * value) / WHOLE
  const gap = value > 0 && value < WHOLE ? theme.size.chartLabel / 6 : 0
  const tip = tipLength(edge, thickness, end)
  const fill = theme.color[tone]
  const inset = OUTLINE / 2
  const restFrom = end + gap
  return [
    ...(value < WHOLE && restFrom < round - gap
      ? [
          marked(
            'arc-rest',
            id,
            shapeAt(ringPoints(center, diameter - 2 * inset, restFrom, round - gap, 'flat'), {
              fill: theme.color.track,
              stroke: theme.color.context,
              lineWidth: OUTLINE,
            }),
          ),
        ]
      : []),
    // Teeth reach into what is empty; a gap of paper goes around them.
    ...(overhang(edge, thickness) > 0 && value < WHOLE
      ? [
          shapeAt(ringPoints(center, diameter + 1, Math.max(0, end - gap), Math.min(round, restFrom), edge), {
            fill: theme.color.paper,
          }),
        ]
      : []),
    ...(end - tip > 0
      ? [
          marked(
            'arc',
            id,
            shapeAt(ringPoints(center, diameter, 0, end - tip, value < WHOLE ? edge : 'flat'), { fill }),
          ),
        ]
      : []),
    ...(tip > 0
      ? [marked('arc-tip', id, dashesAt(ringPoints(center, diameter - 2, end - tip, end, 'flat'), fill))]
      : []),
  ]
}

/** The option of planned donuts, all of one size. */
export function buildDonut(plan: SharePlan, theme: ChartTheme, room: Room): EChartsOption {
  const { chartLabel, chartSmall } = theme.size
  const layout = layoutDonuts(plan, theme, room)
  const donuts = plan.shares.map((share, index) => {
    const {
      lines,
      remark,
      at: [x, top],
      align,
    } = layout.words[index]!
    const emphasised = share.tone !== 'context'
    const wordsRoom = align === 'center' ? room.width / plan.shares.length : room.width - x
    return [
      ...donutElements(share, layout.centers[index]!, layout.diameter, theme),
      marked(
        'value',
        share.id,
        textAt(
          layout.centers[index]!,
          share.text,
          { size: layout.number, color: valueColor(share.tone, theme), face: 'numeral', align: 'center' },
          theme,
        ),
      ),
      marked(
        'label',
        share.id,
        textAt(
          [x, top],
          lines,
          {
            size: chartLabel,
            color: emphasised ? theme.color.ink : theme.color.soft,
            face: emphasised ? 'bold' : 'regular',
            align,
            vertical: 'top',
          },
          theme,
        ),
      ),
      ...(remark
        ? [
            marked(
              'value',
              share.id,
              textAt(
                [x, top + lines.length * chartLabel * LINE],
                wrapTo(remark, wordsRoom / chartSmall),
                { size: chartSmall, color: theme.color.soft, align, vertical: 'top' },
                theme,
              ),
            ),
          ]
        : []),
    ]
  })
  return optionOf([...donuts.flat(), ...noteElements(layout, theme)])
}

/** The chart in words. */
export function summarizeDonut(plan: SharePlan): string {
  return summarizeShares(CHART, plan)
}
