import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { effectScope, shallowRef } from 'vue'
import { useAway } from '../../components/present/use-line.ts'
import { BACKOFF, backoff } from '../../components/present/backoff.ts'
import { LIMITS } from '../../components/present/protocol.ts'
import { STREAM } from '../../components/present/stream.ts'
import type { Line } from '../../components/present/stream-handlers.ts'
import { follow, pass, revs, snapshotOf, state } from './support/stream.ts'

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }))
afterEach(() => vi.useRealTimers())

describe('a stream of events', () => {
  it('hands on states, pointers and drawings as they come', () => {
    const { latest, seen } = follow()
    latest().send('state', state(1))
    latest().send('pointer', { x: 1, y: 2, style: 'laser' })
    latest().send('draw', { page: 1, svg: '<path/>' })
    latest().send('state', state(2))
    expect(revs(seen.states)).toEqual([1, 2])
    expect(seen.pointers).toEqual([{ x: 1, y: 2, style: 'laser' }])
    expect(seen.drawings).toEqual([
      { page: 1, svg: '' },
      { page: 1, svg: '<path/>' },
    ])
    expect(seen.lines).toEqual([{ connected: true }])
  })

  it('leaves out states that are older than one that was there, and takes those of a later run', () => {
    const { latest, seen } = follow()
    for (const each of [state(5), state(4), state(6), state(2, 0), state(3, 2), state(9, 1)])
      latest().send('state', each)
    expect(revs(seen.states)).toEqual([5, 6, 3])
  })

  it('survives what is no JSON', () => {
    const { latest, seen } = follow()
    latest().send('state', '{"epoch":')
    latest().send('state', state(2))
    expect(revs(seen.states)).toEqual([2])
  })

  it('asks for the state when a beat tells that one was lost, once, and not when none was', async () => {
    const { latest, seen, asked } = follow({ answer: () => ({ ok: true, status: 200, body: snapshotOf(3) }) })
    latest().send('state', state(1))
    latest().send('beat', { epoch: 1, rev: 1 })
    await pass(STREAM.spread)
    expect(asked).toEqual([])
    latest().send('beat', { epoch: 1, rev: 3 })
    latest().send('beat', { epoch: 1, rev: 3 })
    await pass(STREAM.spread)
    expect(asked).toEqual(['/state'])
    expect(revs(seen.states)).toEqual([1, 3])
  })
})

describe('a line that breaks', () => {
  it('forgets a drawing that was wiped away in the meantime', async () => {
    const { latest, seen } = follow()
    latest().send('state', state(1))
    latest().send('draw', { page: 1, svg: '<path/>' })
    latest().fail()
    await pass(BACKOFF.most)
    latest().send('state', state(1))
    expect(seen.drawings.at(-1)).toEqual({ page: 1, svg: '' })
  })

  it('is opened anew after a while by ourselves, whatever the browser would do', async () => {
    const { sources, latest, seen } = follow()
    latest().send('state', state(1))
    await pass(1_000)
    latest().fail(0)
    expect(sources[0]!.readyState).toBe(2)
    expect(seen.lines.at(-1)).toEqual({ connected: false, since: 1_000_000 })
    await pass(BACKOFF.least - 1)
    expect(sources).toHaveLength(1)
    await pass(1)
    expect(sources).toHaveLength(2)
    latest().send('state', state(4))
    expect(revs(seen.states)).toEqual([1, 4])
    expect(seen.lines.at(-1)).toEqual({ connected: true })
  })

  it('is taken for dead when nothing comes for ten seconds, and not when beats come', async () => {
    const { sources, latest, seen } = follow({ answer: () => Promise.reject(new TypeError('network')) })
    latest().send('state', state(1))
    for (let beat = 0; beat < 5; beat++) {
      await pass(LIMITS.beat)
      latest().send('beat', { epoch: 1, rev: 1 })
    }
    expect(sources).toHaveLength(1)
    const heard = Date.now()
    await pass(STREAM.silence)
    expect(seen.lines.at(-1)).toEqual({ connected: false, since: heard })
    await pass(BACKOFF.least)
    expect(sources).toHaveLength(2)
  })

  it('that neither opens nor fails is opened anew too', async () => {
    const { sources } = follow()
    await pass(STREAM.silence + BACKOFF.least)
    expect(sources).toHaveLength(2)
  })

  it('says nothing more of what an earlier stream still sends', async () => {
    const { sources, latest, seen } = follow()
    latest().fail()
    await pass(BACKOFF.least)
    sources[0]!.send('state', state(9))
    sources[0]!.fail()
    latest().send('state', state(2))
    expect(revs(seen.states)).toEqual([2])
    expect(sources).toHaveLength(2)
  })
})

describe('a sign that a line is away', () => {
  /** A line that was last heard now, and whether the sign is there. */
  function lose(patience?: number) {
    const line = shallowRef<Line>({ connected: true })
    const scope = effectScope()
    onTestFinished(() => scope.stop())
    const away = scope.run(() => useAway(line, patience))!
    return { line, away, lost: { connected: false, since: Date.now() } as const }
  }

  it.each([
    [10_000, undefined],
    [2_500, 2_500],
  ])('comes %i ms after the last that was heard', async (after, patience) => {
    const { line, away, lost } = lose(patience)
    await pass(1_000)
    line.value = lost
    await pass(after - 1_001)
    expect(away.value).toBe(false)
    await pass(1)
    expect(away.value).toBe(true)
    line.value = { connected: true }
    await pass(0)
    expect(away.value).toBe(false)
  })

  it('does not come where the line is back before', async () => {
    const { line, away, lost } = lose()
    line.value = lost
    await pass(9_999)
    line.value = { connected: true }
    await pass(60_000)
    expect(away.value).toBe(false)
  })
})

describe('where streams do not get through', () => {
  it('a browser without them asks every other second', async () => {
    let rev = 0
    const { asked, seen, sources } = follow({
      streams: false,
      random: 0.5,
      answer: () => ({ ok: true, status: 200, body: snapshotOf(++rev) }),
    })
    await pass(0)
    await pass(2 * STREAM.poll[1])
    expect(asked).toEqual(['/state', '/state', '/state'])
    expect(revs(seen.states)).toEqual([1, 2, 3])
    expect(sources).toEqual([])
    expect(seen.lines).toEqual([{ connected: true }])
  })

  it('two failures turn to questions, and a stream is tried again now and then', async () => {
    const { sources, latest, asked, seen } = follow({ random: 0.5 })
    latest().fail(2)
    await pass(BACKOFF.most)
    latest().fail(2)
    await pass(0)
    // The server answers: perhaps it was only away.
    expect(asked).toHaveLength(1)
    expect(sources).toHaveLength(3)
    latest().fail(2)
    await pass(3 * STREAM.poll[1])
    expect(asked.length).toBeGreaterThanOrEqual(4)
    expect(sources).toHaveLength(3)
    expect(seen.lines.at(-1)).toEqual({ connected: true })
    await pass(STREAM.retry)
    expect(sources).toHaveLength(4)
    latest().send('state', state(7))
    await pass(1_000)
    latest().send('beat', { epoch: 1, rev: 7 })
    const { length } = asked
    for (let second = 0; second < 10; second += 1) {
      await pass(1_000)
      latest().send('beat', { epoch: 1, rev: 7 })
    }
    expect(asked).toHaveLength(length)
  })

  it('a server that is away is asked again and again, and streamed from as soon as it answers', async () => {
    let up = false
    const { sources, latest, seen } = follow({
      answer: () => (up ? { ok: true, status: 200, body: snapshotOf(5) } : Promise.reject(new TypeError('network'))),
    })
    latest().send('state', state(1))
    latest().fail()
    await pass(BACKOFF.most)
    latest().fail()
    await pass(30_000)
    expect(sources).toHaveLength(2)
    expect(seen.lines.at(-1)).toMatchObject({ connected: false })
    up = true
    await pass(BACKOFF.most)
    expect(sources).toHaveLength(3)
    expect(revs(seen.states)).toEqual([1, 5])
    expect(seen.lines.at(-1)).toEqual({ connected: true })
  })

  it('an answer of 502 is none', async () => {
    const { seen, asked } = follow({ streams: false, answer: () => ({ ok: false, status: 502 }) })
    await pass(30_000)
    expect(asked.length).toBeGreaterThan(5)
    expect(seen.states).toEqual([])
    expect(seen.lines).toEqual([{ connected: false, since: 1_000_000 }])
  })

  it('an answer of 401 ends it for who was paired', async () => {
    const { seen, asked } = follow({ streams: false, answer: () => ({ ok: false, status: 401 }) })
    await pass(60_000)
    expect([seen.refused, asked.length]).toEqual([1, 1])
  })

  it.each([
    [401, true],
    [403, true],
    [403, false],
  ])("an answer of %i by the hall's portal does not, audience: %s", async (status, audience) => {
    const { seen, server } = follow({ streams: false, audience, answer: () => ({ ok: false, status }) })
    await pass(60_000)
    server.answer = () => ({ ok: true, status: 200, body: snapshotOf(4) })
    await pass(10_000)
    expect([seen.refused, revs(seen.states).at(-1)]).toEqual([0, 4])
    expect(seen.lines.at(-1)).toEqual({ connected: true })
  })
})

describe('a stream that is held back on its way', () => {
  /** What the server says, at each moment. */
  const answer = () => ({ ok: true, status: 200, body: snapshotOf(1 + Math.floor((Date.now() - 1_000_000) / 100)) })

  /** Passes time, and says for how long the page did not know the latest state at the most. */
  async function blindFor(page: ReturnType<typeof follow>, time: number, each = (_at: number) => {}): Promise<number> {
    let [known, longest] = [Date.now(), 0]
    let { length } = page.seen.states
    for (let at = 0; at < time; at += 100) {
      each(at)
      await pass(100)
      if (page.seen.states.length > length) known = Date.now()
      ;({ length } = page.seen.states)
      longest = Math.max(longest, Date.now() - known)
    }
    return longest
  }

  it.each([0, 0.5, 0.999])('for ever leaves nobody blind for longer than three seconds (random: %f)', async random => {
    const page = follow({ random, answer })
    expect(await blindFor(page, 120_000)).toBeLessThan(3_000)
    expect(page.seen.lines).toEqual([{ connected: true }])
  })

  it('but for its first bytes, or let go of in heaps, neither', async () => {
    const first = follow({ random: 0.999, answer })
    first.latest().send('state', state(1))
    expect(await blindFor(first, 60_000)).toBeLessThan(3_000)
    const heaps = follow({ random: 0.999, answer })
    const heap = (at: number): void => {
      if (at % 8_000 !== 0) return
      for (let beats = 0; beats < 2; beats += 1) heaps.latest().send('beat', { epoch: 1, rev: 1 })
    }
    expect(await blindFor(heaps, 60_000, heap)).toBeLessThan(3_000)
  })

  it('later on is asked beside, and is let be again once it comes in time', async () => {
    const page = follow({ random: 0.5, answer })
    const beat = (): void => page.latest().send('beat', { epoch: 0, rev: 0 })
    page.latest().send('state', state(1))
    for (let second = 0; second < 20; second += 1) {
      await pass(1_000)
      beat()
    }
    expect(page.asked).toEqual([])
    await pass(9_000)
    expect(page.asked.length).toBeGreaterThanOrEqual(2)
    for (let second = 0; second < 2; second += 1) {
      beat()
      await pass(1_000)
    }
    const { length } = page.asked
    for (let second = 0; second < 20; second += 1) {
      beat()
      await pass(1_000)
    }
    expect(page.asked).toHaveLength(length)
  })
})

describe('a stream that comes in time', () => {
  it.each([0, 0.999])('is all that is asked for, from its first beat on (random: %f)', async random => {
    const page = follow({ random })
    await pass(300)
    page.latest().send('state', state(1))
    // The server's first beat comes within two seconds, the others every four.
    await pass(1_990)
    for (let beats = 0; beats < 10; beats += 1) {
      page.latest().send('beat', { epoch: 1, rev: 1 })
      await pass(LIMITS.beat + 300)
    }
    expect(page.asked).toEqual([])
  })
})

describe('a tab that wakes', () => {
  it('has a line again that it had given up', async () => {
    const page = follow()
    page.latest().send('state', state(1))
    page.stream.rest()
    await pass(120_000)
    expect([page.sources.length, page.sources[0]!.readyState, page.asked.length]).toEqual([1, 2, 0])
    page.document.listeners.get('visibilitychange')!()
    page.latest().send('state', state(2))
    expect(revs(page.seen.states)).toEqual([1, 2])
  })

  it.each([
    ['document', 'visibilitychange'],
    ['window', 'pageshow'],
    ['window', 'online'],
  ] as const)('opens a stale line at once: %s %s', async (target, name) => {
    const page = follow()
    page.latest().send('state', state(1))
    page[target].listeners.get(name)!()
    expect(page.sources).toHaveLength(1)
    // Timers stand still while a tab sleeps; the clock does not.
    vi.setSystemTime(Date.now() + STREAM.stale + 1)
    page.document.visibilityState = 'hidden'
    page[target].listeners.get(name)!()
    expect(page.sources).toHaveLength(1)
    page.document.visibilityState = 'visible'
    page[target].listeners.get(name)!()
    expect(page.sources).toHaveLength(2)
    expect(page.sources[0]!.readyState).toBe(2)
  })

  it('does not wait for the end of a pause between two tries', async () => {
    const page = follow({ random: 1 })
    page.latest().fail()
    page.window.listeners.get('online')!()
    expect(page.sources).toHaveLength(2)
    await pass(BACKOFF.most)
    expect(page.sources).toHaveLength(2)
  })
})

describe('a stream that is closed', () => {
  it('leaves nothing behind', async () => {
    const { stream, latest, window, document, asked, sources } = follow()
    latest().send('state', state(1))
    latest().send('beat', { epoch: 1, rev: 2 })
    stream.close()
    expect(latest().readyState).toBe(2)
    expect([...window.listeners, ...document.listeners]).toEqual([])
    expect(vi.getTimerCount()).toBe(0)
    stream.reopen()
    await pass(60_000)
    expect([asked.length, sources.length]).toEqual([0, 1])
  })

  it('takes no answer that comes afterwards', async () => {
    const { stream, seen } = follow({ streams: false })
    stream.close()
    await pass(0)
    expect(seen.states).toEqual([])
  })
})

describe('pauses between tries', () => {
  it('grow, never beyond two seconds, and are spread', () => {
    expect([1, 2, 3, 4, 9].map(failures => backoff(failures, 1))).toEqual([1_000, 2_000, 2_000, 2_000, 2_000])
    expect([1, 2, 3, 4, 9].map(failures => backoff(failures, 0))).toEqual([500, 500, 500, 500, 500])
  })
})
