import type { Beat, Events, PublicState, Snapshot } from './protocol.ts'
import { backoff } from './backoff.ts'
import { isLater, LIMITS } from './protocol.ts'
import { Steadiness } from './steadiness.ts'
import { Timers } from './timers.ts'
import type { Source, StreamEffects } from './stream-effects.ts'
import type { StreamHandlers } from './stream-handlers.ts'

export interface StreamOptions {
  /** Address of the events. */
  events: string
  /** Address of the snapshot, for what cannot keep a stream open. */
  snapshot: string
}

/** Times in milliseconds; of two it is one between them. */
export const STREAM = {
  /** Without a sign after which a stream is taken for dead. */
  silence: LIMITS.sign,
  /** Between two questions, where there is no stream, or none that has proven to be timely. */
  poll: [2_000, 2_500],
  /** Without a sign after which a stream has to prove that anew. */
  late: [LIMITS.beat + 1_000, LIMITS.beat + 1_500],
  /** For an answer to such a question. */
  answer: 5_000,
  /** After which a stream is tried again where questions are answered and streams are not. */
  retry: 30_000,
  /** Failures in a row after which questions are asked instead. */
  failures: 2,
  /** Without a sign after which a tab that wakes opens its stream anew. */
  stale: 1.5 * LIMITS.beat,
  /** Within which those that missed a state ask for it. */
  spread: 500,
} as const

export interface Stream {
  /** Opens the line anew at once. */
  reopen: () => void
  /** Gives the line up until the tab wakes. */
  rest: () => void
  close: () => void
}

/**
 * Follows a meeting: Server-Sent Events, opened anew by ourselves, since browsers come back all at the same time, or
 * never; and questions every other second for as long as no stream has proven to bring everything in time. It goes on
 * for as long as it is not closed.
 */
export function openStream<State extends PublicState>(
  { events, snapshot }: StreamOptions,
  handlers: StreamHandlers<State>,
  effects: StreamEffects,
): Stream {
  let source: Source | undefined
  let closed = false
  let last: Beat | undefined
  let heardAt = effects.now()
  let answeredAt = -Infinity
  let connected: boolean | undefined
  /** Streams in a row that brought nothing. */
  let failures = 0
  /** Questions in a row without an answer. */
  let unanswered = 0
  let lastTry = -Infinity
  /** Counts times of rest, so that a question that was under way then ends without effect. */
  let round = 0
  const steadiness = new Steadiness({ gap: STREAM.late[0], proof: 800, prompt: 1_000 })
  const timers = new Timers<'watchdog' | 'next' | 'question' | 'catch-up'>(effects)

  function heard(): void {
    heardAt = effects.now()
    handlers.heard?.()
    if (connected) return
    connected = true
    handlers.line({ connected })
  }

  function lost(): void {
    if (connected === false) return
    connected = false
    handlers.line({ connected, since: heardAt })
  }

  function accept(state: State): void {
    if (last && isLater(last, state)) return
    last = { epoch: state.epoch, rev: state.rev }
    handlers.state(state)
  }

  const receive: { [Name in keyof Events]: (data: Events[Name]) => void } = {
    state: state => accept(state as State),
    pointer: handlers.pointer,
    draw: handlers.draw,
    beat(beat) {
      handlers.beat?.(beat)
      // An event has been lost on the way.
      if (isLater(beat, last) && !timers.has('catch-up'))
        timers.after('catch-up', [0, STREAM.spread], () => void ask().catch(() => {}))
    },
  }

  async function ask(): Promise<void> {
    const abort = typeof AbortController === 'undefined' ? undefined : new AbortController()
    const timer = effects.setTimeout(() => abort?.abort(), STREAM.answer)
    try {
      const response = await effects.fetch(snapshot, { signal: abort?.signal })
      if (closed) return
      // Any other rejection, and any that is told to the audience, is a portal's or proxy's, and passes.
      if (response.status === 401 && handlers.rejected) return reject()
      if (!response.ok) throw new Error(String(response.status))
      const { state, pointer, draw } = (await response.json()) as Snapshot
      if (closed) return
      answeredAt = effects.now()
      heard()
      accept(state as State)
      handlers.pointer(pointer)
      handlers.draw(draw ?? { page: state.page, svg: '' })
    } finally {
      effects.clearTimeout(timer as never)
    }
  }

  function reject(): void {
    close()
    lost()
    handlers.rejected?.()
  }

  /** What is known now is true: it has to be asked for only where nothing tells what changes. */
  function questionLater(): void {
    timers.after('question', steadiness.isSteady(effects.now()) ? STREAM.late : STREAM.poll, () => void question())
  }

  async function question(): Promise<void> {
    const own = round
    try {
      await ask()
      if (own !== round) return
      unanswered = 0
      questionLater()
      // Whoever was away with the server finds it back; whoever cannot have a stream asks on.
      const pause = failures > STREAM.failures ? STREAM.retry : 0
      if (!source && effects.open && !timers.has('next') && effects.now() - lastTry > pause) connect()
    } catch {
      if (own !== round) return
      if (source) return questionLater()
      lost()
      // The server itself is away: its streams may be as good as ever when it is back.
      failures = Math.min(failures, STREAM.failures)
      unanswered += 1
      timers.after('question', backoff(unanswered, effects.random()), () => void question())
    }
  }

  function connect(): void {
    timers.stop('next')
    source?.close()
    source = undefined
    if (!effects.open) return void question()
    lastTry = effects.now()
    steadiness.open(lastTry)
    if (!timers.has('question')) questionLater()
    const own = (source = effects.open(events))
    let isNew = true
    // A stream that never opens nor fails is found by its silence.
    timers.after('watchdog', STREAM.silence, fail)
    for (const name of Object.keys(receive) as (keyof Events)[]) {
      own.addEventListener(name, ({ data }) => {
        if (own !== source) return
        failures = 0
        timers.after('watchdog', STREAM.silence, fail)
        if (steadiness.hear(effects.now())) questionLater()
        heard()
        const value = parsed(data)
        if (value === undefined) return
        receive[name](value as never)
        // What was wiped away while nobody listened is not told; what is there follows.
        if (name === 'state' && isNew) handlers.draw({ page: (value as State).page, svg: '' })
        isNew = false
      })
    }
    own.addEventListener('error', () => {
      if (own === source) fail()
    })
  }

  function fail(): void {
    const wasSteady = steadiness.isSteady(effects.now())
    steadiness.open(effects.now())
    source?.close()
    source = undefined
    timers.stop('watchdog')
    failures += 1
    // Where questions are answered, nothing is missed.
    if (effects.now() - answeredAt > STREAM.answer) lost()
    if (failures < STREAM.failures) {
      timers.after('next', backoff(failures, effects.random()), connect)
      if (wasSteady) questionLater()
    } else {
      timers.after('question', 0, () => void question())
    }
  }

  function wake(): void {
    if (
      effects.document.visibilityState === 'visible' &&
      (!source || source.readyState === 2 || effects.now() - Math.max(steadiness.last, lastTry) > STREAM.stale)
    )
      reopen()
  }

  function reopen(): void {
    if (!closed) connect()
  }

  const wakers = [
    [effects.document, 'visibilitychange'],
    [effects.window, 'pageshow'],
    [effects.window, 'online'],
  ] as const
  for (const [target, name] of wakers) target.addEventListener(name, wake)

  function rest(): void {
    round += 1
    source?.close()
    source = undefined
    timers.clear()
  }

  function close(): void {
    closed = true
    rest()
    for (const [target, name] of wakers) target.removeEventListener(name, wake)
  }

  connect()
  return { reopen, rest, close }
}

function parsed(data: string | undefined): unknown {
  try {
    return JSON.parse(data ?? '')
  } catch {
    return undefined
  }
}
