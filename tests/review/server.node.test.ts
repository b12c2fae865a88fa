import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { REVIEW_FILE } from '../../model/review.ts'
import { Desk } from '../../scripts/review/desk.ts'
import { startReviewServer } from '../../scripts/review/server.ts'
import type { ReviewView, SayingBody } from '../../scripts/review/view.ts'
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
}

async function serve(): Promise<Client> {
  const site = temporaryFolder()
  mkdirSync(path.join(site, 'assets'))
  for (const name of ['index.html', 'assets/a.js']) writeFileSync(path.join(site, name), name)
  const address = await startReviewServer({
    desk: await Desk.open({ root, source: [], by: null, date: () => new Date('2031-02-03T04:05:06Z') }),
    site,
    page: new Map([['/review', { type: 'text/html', body: 'the page' }]]),
    port: 0,
    life: testLifecycle(),
    log: silentLog,
  })
  const { origin, searchParams } = new URL(address)
  const cookie = (await fetch(address)).headers.get('Set-Cookie')!.split(';')[0]!
  const headers = { Cookie: cookie }
  const own = { ...headers, Origin: origin, 'Content-Type': 'application/json' }
  return {
    origin,
    key: searchParams.get('key')!,
    headers,
    view: async () => (await fetch(`${origin}/review/data`, { headers })).json() as Promise<ReviewView>,
    say: (body, more = {}) =>
      fetch(`${origin}/review/say`, { method: 'POST', headers: { ...own, ...more }, body: JSON.stringify(body) }),
  }
}

const reviewFile = (): string => path.join(root, REVIEW_FILE)

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

  it('is taken down only where it comes from our page', async () => {
    const { view, say } = await serve()
    const body = confirm(await view())
    expect((await say(body, { Origin: 'http://evil.example' })).status).toBe(403)
    expect((await say(body, { Origin: '' })).status).toBe(403)
    expect((await say(body, { Cookie: '' })).status).toBe(403)
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
    expect(before.outdated).toBe(false)
    const file = path.join(root, 'data', 'deck.ts')
    const written = readFileSync(file, 'utf8')
    onTestFinished(() => writeFileSync(file, written))
    const item = before.items.find(({ label }) => written.includes(`label: '${label}'`))!
    const others = before.items.filter(each => each !== item)
    writeFileSync(file, written.replace(`label: '${item.label}'`, `label: '${item.label}数'`))
    utimesSync(file, new Date(), new Date(Date.now() + 5_000))
    const both = [others[0]!, item].map(({ id, fingerprint }) => ({ id, fingerprint, verdict: 'confirmed' }))
    const answer = await say({ by: '李明', sayings: both })
    expect([answer.status, await answer.json()]).toEqual([409, { ok: false, error: 'changed' }])
    const after = await view()
    expect(after.items.find(({ id }) => id === item.id)!.label).toBe(`${item.label}数`)
    expect([after.review, after.outdated, after.stamp === before.stamp]).toEqual([{}, true, false])
    const gone = await say({ by: '李明', sayings: [{ id: 'nothing', fingerprint: '0', verdict: 'confirmed' }] })
    expect([gone.status, await gone.json()]).toEqual([404, { ok: false, error: 'unknown' }])
  })
})
