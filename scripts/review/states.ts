import type { ReviewState } from '../../model/review.ts'

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
