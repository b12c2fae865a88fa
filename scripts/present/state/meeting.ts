import { randomUUID } from 'node:crypto'
import type { Command, Drawing, Pointer, Rejection } from '../../../components/present/protocol.ts'
import { isLater } from '../../../components/present/protocol.ts'
import { StaleVersion, type Backplane, type Kept, type MeetingState } from './backplane.ts'
import { asked, decide, initialState, resumed, release, type Actor } from './machine.ts'

/** What a meeting tells whoever streams it. */
export interface Listener {
  state: (state: MeetingState) => void
  draw: (drawing: Drawing) => void
  pointer: (pointer: Pointer) => void
}

export interface MeetingOptions {
  backplane: Backplane
  /** Number of slides. */
  pages: number
  /** Stamp of the audience's site. */
  site: string
  /** Milliseconds since 1970. */
  now: () => number
  /** Whether this server alone keeps the meeting, so that its start is a new epoch. */
  alone: boolean
}

/** How a command was answered. */
export type Outcome = { ok: true } | { ok: false; error: Rejection }

/** How often a change is tried again that another server was faster than. */
const ATTEMPTS = 50
/** How many answers of each device are remembered, for commands that come twice. */
const REMEMBERED = 64

/** A meeting as one server sees it: what is kept in the backplane, changed one command at a time. */
export class Meeting {
  readonly #options: MeetingOptions
  readonly #listeners = new Set<Listener>()
  readonly #drawings = new Map<number, string>()
  readonly #answers = new Map<string, Map<string, Promise<Outcome>>>()
  #kept: Kept
  #pointer: Pointer = null
  #queue: Promise<unknown> = Promise.resolve()
  #unwatch: () => Promise<void> = async () => {}

  private constructor(options: MeetingOptions, kept: Kept) {
    this.#options = options
    this.#kept = kept
  }

  /** Takes up the meeting that the backplane keeps, or begins one. */
  static async open(options: MeetingOptions): Promise<Meeting> {
    const { backplane, pages, site, now, alone } = options
    const meeting = new Meeting(
      options,
      await taken(backplane, alone, state =>
        state ? resumed(state, { pages, site, now: now() }) : initialState(now()),
      ),
    )
    for (const { page, svg } of await backplane.drawings()) meeting.#drawings.set(page, svg)
    meeting.#unwatch = await backplane.watch({
      state: kept => meeting.#take(kept),
      draw: drawing => meeting.#draw(drawing),
      pointer: pointer => {
        meeting.#pointer = pointer
        meeting.#listeners.forEach(listener => listener.pointer(pointer))
      },
    })
    return meeting
  }

  get state(): MeetingState {
    return this.#kept.state
  }

  get site(): string {
    return this.#options.site
  }

  get pages(): number {
    return this.#options.pages
  }

  get pointer(): Pointer {
    return this.#pointer
  }

  /** What is drawn on a slide; null where nothing is. */
  drawing(page: number): Drawing | null {
    const svg = this.#drawings.get(page)
    return svg ? { page, svg } : null
  }

  health(): { ok: boolean; reason?: string } {
    return this.#options.backplane.health()
  }

  /** @returns what ends it */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Carries out a paired device's command, after those that came before it. */
  command(command: Command, actor: Actor): Promise<Outcome> {
    // A question's `id` is its own; sorting it twice is sorting it once.
    if (command.id === undefined || command.type === 'question')
      return this.#enqueue(() => this.#carryOut(command, actor))
    const answers = this.#answers.get(actor.id) ?? new Map<string, Promise<Outcome>>()
    this.#answers.set(actor.id, answers)
    const earlier = answers.get(command.id)
    if (earlier) return earlier
    const answer = this.#enqueue(() => this.#carryOut(command, actor))
    answers.set(command.id, answer)
    // What was not done is to be tried again under the same name.
    const forget = (): unknown => answers.get(command.id!) === answer && answers.delete(command.id!)
    answer.then(outcome => !outcome.ok && outcome.error === 'unavailable' && forget(), forget)
    if (answers.size > REMEMBERED) answers.delete(answers.keys().next().value!)
    return answer
  }

  /** Takes up a question of the audience. @returns `stale` where none is taken */
  ask(text: string): Promise<Outcome> {
    const question = { id: randomUUID(), text, at: this.#options.now(), status: 'new' } as const
    return this.#enqueue(() =>
      this.#change(state => {
        const next = asked(state, question)
        return next ? { state: next } : { rejected: 'stale' }
      }),
    )
  }

  /** A device is no longer paired: it releases presenter control. */
  forget(device: string): Promise<void> {
    this.#answers.delete(device)
    return this.#enqueue(() => this.#change(state => ({ state: release(state, device) }))).then(() => {})
  }

  async close(): Promise<void> {
    await this.#unwatch()
    await this.#queue
    await this.#options.backplane.close()
  }

  async #carryOut(command: Command, actor: Actor): Promise<Outcome> {
    if (command.until !== undefined && command.until < this.#options.now()) return { ok: false, error: 'stale' }
    const { backplane, pages, site, now } = this.#options
    const outcome = await this.#change(state => decide(state, command, actor, { pages, site, now: now() }))
    if (!outcome.ok) return outcome
    if (command.type === 'pointer') backplane.point(command.pointer)
    if (command.type === 'draw') await backplane.draw({ page: command.page, svg: command.svg })
    return outcome
  }

  async #change(
    decideOn: (state: MeetingState) => { state: MeetingState } | { rejected: Rejection },
  ): Promise<Outcome> {
    const { backplane } = this.#options
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const { state, version } = this.#kept
      const verdict = decideOn(state)
      if ('rejected' in verdict) return { ok: false, error: verdict.rejected }
      if (verdict.state === state) return { ok: true }
      try {
        this.#take({ state: verdict.state, version: await backplane.write(verdict.state, version) })
        return { ok: true }
      } catch (error) {
        if (!(error instanceof StaleVersion)) return { ok: false, error: 'unavailable' }
        const kept = await backplane.read().catch(() => undefined)
        if (kept) this.#take(kept)
      }
    }
    return { ok: false, error: 'unavailable' }
  }

  /**
   * What others and we ourselves have written comes back from the backplane: each state once, and never an older one.
   */
  #take(kept: Kept): void {
    if (!isLater(kept.state, this.#kept.state)) {
      if (kept.version > this.#kept.version) this.#kept = { ...this.#kept, version: kept.version }
      return
    }
    const before = this.#kept.state
    this.#kept = kept
    this.#listeners.forEach(listener => listener.state(kept.state))
    const drawing = kept.state.page === before.page ? null : this.drawing(kept.state.page)
    if (drawing) this.#listeners.forEach(listener => listener.draw(drawing))
  }

  #draw(drawing: Drawing): void {
    if (drawing.svg) this.#drawings.set(drawing.page, drawing.svg)
    else this.#drawings.delete(drawing.page)
    if (drawing.page === this.state.page) this.#listeners.forEach(listener => listener.draw(drawing))
  }

  /** One after another, whatever became of the one before. */
  #enqueue<Result>(work: () => Promise<Result>): Promise<Result> {
    const done = this.#queue.then(work)
    this.#queue = done.catch(() => {})
    return done
  }
}

/** The kept state, begun anew where there is none or this server is the only one. */
async function taken(
  backplane: Backplane,
  alone: boolean,
  begin: (state: MeetingState | undefined) => MeetingState,
): Promise<Kept> {
  for (let attempt = 1; ; attempt += 1) {
    const kept = await backplane.read()
    if (kept && !alone) return kept
    const state = begin(kept?.state)
    try {
      return { state, version: await backplane.write(state, kept?.version) }
    } catch (error) {
      // Two servers began at the same moment.
      if (!(error instanceof StaleVersion) || attempt === ATTEMPTS) throw error
    }
  }
}
