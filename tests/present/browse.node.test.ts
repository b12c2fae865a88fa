import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Snapshot } from '../../components/present/protocol.ts'
import { isReachable, withPage } from '../../components/present/reachable.ts'
import { audienceSite } from '../../scripts/present/http/sites.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { startTestServer, type Paired, type TestServer } from './support/server.ts'

describe('ranges of slides', () => {
  it('grow by one slide after another, in any order', () => {
    const ranges: string[] = []
    ;[1, 2, 3, 40, 5, 4, 2, 41, 39].reduce((before, page) => {
      ranges.push(withPage(before, page))
      return ranges.at(-1)!
    }, '')
    expect(ranges).toEqual(['1', '1-2', '1-3', '1-3,40', '1-3,5,40', '1-5,40', '1-5,40', '1-5,40-41', '1-5,39-41'])
  })

  it('have slides in them, and null has all', () => {
    const all = Array.from({ length: 9 }, (_, index) => index + 1)
    expect(all.filter(page => isReachable('2-4,7', page))).toEqual([2, 3, 4, 7])
    expect(all.filter(page => isReachable('', page))).toEqual([])
    expect(all.every(page => isReachable(null, page))).toBe(true)
    expect([isReachable('12', 1), isReachable('12', 2), isReachable('12-14', 13)]).toEqual([false, false, true])
  })
})

describe('a deck that has changed', () => {
  it('is told of to those who come back to a server that was started again', async () => {
    const server = await startTestServer()
    const presenter = await server.pair()
    const siteAt = async (at: TestServer, path: string): Promise<string> =>
      ((await (await at.get(path, { cookie: presenter.cookie })).json()) as Snapshot).state.site
    expect([await siteAt(server, '/state'), await siteAt(server, '/presenter/state')]).toEqual([
      'audience-1',
      'presenter-1',
    ])
    const page = '<!doctype html><meta name="huibao-site" content="audience-2">'
    const again = await startTestServer({ folder: server.folder, audience: { 'index.html': page } })
    expect(await siteAt(again, '/state')).toBe('audience-2')
    await again.life.disposeAsync()
    await server.life.disposeAsync()
  })
})

describe('a site that does not say which files are of which slides', () => {
  it.each([undefined, '', '{"photos/quay.jpg":', 'null', '{"photos/quay.jpg": 7}'])('is not served: %j', async text => {
    const folder = temporaryFolder()
    if (text !== undefined) writeFileSync(path.join(folder, '.huibao-slides.json'), text)
    const site = audienceSite(folder, {
      pace: { start: 0, rate: 1 },
      isPaired: () => false,
      networkAt: () => '',
      sending: 1,
      reachable: () => null,
    })
    await expect(site).rejects.toMatchObject({
      name: 'HuibaoError',
      message: expect.stringContaining(folder) as string,
      hint: expect.stringContaining('--rebuild') as string,
    })
  })
})

describe('where the audience may not look ahead', () => {
  let server: TestServer
  let presenter: Paired
  beforeAll(async () => {
    server = await startTestServer({ audience: { 'assets/slide-2.js.gz': 'packed' } })
    presenter = await server.pair()
  })
  afterAll(() => server.life.disposeAsync())

  const FILES = [
    '/assets/slide-2.js',
    '/assets/slide-2.js.gz',
    '/assets/slides-3-7.js',
    '/photos/quay.jpg',
    '/assets/read.js',
    '/read',
    '/2',
    '/7',
  ]
  const sent = async (headers = {}): Promise<string[]> => {
    const answers = await Promise.all(
      FILES.map(async file => [file, (await server.get(file, headers)).status] as const),
    )
    return answers.filter(([, status]) => status === 200).map(([file]) => file)
  }
  const reachable = async (): Promise<string | null> =>
    ((await (await server.get('/state')).json()) as Snapshot).state.reachable

  it('at first it may', async () => {
    expect(await sent()).toEqual(FILES)
    expect(await reachable()).toBeNull()
  })

  it('nothing is sent that only slides need which were not shown', async () => {
    await server.command(presenter, { type: 'browse', on: false })
    expect(await reachable()).toBe('1')
    expect(await sent()).toEqual([])
    const refused = await server.get('/photos/quay.jpg')
    expect([refused.status, refused.headers.get('cache-control')]).toEqual([404, 'no-store, no-transform'])
    expect(await refused.text()).toContain('还没有讲到')
    for (const file of ['/', '/1', '/1?kiosk', '/assets/app-1234.js', '/%E5%9B%BE.svg'])
      expect([file, (await server.get(file)).status]).toEqual([file, 200])
  })

  it('all of it is sent to paired devices', async () => {
    expect(await sent({ cookie: presenter.cookie })).toEqual(FILES)
  })

  it('what has been shown is sent, and stays so, and what several slides need with the first of them', async () => {
    await server.command(presenter, { type: 'goto', page: 2 })
    expect(await sent()).toEqual(['/assets/slide-2.js', '/assets/slide-2.js.gz', '/2'])
    await server.command(presenter, { type: 'goto', page: 3 })
    expect(await sent()).toEqual(['/assets/slide-2.js', '/assets/slide-2.js.gz', '/assets/slides-3-7.js', '/2'])
    await server.command(presenter, { type: 'goto', page: 7 })
    await server.command(presenter, { type: 'goto', page: 1 })
    expect(await reachable()).toBe('1-3,7')
    expect(await sent()).toEqual([
      '/assets/slide-2.js',
      '/assets/slide-2.js.gz',
      '/assets/slides-3-7.js',
      '/photos/quay.jpg',
      '/2',
      '/7',
    ])
  })

  it('nothing of a slide that the deck is moved to behind a cover is sent, until that is taken away', async () => {
    await server.command(presenter, { type: 'screen', screen: 'black' })
    await server.command(presenter, { type: 'goto', page: 5 })
    expect([await reachable(), (await server.get('/5')).status]).toEqual(['1-3,7', 404])
    await server.command(presenter, { type: 'screen', screen: 'slides' })
    expect([await reachable(), (await server.get('/5')).status]).toEqual(['1-3,5,7', 200])
  })

  it('it is told nothing of which files are of which slide', async () => {
    expect((await server.get('/.huibao-slides.json', { cookie: presenter.cookie })).status).toBe(404)
  })

  it('a restart keeps what was shown', async () => {
    const again = await startTestServer({ folder: server.folder })
    expect((await again.get('/photos/quay.jpg')).status).toBe(200)
    expect((await again.get('/read')).status).toBe(404)
    await again.life.disposeAsync()
  })

  it('a restart with another deck keeps only where it stands: what the numbers mean is not known', async () => {
    await server.command(presenter, { type: 'goto', page: 3 })
    const page = '<!doctype html><meta name="huibao-site" content="audience-2">'
    const again = await startTestServer({ folder: server.folder, audience: { 'index.html': page } })
    expect(((await (await again.get('/state')).json()) as Snapshot).state.reachable).toBe('1,3')
    expect((await again.get('/photos/quay.jpg')).status).toBe(404)
    expect((await again.get('/assets/slides-3-7.js')).status).toBe(200)
    await again.life.disposeAsync()
  })

  it('it may again when it is allowed', async () => {
    await server.command(presenter, { type: 'browse', on: true })
    expect(await sent()).toEqual(FILES)
  })
})
