import { edgeOf, OUTLINE, type Edge } from '../../../../components/charts/edges.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import type { Figure } from '../../../../model/figure.ts'
import type { ChartFacts, Mark } from '../facts.ts'

/** How large a mark is: in px along the axis, percent of a turn, filled cells of a hundred, or filled icons. */
export type Measure = 'length' | 'turn' | 'cells' | 'icons'

/** What of a drawing stands for a number. */
export interface Extent {
  figure: Figure
  measure: Measure
  kind: string
  /** The number that it stands for, negative where it is drawn against the axis: the figure's value, or a whole. */
  value: number
  /** How large it is drawn, in its measure. */
  extent: number
  /** Extent of one of the figure's units, where it follows from the measure itself and not from other marks. */
  scale?: number
  /** How far it begins from where it should, in px, or in percent of the turn. */
  astray: number
  /** Px from side to side across the extent; zero where that is not compared. */
  across: number
  /** How its end is drawn, and how the figure's qualifier wants it. */
  drawn: End
  wanted: End
  /** Cells of the grid, or hollow icons. */
  others?: number
}

/** Teeth and waves are ragged, a hollow tip or icon is hollow. */
export type End = 'even' | 'ragged' | 'hollow'

const ENDS: Readonly<Record<Edge, End>> = { flat: 'even', saw: 'ragged', wave: 'ragged', dashed: 'hollow' }
/** Kinds of marks by what they are measured in. */
const LENGTHS = /^(?:bar|part|base|whole|track|cut)$/
/** Px by which the drawing of an end may miss the end itself. */
const AT_END = 2

type Find = (id: string) => Figure | undefined

/** A box as the axis sees it: from the zero line along it, and across. */
interface Span {
  from: number
  to: number
  across: number
}

/** Reads boxes from the zero line to the right, or upwards; undefined where no such line is seen. */
export function axisOf({ marks }: ChartFacts): ((mark: Mark) => Span) | undefined {
  const zero = marks.find(({ kind, painted }) => kind === 'zero' && painted)?.box
  if (!zero) return undefined
  const sideways = zero.right - zero.left < zero.bottom - zero.top
  const at = sideways ? (zero.left + zero.right) / 2 : (zero.top + zero.bottom) / 2
  return ({ kind, box: { left, right, top, bottom } }) => {
    // What is empty is outlined within its box.
    const outline = kind === 'track' || kind === 'cut' ? OUTLINE[kind] / 2 : 0
    const [least, most] = sideways ? [left - at, right - at] : [at - bottom, at - top]
    const across = (sideways ? bottom - top : right - left) + 2 * outline
    return { from: least - outline, to: most + outline, across }
  }
}

function lengthsOf(chart: ChartFacts, find: Find): Extent[] {
  const span = axisOf(chart)
  if (!span) return []
  const painted = chart.marks.filter(mark => mark.painted)
  const spanOf = (mark: Mark): Span => {
    const { from, to, across } = span(mark)
    return Math.abs(from) > Math.abs(to) ? { from: to, to: from, across } : { from, to, across }
  }
  const partOf = (total: string): Mark | undefined =>
    painted.find(({ kind, figure }) => kind === 'part' && find(figure)?.of === total)
  /** Where a total ends: what was there before and the part behind it make one bar. */
  const endOf = (mark: Mark): number => {
    const part = mark.kind === 'base' ? partOf(mark.figure) : undefined
    return spanOf(mark).to + (part ? span(part).to - span(part).from : 0)
  }
  const endAt = (to: number, id: string): End => {
    const end = painted.find(mark => {
      const { from: least, to: most } = span(mark)
      const isEnd = mark.kind === 'ragged' || mark.kind === 'tip'
      return isEnd && mark.figure === id && least - AT_END <= to && to <= most + AT_END
    })
    return end === undefined ? 'even' : end.kind === 'tip' ? 'hollow' : 'ragged'
  }
  return painted.flatMap((mark): Extent[] => {
    const { kind } = mark
    const figure = find(mark.figure)
    if (!figure || !LENGTHS.test(kind)) return []
    const { from, across } = spanOf(mark)
    const own = { figure, kind, measure: 'length' as const, across, drawn: 'even' as const, wanted: 'even' as const }
    const wanted = ENDS[edgeOf(figure)]
    if (kind === 'part') {
      const { from: near, to: far } = span(mark)
      const total = painted.find(each => /^(?:bar|base)$/.test(each.kind) && each.figure === figure.of)
      const astray = total ? far - endOf(total) : 0
      return [{ ...own, value: figure.value, extent: far - near, astray, drawn: endAt(near, figure.id), wanted }]
    }
    const to = endOf(mark)
    const [extent, astray] = [to - from, kind === 'cut' ? 0 : from]
    if (kind === 'cut') return [{ ...own, value: Math.abs(figure.value), extent: Math.abs(extent), astray }]
    if (kind === 'whole' || kind === 'track') return [{ ...own, value: WHOLE, extent, astray }]
    const { value } = figure
    return [{ ...own, kind: 'bar', value, extent, astray, drawn: endAt(to, figure.id), wanted }]
  })
}

function turnsOf({ marks }: ChartFacts, find: Find): Extent[] {
  return marks.flatMap(({ kind, figure: id, painted, turn }) => {
    const figure = find(id)
    if (kind !== 'arc' || !painted || !turn || !figure) return []
    const end = marks.find(mark => mark.figure === id && mark.painted && /^(?:ragged|tip)$/.test(mark.kind))?.kind
    const drawn: End = end === undefined ? 'even' : end === 'tip' ? 'hollow' : 'ragged'
    // A whole ring, and an empty one, have no end to draw.
    const wanted = figure.value > 0 && figure.value < WHOLE ? ENDS[edgeOf(figure)] : drawn
    const own = { figure, kind, measure: 'turn' as const, value: figure.value, scale: 1, across: 0 }
    return [{ ...own, extent: turn.share, astray: turn.start, drawn, wanted }]
  })
}

const width = ({ box: { left, right } }: Mark): number => right - left
const height = ({ box: { top, bottom } }: Mark): number => bottom - top
const largest = (marks: readonly Mark[]): number => Math.max(0, ...marks.map(width))
const sum = (marks: readonly Mark[], measure: (mark: Mark) => number): number =>
  marks.reduce((total, mark) => total + measure(mark), 0)

/** The painted marks of some kinds, by the figure that they draw. */
function drawnBy({ marks }: ChartFacts, kinds: RegExp): [figure: string, marks: Mark[]][] {
  return [
    ...Map.groupBy(
      marks.filter(({ kind, painted }) => painted && kinds.test(kind)),
      ({ figure }) => figure,
    ),
  ]
}

/** The grids of cells in a chart: how many they have, how many are filled, parts included, and how wide one is. */
export function gridsOf(chart: ChartFacts): { figure: string; cells: number; filled: number; side: number }[] {
  return drawnBy(chart, /^(?:cell|fill)$/).map(([figure, own]) => {
    const fills = own.filter(({ kind }) => kind === 'fill')
    // Outlines of empty cells lie inside of them: where any cell is filled, that one is the measure.
    const side = largest(fills.length > 0 ? fills : own)
    const [left, bottom] = [Math.min(...own.map(({ box }) => box.left)), Math.max(...own.map(({ box }) => box.bottom))]
    // An outline and what fills it are one cell, and cells lie farther apart than they are wide.
    const places = own.map(
      ({ box }) => `${Math.round((box.left - left) / side)} ${Math.round((bottom - box.bottom) / side)}`,
    )
    const filled = side > 0 ? sum(fills, mark => width(mark) * height(mark)) / side ** 2 : 0
    return { figure, cells: new Set(places).size, filled, side }
  })
}

function cellsOf(chart: ChartFacts, find: Find): Extent[] {
  return gridsOf(chart).flatMap(({ figure: id, cells, filled }) => {
    const figure = find(id)
    const ends = { drawn: 'even', wanted: 'even', astray: 0, across: 0 } as const
    return figure
      ? [
          {
            ...ends,
            figure,
            kind: 'fill',
            measure: 'cells',
            value: figure.value,
            extent: filled,
            scale: 1,
            others: cells,
          },
        ]
      : []
  })
}

function iconsOf(chart: ChartFacts, find: Find): Extent[] {
  const { per = 1 } = chart
  return drawnBy(chart, /^(?:icon|hollow)$/).flatMap(([id, own]) => {
    const figure = find(id)
    if (!figure) return []
    const hollow = own.filter(({ kind }) => kind === 'hollow').length
    const edge = edgeOf(figure)
    // About so many, or less: the last one is hollow. At least so many: one more is.
    const solid = edge === 'wave' || edge === 'dashed' ? Math.ceil(figure.value / per - 1e-9) - 1 : figure.value / per
    return [
      {
        figure,
        kind: 'icon',
        measure: 'icons',
        value: solid * per,
        extent: sum(
          own.filter(({ kind }) => kind === 'icon'),
          ({ shown }) => shown,
        ),
        scale: 1 / per,
        astray: 0,
        across: Math.max(0, ...own.map(mark => mark.square ?? width(mark))),
        drawn: hollow === 0 ? 'even' : 'hollow',
        wanted: edge === 'flat' ? 'even' : 'hollow',
        others: hollow,
      },
    ]
  })
}

/** All that a chart draws to a scale. What is not painted is left out. */
export function extentsOf(chart: ChartFacts, find: Find): Extent[] {
  return [...lengthsOf(chart, find), ...turnsOf(chart, find), ...cellsOf(chart, find), ...iconsOf(chart, find)]
}
