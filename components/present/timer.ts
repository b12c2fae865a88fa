import type { SharedState } from '@slidev/client'
import type { Timer } from './protocol.ts'

/** Milliseconds by which two clocks may differ without anybody having touched one. */
const DRIFT = 1_500

/** Slidev's clock, as the server keeps it. */
export function timerOf({ status, startedAt, pausedAt }: SharedState['timer'], now: number): Timer {
  const elapsed = status === 'stopped' || !startedAt ? 0 : (status === 'paused' ? pausedAt : now) - startedAt
  return { status, elapsed: Math.max(0, elapsed) }
}

/** The server's clock, as Slidev keeps it. */
export function slidevTimer({ status, elapsed }: Timer, now: number): SharedState['timer'] {
  return status === 'stopped'
    ? { status, slides: {}, startedAt: 0, pausedAt: 0 }
    : { status, slides: {}, startedAt: now - elapsed, pausedAt: status === 'paused' ? now : 0 }
}

export function isSameTimer(a: Timer, b: Timer): boolean {
  return a.status === b.status && (a.status === 'stopped' || Math.abs(a.elapsed - b.elapsed) < DRIFT)
}
