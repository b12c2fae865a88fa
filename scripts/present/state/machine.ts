import { mayDrive, type Command, type Rejection } from '../../../components/present/protocol.ts'
import type { MeetingState } from './backplane.ts'

/** The paired device that a command comes from. */
export interface Actor {
  id: string
  name: string
}

export interface Circumstances {
  /** Number of slides. */
  pages: number
  /** Milliseconds since 1970. */
  now: number
}

/** What a command makes of a state: the same object where nothing changes. */
export type Verdict = { state: MeetingState } | { rejected: Rejection }

/** A meeting that nobody has touched yet. */
export function initialState(now: number): MeetingState {
  return {
    epoch: now,
    rev: 1,
    page: 1,
    clicks: 0,
    blank: false,
    driver: null,
    timer: { status: 'stopped', elapsed: 0, since: now },
    totals: [],
  }
}

/**
 * The state of an earlier run, taken up again: at the same slide, with an epoch of its own.
 * @param pages how many slides there are now
 */
export function resumed(state: MeetingState, { pages, now }: Circumstances): MeetingState {
  const page = Math.min(state.page, pages)
  return {
    ...state,
    epoch: Math.max(state.epoch + 1, now),
    rev: state.rev + 1,
    page,
    clicks: page === state.page ? state.clicks : 0,
    totals: state.totals.slice(0, pages),
  }
}

/**
 * Decides on a command. Whoever acts first while nobody has control acquires it; after that the others have to `take`
 * it over first. A command that changes nothing is accepted and costs no revision.
 */
export function decide(state: MeetingState, command: Command, actor: Actor, at: Circumstances): Verdict {
  if (command.type === 'totals')
    return { state: changed(state, { totals: counted(state.totals, command.totals.slice(0, at.pages)) }) }
  if (command.type === 'take') return { state: acquire(state, actor) }
  if (!mayDrive(state, actor.id)) return { rejected: 'not-driver' }
  if (command.type === 'release') return { state: release(state, actor.id) }
  if ('expectRev' in command && command.expectRev !== undefined && command.expectRev !== state.rev)
    return { rejected: 'stale' }
  const move = moved(state, command, at)
  return move
    ? { state: changed(state, { ...move, driver: { id: actor.id, name: actor.name } }) }
    : { rejected: 'malformed' }
}

/** The state without presenter control, if the device has it. */
export function release(state: MeetingState, device: string): MeetingState {
  return state.driver?.id === device ? changed(state, { driver: null }) : state
}

function moved(
  state: MeetingState,
  command: Command,
  { pages, now }: Circumstances,
): Partial<MeetingState> | undefined {
  const { page, clicks, totals } = state
  switch (command.type) {
    case 'next':
      if (clicks < (totals[page - 1] ?? 0)) return { clicks: clicks + 1 }
      return page < pages ? { page: page + 1, clicks: 0 } : {}
    case 'prev':
      if (clicks > 0) return { clicks: clicks - 1 }
      return page > 1 ? { page: page - 1, clicks: totals[page - 2] ?? 0 } : {}
    case 'goto':
      return command.page <= pages
        ? { page: command.page, clicks: Math.min(command.clicks ?? 0, totals[command.page - 1] ?? Infinity) }
        : undefined
    case 'blank':
      return { blank: command.on }
    case 'timer':
      return { timer: { status: command.status, elapsed: command.elapsed, since: now } }
    case 'draw':
      return command.page <= pages ? {} : undefined
    default:
      return {}
  }
}

/** What is counted anew counts; what is not stays as it was. */
function counted(known: MeetingState['totals'], given: MeetingState['totals']): MeetingState['totals'] {
  return Array.from(
    { length: Math.max(known.length, given.length) },
    (_, index) => given[index] ?? known[index] ?? null,
  )
}

/** The state with presenter control given to a device. */
function acquire(state: MeetingState, { id, name }: Actor): MeetingState {
  return state.driver?.id === id ? state : changed(state, { driver: { id, name } })
}

/** With the next revision where anything differs. */
function changed(state: MeetingState, change: Partial<MeetingState>): MeetingState {
  const next = { ...state, ...change }
  return JSON.stringify(next) === JSON.stringify(state) ? state : { ...next, rev: state.rev + 1 }
}
