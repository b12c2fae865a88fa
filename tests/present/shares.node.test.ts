import { mkdir, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { CONNECTION_LIMITS, connectionLimits } from '../../scripts/present/http/connections.ts'
import { Shares } from '../../scripts/present/http/shares.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { parseAnswer, requestText, untilClosed, type RawAnswer } from './support/raw.ts'
import { startTestServer, type TestOptions, type TestServer } from './support/server.ts'

let server: TestServer
const sockets: Socket[] = []
afterEach(async () => {
  sockets.splice(0).forEach(socket => socket.destroy())
  await server.life.disposeAsync()
})

async function start(options: TestOptions = {}): Promise<TestServer> {
  server = await startTestServer(options)
  return server
}

/** Opens connections from one of this machine's addresses. */
async function open(count: number, localAddress = '127.0.0.1'): Promise<Socket[]> {
  const opened = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<Socket>((resolve, reject) => {
          const socket = connect({ host: '127.0.0.1', port: server.port, localAddress }, () => {
            socket.off('error', reject)
            socket.on('error', () => {})
            resolve(socket)
          })
          socket.once('error', reject)
        }),
    ),
  )
  sockets.push(...opened)
  return opened
}

async function ask(path: string, headers: Record<string, string> = {}, from?: string): Promise<RawAnswer> {
  const [socket] = await open(1, from)
  const answer = untilClosed(socket!, path.endsWith('events') ? { until: 'event: state' } : {})
  socket!.write(requestText(`GET ${path}`, { Host: `127.0.0.1:${server.port}`, ...headers }))
  return parseAnswer((await answer).text)
}

const isOpen = (socket: Socket): boolean => !socket.destroyed && !socket.readableEnded

/** The head of a request whose body never comes. */
const announced = (): string =>
  [
    'POST /pair HTTP/1.1',
    `Host: 127.0.0.1:${server.port}`,
    `Origin: ${server.origin}`,
    'Content-Type: application/json',
    'Content-Length: 100',
    '',
    '',
  ].join('\r\n')

describe('requests whose body never comes', () => {
  it.each(['127.0.0.1', '127.0.0.9'])('from %s shut out neither presenters nor the audience', async address => {
    // What a machine carries that lets a process open 600 files.
    const { pair } = await start({ limits: connectionLimits(600) })
    const presenter = await pair()
    const held = await open(320, address)
    for (const socket of held) socket.write(announced())
    await new Promise(resolve => setTimeout(resolve, 300))
    const started = Date.now()
    expect((await ask('/presenter/state', { Cookie: presenter.cookie })).status).toBe(200)
    expect((await ask('/presenter/events', { Cookie: presenter.cookie })).status).toBe(200)
    expect((await ask('/events')).status).toBe(200)
    expect((await ask('/pair')).status).toBe(200)
    // Before any of them was given up for its silence: they have given way.
    expect(Date.now() - started).toBeLessThan(1_500)
    expect(held.filter(isOpen).length).toBeGreaterThan(150)
  })

  it('end after two seconds', async () => {
    await start()
    const [socket] = await open(1)
    const started = Date.now()
    const closed = untilClosed(socket!)
    socket!.write(announced())
    expect((await closed).ended).toBe(true)
    expect(Date.now() - started).toBeLessThan(5_000)
  })
})

describe('slow readers', () => {
  const LONG = 'assets/huge-1234.js'
  async function startWithFile(options: TestOptions = {}): Promise<TestServer> {
    const folder = temporaryFolder()
    await mkdir(join(folder, 'audience', 'assets'), { recursive: true })
    // More than the system keeps for those who do not read.
    await writeFile(join(folder, 'audience', LONG), Buffer.alloc(32 * 1024 * 1024, 'x'))
    return await start({ folder, ...options })
  }
  const read = async (count: number, address: string): Promise<Socket[]> => {
    const opened = await open(count, address)
    for (const socket of opened) {
      socket.pause()
      socket.write(requestText(`GET /${LONG}`, { Host: `127.0.0.1:${server.port}` }))
    }
    return opened
  }

  it('of one address do not make the server too busy for the others', async () => {
    await startWithFile({ limits: { ...CONNECTION_LIMITS, sending: 40 } })
    await read(100, '127.0.0.9')
    await expect.poll(async () => (await ask('/', {}, '127.0.0.9')).status).toBe(503)
    expect((await ask('/')).status).toBe(200)
    expect((await ask('/assets/app-1234.js')).status).toBe(200)
  })

  it('of many addresses leave files to paired devices', async () => {
    const { pair } = await startWithFile({ limits: { ...CONNECTION_LIMITS, sending: 8 } })
    const presenter = await pair()
    for (const address of ['127.0.0.8', '127.0.0.9']) await read(10, address)
    await expect.poll(async () => (await ask('/')).status).toBe(503)
    expect((await ask('/', { Cookie: presenter.cookie })).status).toBe(200)
  })

  it('who read on, but next to nothing, are cut off', async () => {
    await startWithFile({ patience: { stalled: 900, rate: 64 * 1024 * 1024 } })
    const [socket] = await open(1)
    let received = 0
    socket!.on('data', (chunk: Buffer) => {
      received += chunk.length
      socket!.pause()
      setTimeout(() => socket!.resume(), 20)
    })
    const closed = new Promise(resolve => socket!.once('close', resolve))
    socket!.write(requestText(`GET /${LONG}`, { Host: `127.0.0.1:${server.port}` }))
    await closed
    expect(received).toBeGreaterThan(0)
    expect(received).toBeLessThan(32 * 1024 * 1024)
  })
})

describe('shares', () => {
  it('leave half to the other networks, and come back', async () => {
    await start()
    const shares = new Shares(4)
    const [first, second, third] = [shares.take('a'), shares.take('a'), shares.take('a')]
    expect([first, second, third].map(each => each !== undefined)).toEqual([true, true, false])
    expect([shares.take('b'), shares.take('c'), shares.take('d')].map(each => each !== undefined)).toEqual([
      true,
      true,
      false,
    ])
    first!()
    expect(shares.take('a')).toBeDefined()
  })
})

describe('a network', () => {
  it('behind a proxy has a share too', async () => {
    await start({ limits: { ...CONNECTION_LIMITS, each: 5 }, trustProxy: true })
    const follow = async (network: string): Promise<number> => {
      const [socket] = await open(1)
      socket!.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nX-Forwarded-For: ${network}\r\n\r\n`)
      const text = await new Promise<string>(resolve => socket!.once('data', chunk => resolve(String(chunk))))
      return parseAnswer(text).status
    }
    const statuses = []
    for (let count = 0; count < 7; count += 1) statuses.push(await follow('203.0.113.5'))
    expect(statuses).toEqual([200, 200, 200, 200, 200, 503, 503])
    expect(await follow('203.0.113.6')).toBe(200)
  })
})
