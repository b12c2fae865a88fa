import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Command } from '../../components/present/protocol.ts'
import { LIMITS } from '../../components/present/protocol.ts'
import { PAIRING_TTL } from '../../scripts/present/pairing/sessions.ts'
import { openSocket, parseAnswer, requestText, sendRaw, untilClosed } from './support/raw.ts'
import { startTestServer, type Paired, type TestServer } from './support/server.ts'

const COMMANDS: Command[] = [
  { type: 'next' },
  { type: 'prev' },
  { type: 'goto', page: 3, clicks: 1 },
  { type: 'screen', screen: 'black' },
  { type: 'take' },
  { type: 'release' },
  { type: 'pointer', pointer: { x: 1, y: 2, style: 'laser' } },
  { type: 'draw', page: 1, svg: '<path d="M0,0"/>' },
  { type: 'timer', status: 'running' },
  { type: 'totals', totals: [1, 2, 3] },
]
const WRITES: [path: string, body: unknown][] = [
  ...COMMANDS.map((command): [string, unknown] => ['/command', command]),
  ['/presenter/pulse', {}],
  ['/presenter/invite', {}],
  ['/presenter/unpair', {}],
]

let server: TestServer
let presenter: Paired
beforeAll(async () => {
  server = await startTestServer()
  presenter = await server.pair()
  await server.command(presenter, { type: 'goto', page: 5 })
  await server.command(presenter, { type: 'draw', page: 5, svg: '<path d="M1,1"/>' })
})
afterAll(() => server.life.disposeAsync())

/** Does something that must be refused, and change nothing. */
async function refused(work: () => Promise<{ status: number }>, statuses: readonly number[]): Promise<void> {
  const before = await server.state()
  const { status } = await work()
  expect(statuses).toContain(status)
  expect(await server.state()).toBe(before)
}

describe('a write with a credential that is none', () => {
  const credentials: Record<string, () => Promise<string | undefined>> = {
    no: async () => undefined,
    'a made-up': async () => server.cookieOf('A'.repeat(43)),
    'an empty': async () => server.cookieOf(''),
    'the public id of a device as': async () => server.cookieOf(presenter.device.id),
    'the hash of one as': async () =>
      server.cookieOf(createHash('sha256').update(presenter.cookie.split('=')[1]!).digest('base64url')),
    'the right one under another name as': async () => presenter.cookie.replace('huibao', '__Host-huibao'),
    'the right one with a blank as': async () => `${presenter.cookie} x`,
    'a revoked': async () => {
      const other = await server.pair('手机')
      expect((await server.post('/presenter/unpair', { device: other.device.id }, presenter)).status).toBe(200)
      return other.cookie
    },
    'a revoked by itself': async () => {
      const other = await server.pair('手机')
      expect((await server.post('/presenter/unpair', {}, other)).status).toBe(200)
      return other.cookie
    },
    'one that was exchanged for another as': async () => {
      const first = await server.pair('手机')
      const again = await server.post('/pair', { code: server.codes.issue().long }, first)
      expect(await again.json()).toMatchObject({ ok: true, device: { id: first.device.id, name: '手机' } })
      return first.cookie
    },
    "a prototype's name as": async () => server.cookieOf('__proto__'),
  }
  it.each(Object.keys(credentials))('%s credential', async name => {
    const cookie = await credentials[name]!()
    for (const [path, body] of WRITES) await refused(() => server.post(path, body, { cookie }), [401])
    for (const path of [
      '/presenter/events',
      '/presenter/state',
      '/presenter/',
      '/presenter/index.html',
      '/presenter/presenter/1',
      '/phone',
      '/presenter/assets/notes-1234.js',
    ])
      expect((await server.get(path, cookie === undefined ? {} : { cookie })).status).toBe(401)
  })

  it('an expired credential', async () => {
    const brief = await startTestServer()
    const paired = await brief.pair()
    expect((await brief.command(paired, { type: 'next' })).status).toBe(200)
    brief.pass(PAIRING_TTL + 1)
    const before = await brief.state()
    for (const [path, body] of WRITES) expect((await brief.post(path, body, paired)).status).toBe(401)
    expect(await brief.state()).toBe(before)
    await brief.life.disposeAsync()
  })
})

describe('a write from elsewhere, with the right credential', () => {
  const host = (): string => `127.0.0.1:${server.port}`
  const body = JSON.stringify({ type: 'next' })
  const raw = (path: string, headers: Record<string, string | undefined>, text = body) =>
    server.raw(
      `POST ${path}`,
      {
        'Content-Type': 'application/json',
        'Content-Length': String(Buffer.byteLength(text)),
        Cookie: presenter.cookie,
        ...(headers as Record<string, string>),
      },
      text,
    )

  it.each([
    ['none', undefined],
    ['null', 'null'],
    ['another site', 'http://evil.example'],
    ['another port', 'http://127.0.0.1:1'],
    ['another name of this machine', 'http://localhost'],
    ['a name that begins like ours', 'http://127.0.0.1.evil.example'],
    ['a user before ours', 'http://127.0.0.1@evil.example'],
    ['ours as a user', 'http://127.0.0.1:1@evil.example'],
    ['ours and another', 'http://127.0.0.1, http://evil.example'],
    ['a file', 'file://'],
    ['an extension', 'chrome-extension://abcdef'],
    ['an empty one', ''],
  ])('Origin: %s', async (_, origin) => {
    for (const path of ['/command', '/pair', '/presenter/pulse', '/presenter/invite', '/presenter/unpair'])
      await refused(() => raw(path, origin === undefined ? {} : { Origin: origin }), [403])
  })

  it.each(['cross-site', 'same-site', 'none', 'SAME-ORIGIN,cross-site'])('Sec-Fetch-Site: %s', async site => {
    for (const path of ['/command', '/pair', '/presenter/unpair'])
      await refused(() => raw(path, { Origin: server.origin, 'Sec-Fetch-Site': site }), [403])
  })

  it('our own page is let in', async () => {
    const answer = await raw('/command', { Origin: server.origin, 'Sec-Fetch-Site': 'same-origin' })
    expect(answer.status).toBe(200)
  })

  it.each([
    ['another name', 'evil.example', 421],
    ['another name with our port', 'evil.example:PORT', 421],
    ['a name that ends like ours', 'evil.example.127.0.0.1', 421],
    ['a number for our address', '2130706433', 421],
    ['a path behind it', '127.0.0.1/evil', 421],
    ['empty', '', 421],
  ])('Host: %s', async (_, name, status) => {
    const Host = name.replace('PORT', String(server.port))
    for (const path of ['/command', '/pair', '/presenter/invite'])
      await refused(() => raw(path, { Host, Origin: `http://${Host}` }), [status])
    for (const path of [
      '/',
      '/state',
      '/events',
      '/healthz',
      '/metrics',
      '/presenter/state',
      '/presenter/',
      '/assets/app-1234.js',
      '/pair',
    ])
      expect([path, (await server.raw(`GET ${path}`, { Host, Cookie: presenter.cookie })).status]).toEqual([
        path,
        status,
      ])
  })

  it('no Host, two of them, and a target that names another', async () => {
    const ask = async (line: string, headers: string[]): Promise<number> =>
      (await sendRaw(server.port, requestText(line, headers))).status
    expect(await ask('GET /state', [])).toBe(421)
    expect(await ask('GET /state', [`Host: ${host()}`, `Host: ${host()}`])).toBe(421)
    expect(await ask('GET /state', ['Host: evil.example', `Host: ${host()}`])).toBe(421)
    expect(await ask('GET /state', [`Host: ${host()}`, 'Host: evil.example'])).toBe(421)
    expect(await ask(`GET http://${host()}/state`, [`Host: ${host()}`])).toBe(400)
    expect(await ask('GET http://evil.example/state', [`Host: ${host()}`])).toBe(400)
    expect(await ask('GET //evil.example/state', [`Host: ${host()}`])).toBe(400)
    expect((await sendRaw(server.port, 'GET /state HTTP/1.0\r\n\r\n')).status).toBe(421)
  })
})

describe('a body that is none, of a paired device', () => {
  const send = (body: string, headers: Record<string, string> = {}, path = '/command') =>
    server.post(path, body, { cookie: presenter.cookie, headers })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'text/json',
    'application/json; charset=utf-7',
    'application/json, text/plain',
    '',
  ])('as %s', async type => {
    for (const path of ['/command', '/pair', '/presenter/unpair'])
      await refused(() => send(JSON.stringify({ type: 'next' }), { 'Content-Type': type }, path), [415])
  })

  it('compressed', async () => {
    const packed = gzipSync(JSON.stringify({ type: 'next' }))
    await refused(
      () =>
        fetch(`${server.origin}/command`, {
          method: 'POST',
          body: packed,
          headers: {
            'Content-Type': 'application/json',
            'Content-Encoding': 'gzip',
            Origin: server.origin,
            Cookie: presenter.cookie,
          },
        }),
      [415],
    )
  })

  it('too large, said beforehand or not', async () => {
    const large = JSON.stringify({ type: 'next', id: 'x'.repeat(LIMITS.body) })
    await refused(() => send(large), [413])
    const head = { 'Content-Type': 'application/json', Origin: server.origin, Cookie: presenter.cookie }
    const chunk = `${(4096).toString(16)}\r\n${' '.repeat(4096)}\r\n`
    await refused(
      () => server.raw('POST /command', { ...head, 'Transfer-Encoding': 'chunked' }, chunk.repeat(20)),
      [413],
    )
    await refused(() => server.raw('POST /command', { ...head, 'Content-Length': '9999999999' }, '{'), [413])
    // An unpaired one is not even read.
    await refused(
      () => server.raw('POST /command', { ...head, Cookie: '', 'Content-Length': '9999999999' }, '{'),
      [401],
    )
    await refused(() => server.post('/pair', { code: 'x'.repeat(2_000) }), [413])
  })

  it.each([
    ['nothing', ''],
    ['no JSON', '{'],
    ['two of them', '{"type":"next"}{"type":"next"}'],
    ['null', 'null'],
    ['a list', '[{"type":"next"}]'],
    ['a text', '"next"'],
    ['nested lists', '['.repeat(20_000) + ']'.repeat(20_000)],
    ['nested objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['nested below what every object has', `{"type":"next","toString":${'['.repeat(20_000)}${']'.repeat(20_000)}}`],
    ['a prototype', '{"type":"next","__proto__":{"rev":1}}'],
    ['a constructor', '{"type":"next","constructor":{"prototype":{"page":1}}}'],
    ['one too many', '{"type":"next","page":2}'],
    ['page -1', '{"type":"goto","page":-1}'],
    ['page 0', '{"type":"goto","page":0}'],
    ['page NaN', '{"type":"goto","page":NaN}'],
    ['page 1e9', '{"type":"goto","page":1e9}'],
    ['page 1.5', '{"type":"goto","page":1.5}'],
    ['page "1"', '{"type":"goto","page":"1"}'],
    ['page after the last', '{"type":"goto","page":10}'],
    ['a drawing behind the last page', '{"type":"draw","page":10,"svg":""}'],
    ['a script in a drawing', '{"type":"draw","page":5,"svg":"<script>alert(1)</script>"}'],
    ['a drawing that is too large', JSON.stringify({ type: 'draw', page: 5, svg: '<path d="M0,0"/>'.repeat(2_100) })],
  ])('%s', async (_, body) => {
    await refused(() => send(body), [400])
  })

  it('an earlier revision', async () => {
    const { rev } = server.meeting.state
    for (const type of ['next', 'prev'] as const)
      await refused(() => server.command(presenter, { type, expectRev: rev - 1 }), [409])
    await refused(() => server.command(presenter, { type: 'goto', page: 1, expectRev: rev + 1 }), [409])
    await refused(() => server.command(presenter, { type: 'screen', screen: 'black', expectRev: 0 }), [409])
  })

  it('another paired device drives only when it has taken over', async () => {
    const phone = await server.pair('手机')
    for (const command of COMMANDS.filter(({ type }) => type !== 'take' && type !== 'totals'))
      await refused(() => server.command(phone, command), [409])
    expect((await server.command(phone, { type: 'take' })).status).toBe(200)
    await refused(() => server.command(presenter, { type: 'next' }), [409])
    expect((await server.command(presenter, { type: 'take' })).status).toBe(200)
  })

  it('a device whose pairing ends while its command is still coming', async () => {
    const phone = await server.pair('手机')
    const body = '{"type":"take"}'
    const socket = await openSocket(server.port)
    const closed = untilClosed(socket)
    const [head, text] = [
      requestText('POST /command', {
        Host: `127.0.0.1:${server.port}`,
        Origin: server.origin,
        Cookie: phone.cookie,
        'Content-Type': 'application/json',
        'Content-Length': String(body.length),
      }),
      body,
    ]
    socket.write(head + text.slice(0, 5))
    // The server has begun to read it when it answers what was sent later.
    await server.get('/healthz')
    await server.post('/presenter/unpair', { device: phone.device.id }, presenter)
    await refused(async () => {
      socket.write(text.slice(5))
      return parseAnswer((await closed).text)
    }, [401])
  })

  it('what a hand has given up, however late it comes', async () => {
    const at = Date.now()
    await refused(() => server.command(presenter, { type: 'next', until: at - 60_000 }), [409])
    expect((await server.command(presenter, { type: 'goto', page: 5, until: at + 60_000 })).status).toBe(200)
  })

  // But for the Host header, of which a proxy's owner has to know: see roles.node.test.ts.
  it('tells nobody what it was', async () => {
    const mark = 'echo-7f3a'
    const answers = await Promise.all([
      send(`{"type":"${mark}"}`),
      send(`{"${mark}`),
      send('{}', { 'Content-Type': mark }),
      server.post('/pair', { code: mark, [mark]: 1 }),
      server.get(`/${mark}`),
      server.get(`/presenter/${mark}`),
      server.post(`/${mark}`, {}),
      server.get('/state', { 'If-None-Match': mark }),
    ])
    for (const answer of answers) {
      expect(await answer.text()).not.toContain(mark)
      expect(JSON.stringify([...answer.headers])).not.toContain(mark)
    }
    for (const answer of [await server.raw(`GET /%00${mark}`), await server.raw(`${mark.toUpperCase()} /`)])
      expect(answer.text.toLowerCase()).not.toContain(mark)
  })
})

describe('what comes in the same breath', () => {
  it('pipelined commands of someone who is not paired are each refused', async () => {
    const one = `POST /command HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{"type":"next"}`
    const before = await server.state()
    const last = one.replace('Host:', 'Connection: close\r\nHost:')
    const { text } = await sendRaw(server.port, one.repeat(8) + last)
    expect(text.match(/HTTP\/1\.1 401/g)).toHaveLength(9)
    expect((await sendRaw(server.port, one.repeat(199) + last)).text).not.toContain('HTTP/1.1 200')
    expect(await server.state()).toBe(before)
  })

  it.each([
    ['a length and chunks', 'Content-Length: 5\r\nTransfer-Encoding: chunked', '0\r\n\r\nGET /x HTTP/1.1\r\n\r\n'],
    ['two lengths', 'Content-Length: 5\r\nContent-Length: 6', 'abcde'],
    ['a length with a sign', 'Content-Length: +5', 'abcde'],
    ['chunks that are not last', 'Transfer-Encoding: chunked, identity', '0\r\n\r\n'],
    ['a blank before the colon', 'Content-Length : 5', 'abcde'],
    ['a folded line', 'X: a\r\n b: c', ''],
    ['a bare carriage return', 'X: a\rContent-Length: 5', 'abcde'],
    ['a NUL', 'X: a\0b', ''],
  ])('%s: the parser refuses it', async (_, header, body) => {
    const answer = await sendRaw(
      server.port,
      `POST /command HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${header}\r\n\r\n${body}`,
    )
    expect(answer.text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close\r\n\r\n$/)
  })

  it('chunks written otherwise are followed by no other request', async () => {
    const inner = `GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`
    for (const header of [
      'Transfer-Encoding: xchunked',
      'Transfer-Encoding: identity',
      'Transfer-Encoding:\tchunked\r\nTransfer-Encoding: x',
    ]) {
      const { text } = await sendRaw(
        server.port,
        `POST /command HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n${header}\r\n\r\n0\r\n\r\n${inner}`,
      )
      expect(text.match(/HTTP\/1\.1 \d{3}/g)).toHaveLength(1)
      expect(text).toMatch(/^HTTP\/1\.1 40[03]/)
    }
  })

  it('a bare line feed after the request line', async () => {
    const answer = await sendRaw(
      server.port,
      `GET /state HTTP/1.1\nHost: 127.0.0.1:${server.port}\n\nGET /healthz HTTP/1.1\n\n`,
    )
    expect(answer.status).toBe(400)
  })
})
