import type { Target } from './follower.ts'

/** What the bench asks of a process that holds followers. */
export type Order =
  /** Opens followers, each at the next of `targets`; when they are cut off they come back to the one after it. */
  | { type: 'open'; count: number; targets: Target[] }
  /** Cuts all off in one moment; they come back as pages do, which wait a little, each as long as chance has it. */
  | { type: 'reopen' }
  /** From here on every arrival is noted. */
  | { type: 'begin' }
  /** What arrived of the states that were sent, by revision and time. */
  | { type: 'end'; sent: [rev: number, at: number][] }
  /** From here on it is noted when each follower has a state that is later than this one. */
  | { type: 'mark'; epoch: number; rev: number }
  | { type: 'recovered' }
  | { type: 'close' }

export interface Opened {
  /** How many have a state. */
  open: number
  /** Milliseconds from connecting to the first state. */
  joins: Float64Array
}

export interface Arrivals {
  /** Milliseconds from sending to arrival, of every state at every follower. */
  latencies: Float32Array
  /** How many did not arrive. */
  lost: number
  /** How many came with a lower revision than one before. */
  back: number
  /** Longest time in which a follower heard no state, in milliseconds. */
  gap: number
}

export interface Recovered {
  /** When each follower that has it got a state later than the marked one. */
  times: Float64Array
  waiting: number
  pages: number[]
  back: number
}

export type Answer = Opened | Arrivals | Recovered | { done: true }
