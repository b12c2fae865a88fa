import type { Beat, Drawing, Pointer, PublicState } from './protocol.ts'

/** Whether the server is heard; `since` is when it was heard last. */
export type Line = { connected: true } | { connected: false; since: number }

export interface StreamHandlers<State extends PublicState = PublicState> {
  /** A state that is no older than those before it. */
  state: (state: State) => void
  pointer: (pointer: Pointer) => void
  draw: (drawing: Drawing) => void
  line: (line: Line) => void
  /** The server has been heard, if only by a beat. */
  heard?: () => void
  beat?: (beat: Beat) => void
  /**
   * The server does not know this device any more; nothing is asked of it again. Without it, such an answer is a
   * failure like others.
   */
  rejected?: () => void
}
