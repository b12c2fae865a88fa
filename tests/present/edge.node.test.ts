import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { PublicState } from '../../components/present/protocol.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { parsePresentArgs } from '../../scripts/present/args.ts'
import { serveEdge } from '../../scripts/present/edge.ts'
import type { prepareSites } from '../../scripts/present/sites.ts'
import { Meeting } from '../../scripts/present/state/meeting.ts'
import { connectNats } from '../../scripts/present/state/nats.ts'
import { beginAnew } from '../../scripts/present/state/open.ts'
import { deckFolder, temporaryFolder, testContext } from '../scripts/support/context.ts'
import { programForTests, startNats } from './support/nats.ts'
import { neverBack } from './support/states.ts'

const program = await programForTests('nats-server')
const DRIVER = { id: 'a', name: '电脑' }

/** A meeting in NATS, and an edge of it that serves a small site. */
async function start({ stale }: { stale?: number } = {}) {
  const {
    url,
    nodes: [node],
  } = await startNats(program!)
  const store = await connectNats(url, { meeting: 'hall', log: silentLog, probe: 200 })
  const meeting = await Meeting.open({ backplane: store, pages: 9, site: '', now: Date.now, alone: false })
  onTestFinished(() => meeting.close())
  const site = temporaryFolder()
  mkdirSync(path.join(site, 'assets'))
  writeFileSync(path.join(site, '.huibao-slides.json'), '{}')
  writeFileSync(path.join(site, 'index.html'), '<!doctype html><title>汇报</title>')
  const args = parsePresentArgs([
    '--edge',
    '--backplane',
    url,
    '--meeting',
    'hall',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
  ])
  const edge = await serveEdge(args, testContext(deckFolder('good')), {
    prepare: (async () => [site]) as unknown as typeof prepareSites,
    ...(stale !== undefined && {
      open: ({ backplane, meeting, log }) => connectNats(backplane!, { meeting, log, stale, probe: 200 }),
    }),
  })
  const get = (address: string, init?: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${edge.port}${address}`, { redirect: 'manual', ...init })
  return { meeting, store, edge, node: node!, get }
}

async function stateAt(get: (address: string) => Promise<Response>): Promise<PublicState> {
  return ((await (await get('/state')).json()) as { state: PublicState }).state
}

describe.skipIf(program === undefined)('an edge', () => {
  it('follows the meeting, and nothing that is sent to it changes where the deck stands', async () => {
    const { meeting, get, edge } = await start()
    await meeting.command({ type: 'goto', page: 4, clicks: 2 }, DRIVER)
    await vi.waitFor(async () => expect(await stateAt(get)).toMatchObject({ page: 4, clicks: 2 }), 15_000)
    const { rev } = await stateAt(get)
    for (const address of [
      '/command',
      '/pair',
      '/presenter/pulse',
      '/presenter/invite',
      '/presenter/unpair',
      '/state',
      '/events',
      '/',
    ]) {
      const answer = await get(address, {
        method: 'POST',
        body: '{"type":"next"}',
        headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${edge.port}` },
      })
      expect([address, answer.status]).toEqual([address, 405])
    }
    for (const address of [
      '/pair',
      '/phone',
      '/presenter',
      '/presenter/',
      '/presenter/presenter/1',
      '/presenter/state',
      '/presenter/events',
    ]) {
      expect([address, (await get(address)).status]).toEqual([address, 404])
    }
    expect((await get('/3')).status).toBe(200)
    expect((await get('/kiosk')).headers.get('location')).toBe('/1?kiosk')
    expect((await stateAt(get)).rev).toBe(rev)
  })

  it('passes questions on to the meeting, while they are taken', async () => {
    const { meeting, get, edge } = await start()
    const ask = async (text: string): Promise<number> =>
      (
        await get('/ask', {
          method: 'POST',
          body: JSON.stringify({ text }),
          headers: { 'Content-Type': 'application/json', Origin: `http://127.0.0.1:${edge.port}` },
        })
      ).status
    expect(await ask('太早')).toBe(409)
    await meeting.command({ type: 'asking', on: true }, DRIVER)
    await vi.waitFor(async () => expect((await stateAt(get)).asking).toBe(true), 15_000)
    expect(await ask('何时开工？')).toBe(200)
    await vi.waitFor(
      () => expect(meeting.state.questions).toMatchObject([{ text: '何时开工？', status: 'new' }]),
      15_000,
    )
    const { id } = meeting.state.questions[0]!
    await meeting.command({ type: 'question', question: id, status: 'shown' }, DRIVER)
    await vi.waitFor(async () => expect((await stateAt(get)).question).toBe('何时开工？'), 15_000)
  })

  it('sends only slides that were shown, where the audience may not look ahead', async () => {
    const { meeting, get } = await start()
    await meeting.command({ type: 'browse', on: false }, DRIVER)
    await vi.waitFor(async () => expect((await stateAt(get)).reachable).toBe('1'), 15_000)
    expect([(await get('/1')).status, (await get('/4')).status, (await get('/read')).status]).toEqual([200, 404, 404])
    await meeting.command({ type: 'goto', page: 4 }, DRIVER)
    await vi.waitFor(async () => expect((await get('/4')).status).toBe(200), 15_000)
  })

  it('keeps its slide without NATS, says so, and catches up by itself', { timeout: 60_000 }, async () => {
    const { meeting, get, node } = await start({ stale: 1_000 })
    const revs: number[] = []
    await meeting.command({ type: 'goto', page: 4 }, DRIVER)
    await vi.waitFor(async () => expect((await stateAt(get)).page).toBe(4), 15_000)
    await node.kill()
    await meeting.command({ type: 'goto', page: 6 }, DRIVER)
    await vi.waitFor(async () => expect(await (await get('/healthz')).json()).toMatchObject({ status: 'stale' }), {
      timeout: 15_000,
      interval: 50,
    })
    expect(await (await get('/metrics')).text()).toContain('\nhuibao_backplane_up 0\n')
    expect((await stateAt(get)).page).toBe(4)
    await node.start()
    await vi.waitFor(
      async () => {
        const { page, rev } = await stateAt(get)
        revs.push(rev)
        expect(page).toBe(6)
      },
      { timeout: 15_000, interval: 50 },
    )
    await vi.waitFor(async () => expect(await (await get('/healthz')).json()).toMatchObject({ status: 'ok' }), 15_000)
    expect(neverBack(revs)).toBe(true)
  })

  it('is put back to the beginning with the meeting, at a revision that goes on', async () => {
    const { meeting, store, get } = await start()
    await meeting.command({ type: 'goto', page: 4 }, DRIVER)
    await meeting.command({ type: 'draw', page: 4, svg: '<path d="M0 0"/>' }, DRIVER)
    await vi.waitFor(async () => expect((await stateAt(get)).page).toBe(4), 15_000)
    const { rev, epoch } = await stateAt(get)
    await beginAnew(store, Date.now())
    await vi.waitFor(async () => expect((await stateAt(get)).page).toBe(1), 15_000)
    const later = await stateAt(get)
    expect([later.rev > rev, later.epoch > epoch]).toEqual([true, true])
    expect(await store.drawings()).toEqual([])
  })
})
