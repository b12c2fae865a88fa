import { edgeOf, OUTLINE, type Edge } from '../../../../components/charts/edges.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import { unitInSum } from '../../../../model/contribution-rows.ts'
import type { Figure } from '../../../../model/figure.ts'
import { isSameBase, valueIn } from '../../../../model/units.ts'
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
  /** The plan whose scale it is on, which is that of its row alone. */
  row?: string
  /** In which the number is told; a chart tells those of one base in one. */
  unit?: string
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
/** Kinds of marks that are lengths. */
export const LENGTHS = /^(?:bar|own-bar|goal|segment|step|part|base|whole|track|cut)$/
/** Px by which the drawing of an end may miss the end itself. */
const AT_END = 2

type Find = (id: string) => Figure | undefined

/** A chart with the figures whose scale it shares: its own, or those of its slide. */
export type Among = Pick<ChartFacts, 'figures'>

/** A box as the axis sees it: from the zero line along it, and across. */
interface Span {
  from: number
  to: number
  across: number
}

/** Reads boxes from the nearest zero line to the right, or upwards; undefined where no such line is seen. */
export function axisOf({ marks }: ChartFacts): ((mark: Mark) => Span) | undefined {
  const zeros = marks.filter(({ kind, painted }) => kind === 'zero' && painted).map(({ box }) => box)
  const [first] = zeros
  if (!first) return undefined
  const sideways = first.right - first.left < first.bottom - first.top
  const places = zeros.map(zero => (sideways ? (zero.left + zero.right) / 2 : (zero.top + zero.bottom) / 2))
  return ({ kind, box: { left, right, top, bottom } }) => {
    const [near, far] = sideways ? [left, right] : [top, bottom]
    const apart = (place: number): number => Math.max(near - place, place - far, 0)
    const at = places.reduce((best, place) => (apart(place) < apart(best) ? place : best))
    // What is empty is outlined within its box.
    const outline = kind === 'track' || kind === 'cut' ? OUTLINE[kind] / 2 : 0
    const [least, most] = sideways ? [left - at, right - at] : [at - bottom, at - top]
    const across = (sideways ? bottom - top : right - left) + 2 * outline
    return { from: least - outline, to: most + outline, across }
  }
}

/** Whether marks stand in one column. */
function isAbove({ box: own }: Mark, { box: other }: Mark): boolean {
  return own.left < other.right && other.left < own.right
}

/** Whether marks stand in one row. */
function isBeside({ box: own }: Mark, { box: other }: Mark): boolean {
  return own.top < other.bottom && other.top < own.bottom
}

/** What is drawn of a figure: its value in the unit of the first of its base, so that 万元 and 亿元 compare. */
function toldIn({ figures }: Among, find: Find): (figure: Figure) => Pick<Extent, 'value' | 'unit'> {
  const units = figures.flatMap(id => find(id)?.unit ?? [])
  return figure => {
    const unit = units.find(each => isSameBase(each, figure.unit)) ?? figure.unit
    return { value: valueIn(unit)(figure), unit }
  }
}

/**
 * Points over time: as high above a zero line as their numbers are; without one, on an axis that the chart says not to
 * begin there, in one ratio to one another.
 */
function pointsOf(chart: ChartFacts, find: Find, among: Among): Extent[] {
  const told = toldIn(among, find)
  const points = chart.marks.flatMap(mark => {
    const figure = find(mark.figure)
    return mark.kind === 'point' && mark.painted && figure
      ? [{ figure, y: (mark.box.top + mark.box.bottom) / 2, ...told(figure) }]
      : []
  })
  const zeros = chart.marks.filter(({ kind, painted }) => kind === 'zero' && painted)
  const slopes = points.flatMap((one, index) =>
    points
      .slice(index + 1)
      .flatMap(other => (one.value === other.value ? [] : [(other.y - one.y) / (other.value - one.value)])),
  )
  // A line is drawn on whole pixels, points are not: they tell by themselves where their zero is.
  const lines = zeros.map(({ box: { top, bottom } }) => (top + bottom) / 2)
  const ground =
    slopes.length > 0 ? median(points.map(({ y, value }) => y - value * median(slopes))) : (lines.at(-1) ?? 0)
  // Of several panels, the nearest is theirs.
  const line = lines.sort((a, b) => Math.abs(a - ground) - Math.abs(b - ground))[0]
  return points.map(({ y, ...own }, index) => ({
    ...own,
    kind: 'point',
    measure: 'length',
    extent: ground - y,
    // Said once: it is the same for all.
    astray: index === 0 && line !== undefined ? line - ground : 0,
    across: 0,
    drawn: 'even',
    wanted: 'even',
  }))
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted.length === 0
    ? 0
    : (sorted[Math.floor((sorted.length - 1) / 2)]! + sorted[Math.ceil((sorted.length - 1) / 2)]!) / 2
}

/** Where steps begin and end, and how far each begins from where the one above it ends, or from zero. */
function stepsOf(
  marks: readonly Mark[],
  span: (mark: Mark) => Span,
): Map<Mark, { from: number; to: number; astray: number }> {
  let end = 0
  const steps = marks.filter(({ kind }) => kind === 'step').sort((a, b) => a.box.top - b.box.top)
  return new Map(
    steps.map(mark => {
      const { from: near, to: far } = span(mark)
      const [from, to] = Math.abs(near - end) <= Math.abs(far - end) ? [near, far] : [far, near]
      const astray = from - end
      end = to
      return [mark, { from, to, astray }]
    }),
  )
}

function lengthsOf(chart: ChartFacts, find: Find, among: Among): Extent[] {
  const span = axisOf(chart)
  if (!span) return []
  const painted = chart.marks.filter(mark => mark.painted)
  const spanOf = (mark: Mark): Span => {
    const { from, to, across } = span(mark)
    // Of what is hardly longer than the zero line is thick, both ends lie at it.
    const short = Math.max(Math.abs(from), Math.abs(to)) <= AT_END
    const backwards = short ? (find(mark.figure)?.value ?? 0) < 0 : Math.abs(from) > Math.abs(to)
    return backwards ? { from: to, to: from, across } : { from, to, across }
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
  const told = toldIn(among, find)
  /** Where a segment of a column begins: at the end of the one below it, or at zero. */
  const groundOf = (mark: Mark): number => {
    const { from } = span(mark)
    const below = painted.filter(
      other => other !== mark && other.kind === 'segment' && isAbove(mark, other) && span(other).from < from,
    )
    return Math.max(0, ...below.map(other => span(other).to))
  }
  const steps = stepsOf(painted, span)
  return painted.flatMap((mark): Extent[] => {
    const { kind } = mark
    const figure = find(mark.figure)
    if (!figure || !LENGTHS.test(kind)) return []
    const { from, across } = spanOf(mark)
    const own = { figure, kind, measure: 'length' as const, across, drawn: 'even' as const, wanted: 'even' as const }
    const wanted = ENDS[edgeOf(figure)]
    const goal = painted.find(other => other.kind === 'goal' && isBeside(mark, other))
    // A fall that was planned, and what came of it, is as long as what it falls by.
    const fallen = (find(goal?.figure ?? '')?.value ?? 0) < 0
    const row = goal && { row: goal.figure, ...(fallen && { value: -told(figure).value }) }
    if (kind === 'goal') {
      const { from: near, to: far } = span(mark)
      // What was planned is no bar: it lies behind one, and has no end but its line.
      return [{ ...own, ...told(figure), ...row, across: 0, extent: far - near, astray: near }]
    }
    if (kind === 'part') {
      const { from: near, to: far } = span(mark)
      const total = painted.find(each => /^(?:bar|base)$/.test(each.kind) && each.figure === figure.of)
      const astray = total ? far - endOf(total) : 0
      return [{ ...own, ...told(figure), extent: far - near, astray, drawn: endAt(near, figure.id), wanted }]
    }
    if (kind === 'segment') {
      const { from: near, to: far } = span(mark)
      return [{ ...own, ...told(figure), extent: far - near, astray: near - groundOf(mark), drawn: wanted, wanted }]
    }
    const step = steps.get(mark)
    if (step) {
      const { value, unit } = told(figure)
      const drawn = endAt(step.to, figure.id)
      return [{ ...own, ...step, value, unit: unitInSum(unit!), extent: step.to - step.from, drawn, wanted }]
    }
    const to = endOf(mark)
    const [extent, astray] = [to - from, kind === 'cut' ? 0 : from]
    if (kind === 'cut') return [{ ...own, value: Math.abs(figure.value), extent: Math.abs(extent), astray }]
    if (kind === 'whole' || kind === 'track') return [{ ...own, value: WHOLE, extent, astray }]
    const { value, unit } = told(figure)
    // Of a scale that no other chart shares; its label alone tells the qualifier.
    if (kind === 'own-bar') return [{ ...own, kind: 'bar', value, unit: unit!, row: '', extent, astray }]
    const inUnit = steps.size > 0 ? unitInSum(unit!) : unit!
    const measure = { value, unit: inUnit, ...row }
    return [{ ...own, kind: 'bar', ...measure, extent, astray, drawn: endAt(to, figure.id), wanted }]
  })
}

/** Pieces of rings. Where one begins behind another and not at the top, all are parts of one whole. */
function turnsOf({ marks }: ChartFacts, find: Find): Extent[] {
  const pieces = marks.flatMap(({ kind, figure: id, painted, turn }) => {
    const figure = find(id)
    return kind === 'arc' && painted && turn && figure ? [{ id, kind, figure, turn }] : []
  })
  // Of a turn, what is a little less than all of it is close to its beginning.
  const apart = (from: number, to: number): number => from - to - WHOLE * Math.round((from - to) / WHOLE)
  const closest = (from: number, places: readonly number[]): number =>
    places.map(to => apart(from, to)).reduce((best, each) => (Math.abs(each) < Math.abs(best) ? each : best))
  const isOne = pieces.length > 1 && pieces.some(({ turn }) => Math.abs(apart(turn.start, 0)) > 1)
  const sum = pieces.reduce((total, { figure }) => total + figure.value, 0)
  const scale = isOne ? Math.min(1, WHOLE / sum) : 1
  return pieces.map(({ id, kind, figure, turn }) => {
    const end = marks.find(mark => mark.figure === id && mark.painted && /^(?:ragged|tip)$/.test(mark.kind))?.kind
    const drawn: End = end === undefined ? 'even' : end === 'tip' ? 'hollow' : 'ragged'
    // A whole ring, and an empty one, have no end to draw.
    const wanted = figure.value > 0 && figure.value < WHOLE ? ENDS[edgeOf(figure)] : drawn
    const own = { figure, kind, measure: 'turn' as const, value: figure.value, scale, across: 0 }
    const others = pieces.filter(each => isOne && each.id !== id).map(each => each.turn.start + each.turn.share)
    return { ...own, extent: turn.share, astray: closest(turn.start, [0, ...others]), drawn, wanted }
  })
}

/** Slices of a pie: of the turn each takes its part of their sum. */
function slicesOf(chart: ChartFacts, find: Find): Extent[] {
  const told = toldIn(chart, find)
  const slices = chart.marks.flatMap(({ kind, figure: id, painted, turn }) => {
    const figure = find(id)
    return kind === 'slice' && painted && turn && figure ? [{ figure, turn, ...told(figure) }] : []
  })
  const whole = slices.reduce((total, { value }) => total + value, 0)
  return slices.map(({ figure, turn, value, unit }) => ({
    figure,
    kind: 'slice',
    measure: 'turn',
    value,
    unit: unit!,
    scale: WHOLE / whole,
    extent: Math.abs(turn.share),
    astray: 0,
    across: 0,
    drawn: 'even',
    wanted: 'even',
  }))
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

/**
 * All that a chart draws to a scale. What is not painted is left out.
 * @param among whose first unit of a base numbers are told in. Default: the chart itself
 */
export function extentsOf(chart: ChartFacts, find: Find, among: Among = chart): Extent[] {
  return [
    ...lengthsOf(chart, find, among),
    ...pointsOf(chart, find, among),
    ...turnsOf(chart, find),
    ...slicesOf(chart, find),
    ...cellsOf(chart, find),
    ...iconsOf(chart, find),
  ]
}
