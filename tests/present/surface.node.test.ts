import { symlink, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { siteHandler } from '../../scripts/present/http/static.ts'
import { openSocket, parseAnswer, sendRaw } from './support/raw.ts'
import { AUDIENCE, PRESENTER, startTestServer, type Paired, type TestServer } from './support/server.ts'

let server: TestServer
let presenter: Paired
beforeAll(async () => {
  server = await startTestServer()
  presenter = await server.pair()
})
afterAll(() => server.life.disposeAsync())

const VITE = [
  '/@vite/client',
  '/@fs/etc/passwd',
  '/@fs/',
  '/@id/x',
  '/__slidev/',
  '/__slidev/slides/1.json',
  '/@server-reactive/nav',
  '/__mcp',
  '/__open-in-editor',
  '/node_modules/vue/package.json',
  '/package.json',
  '/slides.md',
]
const HIDDEN = [
  '/.huibao-inputs',
  '/.git/config',
  '/.env',
  '/assets/',
  '/assets',
  '/index',
  '/index.html/',
  '/meeting.json',
  '/pairings.json',
  '/lock',
  '/state/',
  '/audience/index.html',
]

describe('what does not exist', () => {
  it.each([...VITE, ...HIDDEN])('%s', async path => {
    expect((await server.get(path)).status).toBe(404)
    expect((await server.get(path, { cookie: presenter.cookie })).status).toBe(404)
    const [first, second] = [
      await server.get(`/presenter${path}`),
      await server.get(`/presenter${path}`, { cookie: presenter.cookie }),
    ]
    expect(first.status).toBe(401)
    expect([path, second.status]).toEqual([path, 404])
  })

  it('says nothing of which files the presenter has', async () => {
    const answers = await Promise.all(
      ['assets/notes-1234.js', 'assets/none.js', 'index.html', '1', 'x'].map(async name => {
        const answer = await server.get(`/presenter/${name}`)
        return JSON.stringify([
          answer.status,
          await answer.text(),
          [...answer.headers].filter(([header]) => header !== 'date'),
        ])
      }),
    )
    expect(new Set(answers).size).toBe(1)
  })

  it("leads those who open a presenter's page by hand to pairing, and nobody else", async () => {
    for (const path of [
      '/presenter/',
      '/presenter/1',
      '/presenter/assets/notes-1234.js',
      '/phone',
      '/presenter/none',
    ]) {
      const { status, headers } = await server.raw(`GET ${path}`, { 'Sec-Fetch-Mode': 'navigate' })
      expect([path, status, headers.location]).toEqual([path, 302, '/pair'])
    }
  })
})

describe('paths that mean another one', () => {
  const ups = [
    '..',
    '%2e%2e',
    '.%2e',
    '%2E.',
    '%252e%252e',
    '..%00',
    '%c0%ae%c0%ae',
    '%e0%80%ae%e0%80%ae',
    '%uff0e%uff0e',
    '..;',
    '....',
    '．．',
  ]
  const slashes = ['/', '%2f', '%5c', '\\', '%252f', '%c0%af', '//']
  const targets = ['state/pairings.json', 'presenter/assets/notes-1234.js', 'etc/passwd']
  const paths = ups.flatMap(up =>
    slashes.flatMap(slash => targets.map(target => [up, up, up, ...target.split('/')].join(slash))),
  )

  it('lead nowhere, for anybody', async () => {
    const statuses = new Set<number>()
    for (const base of ['/', '/assets/', '/presenter/', '/presenter/assets/', '/pair/']) {
      for (const cookie of ['', presenter.cookie]) {
        for (const path of paths) {
          const { status, text } = await ask(base + path, { Cookie: cookie })
          statuses.add(status)
          expect([base + path, /canary|root:|"hash"/.test(text)]).toEqual([base + path, false])
          expect([base + path, status]).not.toEqual([base + path, 200])
        }
      }
    }
    expect([...statuses].sort()).toEqual([400, 401, 404])
  })

  it("doors to the presenter's site open for nobody else", async () => {
    for (const path of [
      '/./presenter/index.html',
      '/%70resenter/index.html',
      '/presenter%2findex.html',
      '//presenter/index.html',
      '/PRESENTER/index.html',
      '/presenter;/index.html',
      '/x/../presenter/index.html',
      '/presenter/./index.html',
      '/presenter/%2e/index.html',
      '/assets/..%2fpresenter/index.html',
      '/?/presenter/index.html',
      '/presenter?x',
      '/presenter%3f/index.html',
      '/presenter%23/index.html',
      '/presenter/index.html.gz',
      '/presenter/index.html%00.js',
    ]) {
      const { status, text } = await ask(path, {})
      expect([path, text.includes('讲稿')]).toEqual([path, false])
      if (path !== '/?/presenter/index.html') expect([path, status === 200]).toEqual([path, false])
    }
  })

  // `fetch` would tidy the path up.
  async function ask(path: string, headers: Record<string, string>): Promise<{ status: number; text: string }> {
    const answer = await server.raw(`GET ${Buffer.from(path).toString('latin1')}`, headers)
    return { status: answer.status, text: Buffer.from(answer.text, 'latin1').toString() }
  }
})

describe('files', () => {
  it('of the audience are for everybody, those of the presenter for paired devices', async () => {
    for (const name of Object.keys(AUDIENCE).filter(name => !name.startsWith('.')))
      expect(await (await server.get(`/${encodeURIComponent(name).replaceAll('%2F', '/')}`)).text()).toBe(
        AUDIENCE[name],
      )
    for (const name of Object.keys(PRESENTER).filter(name => !name.startsWith('.')))
      expect(await (await server.get(`/presenter/${name}`, { cookie: presenter.cookie })).text()).toBe(PRESENTER[name])
  })

  it('are cached as they may be', async () => {
    const cacheOf = async (path: string, headers = {}): Promise<string | null> =>
      (await server.get(path, headers)).headers.get('cache-control')
    const cookie = { cookie: presenter.cookie }
    expect(await cacheOf('/')).toBe('public, no-cache')
    expect(await cacheOf('/3')).toBe('public, no-cache')
    expect(await cacheOf('/assets/app-1234.js')).toBe('public, max-age=31536000, immutable')
    expect(await cacheOf('/presenter/presenter/1', cookie)).toBe('private, no-cache')
    expect(await cacheOf('/presenter/assets/notes-1234.js', cookie)).toBe('private, max-age=31536000, immutable')
    expect(await cacheOf('/presenter/assets/notes-1234.js')).toBe('no-store, no-transform')
    expect(await cacheOf('/state')).toBe('no-store, no-transform')
    expect(await cacheOf('/presenter/state', cookie)).toBe('no-store, no-transform')
    expect((await server.get('/')).headers.get('vary')).toBe('Accept-Encoding')
  })

  it('that somebody has are not confirmed to those who may not have them', async () => {
    const path = '/presenter/assets/notes-1234.js'
    const tag = (await server.get(path, { cookie: presenter.cookie })).headers.get('etag')!
    expect((await server.get(path, { cookie: presenter.cookie, 'if-none-match': tag })).status).toBe(304)
    expect((await server.get(path, { 'if-none-match': tag })).status).toBe(401)
  })

  it.each([
    ['bytes=0-3', 206, 4],
    ['bytes=300000-', 206, 3],
    ['bytes=5-2', 200, 300_003],
    ['bytes=-5', 200, 300_003],
    ['bytes=0-1,3-4', 200, 300_003],
    ['bytes=--', 200, 300_003],
    ['bytes=999999999999999-', 416, 0],
    [`bytes=${'9'.repeat(400)}-`, 200, 300_003],
    ['bytes=1e3-2e3', 200, 300_003],
    ['items=0-3', 200, 300_003],
  ])('ranges: %s', async (Range, status, length) => {
    const answer = await server.get('/assets/long-1234.js', { Range })
    expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([status, length])
    expect(server.warnings).toEqual([])
  })

  it('links in a site lead nowhere', async () => {
    const folder = join(server.folder, 'audience')
    await writeFile(join(server.folder, 'secret.txt'), 'canary')
    await symlink(join(server.folder, 'secret.txt'), join(folder, 'assets', 'link.txt'))
    await symlink(join(server.folder, 'presenter'), join(folder, 'beside'))
    const handler = siteHandler(folder, { isPage: () => false, pace: { start: 1_000, rate: 1_000_000 } })
    for (const path of ['/assets/link.txt', '/beside/index.html', '/beside/assets/notes-1234.js'])
      expect(handler({ url: path, headers: {} } as never, {} as never, path)).toBe(false)
    await unlink(join(folder, 'beside'))
    await unlink(join(folder, 'assets', 'link.txt'))
  })
})

describe('methods', () => {
  it.each([
    ['OPTIONS', '/command', 405],
    ['OPTIONS', '/', 405],
    ['OPTIONS', '*', 400],
    ['TRACE', '/', 405],
    ['TRACE', '/command', 405],
    ['PUT', '/', 405],
    ['PUT', '/state', 405],
    ['DELETE', '/1', 405],
    ['PATCH', '/command', 405],
    ['PROPFIND', '/', 405],
    ['POST', '/', 405],
    ['POST', '/state', 405],
    ['POST', '/events', 405],
    ['POST', '/nothing', 405],
    ['GET', '/command', 405],
    ['GET', '/presenter/pulse', 405],
    ['HEAD', '/events', 405],
    ['HEAD', '/', 200],
    ['HEAD', '/pair', 200],
    ['HEAD', '/none', 404],
    ['HEAD', '/presenter/', 405],
    ['HEAD', '/presenter/1', 401],
    ['HEAD', '/assets/long-1234.js', 200],
  ])('%s %s is answered %i', async (method, path, status) => {
    const answer = await server.raw(`${method} ${path}`, { 'X-Mark': 'echo' })
    expect(answer.status).toBe(status)
    expect(answer.text).not.toContain('echo')
    expect(answer.headers['access-control-allow-origin']).toBeUndefined()
    if (status === 405) expect(answer.headers.allow).toMatch(/^[A-Z, ]+$/)
    if (method === 'HEAD') expect(answer.body).toBe('')
  })

  it('there is no tunnel, and one who asks for it and hangs up ends nothing', async () => {
    const answer = await sendRaw(
      server.port,
      `CONNECT 127.0.0.1:${server.port} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`,
    )
    expect(answer.status).toBe(405)
    for (let count = 0; count < 20; count += 1) {
      const socket = await openSocket(server.port)
      socket.write('CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n')
      setTimeout(() => socket.resetAndDestroy(), count)
    }
    await new Promise(resolve => setTimeout(resolve, 50))
    expect((await server.get('/healthz')).status).toBe(200)
  })

  it('an upgrade is not one', async () => {
    for (const path of ['/', '/@server-reactive/nav', '/presenter/']) {
      const answer = await server.raw(`GET ${path}`, {
        Upgrade: 'websocket',
        'Sec-WebSocket-Key': 'x',
        'Sec-WebSocket-Version': '13',
      })
      expect([200, 404, 401]).toContain(answer.status)
    }
    const text = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nConnection: Upgrade, close\r\nUpgrade: websocket\r\n\r\n`
    expect((await sendRaw(server.port, text)).status).toBe(200)
  })
})

describe('headers', () => {
  const answers: Record<string, () => Promise<Response>> = {
    'a page': () => server.get('/'),
    'an asset': () => server.get('/assets/app-1234.js'),
    'a range': () => server.get('/assets/app-1234.js', { Range: 'bytes=0-1' }),
    'a range out of bounds': () => server.get('/assets/app-1234.js', { Range: 'bytes=99-' }),
    'a page that is unchanged': async () =>
      server.get('/', { 'if-none-match': (await server.get('/')).headers.get('etag')! }),
    'a state that is unchanged': async () =>
      server.get('/state', { 'if-none-match': (await server.get('/state')).headers.get('etag')! }),
    'a state': () => server.get('/state'),
    'a redirect': () => server.get('/kiosk'),
    'a redirect of paired devices': () => server.get('/phone', { cookie: presenter.cookie }),
    'the page to pair': () => server.get('/pair'),
    'its script': () => server.get('/pair/pair.js'),
    "the presenter's page": () => server.get('/presenter/', { cookie: presenter.cookie }),
    nothing: () => server.get('/none'),
    'a bad path': () => server.get('/%00'),
    'no entry': () => server.get('/presenter/1'),
    'a wrong method': () => server.get('/command'),
    'a wrong code': () => server.post('/pair', { code: 'x'.repeat(22) }),
    'a bad body': () => server.post('/command', '{', presenter),
    'a wrong type': () =>
      server.post('/command', '{', { cookie: presenter.cookie, headers: { 'Content-Type': 'text/plain' } }),
    'a command': () => server.command(presenter, { type: 'next' }),
    'a sign of life': () => server.post('/presenter/pulse', {}, presenter),
    health: () => server.get('/healthz'),
    metrics: () => server.get('/metrics'),
  }
  const expected = [
    'content-security-policy',
    'x-content-type-options',
    'x-frame-options',
    'referrer-policy',
    'cross-origin-resource-policy',
  ]

  it.each(Object.keys(answers))('of %s', async name => {
    const { headers, body } = await answers[name]!()
    await body?.cancel()
    expect(expected.filter(header => !headers.has(header))).toEqual([])
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; .*frame-ancestors 'none'$/,
    )
    for (const header of ['server', 'x-powered-by', 'access-control-allow-origin', 'cross-origin-opener-policy'])
      expect(headers.has(header)).toBe(false)
  })

  it("of a stream and of a stranger's name", async () => {
    for (const [line, headers] of [
      ['GET /events', {}],
      ['GET /presenter/events', { Cookie: presenter.cookie }],
      ['GET /', { Host: 'evil.example' }],
    ] as const) {
      const socket = await openSocket(server.port)
      socket.write(
        [
          `${line} HTTP/1.1`,
          ...Object.entries({ Host: `127.0.0.1:${server.port}`, ...headers }).map(
            ([name, value]) => `${name}: ${value}`,
          ),
          '',
          '',
        ].join('\r\n'),
      )
      const text = await new Promise<string>(resolve =>
        socket.once('data', (chunk: Buffer) => resolve(chunk.toString())),
      )
      socket.destroy()
      expect(Object.keys(parseAnswer(text).headers)).toEqual(expect.arrayContaining(expected))
    }
  })

  it("health and metrics tell nothing that is the presenter's", async () => {
    const text = (await (await server.get('/healthz')).text()) + (await (await server.get('/metrics')).text())
    for (const secret of [presenter.device.id, presenter.device.name, server.folder, presenter.cookie.slice(7)])
      expect(text).not.toContain(secret)
    expect(Object.keys((await (await server.get('/healthz')).json()) as object).sort()).toEqual([
      'epoch',
      'followers',
      'rev',
      'status',
    ])
  })
})
