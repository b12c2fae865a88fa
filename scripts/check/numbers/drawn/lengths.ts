import { edgeOf, OUTLINE, type Edge } from '../../../../components/charts/edges.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import type { Figure } from '../../../../model/figure.ts'
import type { ChartFacts, Mark } from '../facts.ts'

/** A length that stands for a number, measured along its scale: to the right, or upwards. */
export interface Length {
  figure: Figure
  kind: string
  /** What it stands for: the figure's value, or 100 for a whole. */
  value: number
  /** Px of the window from the zero line. */
  from: number
  to: number
  /** How its end is drawn, and how the figure's qualifier wants it. */
  drawn: End
  wanted: End
  /** Along which the scale runs. */
  axis: 'x' | 'y'
}

/** Teeth and waves are ragged, a hollow tip is tipped. */
type End = 'even' | 'ragged' | 'tipped'

/** Px by which the drawing of an end may miss the end itself. */
const AT_END = 2

const WANTED: Readonly<Record<Edge, End>> = { flat: 'even', saw: 'ragged', wave: 'ragged', dashed: 'tipped' }

interface Zero {
  axis: 'x' | 'y'
  at: number
}

function zeroOf({ marks }: ChartFacts): Zero | undefined {
  const box = marks.find(({ kind, painted }) => kind === 'zero' && painted)?.box
  if (!box) return undefined
  return box.right - box.left < box.bottom - box.top
    ? { axis: 'x', at: (box.left + box.right) / 2 }
    : { axis: 'y', at: (box.top + box.bottom) / 2 }
}

function span({ box }: Mark, { axis, at }: Zero): [least: number, most: number] {
  return axis === 'x' ? [box.left - at, box.right - at] : [at - box.bottom, at - box.top]
}

/** Where a bar begins and ends. A part of a total begins at its end. */
function endsOf(mark: Mark, zero: Zero): { from: number; to: number } {
  const outline = mark.kind === 'track' || mark.kind === 'cut' ? OUTLINE[mark.kind] / 2 : 0
  const [least, most] = span(mark, zero).map((end, index) => end + (index ? outline : -outline)) as [number, number]
  const backwards = mark.kind === 'part' || Math.abs(least) > Math.abs(most)
  return backwards ? { from: most, to: least } : { from: least, to: most }
}

/** What is drawn over the even end of a bar that is not exact. */
function endAt(to: number, figure: Figure, { marks }: ChartFacts, zero: Zero): End {
  const end = marks.find(mark => {
    const [least, most] = span(mark, zero)
    const isEnd = mark.kind === 'ragged' || mark.kind === 'tip'
    return isEnd && mark.figure === figure.id && mark.painted && least - AT_END <= to && to <= most + AT_END
  })
  return end === undefined ? 'even' : end.kind === 'tip' ? 'tipped' : 'ragged'
}

/** All lengths that a chart draws. Marks that are not painted are left out. */
export function lengthsOf(chart: ChartFacts, findFigure: (id: string) => Figure | undefined): Length[] {
  const zero = zeroOf(chart)
  if (!zero) return []
  const painted = chart.marks.filter(mark => mark.painted && mark.points.length > 2)
  return painted.flatMap((mark): Length[] => {
    const { kind } = mark
    const figure = findFigure(mark.figure)
    if (!figure || !/^(?:bar|part|base|whole|track|cut)$/.test(kind)) return []
    const common = { figure, kind, axis: zero.axis }
    const ends = endsOf(mark, zero)
    if (kind === 'whole' || kind === 'track')
      return [{ ...common, ...ends, value: WHOLE, drawn: 'even', wanted: 'even' }]
    if (kind === 'cut') return [{ ...common, ...ends, value: figure.value, drawn: 'even', wanted: 'even' }]
    const wanted = WANTED[edgeOf(figure)]
    if (kind !== 'base') {
      return [{ ...common, ...ends, value: figure.value, drawn: endAt(ends.to, figure, chart, zero), wanted }]
    }
    // A total is what was there before, and the part behind it.
    const part = painted.find(each => each.kind === 'part' && findFigure(each.figure)?.of === figure.id)
    const { from, to: border } = part ? endsOf(part, zero) : { from: 0, to: 0 }
    const to = ends.to + from - border
    return [
      {
        ...common,
        kind: 'bar',
        from: ends.from,
        to,
        value: figure.value,
        drawn: endAt(to, figure, chart, zero),
        wanted,
      },
    ]
  })
}
