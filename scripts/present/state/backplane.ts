import type { Drawing, Pointer } from '../../../components/present/protocol.ts'
import type { MeetingState } from './kept.ts'

export type { MeetingState }

/** A kept state and what names this very version of it. */
export interface Kept {
  state: MeetingState
  /** Of the backplane, not of the meeting: what the next write has to name. */
  version: number
}

/** What a backplane tells its watcher; `state` comes with every change, those written here included. */
export interface Watcher {
  state: (kept: Kept) => void
  draw: (drawing: Drawing) => void
  pointer: (pointer: Pointer) => void
}

/** The state was changed by somebody else in between. */
export class StaleVersion extends Error {
  override readonly name = 'StaleVersion'
}

/**
 * Keeps the state of a meeting, and tells every server of it what changes. Within one server it is a file; where
 * several share the meeting, a NATS bucket.
 */
export interface Backplane {
  /** The state as it is kept; undefined before the first write. */
  read: () => Promise<Kept | undefined>
  /**
   * Keeps a state in the place of `version`, undefined for the first. @returns its version
   * @throws StaleVersion where another one is there
   */
  write: (state: MeetingState, version: number | undefined) => Promise<number>
  drawings: () => Promise<Drawing[]>
  draw: (drawing: Drawing) => Promise<void>
  /** Passes a pointer on; it is not kept. */
  point: (pointer: Pointer) => void
  /** @returns what ends the watch */
  watch: (watcher: Watcher) => Promise<() => Promise<void>>
  /** Whether changes of others arrive at present, and why not. */
  health: () => { ok: boolean; reason?: string }
  close: () => Promise<void>
}
