import { existsSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished, vi, type Mock } from 'vitest'
import { HuibaoError } from '../../model/errors.ts'
import { REVIEW_FILE } from '../../model/review.ts'
import { LONGEST_BODY } from '../../scripts/review/body.ts'
import { Desk } from '../../scripts/review/desk.ts'
import { startReviewServer } from '../../scripts/review/server.ts'
import { Slides } from '../../scripts/review/slides.ts'
import type { ReviewView, SaidView, SayingBody } from '../../scripts/review/view.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { temporaryFolder, testLifecycle } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'

let root: string
beforeAll(async () => {
  root = await composeDeck('review-server', 'other-district')
})

interface Client {
  origin: string
  key: string
  /** Of the browser that has come with the token. */
  headers: Record<string, string>
  view: () => Promise<ReviewView>
  say: (body: unknown, headers?: Record<string, string>) => Promise<Response>
  post: (path: string, body: unknown, headers?: Record<string, string>) => Promise<Response>
  /** What builds the slides. */
  build: Mock<() => Promise<string>>
}

async function serve(): Promise<Client> {
  const site = temporaryFolder()
  mkdirSync(path.join(site, 'assets'))
  for (const name of ['index.html', 'assets/a.js']) writeFileSync(path.join(site, name), name)
  const desk = await Desk.open({ root, source: [], by: null, date: () => new Date('2031-02-03T04:05:06Z') })
  const build = vi.fn(() => Promise.resolve(site))
  const address = await startReviewServer({
    desk,
    slides: await Slides.open({ build, log: silentLog }, (await desk.stamps()).deckStamp),
    page: new Map([['/review', { type: 'text/html', body: 'the page' }]]),
    port: 0,
    life: testLifecycle(),
    log: silentLog,
  })
  const { origin, searchParams } = new URL(address)
  const cookie = (await fetch(address)).headers.get('Set-Cookie')!.split(';')[0]!
  const headers = { Cookie: cookie }
  const own = { ...headers, Origin: origin, 'Content-Type': 'application/json' }
  const post: Client['post'] = (path, body, more = {}) =>
    fetch(origin + path, { method: 'POST', headers: { ...own, ...more }, body: JSON.stringify(body) })
  return {
    origin,
    key: searchParams.get('key')!,
    headers,
    view: async () => (await fetch(`${origin}/review/data`, { headers })).json() as Promise<ReviewView>,
    say: (body, more) => post('/review/say', body, more),
    post,
    build,
  }
}

const deckFile = (): string => path.join(root, 'data', 'deck.ts')
const deckText = (): string => readFileSync(deckFile(), 'utf8')
let edits = 0

/** Edits the deck's data, until the test ends; its time is another one on any file system. */
function rewriteDeck(change: (text: string) => string): void {
  const written = deckText()
  onTestFinished(() => writeFileSync(deckFile(), written))
  writeFileSync(deckFile(), change(written))
  utimesSync(deckFile(), new Date(), new Date(Date.now() + 5_000 * ++edits))
}

const reviewFile = (): string => path.join(root, REVIEW_FILE)
const keptText = (): string => (existsSync(reviewFile()) ? readFileSync(reviewFile(), 'utf8') : '')

const confirm = ({ items: [item] }: ReviewView, by = '李明'): SayingBody => ({
  by,
  sayings: [{ id: item!.id, fingerprint: item!.fingerprint, verdict: 'confirmed' }],
})

describe('the address', () => {
  it('lets in whoever has the token, and nobody else: neither to the page nor to slides', async () => {
    const { origin, key, headers } = await serve()
    const status = async (path: string, own: Record<string, string> = {}): Promise<number> =>
      (await fetch(origin + path, { headers: own, redirect: 'manual' })).status
    for (const path of ['/review', '/review/data', '/review/said', '/open', '/open?key=x'])
      expect([path, await status(path)]).toEqual([path, 403])
    for (const path of ['/print', '/1', '/assets/a.js', '/']) expect([path, await status(path)]).toEqual([path, 404])
    for (const path of ['/review', '/review/data', '/print', '/1', '/assets/a.js'])
      expect([path, await status(path, headers)]).toEqual([path, 200])
    expect(await status('/review', { Cookie: headers.Cookie!.replace(/.$/, '') })).toBe(403)
    const opened = await fetch(`${origin}/open?key=${key}`)
    expect(await opened.text()).toBe('the page')
    expect(opened.headers.get('Set-Cookie')).toMatch(/; HttpOnly; SameSite=Strict;/)
    expect(opened.headers.get('Content-Security-Policy')).toMatch(/frame-src 'self'; frame-ancestors 'self'$/)
  })

  it('is this machine’s alone, under no other name', async () => {
    const { origin } = await serve()
    expect(new URL(origin).hostname).toBe('127.0.0.1')
    const other = await fetch(`${origin.replace('127.0.0.1', '127.0.0.2')}/review`).catch(() => null)
    expect(other).toBe(null)
  })

  it.each(['evil.example', 'evil.example:80', '127.0.0.1.evil.example', '0.0.0.0', '[::1]', 'localhost.'])(
    'is not answered under the name %j, which somebody has led here, even with the token',
    async host => {
      const { origin, key, headers } = await serve()
      const { port } = new URL(origin)
      for (const [method, path] of [
        ['GET', `/open?key=${key}`],
        ['GET', '/review/data'],
        ['GET', '/print'],
        ['POST', '/review/say'],
        ['POST', '/review/build'],
      ] as const) {
        const asked = request({
          ...{ host: '127.0.0.1', port, method, path },
          headers: { ...headers, Host: host, Origin: `http://${host}`, 'Content-Type': 'application/json' },
        }).end()
        const [answer] = (await once(asked, 'response')) as [IncomingMessage]
        answer.resume()
        expect([path, answer.statusCode, answer.headers['set-cookie']]).toEqual([path, 421, undefined])
      }
    },
  )

  it('leads to no file beside the slides, and does not answer what changes something in another way', async () => {
    const { origin, headers } = await serve()
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/assets/..%2f..%2fetc/passwd',
      '/data/review.json',
    ])
      expect([path, (await fetch(origin + path, { headers })).ok]).toEqual([path, false])
    for (const method of ['GET', 'PUT', 'DELETE', 'OPTIONS'])
      expect([method, (await fetch(`${origin}/review/build`, { method, headers })).status]).toEqual([method, 405])
  })
})

describe('what somebody says', () => {
  it('is kept with name, time and fingerprint, and can be taken back', async () => {
    const { view, say } = await serve()
    const before = await view()
    const [item, other] = before.items
    const answer = await say(confirm(before, ' 李 明'))
    expect(answer.status).toBe(200)
    const kept = {
      [item!.id]: {
        李明: { verdict: 'confirmed', at: '2031-02-03T04:05:06.000Z', fingerprint: item!.fingerprint },
      },
    }
    expect(await answer.json()).toEqual({ ok: true, review: kept })
    expect((JSON.parse(readFileSync(reviewFile(), 'utf8')) as { reviews: unknown }).reviews).toEqual(kept)
    await say({
      by: '王芳',
      sayings: [{ id: other!.id, fingerprint: other!.fingerprint, verdict: 'objected', word: ' 原文是\n210 ' }],
    })
    expect((await view()).review[other!.id]).toMatchObject({ 王芳: { verdict: 'objected', word: '原文是 210' } })
    for (const [by, { id, fingerprint }] of [
      ['李明', item!],
      ['王芳', other!],
    ] as const)
      await say({ by, sayings: [{ id, fingerprint, verdict: null }] })
    expect((await view()).review).toEqual({})
  })

  it('is taken down, as slides are built, only where our page asks for it, in a browser with the token', async () => {
    const { origin, view, post, build } = await serve()
    const cookieOfOther = (await serve()).headers.Cookie!
    const body = confirm(await view())
    const strange: Record<string, string>[] = [
      { Origin: 'http://evil.example' },
      { Origin: 'http://127.0.0.1:1' },
      { Origin: origin.replace('127.0.0.1', 'localhost') },
      { Origin: 'null' },
      { Origin: '' },
      { 'Sec-Fetch-Site': 'cross-site' },
      { 'Sec-Fetch-Site': 'same-site' },
      { Cookie: '' },
      { Cookie: cookieOfOther },
    ]
    for (const headers of strange)
      for (const path of ['/review/say', '/review/build'])
        expect([path, headers, (await post(path, body, headers)).status]).toEqual([path, headers, 403])
    expect((await view()).review).toEqual({})
    expect(build).toHaveBeenCalledTimes(1)
  })

  it('is not read where it is of another type, or too long', async () => {
    const { view, say } = await serve()
    const body = confirm(await view())
    expect((await say(body, { 'Content-Type': 'text/plain' })).status).toBe(415)
    expect((await say({ ...body, by: '李'.repeat(LONGEST_BODY) })).status).toBe(413)
    expect((await view()).review).toEqual({})
  })

  it.each<[string, (body: SayingBody) => unknown]>([
    ['no name', body => ({ ...body, by: ' \u200b' })],
    ['a name that is too long', body => ({ ...body, by: '李'.repeat(21) })],
    ['nothing', body => ({ ...body, sayings: [] })],
    ['an objection without a word', body => ({ ...body, sayings: [{ ...body.sayings[0], verdict: 'objected' }] })],
    ['a word with a confirmation', body => ({ ...body, sayings: [{ ...body.sayings[0], word: '好' }] })],
    ['more than it may', body => ({ ...body, at: '2031-01-01' })],
    ['a text', () => 'confirmed'],
  ])('is refused where it is %s', async (_, change) => {
    const { view, say } = await serve()
    const answer = await say(change(confirm(await view())))
    expect([answer.status, await answer.json()]).toEqual([400, { ok: false, error: 'malformed' }])
    expect((await view()).review).toEqual({})
  })

  it('counts for nothing where the figure is another one by then, or none; all of it or nothing', async () => {
    const { view, say } = await serve()
    const before = await view()
    const item = before.items.find(({ label }) => deckText().includes(`label: '${label}'`))!
    const others = before.items.filter(each => each !== item)
    rewriteDeck(text => text.replace(`label: '${item.label}'`, `label: '${item.label}数'`))
    const both = [others[0]!, item].map(({ id, fingerprint }) => ({ id, fingerprint, verdict: 'confirmed' }))
    const answer = await say({ by: '李明', sayings: both })
    expect([answer.status, await answer.json()]).toEqual([409, { ok: false, error: 'changed' }])
    const after = await view()
    expect(after.items.find(({ id }) => id === item.id)!.label).toBe(`${item.label}数`)
    expect([after.review, after.stamp === before.stamp]).toEqual([{}, false])
    const gone = await say({ by: '李明', sayings: [{ id: 'nothing', fingerprint: '0', verdict: 'confirmed' }] })
    expect([gone.status, await gone.json()]).toEqual([404, { ok: false, error: 'unknown' }])
  })
})

describe('a deck that is edited meanwhile', () => {
  const settled = async (origin: string, headers: Record<string, string>): Promise<SaidView> =>
    vi.waitFor(async () => {
      const said = (await (await fetch(`${origin}/review/said`, { headers })).json()) as SaidView
      expect(said.slides.state).not.toBe('building')
      return said
    })

  it('is shown as it is; its slides are built anew when somebody asks for it', async () => {
    const { origin, headers, view, post, build } = await serve()
    const before = await view()
    expect(before.slides).toEqual({ build: 1, state: 'current', problem: null })
    rewriteDeck(text => `${text}\n`)
    expect((await view()).slides).toEqual({ build: 1, state: 'older', problem: null })
    expect(build).toHaveBeenCalledTimes(1)

    const site = temporaryFolder()
    writeFileSync(path.join(site, 'index.html'), 'the new slides')
    const built = Promise.withResolvers<string>()
    build.mockReturnValue(built.promise)
    for (let asked = 0; asked < 2; asked += 1) {
      const said = (await (await post('/review/build', {})).json()) as SaidView
      expect(said.slides).toEqual({ build: 1, state: 'building', problem: null })
    }
    built.resolve(site)
    expect((await settled(origin, headers)).slides).toEqual({ build: 2, state: 'current', problem: null })
    expect(build).toHaveBeenCalledTimes(2)
    expect(await (await fetch(`${origin}/print`, { headers })).text()).toBe('the new slides')
  })

  it('keeps its slides where it does not build, and says why', async () => {
    const { origin, headers, post, build } = await serve()
    rewriteDeck(text => `${text}\n`)
    build.mockRejectedValue(new HuibaoError('网站没有建成', { hint: '请改好。' }))
    await post('/review/build', {})
    expect((await settled(origin, headers)).slides).toEqual({
      build: 1,
      state: 'older',
      problem: '网站没有建成\n请改好。',
    })
    expect(await (await fetch(`${origin}/print`, { headers })).text()).toBe('index.html')
  })

  it('takes nothing down where its data is wrong or cannot be read, and says what and where', async () => {
    const { view, say } = await serve()
    const before = await view()
    expect(before.problems).toEqual([])
    const { label } = before.items.find(each => deckText().includes(`label: '${each.label}'`))!
    rewriteDeck(text => text.replace(`label: '${label}'`, `label: ''`))
    expect((await view()).problems).toEqual([expect.stringMatching(/^data\/deck\.ts:\d+ {2}\S+：label/)])
    rewriteDeck(text => `${text}\n}`)
    const kept = keptText()
    const answer = await say(confirm(before))
    expect(answer.status).toBe(500)
    expect(await answer.json()).toEqual({ unreadable: expect.stringContaining('data/deck.ts') as string })
    expect(keptText()).toBe(kept)
  })
})
