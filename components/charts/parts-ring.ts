import type { EChartsCoreOption } from 'echarts/core'
import type { Figure } from '../../model/figure.ts'
import { formatFigure, formatNumber } from '../../model/format.ts'
import { exceedsWhole } from '../../model/shares.ts'
import type { ChartBox, ChartLayout } from './define-chart.ts'
import { sentence } from './describe.ts'
import { OUTLINE } from './edges.ts'
import { spread } from './label-places.ts'
import { markName } from './marks.ts'
import { layoutNote, noteElement, type NoteLayout, textElement } from './note.ts'
import { openEndSeries } from './open-end-series.ts'
import { type FigureProps, type Item, nameLook, type Plan, planFigures, reject, valueColor } from './plan.ts'
import { WHOLE } from './structural.ts'
import { LINE, textWidth, wrapTo } from './text-width.ts'
import { type ChartTheme, gapOf, labelSizes } from './theme.ts'
import { spoken } from './value-label.ts'

/** Fewest and most parts of a ring, what remains not counted. */
const COUNT = [2, 5] as const
/** How a ring calls what remains of its whole. */
const REST = '其余'

/** A piece of a ring; without an id it is what no figure states. */
type Piece = Item & { isRest: boolean }

/** Parts of one whole before they are drawn. */
export interface RingPlan extends Plan {
  pieces: readonly Piece[]
  /** What the ring is the whole of; empty where nothing says it. */
  whole: string
}

/** What the numbers of parts may be off together, each rounded by itself. */
function roundingOf(figures: readonly Figure[]): number {
  return figures.reduce((sum, { decimals }) => sum + 0.5 * 10 ** -decimals, 0)
}

function sumOf(figures: readonly { value: number }[]): number {
  return Number(figures.reduce((sum, { value }) => sum + value, 0).toFixed(6))
}

/** @throws ChartDataError where parts are not of one whole, or more than all of it */
function assertOneWhole(chart: string, figures: readonly Figure[]): void {
  const [first] = figures
  const wholeOf = ({ of, whole }: Figure): string => of ?? whole ?? '（未写明）'
  const other = figures.find(figure => wholeOf(figure) !== wholeOf(first!))
  if (other)
    reject(
      chart,
      figures,
      `整体不同：“${first!.id}”是${wholeOf(first!)}的一部分，“${other.id}”是${wholeOf(other)}的；各画一环请用 ids`,
    )
  if (!exceedsWhole(figures)) return
  const sum = formatNumber(sumOf(figures), Math.max(...figures.map(({ decimals }) => decimals)))
  reject(
    chart,
    figures,
    `各部分相加是${sum}%（${figures.map(figure => formatFigure(figure)).join(' + ')}），超过整体；请核对，有重叠的各画一环（ids）`,
  )
}

/**
 * Plans one ring of parts of a whole, and of what remains of it.
 * @param rest what remains, where a figure derived from all parts says it
 * @throws ChartDataError for anything but shares of one whole and period, and for more than all of it
 */
export function planRing(
  chart: string,
  parts: readonly Figure[],
  props: FigureProps = {},
  { rest, whole = parts[0]?.whole ?? '' }: { rest?: Figure | undefined; whole?: string | undefined } = {},
): RingPlan {
  const figures = rest ? [...parts, rest] : parts
  const [least, most] = COUNT
  if (parts.length < least || parts.length > most)
    reject(chart, figures, `一环要${least}到${most}个部分，给了${parts.length}个；更多的请用 BarChart 或 RankBars`)
  const rules = { kinds: ['share'], count: [least, most + 1], same: 'unit', advice: '其他请用 BarChart' } as const
  const plan = planFigures(chart, figures, rules, props)
  assertOneWhole(chart, figures)
  if (rest && !parts.every(({ id }) => rest.derived?.inputs.includes(id)))
    reject(chart, figures, `“${rest.id}”不是由这几个部分推算的其余部分；原文印的请写在 parts 里`)
  const isOneName = new Set(figures.map(({ short }) => short)).size === 1
  const items = plan.items.map((item, index) => (isOneName ? { ...item, name: figures[index]!.label } : item))
  const left = Number((WHOLE - sumOf(figures)).toFixed(6))
  const remaining: Piece = {
    ...{ id: '', sub: '', edge: 'flat', emphasis: 'context', label: { value: '', remark: '' } },
    ...{ value: left, isRest: true, name: left > roundingOf(figures) ? REST : '' },
  }
  return {
    ...plan,
    items,
    pieces: [...items.map(item => ({ ...item, isRest: item.id === rest?.id })), ...(left > 0 ? [remaining] : [])],
    whole,
  }
}

/** Inner radius of the ring, in outer ones, and the share of the hole that words may take. */
const HOLE = 0.62
const HOLE_FILLS = 0.8
/** Least width of words at a side, in em of labels, and diameter on a page that is read from near. */
const SIDE_EM = 5
const NEAR_EM = 11.5

/** Words at the ring, px: the upper left or right corner of them. */
interface Words {
  lines: readonly string[]
  remark: readonly string[]
  at: readonly [x: number, y: number]
  align: 'left' | 'right'
  /** From the ring to the words. */
  line: readonly (readonly [x: number, y: number])[]
}

/** A ring in its box. */
export interface RingLayout extends ChartLayout {
  center: [x: number, y: number]
  radius: number
  valueSize: number
  nameSize: number
  words: readonly (Words | undefined)[]
  middle: readonly string[]
  note: NoteLayout
  fits: boolean
}

/** Where pieces end, in percent of the turn. */
function endsOf(pieces: readonly { value: number }[]): number[] {
  let end = 0
  const whole = Math.max(WHOLE, sumOf(pieces))
  return pieces.map(({ value }) => (end += (value * WHOLE) / whole))
}

function attempt(
  plan: RingPlan,
  sizes: readonly [value: number, name: number],
  theme: ChartTheme,
  box: ChartBox,
): RingLayout {
  const { pieces, whole } = plan
  const { chartLabel, chartSmall } = theme.size
  const [valueSize, nameSize] = sizes
  const gap = gapOf(theme)
  const leader = gap * 1.5
  const note = layoutNote([plan.note, box.remark], box.width, theme)
  const widest = box.width - 2 * (SIDE_EM * chartLabel + leader)
  const high = box.height === undefined ? NEAR_EM * chartLabel : box.height - note.height - chartLabel * 0.6
  const radius = Math.max(1, Math.min(widest, high) / 2)
  const room = box.width / 2 - radius - leader
  const ends = endsOf(pieces)
  const texts = pieces.map(({ name, label }) => ({
    lines: name === '' ? [] : wrapTo(name, room / nameSize),
    remark: label.remark ? wrapTo(label.remark, room / chartSmall) : [],
  }))
  const heights = pieces.map(({ label }, index) => {
    const { lines, remark } = texts[index]!
    return (
      ((label.value ? valueSize : 0) + lines.length * nameSize + remark.length * chartSmall) * LINE + chartLabel * 0.2
    )
  })
  const middles = pieces.map((_, index) => ((ends[index]! + (ends[index - 1] ?? 0)) / WHOLE) * Math.PI)
  const sides = middles.map(angle => (Math.sin(angle) < 0 ? 'left' : 'right'))
  const named = [...pieces.keys()].filter(index => pieces[index]!.name !== '')
  const own = (side: 'left' | 'right'): number[] => named.filter(index => sides[index] === side)
  const sum = (side: 'left' | 'right'): number => own(side).reduce((total, index) => total + heights[index]!, 0)
  const needed = Math.max(sum('left'), sum('right'))
  const height = box.height ?? Math.max(high + chartLabel * 0.6, needed) + note.height
  const bottom = height - note.height
  const center: [number, number] = [box.width / 2, bottom / 2]
  const pointAt = (angle: number, beyond: number): [number, number] => [
    center[0] + (radius + beyond) * Math.sin(angle),
    center[1] - (radius + beyond) * Math.cos(angle),
  ]
  const words = pieces.map((): Words | undefined => undefined)
  for (const side of ['left', 'right'] as const) {
    const indexes = own(side)
    const wanted = indexes.map(index => pointAt(middles[index]!, gap / 2)[1])
    const places = spread(
      wanted,
      indexes.map(index => heights[index]!),
      0,
      bottom,
    )
    const [edge, towards] = side === 'left' ? [center[0] - radius - leader, 1] : [center[0] + radius + leader, -1]
    indexes.forEach((index, place) => {
      const angle = middles[index]!
      const y = places[place]!
      words[index] = {
        ...texts[index]!,
        at: [edge, y - heights[index]! / 2],
        align: side === 'left' ? 'right' : 'left',
        line: [pointAt(angle, 2), pointAt(angle, gap / 2), [edge + (towards * gap) / 3, y]],
      }
    })
  }
  return {
    center,
    radius,
    valueSize,
    nameSize,
    words,
    middle: whole === '' ? [] : wrapTo(whole, (2 * radius * HOLE * HOLE_FILLS) / chartSmall),
    note: { ...note, at: [0, bottom] },
    height: Math.ceil(height),
    fits:
      needed <= bottom &&
      texts.every(({ lines }) => lines.length <= 2) &&
      pieces.every(({ label }) => textWidth(label.value, valueSize) <= room),
  }
}

/** Finds a ring and its words their places: the largest letters that have room. */
export function layoutRing(plan: RingPlan, theme: ChartTheme, box: ChartBox): RingLayout {
  const layouts = labelSizes(theme).map(each => attempt(plan, each, theme, box))
  return layouts.find(({ fits }) => fits) ?? layouts.at(-1)!
}

/** One ring of parts, each with its name and number beside it. */
export function ringOption(plan: RingPlan, layout: RingLayout, theme: ChartTheme): EChartsCoreOption {
  const { pieces } = plan
  const { center, radius, valueSize, nameSize, words, middle, note } = layout
  const { color, size } = theme
  const thickness = radius * (1 - HOLE)
  const [round, gap] = [2 * Math.PI * (radius - thickness / 2), Math.max(3, size.chartLabel / 8)]
  const fillOf = ({ isRest, emphasis }: Piece): string =>
    isRest && emphasis === 'context' ? color.track : color[emphasis]
  const ends = endsOf(pieces)
  // A hollow tip is an outline, on paper.
  const isHollow = ({ edge }: Piece): boolean => edge === 'dashed'
  const endFillOf = (piece: Piece): string => (isHollow(piece) ? color[piece.emphasis] : fillOf(piece))
  const behindOf = (index: number): string =>
    isHollow(pieces[index]!) ? color.paper : fillOf(pieces[(index + 1) % pieces.length]!)
  return {
    series: [
      {
        type: 'pie',
        silent: true,
        center,
        radius: [radius * HOLE, radius],
        startAngle: 90,
        label: { show: false },
        labelLine: { show: false },
        data: pieces.map(piece => ({
          value: piece.value,
          name: markName(piece.id ? 'arc' : 'arc-rest', piece.id),
          itemStyle: {
            color: fillOf(piece),
            ...(fillOf(piece) === color.track && { borderColor: color.context, borderWidth: OUTLINE.track }),
          },
        })),
      },
      openEndSeries({
        thickness,
        paper: color.paper,
        ring: { center, radius: radius - thickness / 2 },
        ends: pieces
          .map((piece, index) => ({
            ...{ id: piece.id, edge: piece.edge, value: ends[index]!, fill: endFillOf(piece), behind: behindOf(index) },
            ...{ length: (round * piece.value) / WHOLE, gap },
          }))
          .filter((_, index) => pieces[index]!.value > 0),
      }),
    ],
    graphic: [
      ...pieces.flatMap((piece, index): object[] => {
        const own = words[index]
        if (!own) return []
        const { id, label, emphasis } = piece
        const { at, align, lines, remark, line } = own
        const [x, y] = at
        const { color: nameColor, fontWeight } = nameLook(emphasis, theme)
        const below = y + (label.value ? valueSize * LINE : 0)
        const name = { size: nameSize, color: nameColor, face: fontWeight === 700 ? 'bold' : 'regular', align } as const
        const value = { size: valueSize, color: valueColor(emphasis, theme), face: 'bold', align } as const
        const small = { size: size.chartSmall, color: color.soft, align } as const
        const remarkTop = below + lines.length * nameSize * LINE
        return [
          {
            type: 'polyline',
            silent: true,
            shape: { points: line },
            style: { stroke: color.soft, lineWidth: 1.5, fill: 'none' },
          },
          ...(label.value ? [textElement(markName('value', id), [x, y], [label.value], value, theme)] : []),
          textElement(markName(id ? 'label' : 'scale', id), [x, below], lines, name, theme),
          ...(remark.length ? [textElement(markName('value', id), [x, remarkTop], remark, small, theme)] : []),
        ]
      }),
      ...(middle.length
        ? [
            textElement(
              markName('scale'),
              [center[0], center[1] - (middle.length * size.chartSmall * LINE) / 2],
              middle,
              { size: size.chartSmall, color: color.soft, align: 'center' },
              theme,
            ),
          ]
        : []),
      ...noteElement(note, theme),
    ],
  }
}

/** The ring in words: its parts in their order, and whether anything remains. */
export function describeRing(chart: string, { figures, pieces }: RingPlan): string {
  const remains = pieces.some(({ id, name }) => id === '' && name !== '')
  return sentence(chart, [...figures.map(figure => spoken(figure)), remains ? `${REST}不单列` : ''])
}
