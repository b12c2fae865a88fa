import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Invitation, PairAnswer } from '../../components/present/protocol.ts'
import { openSocket } from './support/raw.ts'
import { startTestServer, type TestOptions, type TestServer } from './support/server.ts'

let server: TestServer
afterEach(() => server.life.disposeAsync())

async function start(options: TestOptions = {}): Promise<TestServer> {
  server = await startTestServer(options)
  return server
}
const WRONG = 'ZZZZZZZ0'
const pairing = async (
  code: string,
  headers: Record<string, string> = {},
): Promise<{ status: number; answer: PairAnswer }> => {
  const response = await server.post('/pair', { code }, { headers })
  return { status: response.status, answer: (await response.json()) as PairAnswer }
}

describe('guessing codes', () => {
  it('goes ten times a minute; a code that is scanned works from that address all the same', async () => {
    const { codes, pair, command, pass } = await start()
    const presenter = await pair()
    const { typed } = codes.issue()
    for (let count = 0; count < 10; count += 1) expect((await pairing(WRONG)).status).toBe(403)
    expect(await pairing(WRONG)).toEqual({ status: 429, answer: { ok: false, error: 'slow-down', retryAfter: 60 } })
    expect((await pairing(typed)).status).toBe(429)
    expect((await server.post('/pair', { code: typed })).headers.get('retry-after')).toBe('60')
    expect((await pairing(codes.issue().long)).status).toBe(200)
    for (let count = 0; count < 30; count += 1)
      expect((await command(presenter, { type: 'goto', page: 1 + (count % 5) })).status).toBe(200)
    pass(60_001)
    expect((await pairing(typed)).status).toBe(200)
    expect((await pairing(typed)).status).toBe(403)
  })

  it('ends with wrong long ones where it began, since those cannot be guessed', async () => {
    const { codes } = await start()
    for (let count = 0; count < 40; count += 1) expect((await pairing('x'.repeat(22))).status).toBe(403)
    expect((await pairing(codes.issue().typed)).status).toBe(200)
  })

  it('from many addresses voids the codes that are typed, and those alone', async () => {
    const { codes } = await start({ trustProxy: true })
    const [first, second] = [codes.issue(), codes.issue()]
    for (let count = 0; count < 60; count += 1)
      expect((await pairing(WRONG, { 'X-Forwarded-For': `10.0.0.${count}` })).status).toBe(403)
    expect((await pairing(first.typed, { 'X-Forwarded-For': '10.0.1.1' })).status).toBe(403)
    expect((await pairing(second.long, { 'X-Forwarded-For': '10.0.1.1' })).status).toBe(200)
    expect((await pairing(codes.issue().typed, { 'X-Forwarded-For': '10.0.1.1' })).status).toBe(200)
  })

  it('by an address that somebody only claims to have is counted where it comes from', async () => {
    await start()
    for (let count = 0; count < 10; count += 1)
      expect((await pairing(WRONG, { 'X-Forwarded-For': `10.0.0.${count}` })).status).toBe(403)
    expect((await pairing(WRONG, { 'X-Forwarded-For': '10.0.9.9' })).status).toBe(429)
  })

  it('behind a proxy is counted for each address, and a whole IPv6 network is one', async () => {
    await start({ trustProxy: true })
    for (let count = 0; count < 10; count += 1)
      expect((await pairing(WRONG, { 'X-Forwarded-For': `6.6.6.${count}, 2001:db8::${count}` })).status).toBe(403)
    expect((await pairing(WRONG, { 'X-Forwarded-For': '2001:db8::ffff:1' })).status).toBe(429)
    expect((await pairing(WRONG, { 'X-Forwarded-For': '2001:db8:0:1::1' })).status).toBe(403)
  })

  it('at the same time with the right code pairs one device', async () => {
    const { codes, sessions } = await start()
    const { long, typed } = codes.issue()
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => pairing(index % 2 ? long : typed)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(sessions.devices()).toHaveLength(1)
  })
})

describe('a paired device that has run wild', () => {
  it('is slowed down without losing a page turn', async () => {
    const { pair, command, meeting, pass } = await start()
    const presenter = await pair()
    // The server's clock stands still: nothing comes back in between.
    const real = Date.now()
    const clock = vi.spyOn(Date, 'now').mockReturnValue(real)
    try {
      const statuses = await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          command(presenter, { type: 'pointer', pointer: { x: index % 100, y: 1, style: 'laser' } }).then(
            ({ status }) => status,
          ),
        ),
      )
      expect(statuses.filter(status => status === 200)).toHaveLength(200)
      expect(statuses.filter(status => status === 429)).toHaveLength(100)
      for (let count = 0; count < 40; count += 1) {
        expect((await command(presenter, { type: 'goto', page: 1 + (count % 9) })).status).toBe(200)
        expect((await command(presenter, { type: 'pointer', pointer: null })).status).toBe(429)
      }
      expect(meeting.state.page).toBe(1 + (39 % 9))
      expect(await (await command(presenter, { type: 'pointer', pointer: null })).json()).toMatchObject({
        ok: false,
        error: 'slow-down',
        state: { page: meeting.state.page },
      })
      const phone = await pair('手机')
      expect((await command(phone, { type: 'take' })).status).toBe(200)
      expect((await command(phone, { type: 'pointer', pointer: null })).status).toBe(200)
      pass(1_000)
      expect((await command(phone, { type: 'pointer', pointer: null })).status).toBe(200)
    } finally {
      clock.mockRestore()
    }
  })

  it('gets no more than a thousand page turns at once', async () => {
    const { pair, command } = await start()
    const presenter = await pair()
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now())
    try {
      const counts = new Map<number, number>()
      for (let round = 0; round < 11; round += 1) {
        const statuses = await Promise.all(
          Array.from({ length: 100 }, (_, index) =>
            command(presenter, { type: 'goto', page: 1 + (index % 9), expectRev: 0 }).then(({ status }) => status),
          ),
        )
        for (const status of statuses) counts.set(status, (counts.get(status) ?? 0) + 1)
      }
      expect(Object.fromEntries(counts)).toEqual({ 409: 1_000, 429: 100 })
    } finally {
      clock.mockRestore()
    }
  })

  it('has no more than sixteen codes out', async () => {
    const { pair, post } = await start()
    const presenter = await pair()
    const links: string[] = []
    for (let count = 0; count < 40; count += 1)
      links.push(((await (await post('/presenter/invite', {}, presenter)).json()) as Invitation).link)
    const open = []
    for (const link of links) open.push((await pairing(link.split('#')[1]!)).status)
    expect(open.filter(status => status === 200)).toHaveLength(16)
    expect(open.slice(0, 24)).toEqual(Array<number>(24).fill(403))
  })

  it('pairing itself again and again stays one device', async () => {
    const { pair, post, codes, sessions } = await start()
    let { cookie } = await pair()
    for (let count = 0; count < 5; count += 1) {
      const answer = await post('/pair', { code: codes.issue().long, name: '别的' }, { cookie })
      cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
    }
    expect(sessions.devices().map(({ name }) => name)).toEqual(['电脑'])
  })
})

describe('cookies of others', () => {
  it('set by another port of this machine neither cover the right one nor fix it', async () => {
    const { pair, codes, post, command, cookieOf } = await start()
    const presenter = await pair()
    const junk = cookieOf('A'.repeat(43))
    const tossed = `${`${junk}; `.repeat(8)}${presenter.cookie}; ${cookieOf('')}`
    expect((await command({ ...presenter, cookie: tossed }, { type: 'next' })).status).toBe(200)
    // Whoever comes with a made-up credential gets one of the server's own.
    const answer = await post('/pair', { code: codes.issue().long }, { cookie: junk })
    expect(answer.headers.getSetCookie()[0]).not.toContain('A'.repeat(43))
    expect((await command({ ...presenter, cookie: junk }, { type: 'next' })).status).toBe(401)
  })
})

describe('faults of the server', () => {
  it('are answered without a word of why, and logged ten times a minute', async () => {
    const { pair, post, meeting, warnings, raw } = await start()
    const presenter = await pair()
    const fault = vi.spyOn(meeting, 'command').mockRejectedValue(new Error('secret: a stack'))
    for (let count = 0; count < 30; count += 1) {
      const answer = await post('/command', { type: 'next' }, presenter)
      expect([answer.status, await answer.text()]).toEqual([500, '服务器出错了。\n'])
    }
    expect(fault).toHaveBeenCalledTimes(30)
    expect(warnings).toEqual(Array<string>(10).fill('处理 POST 请求时出错：secret: a stack'))
    fault.mockRestore()
    expect((await raw('GET /healthz')).body).not.toContain('secret')
    expect((await server.command(presenter, { type: 'next' })).status).toBe(200)
  })

  it('a client that goes away in the middle is none', async () => {
    const { pair, warnings, port } = await start()
    const presenter = await pair()
    const rejections: unknown[] = []
    const note = (reason: unknown): void => void rejections.push(reason)
    process.on('unhandledRejection', note)
    for (const part of [
      'GET /sta',
      `GET /state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      `GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      `GET /assets/long-1234.js HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`,
      `POST /command HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\nCookie: ${presenter.cookie}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"type":`,
      `POST /pair HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{"cod`,
    ]) {
      for (const how of ['destroy', 'resetAndDestroy'] as const) {
        const socket = await openSocket(port)
        socket.write(part)
        await new Promise(resolve => setTimeout(resolve, 15))
        socket[how]()
      }
    }
    await new Promise(resolve => setTimeout(resolve, 100))
    process.off('unhandledRejection', note)
    expect([warnings, rejections]).toEqual([[], []])
    expect((await server.get('/healthz')).status).toBe(200)
  })

  it('of the disk are no secret for long: health says stale, and not where', async () => {
    const { pair, command, folder, meeting } = await start()
    const presenter = await pair()
    await rm(join(folder, 'state', 'meeting.json'), { force: true })
    await mkdir(join(folder, 'state', 'meeting.json'))
    expect((await command(presenter, { type: 'next' })).status).toBe(200)
    expect(meeting.state.page).toBe(2)
    const health = await (await server.get('/healthz')).text()
    expect(JSON.parse(health)).toMatchObject({ status: 'stale' })
    expect(health).not.toContain('meeting.json')
    expect(await (await server.get('/metrics')).text()).toContain('huibao_backplane_up 0')
  })
})
