import type { PublicState, Snapshot } from '../../../components/present/protocol.ts'
import type { Line } from '../../../components/present/stream-handlers.ts'
import type { Source } from '../../../components/present/stream-effects.ts'
import { vi } from 'vitest'
import { openStream } from '../../../components/present/stream.ts'

/** A state, told apart by its revision. */
export const state = (rev: number, epoch = 1): PublicState => ({
  epoch,
  rev,
  page: rev,
  clicks: 0,
  site: '',
  screen: 'slides',
  url: null,
  reachable: null,
  asking: false,
  question: null,
})
export const snapshotOf = (rev: number): Snapshot => ({ state: state(rev), pointer: null, draw: null })

/** An EventSource that a test speaks through. */
export class FakeSource implements Source {
  readyState = 0
  readonly #listeners = new Map<string, (event: { data?: string }) => void>()
  addEventListener(type: string, listener: (event: { data?: string }) => void): void {
    this.#listeners.set(type, listener)
  }

  close(): void {
    this.readyState = 2
  }

  send(type: string, data: unknown): void {
    this.readyState = 1
    this.#listeners.get(type)?.({ data: typeof data === 'string' ? data : JSON.stringify(data) })
  }

  fail(readyState = 0): void {
    this.readyState = readyState
    this.#listeners.get('error')?.({})
  }
}

class FakeTarget {
  visibilityState = 'visible'
  readonly listeners = new Map<string, () => void>()
  addEventListener(type: string, listener: () => void): void {
    this.listeners.set(type, listener)
  }

  removeEventListener(type: string): void {
    this.listeners.delete(type)
  }
}

interface Setting {
  streams?: boolean
  random?: number
  /** Whether it has no pairing that could end. */
  audience?: boolean
  answer?: () => { ok: boolean; status: number; body?: unknown } | Promise<never>
}

/** A stream whose server, clock and tab are in the test's hands. */
export function follow({
  streams = true,
  random = 0,
  audience = false,
  answer = () => ({ ok: true, status: 200, body: snapshotOf(1) }),
}: Setting = {}) {
  const sources: FakeSource[] = []
  const asked: string[] = []
  const seen = {
    states: [] as PublicState[],
    pointers: [] as unknown[],
    drawings: [] as unknown[],
    lines: [] as Line[],
    refused: 0,
  }
  const window = new FakeTarget()
  const document = new FakeTarget()
  const server = { answer }
  const stream = openStream(
    { events: '/events', snapshot: '/state' },
    {
      state: state => seen.states.push(state),
      pointer: pointer => seen.pointers.push(pointer),
      draw: drawing => seen.drawings.push(drawing),
      line: line => seen.lines.push(line),
      ...(!audience && { rejected: () => seen.refused++ }),
    },
    {
      open: streams
        ? () => {
            const source = new FakeSource()
            sources.push(source)
            return source
          }
        : undefined,
      async fetch(url) {
        asked.push(url)
        const { ok, status, body } = await server.answer()
        return { ok, status, json: async () => body }
      },
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: timer => clearTimeout(timer),
      now: () => Date.now(),
      random: () => random,
      window,
      document,
    },
  )
  return { stream, sources, asked, seen, window, document, server, latest: () => sources.at(-1)! }
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
export const revs = (states: readonly PublicState[]) => states.map(({ rev }) => rev)
