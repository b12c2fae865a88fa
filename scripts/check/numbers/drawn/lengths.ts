import { OUTLINE } from '../../../../components/charts/elements.ts'
import { edgeOf, type Edge } from '../../../../components/charts/qualifier-edge.ts'
import { WHOLE } from '../../../../components/charts/structural.ts'
import type { Figure } from '../../../../model/figure.ts'
import type { ChartFacts, Mark, Point } from '../facts.ts'

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
  drawn: 'even' | 'ragged' | 'tipped'
  wanted: 'even' | 'ragged' | 'tipped'
  /** Along which the scale runs. */
  axis: 'x' | 'y'
}

/** Px by which the outlines of tips and of what is cut lie inside of what they outline. */
const INSET = 1
/** Px within which an end is even. */
const EVEN = 0.5

const WANTED: Readonly<Record<Edge, Length['wanted']>> = {
  flat: 'even',
  saw: 'ragged',
  wave: 'ragged',
  dashed: 'tipped',
}

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

/**
 * Where a filled bar begins and where its value is. It is drawn from its beginning along its end and back, so its first
 * corner and its last lie at the beginning. The valleys of saw teeth are the value, and the middle of a wave.
 */
export function barEnds(along: readonly number[], edge: Edge): { from: number; to: number; ragged: boolean } {
  const from = along[0] ?? 0
  const end = along.slice(1, -1)
  const [least, most] = [Math.min(...end), Math.max(...end)]
  const near = Math.abs(least - from) < Math.abs(most - from) ? least : most
  return { from, to: edge === 'wave' ? (least + most) / 2 : near, ragged: most - least > EVEN }
}

function filled(
  mark: Mark,
  figure: Figure,
  { marks }: ChartFacts,
  zero: Zero,
): Pick<Length, 'from' | 'to' | 'drawn' | 'wanted'> {
  const edge = mark.kind === 'whole' ? 'flat' : edgeOf(figure)
  const along = mark.points.map(([x, y]: Point) => (zero.axis === 'x' ? x - zero.at : zero.at - y))
  const { from, to, ragged } = barEnds(along, edge)
  const tip = marks.find(({ kind, figure: id, painted }) => kind === 'tip' && id === figure.id && painted)
  const drawn = ragged ? 'ragged' : tip ? 'tipped' : 'even'
  if (!tip) return { from, to, drawn, wanted: WANTED[edge] }
  const [least, most] = span(tip, zero)
  // The hollow tip ends at the value, away from where the bar begins.
  return { from, to: most > from ? most + INSET : least - INSET, drawn, wanted: WANTED[edge] }
}

/** All lengths that a chart draws. Marks that are not painted are left out. */
export function lengthsOf(chart: ChartFacts, findFigure: (id: string) => Figure | undefined): Length[] {
  const zero = zeroOf(chart)
  if (!zero) return []
  return chart.marks
    .filter(({ painted, points }) => painted && points.length > 2)
    .flatMap((mark): Length[] => {
      const { kind } = mark
      const figure = findFigure(mark.figure)
      if (!figure || !/^(?:bar|part|whole|track|cut)$/.test(kind)) return []
      const common = {
        figure,
        kind,
        axis: zero.axis,
        value: kind === 'whole' || kind === 'track' ? WHOLE : figure.value,
      }
      const even = { drawn: 'even', wanted: 'even' } as const
      const [least, most] = span(mark, zero)
      if (kind === 'track') return [{ ...common, ...even, from: least - OUTLINE / 2, to: most + OUTLINE / 2 }]
      if (kind === 'cut') return [{ ...common, ...even, from: least, to: most + INSET }]
      return [{ ...common, ...filled(mark, figure, chart, zero) }]
    })
}
