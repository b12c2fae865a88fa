import { mkdir, readdir, readlink, truncate, writeFile } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'
import { connect as connectTls } from 'node:tls'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { CONNECTION_LIMITS, connectionLimits } from '../../scripts/present/http/connections.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { makeCertificate } from './support/certificate.ts'
import { openSocket, requestText, sendRaw, untilClosed } from './support/raw.ts'
import { startTestServer, type TestOptions, type TestServer } from './support/server.ts'

const PATIENCE = { headers: 400, request: 900, idle: 300, stalled: 600 }

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

async function open(count: number): Promise<Socket[]> {
  const opened: Socket[] = []
  for (let done = 0; done < count; done += 100)
    opened.push(
      ...(await Promise.all(Array.from({ length: Math.min(100, count - done) }, () => openSocket(server.port)))),
    )
  sockets.push(...opened)
  return opened
}

function isOpen(socket: Socket): boolean {
  return !socket.destroyed && !socket.readableEnded
}

/** Follows as a phone does. @returns the first bytes of the answer */
async function follow(cookie?: string): Promise<{ socket: Socket; status: number }> {
  const [socket] = await open(1)
  socket!.write(
    [
      `GET ${cookie ? '/presenter/events' : '/events'} HTTP/1.1`,
      `Host: 127.0.0.1:${server.port}`,
      ...(cookie ? [`Cookie: ${cookie}`] : []),
      '',
      '',
    ].join('\r\n'),
  )
  const text = await new Promise<string>(resolve => {
    socket!.once('data', (chunk: Buffer) => resolve(chunk.toString()))
    socket!.once('close', () => resolve(''))
  })
  return { socket: socket!, status: Number(/^HTTP\/1\.1 (\d+)/.exec(text)?.[1] ?? 0) }
}

/** Lets nothing be done at intervals by itself: neither beats nor looks at pairings. */
function holdIntervals(): void {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  onTestFinished(() => void vi.useRealTimers())
}

describe('connections that say nothing', () => {
  it('2 000 of one address: presenter and audience at that address are answered at once', async () => {
    const { pair, raw, command } = await start({
      patience: { headers: 60_000, request: 60_000, idle: 5_000, stalled: 60_000 },
    })
    const presenter = await pair()
    const idle = await open(2_000)
    for (let count = 0; count < 5; count += 1) {
      expect((await raw('GET /presenter/state', { Cookie: presenter.cookie })).status).toBe(200)
      expect((await raw('GET /')).status).toBe(200)
      expect((await command(presenter, { type: 'goto', page: count + 1 })).status).toBe(200)
      expect((await follow()).status).toBe(200)
    }
    expect(idle.filter(isOpen)).toHaveLength(2_000)
  })

  it('more than there is room for: the oldest go, and who speaks stays', async () => {
    await start({ limits: { ...CONNECTION_LIMITS, most: 60, reserved: 10, each: 60 } })
    const follower = await follow()
    const idle = await open(69)
    await expect
      .poll(() => idle.map(isOpen))
      .toEqual([...Array<boolean>(10).fill(false), ...Array<boolean>(59).fill(true)])
    expect(isOpen(follower.socket)).toBe(true)
    expect((await server.raw('GET /state')).status).toBe(200)
  })

  it('are closed after a while, also those that send a head byte by byte, and a body', async () => {
    const { port } = await start({ patience: PATIENCE })
    const [silent, slow] = await open(2)
    const slowBody = (await open(1))[0]!
    const presenter = await server.pair()
    const text = `GET /state HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nX-Long: ${'x'.repeat(1_000)}`
    let sent = 0
    const drip = setInterval(() => {
      slow!.write(text[sent++ % text.length]!)
      slowBody.write(' ')
    }, 20)
    slowBody.write(
      `POST /command HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: ${server.origin}\r\nCookie: ${presenter.cookie}\r\nContent-Type: application/json\r\nContent-Length: 10000\r\n\r\n{`,
    )
    const ends = await Promise.all([silent!, slow!, slowBody].map(socket => untilClosed(socket)))
    clearInterval(drip)
    expect(ends.map(({ ended }) => ended)).toEqual([true, true, true])
    for (const { text } of ends)
      expect(text).toMatch(/^(?:HTTP\/1\.1 408 Request Timeout\r\nConnection: close\r\n\r\n)?$/)
    expect(server.warnings).toEqual([])
  })

  it('a head that is too long, and one of too many lines', async () => {
    const { port } = await start()
    expect((await sendRaw(port, `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`)).status).toBe(431)
    expect((await sendRaw(port, `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)).status).toBe(431)
    expect(
      (
        await server.raw(
          'GET /state',
          Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`X-${index}`, 'x'])),
        )
      ).status,
    ).toBe(200)
  })

  it('who asks for a file and does not read it is cut off, and its file closed', async () => {
    const folder = temporaryFolder()
    const assets = join(folder, 'audience', 'assets')
    await mkdir(assets, { recursive: true })
    await writeFile(join(assets, 'huge-1234.js'), '')
    // More than the system keeps for those who do not read.
    await truncate(join(assets, 'huge-1234.js'), 2 ** 28)
    // Long enough for a busy machine to have all of them open at the same time.
    const { port } = await start({ folder, patience: { ...PATIENCE, stalled: 1_500 } })
    const lazy = await open(20)
    // One file is open for each, however many are asked for in the same breath.
    const request = requestText('GET /assets/huge-1234.js', { Host: `127.0.0.1:${port}` }).replace(
      'Connection: close\r\n',
      '',
    )
    for (const socket of lazy) {
      socket.pause()
      socket.write(request.repeat(9))
    }
    await expect.poll(handles).toBe(20)
    await expect.poll(handles).toBe(0)
    for (const socket of lazy) socket.destroy()
    const hasty = await open(50)
    for (const socket of hasty) {
      socket.write(request)
      setTimeout(() => socket.resetAndDestroy(), 5)
    }
    await expect.poll(handles).toBe(0)
    expect((await server.raw('GET /state')).status).toBe(200)
    expect(server.warnings).toEqual([])
  })

  /** Open files of this process that are one of the site. */
  async function handles(): Promise<number> {
    const links = await Promise.all(
      (await readdir('/proc/self/fd').catch(() => [])).map(fd => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
    )
    return links.filter(link => link.includes('huge-1234')).length
  }
})

describe('a machine', () => {
  it('that can open few files carries fewer connections', () => {
    expect(connectionLimits(undefined)).toBe(CONNECTION_LIMITS)
    expect(connectionLimits(1_048_576)).toBe(CONNECTION_LIMITS)
    expect(connectionLimits(10_000)).toEqual({ most: 7_800, reserved: 64, each: 5_850, sending: 2_000 })
    expect(connectionLimits(256)).toEqual({ most: 128, reserved: 16, each: 96, sending: 64 })
  })
})

describe('a crowd', () => {
  it('leaves room for presenters, and for who is about to be one', async () => {
    const { pair, raw, cookieOf, codes } = await start({
      limits: { ...CONNECTION_LIMITS, most: 60, reserved: 10, each: 60 },
    })
    const presenter = await pair()
    const followers = []
    for (let count = 0; count < 60; count += 1) followers.push(await follow())
    expect(followers.filter(({ status }) => status === 200).length).toBeGreaterThan(45)
    expect(followers.at(-1)!.status).toBe(503)
    expect(await raw('GET /')).toMatchObject({ status: 503, headers: { 'retry-after': '5', connection: 'close' } })
    await open(40)
    // Even where strangers hold the rest too.
    expect((await raw('GET /presenter/state', { Cookie: presenter.cookie })).status).toBe(200)
    expect((await follow(presenter.cookie)).status).toBe(200)
    expect((await raw('GET /presenter/state', { Cookie: cookieOf('x'.repeat(43)) })).status).toBe(503)
    expect((await raw('GET /pair')).status).toBe(200)
    const body = JSON.stringify({ code: codes.issue().long })
    expect(
      (
        await raw(
          'POST /pair',
          { Origin: server.origin, 'Content-Type': 'application/json', 'Content-Length': String(body.length) },
          body,
        )
      ).status,
    ).toBe(200)
    expect((await raw('GET /pairs')).status).toBe(503)
  })

  it('that comes back at once from one address, and asks only when all are there, is let in', async () => {
    const { port, hub } = await start()
    const phones = await open(3_000)
    for (const phone of phones) phone.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`)
    await expect.poll(() => hub.audience.size).toBe(3_000)
  })

  it('of one address leaves room for the others', async () => {
    await start({ limits: { ...CONNECTION_LIMITS, most: 60, reserved: 10, each: 20 } })
    const followers = []
    for (let count = 0; count < 25; count += 1) followers.push((await follow()).status)
    expect(followers.slice(0, 20)).toEqual(Array<number>(20).fill(200))
    expect(followers.at(-1)).toBe(503)
    const other = await fromAddress('127.0.0.2')
    expect(other).toBe(200)
  })

  it('behind a proxy is not one address', async () => {
    await start({ limits: { ...CONNECTION_LIMITS, most: 60, reserved: 10, each: 5 }, trustProxy: true })
    for (let count = 0; count < 25; count += 1) expect((await follow()).status).toBe(200)
  })

  it('under TLS is counted alike', async () => {
    const tls = await makeCertificate()
    await start({ limits: { ...CONNECTION_LIMITS, most: 20, reserved: 5, each: 60 }, tls, secure: true })
    const secure = await Promise.all(
      Array.from(
        { length: 12 },
        () =>
          new Promise<Socket>((resolve, reject) => {
            const socket = connectTls({ host: '127.0.0.1', port: server.port, rejectUnauthorized: false }, () => {
              socket.write(`GET /events HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n\r\n`)
              socket.once('data', () => resolve(socket))
            })
            sockets.push(socket)
            socket.once('error', reject)
          }),
      ),
    )
    const idle = await open(11)
    await expect
      .poll(() => idle.map(isOpen))
      .toEqual([...Array<boolean>(3).fill(false), ...Array<boolean>(8).fill(true)])
    expect(secure.every(isOpen)).toBe(true)
  })

  async function fromAddress(localAddress: string): Promise<number> {
    const socket = connect({ host: '127.0.0.1', port: server.port, localAddress })
    sockets.push(socket)
    socket.write(requestText('GET /state', { Host: `127.0.0.1:${server.port}` }))
    return Number(/^HTTP\/1\.1 (\d+)/.exec((await untilClosed(socket)).text)?.[1])
  }
})

describe('streams', () => {
  it('of one device are eight; one more ends its oldest', async () => {
    const { pair, hub } = await start()
    const [first, second] = [await pair(), await pair('手机')]
    const other = await follow(second.cookie)
    const own: Socket[] = []
    for (let count = 0; count < 10; count += 1) own.push((await follow(first.cookie)).socket)
    await expect.poll(() => own.map(isOpen)).toEqual([false, false, ...Array<boolean>(8).fill(true)])
    expect(isOpen(other.socket)).toBe(true)
    expect(hub.presenters.size).toBe(9)
  })

  it('end with their pairing', async () => {
    const { pair, post } = await start()
    const [first, second] = [await pair(), await pair('手机')]
    const { socket } = await follow(second.cookie)
    const closed = untilClosed(socket)
    await post('/presenter/unpair', { device: second.device.id }, first)
    expect((await closed).ended).toBe(true)
  })

  it('end when their pairing runs out', async () => {
    holdIntervals()
    const { pair, pass } = await start()
    const { socket } = await follow((await pair()).cookie)
    const closed = untilClosed(socket)
    pass(17 * 3_600_000)
    vi.advanceTimersByTime(1_000)
    expect((await closed).ended).toBe(true)
  })

  it('end where nobody reads them, and nobody else misses anything', async () => {
    holdIntervals()
    const { hub } = await start()
    const [stalled, reading] = [(await follow()).socket, (await follow()).socket]
    stalled.pause()
    let received = 0
    reading.on('data', (chunk: Buffer) => {
      received += chunk.length
    })
    const event = Buffer.alloc(30_000, 'x')
    let sent = 0
    // Until the system's own buffers are full, and what may wait besides.
    while (hub.audience.dropped === 0 && sent < 2_000) {
      hub.audience.send(event)
      sent += 1
      await expect.poll(() => received, { interval: 1 }).toBe(sent * event.length)
    }
    expect([hub.audience.dropped, hub.audience.size, isOpen(reading)]).toEqual([1, 1, true])
    stalled.resume()
    await expect.poll(() => isOpen(stalled)).toBe(false)
  })

  it('asked for behind a file come after it', async () => {
    const { port } = await start()
    const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    const [socket] = await open(1)
    const heard = untilClosed(socket!, { until: 'event: state\n' })
    socket!.write(request('/assets/long-1234.js') + request('/events'))
    const { text } = await heard
    expect(text.startsWith('HTTP/1.1 200')).toBe(true)
    expect(text.slice(300_000)).toMatch(/^-+HTTP\/1\.1 200/m)
  })

  it('and files end with the connection where too much is asked for in the same breath', async () => {
    const { port, raw } = await start()
    const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    for (const path of ['/events', '/assets/long-1234.js']) {
      const [socket] = await open(1)
      const closed = untilClosed(socket!)
      socket!.write(request(path) + request('/healthz').repeat(100))
      expect((await closed).ended).toBe(true)
    }
    expect((await raw('GET /healthz')).status).toBe(200)
  })

  it('carry nothing that was asked for behind them', async () => {
    const { port, hub, raw } = await start()
    const request = (path: string): string => `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`
    const [socket] = await open(1)
    const heard = untilClosed(socket!, { until: 'the end' })
    socket!.write(request('/events') + request('/healthz').repeat(8))
    await expect.poll(() => hub.audience.size).toBe(1)
    expect((await raw('GET /healthz')).status).toBe(200)
    hub.audience.send(Buffer.from('the end'))
    expect((await heard).text.match(/HTTP\/1\.1/g)).toHaveLength(1)
  })
})
