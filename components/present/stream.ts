import type { Beat, Events, PublicState, Snapshot } from './protocol.ts'
import { backoff } from './backoff.ts'
import { isLater, LIMITS } from './protocol.ts'
import type { Source, StreamEffects } from './stream-effects.ts'
import type { StreamHandlers } from './stream-handlers.ts'

export interface StreamOptions {
  /** Address of the events. */
  events: string
  /** Address of the snapshot, for what cannot keep a stream open. */
  snapshot: string
}

/** Times in milliseconds. */
export const STREAM = {
  /** Without a sign after which the line is taken for dead. */
  silence: LIMITS.sign,
  /** Between two questions where there is no stream. */
  poll: 2_000,
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
 * never; and questions every other second where no stream gets through. It goes on for as long as it is not closed.
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
  let connected: boolean | undefined
  let failures = 0
  let polling = false
  /** Questions in a row without an answer. */
  let unanswered = 0
  let lastTry = -Infinity
  /** Counts connections, so that what an earlier one has under way ends without effect. */
  let turn = 0
  const timers = new Map<'watchdog' | 'next' | 'catch-up', unknown>()

  function after(name: 'watchdog' | 'next' | 'catch-up', ms: number, run: () => void): void {
    stop(name)
    timers.set(
      name,
      effects.setTimeout(() => {
        timers.delete(name)
        run()
      }, ms),
    )
  }

  function stop(name: 'watchdog' | 'next' | 'catch-up'): void {
    effects.clearTimeout(timers.get(name) as never)
    timers.delete(name)
  }

  function heard(): void {
    heardAt = effects.now()
    after('watchdog', STREAM.silence, fail)
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
        after('catch-up', effects.random() * STREAM.spread, () => void ask().catch(() => {}))
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

  function connect(): void {
    stop('next')
    turn += 1
    source?.close()
    source = undefined
    if (!effects.open || polling) return void poll(turn)
    lastTry = effects.now()
    const own = (source = effects.open(events))
    let isNew = true
    // A stream that never opens nor fails is found by its silence.
    after('watchdog', STREAM.silence, fail)
    for (const name of Object.keys(receive) as (keyof Events)[]) {
      own.addEventListener(name, ({ data }) => {
        if (own !== source) return
        failures = 0
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
    source?.close()
    source = undefined
    stop('watchdog')
    failures += 1
    lost()
    polling ||= failures >= STREAM.failures
    after('next', polling ? 0 : backoff(failures, effects.random()), connect)
  }

  async function poll(own: number): Promise<void> {
    try {
      await ask()
      if (closed || own !== turn) return
      unanswered = 0
      // Whoever was away with the server finds it back; whoever cannot have a stream asks on.
      if (effects.open && effects.now() - lastTry > (failures > STREAM.failures ? STREAM.retry : 0)) {
        polling = false
        return connect()
      }
      after('next', STREAM.poll * (0.75 + 0.5 * effects.random()), connect)
    } catch {
      if (closed || own !== turn) return
      stop('watchdog')
      lost()
      // The server itself is away: its streams may be as good as ever when it is back.
      failures = STREAM.failures
      unanswered += 1
      after('next', backoff(unanswered, effects.random()), connect)
    }
  }

  function wake(): void {
    if (
      effects.document.visibilityState === 'visible' &&
      (!source || source.readyState === 2 || effects.now() - heardAt > STREAM.stale)
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
    turn += 1
    source?.close()
    source = undefined
    for (const name of [...timers.keys()]) stop(name)
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
