import { afterEach, describe, expect, it } from 'vitest'
import type { Device, Invitation, PresenterState } from '../../components/present/protocol.ts'
import { startTestServer, type Paired, type TestOptions, type TestServer } from './support/server.ts'

let server: TestServer
afterEach(() => server.life.disposeAsync())

async function start(options: TestOptions = {}): Promise<{ owner: Paired; phone: Paired }> {
  server = await startTestServer(options)
  return { owner: await server.pair('电脑', { owner: true }), phone: await server.pair('手机') }
}
const stateOf = async ({ cookie }: Paired): Promise<PresenterState> =>
  ((await (await server.get('/presenter/state', { cookie })).json()) as { state: PresenterState }).state
const deviceOf = async (paired: Paired): Promise<Device | undefined> =>
  (await stateOf(paired)).devices.find(({ id }) => id === paired.device.id)
const post = async (paired: Paired, path: string, body: unknown = {}): Promise<[status: number, body: unknown]> => {
  const answer = await server.post(`/presenter/${path}`, body, paired)
  return [answer.status, await answer.json()]
}

describe('the owner of a meeting', () => {
  it('is who was paired with the code that opened the browser, and stays so', async () => {
    const { owner, phone } = await start()
    expect([owner.device.owner, phone.device.owner]).toEqual([true, false])
    expect((await stateOf(phone)).devices.map(({ owner }) => owner)).toEqual([true, false])
    // A device that is paired anew, with whatever code, stays what it was.
    const again = await server.post('/pair', { code: server.codes.issue().long }, owner)
    expect(await again.json()).toMatchObject({ device: { id: owner.device.id, owner: true } })
    const restarted = await startTestServer({ folder: server.folder })
    expect(restarted.sessions.get(owner.device.id)?.owner).toBe(true)
    await restarted.life.disposeAsync()
  })

  it('is unpaired by nobody else', async () => {
    const { owner, phone } = await start()
    expect(await post(phone, 'unpair', { device: owner.device.id })).toEqual([403, { ok: false, error: 'owner' }])
    expect(await deviceOf(owner)).toBeDefined()
    expect(await post(owner, 'unpair', { device: phone.device.id })).toEqual([200, { ok: true }])
    expect((await server.get('/presenter/state', { cookie: phone.cookie })).status).toBe(401)
    expect(await post(owner, 'unpair')).toEqual([200, { ok: true }])
  })

  it('alone ends the pairings of others', async () => {
    const { phone } = await start()
    const other = await server.pair('平板')
    expect(await post(phone, 'unpair', { device: other.device.id })).toEqual([403, { ok: false, error: 'owner' }])
    expect(await deviceOf(other)).toBeDefined()
    expect(await post(phone, 'unpair')).toEqual([200, { ok: true }])
  })

  it('does not give way to sixty-four phones', async () => {
    const { owner } = await start()
    for (let count = 0; count < 70; count += 1) await server.sessions.pair('手机')
    expect(server.sessions.get(owner.device.id)).toBeDefined()
  })

  it('clears away what is absent', async () => {
    const { owner, phone } = await start()
    const gone = await server.pair('平板')
    server.pass(60_000)
    await post(phone, 'pulse').catch(() => {})
    expect(await post(phone, 'clear')).toEqual([403, { ok: false, error: 'owner' }])
    expect((await deviceOf(phone))?.seen).toBeLessThan(5_000)
    expect((await stateOf(owner)).devices.find(({ id }) => id === gone.device.id)!.seen).toBeGreaterThanOrEqual(60_000)
    expect(await post(owner, 'clear')).toEqual([200, { ok: true }])
    expect((await stateOf(owner)).devices.map(({ name }) => name)).toEqual(['电脑', '手机'])
  })

  it('names all devices, others themselves', async () => {
    const { owner, phone } = await start()
    expect(await post(phone, 'rename', { name: ' 张主任的手机 ' })).toEqual([200, { ok: true }])
    expect(await post(phone, 'rename', { device: owner.device.id, name: '旧电脑' })).toEqual([
      403,
      { ok: false, error: 'owner' },
    ])
    expect((await stateOf(owner)).devices.map(({ name }) => name)).toEqual(['电脑', '张主任的手机'])
    expect(await post(owner, 'rename', { device: phone.device.id, name: '电脑' })).toEqual([200, { ok: true }])
    expect((await stateOf(owner)).devices.map(({ name }) => name)).toEqual(['电脑', '电脑 2'])
    expect((await post(owner, 'rename', { device: 'nobody', name: '甲' }))[0]).toBe(409)
    for (const name of ['', '<b>', 'x'.repeat(21)]) expect((await post(phone, 'rename', { name }))[0]).toBe(400)
  })
})

describe('inviting another device', () => {
  it('is done at once by the owner, and by everybody where there is none', async () => {
    const { owner } = await start()
    expect((await post(owner, 'invite'))[1]).toMatchObject({ ttl: 600_000 })
    await server.life.disposeAsync()
    server = await startTestServer()
    const phone = await server.pair('手机')
    const [status, invitation] = await post(phone, 'invite')
    expect(status).toBe(200)
    expect((invitation as Invitation).link).toContain('/pair#')
    expect((await post(phone, 'clear'))[0]).toBe(200)
  })

  it('takes leave of the owner, which holds once', async () => {
    const { owner, phone } = await start()
    expect(await post(phone, 'invite')).toEqual([202, { pending: true }])
    expect((await stateOf(owner)).requests).toEqual([phone.device.id])
    expect(await post(phone, 'allow', { device: phone.device.id, allow: true })).toEqual([
      403,
      { ok: false, error: 'owner' },
    ])
    expect(await post(phone, 'invite')).toEqual([202, { pending: true }])
    expect(await post(owner, 'allow', { device: phone.device.id, allow: true })).toEqual([200, { ok: true }])
    expect((await stateOf(owner)).requests).toEqual([])
    const [status, invitation] = await post(phone, 'invite')
    expect(status).toBe(200)
    const paired = await server.post('/pair', { code: (invitation as Invitation).typed, name: '平板' })
    expect(await paired.json()).toMatchObject({ ok: true, device: { name: '平板', owner: false } })
    expect(await post(phone, 'invite')).toEqual([202, { pending: true }])
  })

  it('is refused once, and may be asked for again', async () => {
    const { owner, phone } = await start()
    await post(phone, 'invite')
    await post(owner, 'allow', { device: phone.device.id, allow: false })
    expect(await post(phone, 'invite')).toEqual([403, { ok: false, error: 'refused' }])
    expect(await post(phone, 'invite')).toEqual([202, { pending: true }])
  })

  it('is asked for no longer when the page that asked is closed', async () => {
    const { owner, phone } = await start()
    await post(phone, 'invite')
    server.pass(10_001)
    expect((await stateOf(owner)).requests).toEqual([])
    expect(await post(owner, 'allow', { device: phone.device.id, allow: true })).toEqual([
      409,
      { ok: false, error: 'stale' },
    ])
  })

  it('ends with the pairing of whoever invites, but for what others have been given', async () => {
    const { owner, phone } = await start()
    await post(phone, 'invite')
    await post(owner, 'allow', { device: phone.device.id, allow: true })
    const codes = await Promise.all(
      [phone, owner].map(async each => ((await post(each, 'invite'))[1] as Invitation).typed),
    )
    await post(owner, 'unpair', { device: phone.device.id })
    const answers = await Promise.all(codes.map(code => server.post('/pair', { code }, phone)))
    expect(answers.map(({ status }) => status)).toEqual([403, 200])
  })

  it('with a code that guessing has made void tells whoever shows it', async () => {
    const { owner } = await start({ trustProxy: true })
    const [, invitation] = await post(owner, 'invite')
    const { invites } = await stateOf(owner)
    for (let count = 0; count < 60; count += 1)
      await server.post('/pair', { code: 'ZZZZZZZ0' }, { headers: { 'X-Forwarded-For': `10.0.0.${count}` } })
    expect((await stateOf(owner)).invites).toBe(invites + 1)
    const { typed } = invitation as Invitation
    const used = await server.post('/pair', { code: typed }, { headers: { 'X-Forwarded-For': '10.0.1.1' } })
    expect(used.status).toBe(403)
    const [, replaced] = await post(owner, 'invite')
    const opened = await server.post(
      '/pair',
      { code: (replaced as Invitation).typed },
      { headers: { 'X-Forwarded-For': '10.0.1.1' } },
    )
    expect(opened.status).toBe(200)
  })
})

describe('two decks that are presented on one machine', () => {
  it("do not end each other's pairing, though a browser sends both cookies to both", async () => {
    const { phone } = await start()
    const other = await startTestServer()
    const there = await other.pair('手机')
    expect(there.cookie.split('=')[0]).not.toBe(phone.cookie.split('=')[0])
    const cookie = `${there.cookie}; ${phone.cookie}`
    expect((await server.get('/presenter/state', { cookie })).status).toBe(200)
    expect((await other.get('/presenter/state', { cookie })).status).toBe(200)
    await other.life.disposeAsync()
  })
})

describe('a device that is not paired', () => {
  const PAGES = ['/phone', '/presenter', '/presenter/', '/presenter/presenter/3', '/presenter/phone']
  const HTML = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'

  it('is led to the pairing page where it opens one, on plain HTTP too', async () => {
    await start()
    for (const page of PAGES) {
      for (const mode of [undefined, { 'Sec-Fetch-Mode': 'navigate' }]) {
        const headers: Record<string, string> = { Accept: HTML, ...mode }
        const { status, headers: answered } = await server.raw(`GET ${page}`, headers)
        expect([page, status, answered.location]).toEqual([page, 302, '/pair'])
      }
    }
  })

  it('is told one reason elsewhere', async () => {
    await start()
    for (const [path, headers] of [
      ['/presenter/state', { accept: '*/*' }],
      ['/presenter/events', { accept: 'text/event-stream' }],
      ['/presenter/assets/notes-1234.js', { accept: '*/*' }],
      ['/presenter/state', { accept: HTML, 'sec-fetch-mode': 'cors' }],
    ] as const) {
      const answer = await server.raw(`GET ${path}`, headers)
      expect([path, answer.status, JSON.parse(answer.body)]).toEqual([path, 401, { ok: false, error: 'unpaired' }])
    }
  })
})

describe('a proxy that changes the Host header', () => {
  it('is told what it has sent, and what it has to send', async () => {
    await start()
    const stranger = await server.raw('GET /state', { Host: 'huibao_upstream' })
    expect(stranger.status).toBe(421)
    const text = Buffer.from(stranger.body, 'latin1').toString()
    expect(text).toContain('“huibao_upstream”')
    expect(text).toContain('proxy_set_header Host $http_host')
    expect(stranger.headers['content-type']).toBe('text/plain; charset=utf-8')
    const markup = await server.raw('GET /state', { Host: '<script>' })
    expect(Buffer.from(markup.body, 'latin1').toString()).not.toContain('<')
  })

  it('or drops it, too', async () => {
    await start()
    const { sendRaw } = await import('./support/raw.ts')
    for (const version of ['1.0', '1.1']) {
      const answer = await sendRaw(server.port, `GET /state HTTP/${version}\r\nConnection: close\r\n\r\n`)
      expect(answer.status).toBe(421)
      expect(Buffer.from(answer.body, 'latin1').toString()).toContain('没有 Host 头')
    }
  })

  it('in a request that changes something, too', async () => {
    await start()
    const answer = await server.post('/pair', { code: 'x' }, { headers: { Origin: 'https://meeting.example' } })
    expect(answer.status).toBe(403)
    const text = await answer.text()
    expect(text).toContain('“https://meeting.example”')
    expect(text).toContain(`“127.0.0.1:${server.port}”`)
    expect(text).toContain('proxy_set_header Host $http_host')
  })
})
