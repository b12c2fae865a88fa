import type { Figure } from '../../model/figure.ts'
import { inBase } from '../../model/units.ts'
import { boundOf, type Bound } from '../../model/qualifiers.ts'

/**
 * How a bar ends: `flat` at an exact value, `saw` open beyond a lower bound, `wave` around an approximation,
 * `dashed` with a hollow tip below an upper bound. Shape, not colour, so it survives black-and-white print.
 */
export type Edge = 'flat' | 'saw' | 'wave' | 'dashed'

const EDGE_OF_BOUND: Record<Bound, Edge> = { least: 'saw', about: 'wave', most: 'dashed' }

/** Width in px of the outlines of what is empty, within which ECharts draws it: of tracks, and of what was cut. */
export const OUTLINE = { track: 1.5, cut: 2.5 } as const

/** The edge that a figure's qualifier asks for. */
export function edgeOf({ qualifier }: Pick<Figure, 'qualifier'>): Edge {
  const bound = boundOf(qualifier)
  return bound === undefined ? 'flat' : EDGE_OF_BOUND[bound]
}

const MEANING: Record<Edge, string> = {
  flat: '',
  saw: '锯齿边：实际大于所标数',
  wave: '波浪边：约数',
  dashed: '虚线端：实际小于所标数',
}

/** The line that explains the edges of a chart, in a chart's own words where it has any; empty where all are exact. */
export function edgeNote(edges: readonly Edge[], words: Partial<Record<Edge, string>> = {}): string {
  return [...new Set(edges)]
    .map(edge => words[edge] ?? MEANING[edge])
    .filter(Boolean)
    .join('　')
}

/**
 * Whether the figures' true values are certain to stand in this order, largest first, their qualifiers considered:
 * 1000余 before 990 is, 990 before 980余 is not.
 */
export function isCertainOrder(figures: readonly Figure[]): boolean {
  return figures.every((figure, index) => {
    const next = figures[index + 1]
    const upper = edgeOf(figure) === 'flat' || edgeOf(figure) === 'saw'
    return !next || (inBase(figure) > inBase(next) && upper && (edgeOf(next) === 'flat' || edgeOf(next) === 'dashed'))
  })
}
