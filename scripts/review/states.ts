import { stateOf, type Review, type ReviewState } from '../../model/review.ts'
import type { ReviewItem } from './items.ts'

/** What people call a state, and a sign whose shape tells it without colour. */
export const STATES: Readonly<Record<ReviewState, { name: string; sign: string }>> = {
  objected: { name: '有异议', sign: '✕' },
  changed: { name: '改过，重新确认', sign: '↻' },
  open: { name: '未确认', sign: '○' },
  one: { name: '一人确认', sign: '◐' },
  signed: { name: '两人确认', sign: '●' },
}

/** The states, what needs people most first. */
export const STATE_IDS = Object.keys(STATES) as ReviewState[]

/** How far a figure is. */
export function stateOfItem({ id, fingerprint }: Pick<ReviewItem, 'id' | 'fingerprint'>, review: Review): ReviewState {
  return stateOf(fingerprint, review[id])
}

/** How many of the figures that slides show there are, and how many of them are in each state. */
export function countStates(
  items: readonly ReviewItem[],
  review: Review,
): { all: number; states: { state: ReviewState; count: number }[] } {
  const shown = items.filter(item => item.shown)
  const states = Map.groupBy(shown, item => stateOfItem(item, review))
  return {
    all: shown.length,
    states: STATE_IDS.map(state => ({ state, count: states.get(state)?.length ?? 0 })),
  }
}
