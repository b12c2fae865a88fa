import { afterEach, describe, expect, it, vi } from 'vitest'
import { LIMITS, type PresenterState, type Question, type Snapshot } from '../../components/present/protocol.ts'
import { startTestServer, type Paired, type TestOptions, type TestServer } from './support/server.ts'

let server: TestServer
let phone: Paired
let laptop: Paired
afterEach(() => server.life.disposeAsync())

async function start(options: TestOptions = {}): Promise<void> {
  server = await startTestServer(options)
  laptop = await server.pair('电脑')
  phone = await server.pair('手机')
  await server.command(laptop, { type: 'asking', on: true })
}
async function ask(text: unknown, address?: string): Promise<[status: number, body: unknown]> {
  const headers = address === undefined ? undefined : { 'X-Forwarded-For': address }
  const answer = await server.post('/ask', { text }, headers && { headers })
  return [answer.status, await answer.json()]
}
const told = async (): Promise<Question[]> =>
  ((await (await server.get('/presenter/state', { cookie: phone.cookie })).json()) as { state: PresenterState }).state
    .questions
const shown = async (): Promise<Snapshot> => (await (await server.get('/state')).json()) as Snapshot

describe('questions of the audience', () => {
  it('are taken only while they are asked for', async () => {
    server = await startTestServer()
    laptop = await server.pair()
    expect((await shown()).state.asking).toBe(false)
    expect(await ask('何时开工？')).toEqual([409, { ok: false, error: 'closed' }])
    await server.command(laptop, { type: 'asking', on: true })
    expect((await shown()).state.asking).toBe(true)
    expect(await ask('何时开工？')).toEqual([200, { ok: true }])
    await server.command(laptop, { type: 'asking', on: false })
    expect(await ask('何时完工？')).toEqual([409, { ok: false, error: 'closed' }])
  })

  it('are one line of at most 200 characters, from a page of this server', async () => {
    await start()
    expect(await ask(' 两行\n\u202e合成一行 ')).toEqual([200, { ok: true }])
    expect((await told())[0]).toMatchObject({ text: '两行 合成一行', status: 'new' })
    for (const text of ['', ' \n', '\u200b\u2060', 'x'.repeat(201), 7, null])
      expect(await ask(text)).toEqual([400, { ok: false, error: 'malformed' }])
    const elsewhere = await server.post('/ask', { text: '问' }, { headers: { Origin: 'http://evil.example' } })
    expect(elsewhere.status).toBe(403)
    expect(await told()).toHaveLength(1)
  })

  it('are for paired devices alone, until one of them is shown to everybody', async () => {
    await start()
    for (const text of ['甲', '乙']) await ask(text)
    const [first, second] = await told()
    expect(JSON.stringify(await shown())).not.toContain('甲')
    // Whoever drives: the laptop does.
    const sort = (id: string, status: 'new' | 'shown' | 'done' | 'removed') =>
      server.command(phone, { type: 'question', question: id, status })
    expect((await sort(first!.id, 'shown')).status).toBe(200)
    expect((await shown()).state.question).toBe('甲')
    await sort(second!.id, 'shown')
    expect((await shown()).state.question).toBe('乙')
    expect((await told()).map(({ status }) => status)).toEqual(['done', 'shown'])
    expect(await (await sort(second!.id, 'done')).json()).toMatchObject({ ok: true })
    expect((await shown()).state.question).toBeNull()
    await sort(first!.id, 'removed')
    expect((await told()).map(({ text }) => text)).toEqual(['乙'])
    expect((await sort(first!.id, 'shown')).status).toBe(400)
  })

  it('come twenty a minute from one network, and sixty from all', async () => {
    await start({ trustProxy: true })
    for (let count = 0; count < 20; count += 1) expect((await ask('问', '10.0.0.1'))[0]).toBe(200)
    expect(await ask('问', '10.0.0.1')).toEqual([429, { ok: false, error: 'slow-down', retryAfter: 60 }])
    for (let count = 0; count < 40; count += 1) expect((await ask('问', `10.0.1.${count}`))[0]).toBe(200)
    expect((await ask('问', '10.0.2.1'))[0]).toBe(429)
    server.pass(60_001)
    expect((await ask('问', '10.0.0.1'))[0]).toBe(200)
  })

  it('are kept to two hundred: what is done goes first, then the oldest that is not on the screen', async () => {
    await start({ trustProxy: true })
    for (let count = 0; count < LIMITS.questions; count += 1) {
      if (count % 50 === 0) server.pass(60_001)
      expect((await ask(`第${count}问`, `10.0.0.${count % 20}`))[0]).toBe(200)
    }
    server.pass(60_001)
    const [first, , , , fifth] = await told()
    await server.command(phone, { type: 'question', question: first!.id, status: 'shown' })
    await server.command(phone, { type: 'question', question: fifth!.id, status: 'done' })
    for (const text of ['多一问', '多两问']) expect((await ask(text, '10.0.0.1'))[0]).toBe(200)
    const texts = (await told()).map(({ text }) => text)
    expect([texts.length, ...texts.slice(0, 4), ...texts.slice(-2)]).toEqual([
      LIMITS.questions,
      '第0问',
      '第2问',
      '第3问',
      '第5问',
      '多一问',
      '多两问',
    ])
  })

  it('are nothing that the audience hears of before one is shown', async () => {
    await start()
    // What the audience was told before is on its way by then.
    await new Promise(resolve => setImmediate(resolve))
    const sent: (string | null)[] = []
    vi.spyOn(server.hub.audience, 'send').mockImplementation(event => {
      const [, data] = /^event: state\ndata: (.*)/.exec(String(event)) ?? []
      if (data) sent.push((JSON.parse(data) as Snapshot['state']).question)
    })
    for (const text of ['甲', '乙']) await ask(text)
    const [first] = await told()
    await server.command(phone, { type: 'question', question: first!.id, status: 'shown' })
    await expect.poll(() => sent).toEqual(['甲'])
  })

  it('survive a restart', async () => {
    await start()
    await ask('何时开工？')
    const again = await startTestServer({ folder: server.folder })
    expect(again.meeting.state.questions.map(({ text }) => text)).toEqual(['何时开工？'])
    await again.life.disposeAsync()
  })
})
