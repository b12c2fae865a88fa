import { LIMITS, mayDrive, type Command, type Question, type Rejection } from '../../../components/present/protocol.ts'
import { withPage } from '../../../components/present/reachable.ts'
import type { MeetingState } from './backplane.ts'

/** The paired device that a command comes from. */
export interface Actor {
  id: string
  name: string
}

export interface Circumstances {
  /** Number of slides. */
  pages: number
  /** Stamp of the audience's site. */
  site: string
  /** Milliseconds since 1970. */
  now: number
}

/** What a command makes of a state: the same object where nothing changes. */
export type Verdict = { state: MeetingState } | { rejected: Rejection }

/** What of a deck is shown at first. */
const FIRST = '1'

/** A meeting that nobody has touched yet. */
export function initialState(now: number): MeetingState {
  return {
    epoch: now,
    rev: 1,
    page: 1,
    clicks: 0,
    screen: 'slides',
    browse: true,
    shown: FIRST,
    site: '',
    asking: false,
    questions: [],
    driver: null,
    timer: { status: 'stopped', elapsed: 0, since: now },
    totals: [],
  }
}

/** The state of an earlier run, taken up again: at the same slide, with an epoch of its own. */
export function resumed(state: MeetingState, at: Circumstances): MeetingState {
  const page = Math.min(state.page, at.pages)
  const next = {
    ...state,
    epoch: Math.max(state.epoch + 1, at.now),
    rev: state.rev + 1,
    page,
    clicks: page === state.page ? state.clicks : 0,
    totals: state.totals.slice(0, at.pages),
  }
  return { ...next, ...seen(next, at.site) }
}

/**
 * The slides that were shown so far, as ranges: the one where the deck stands is, unless the screens are covered. They
 * are known by number, and the numbers of another deck say nothing: there it is as at first.
 * @param site stamp of the site of the audience whose slides are asked for
 */
export function shownOf({ shown, site: noted, page, screen }: MeetingState, site: string): string {
  const before = noted === site ? shown : FIRST
  return screen === 'slides' ? withPage(before, page) : before
}

/** What is noted of the slide where the deck stands. */
function seen(state: MeetingState, site: string): Pick<MeetingState, 'shown' | 'site'> {
  return { shown: shownOf(state, site), site }
}

/**
 * Decides on a command. Whoever acts first while nobody has control acquires it; after that the others have to `take`
 * it over first. A command that changes nothing is accepted and costs no revision.
 */
export function decide(state: MeetingState, command: Command, actor: Actor, at: Circumstances): Verdict {
  if (command.type === 'totals')
    return { state: changed(state, { totals: counted(state.totals, command.totals.slice(0, at.pages)) }) }
  if (command.type === 'take') return { state: acquire(state, actor) }
  if (command.type === 'question') {
    const questions = sorted(state.questions, command)
    return questions ? { state: changed(state, { questions }) } : { rejected: 'malformed' }
  }
  if (!mayDrive(state, actor.id)) return { rejected: 'not-driver' }
  if (command.type === 'release') return { state: release(state, actor.id) }
  if ('expectRev' in command && command.expectRev !== undefined && command.expectRev !== state.rev)
    return { rejected: 'stale' }
  const move = moved(state, command, at)
  if (!move) return { rejected: 'malformed' }
  const driver = { id: actor.id, name: actor.name }
  return { state: changed(state, { ...move, ...seen({ ...state, ...move }, at.site), driver }) }
}

/** The state without presenter control, if the device has it. */
export function release(state: MeetingState, device: string): MeetingState {
  return state.driver?.id === device ? changed(state, { driver: null }) : state
}

/**
 * The state with one more question; undefined where none is taken. Of too many the oldest goes that is answered, else
 * the oldest that is not on the screen.
 */
export function asked(state: MeetingState, question: Question): MeetingState | undefined {
  if (!state.asking) return undefined
  const questions = [...state.questions, question]
  if (questions.length > LIMITS.questions) {
    const answered = questions.findIndex(({ status }) => status === 'done')
    questions.splice(answered < 0 ? questions.findIndex(({ status }) => status !== 'shown') : answered, 1)
  }
  return changed(state, { questions })
}

/** What a command of the device that drives changes; undefined where it cannot be done. */
function moved(state: MeetingState, command: Command, at: Circumstances): Partial<MeetingState> | undefined {
  switch (command.type) {
    case 'next':
    case 'prev':
    case 'goto': {
      const place = placeAfter(state, command, at.pages)
      return place && turned(state, place, at.now)
    }
    case 'screen':
      return { screen: command.screen }
    case 'browse':
      return { browse: command.on }
    case 'asking':
      return { asking: command.on }
    case 'timer':
      return { timer: timerAs(command.status, state, at.now) }
    case 'draw':
      return command.page <= at.pages ? {} : undefined
    default:
      return {}
  }
}

type Place = Pick<MeetingState, 'page' | 'clicks'>

function placeAfter(
  { page, clicks, totals }: MeetingState,
  command: Extract<Command, { type: 'next' | 'prev' | 'goto' }>,
  pages: number,
): Place | undefined {
  if (command.type === 'goto') {
    if (command.page > pages) return undefined
    return { page: command.page, clicks: Math.min(command.clicks ?? 0, totals[command.page - 1] ?? Infinity) }
  }
  if (command.type === 'next') {
    if (clicks < (totals[page - 1] ?? 0)) return { page, clicks: clicks + 1 }
    return page < pages ? { page: page + 1, clicks: 0 } : { page, clicks }
  }
  if (clicks > 0) return { page, clicks: clicks - 1 }
  return page > 1 ? { page: page - 1, clicks: totals[page - 2] ?? 0 } : { page, clicks }
}

/** A turn to a place: the first one starts the clock. */
function turned(state: MeetingState, place: Place, now: number): Partial<MeetingState> {
  const moves = place.page !== state.page || place.clicks !== state.clicks
  const starts = moves && state.timer.status === 'stopped'
  return {
    ...place,
    ...(starts && { timer: timerAs('running', state, now) }),
  }
}

/** The clock, started, halted or put back to 0; one that has the status already goes on as it is. */
function timerAs(status: MeetingState['timer']['status'], { timer }: MeetingState, now: number): MeetingState['timer'] {
  if (status === timer.status) return timer
  return { status, elapsed: status === 'stopped' ? 0 : elapsedOf(timer, now), since: now }
}

/** Milliseconds that a clock shows. */
export function elapsedOf({ status, elapsed, since }: MeetingState['timer'], now: number): number {
  return elapsed + (status === 'running' ? Math.max(0, now - since) : 0)
}

/** Questions with one of them sorted; undefined where it is not there. At most one is shown. */
function sorted(
  questions: readonly Question[],
  { question: id, status }: Extract<Command, { type: 'question' }>,
): Question[] | undefined {
  if (!questions.some(question => question.id === id)) return undefined
  if (status === 'removed') return questions.filter(question => question.id !== id)
  return questions.map(question => {
    if (question.id === id) return { ...question, status }
    return status === 'shown' && question.status === 'shown' ? { ...question, status: 'done' } : question
  })
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
