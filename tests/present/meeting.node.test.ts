import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { silentLog } from '../../scripts/lib/log.ts'
import { createFileBackplane } from '../../scripts/present/state/file.ts'
import { Meeting } from '../../scripts/present/state/meeting.ts'
import { beginAnew } from '../../scripts/present/state/open.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { startTestServer, type Paired, type TestServer } from './support/server.ts'

const actor = { id: 'a', name: '笔记本' }

describe('a command of one name', () => {
  it('is done once, and tried again where it could not be done', async () => {
    const store = await createFileBackplane(temporaryFolder(), silentLog)
    let broken = false
    const backplane = {
      ...store,
      write: (...args: Parameters<typeof store.write>) =>
        broken ? Promise.reject(new Error('no server answers')) : store.write(...args),
    }
    const meeting = await Meeting.open({ backplane, pages: 9, site: '', now: () => 5, alone: true })
    const turn = () => meeting.command({ type: 'next', id: 'one' }, actor)
    broken = true
    expect(await turn()).toEqual({ ok: false, error: 'unavailable' })
    broken = false
    expect(await turn()).toEqual({ ok: true })
    expect(await turn()).toEqual({ ok: true })
    expect(meeting.state.page).toBe(2)
  })
})

describe('a meeting that begins anew', () => {
  it('is later than what open pages know, even where the clock was put back', async () => {
    const folder = temporaryFolder()
    const open = async (now: number) =>
      Meeting.open({
        backplane: await createFileBackplane(folder, silentLog),
        pages: 9,
        site: '',
        now: () => now,
        alone: true,
      })
    const first = await open(9_000)
    await first.command({ type: 'goto', page: 7 }, actor)
    await first.command({ type: 'draw', page: 7, svg: '<path d="M0,0"/>' }, actor)
    const before = first.state
    await first.close()
    const store = await createFileBackplane(folder, silentLog)
    await beginAnew(store, 100)
    await store.close()
    const again = await open(100)
    expect(again.state).toMatchObject({ page: 1, clicks: 0, driver: null })
    expect(again.drawing(7)).toBeNull()
    expect(again.state.epoch).toBeGreaterThan(before.epoch)
    expect(again.state.rev).toBeGreaterThan(before.rev)
  })
})

describe('a device that drives', () => {
  let server: TestServer
  beforeEach(async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] })
    server = await startTestServer()
  })
  afterEach(async () => {
    await server.life.disposeAsync()
    vi.useRealTimers()
  })

  it('drives no longer when its pairing has run out', async () => {
    const laptop = await server.pair()
    await server.command(laptop, { type: 'next' })
    vi.advanceTimersByTime(1_000)
    server.pass(10 * 3_600_000)
    const phone = await server.pair('手机')
    expect((await server.command(phone, { type: 'next' })).status).toBe(409)
    server.pass(10 * 3_600_000)
    vi.advanceTimersByTime(1_000)
    await expect.poll(() => server.meeting.state.driver).toBeNull()
    expect((await server.command(phone, { type: 'next' })).status).toBe(200)
  })

  it('is there for the others as long as it gives signs of life, and gone within ten seconds of the last', async () => {
    const [laptop, phone] = [await server.pair(), await server.pair('手机')]
    await server.command(laptop, { type: 'next' })
    const pulse = async (paired: Paired): Promise<void> => {
      expect((await server.post('/presenter/pulse', {}, paired)).status).toBe(204)
    }
    // That they have come is told first.
    vi.advanceTimersByTime(1_000)
    const told: [second: number, isThere: boolean][] = []
    let second = 0
    vi.spyOn(server.hub, 'tellPresenters').mockImplementation(
      () => void told.push([second, server.hub.presenterState().driver!.online]),
    )
    for (second = 1; second <= 40; second += 1) {
      vi.advanceTimersByTime(1_000)
      if (second % 3 === 0) await pulse(phone)
      if (second % 3 === 0 && second <= 30) await pulse(laptop)
    }
    expect(told).toEqual([[38, false]])
  })
})
