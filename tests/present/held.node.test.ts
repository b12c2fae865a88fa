import { createServer, request as send, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, it, type TestContext } from 'vitest'
import type { PublicState } from '../../components/present/protocol.ts'
import { openStream } from '../../components/present/stream.ts'
import type { Source } from '../../components/present/stream-effects.ts'
import { startTestServer } from './support/server.ts'

/** What belongs to one of the tests, which wait beside each other. */
type Here = Pick<TestContext, 'expect' | 'onTestFinished'>

/**
 * A proxy that keeps back what a stream sends, as virus scanners and buffering proxies do.
 * @param lets whether a chunk that comes now, counted from 0, is passed on
 */
async function startProxy(
  port: number,
  lets: (chunk: number) => boolean,
  { onTestFinished }: Here,
): Promise<{ port: number; asked: string[] }> {
  const asked: string[] = []
  const proxy = createServer((request, response) => {
    asked.push(request.url!)
    const onward = send({ port, path: request.url, headers: request.headers }, answer => {
      response.writeHead(answer.statusCode!, answer.headers)
      let chunks = 0
      answer.on('data', (chunk: Buffer) => {
        if (request.url !== '/events' || lets(chunks)) response.write(chunk)
        chunks += 1
      })
      answer.on('end', () => response.end())
      answer.on('error', () => response.destroy())
    })
    onward.on('error', () => response.destroy())
    response.on('close', () => onward.destroy())
    onward.end()
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    proxy.closeAllConnections()
    proxy.close()
  })
  return { port: (proxy.address() as AddressInfo).port, asked }
}

/** An EventSource, as far as the client uses it. */
class NodeSource implements Source {
  readyState = 0
  readonly #listeners = new Map<string, (event: { data?: string }) => void>()
  readonly #request

  constructor(url: string) {
    this.#request = send(url, (answer: IncomingMessage) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        const events = text.split('\n\n')
        text = events.pop()!
        for (const event of events) {
          const [, name, data] = /^event: (.*)\ndata: (.*)$/.exec(event) ?? []
          if (name && data) this.#listeners.get(name)?.({ data })
        }
      })
      answer.on('close', () => this.#listeners.get('error')?.({}))
    })
    this.#request.on('error', () => this.#listeners.get('error')?.({}))
    this.#request.end()
  }

  addEventListener(type: string, listener: (event: { data?: string }) => void): void {
    this.#listeners.set(type, listener)
  }

  close(): void {
    this.readyState = 2
    this.#request.destroy()
  }
}

/** Follows through a proxy as a page does. @returns the page it shows, and since when */
function follow(port: number, { expect, onTestFinished }: Here): { until: (page: number) => Promise<number> } {
  const nothing = { addEventListener: () => {}, removeEventListener: () => {} }
  let state: PublicState | undefined
  const stream = openStream<PublicState>(
    { events: `http://127.0.0.1:${port}/events`, snapshot: `http://127.0.0.1:${port}/state` },
    { state: next => (state = next), pointer: () => {}, draw: () => {}, line: () => {} },
    {
      open: url => new NodeSource(url),
      fetch: (url, init) => fetch(url, init),
      setTimeout: (run, ms) => setTimeout(run, ms),
      clearTimeout: timer => clearTimeout(timer),
      now: () => Date.now(),
      random: Math.random,
      window: nothing,
      document: { ...nothing, visibilityState: 'visible' },
    },
  )
  onTestFinished(() => stream.close())
  return {
    async until(page) {
      const started = Date.now()
      await expect.poll(() => state?.page, { timeout: 20_000, interval: 20 }).toBe(page)
      return Date.now() - started
    },
  }
}

async function start(lets: (chunk: number) => boolean, here: Here) {
  const server = await startTestServer()
  here.onTestFinished(() => server.life.disposeAsync())
  const presenter = await server.pair()
  const turn = (page: number): Promise<Response> => server.command(presenter, { type: 'goto', page })
  await turn(5)
  const proxy = await startProxy(server.port, lets, here)
  return { ...proxy, ...follow(proxy.port, here), turn }
}

/** Three seconds, and one for a machine that is busy. */
const SOON = 4_000

describe.concurrent('behind a proxy that holds streams back', () => {
  it.for<[string, (chunk: number) => boolean]>([
    ['all of it', () => false],
    ['all but its first chunk', chunk => chunk === 0],
  ])('%s, the slide is never more than three seconds old', async ([_, lets], here) => {
    const { expect } = here
    const { until, turn } = await start(lets, here)
    expect(await until(5)).toBeLessThan(SOON)
    for (const page of [6, 2]) {
      await turn(page)
      expect(await until(page)).toBeLessThan(SOON)
    }
  })

  it('nothing, nobody asks beside the stream', async here => {
    const { expect } = here
    const { until, turn, asked } = await start(() => true, here)
    expect(await until(5)).toBeLessThan(SOON)
    await new Promise(resolve => setTimeout(resolve, 6_000))
    await turn(3)
    expect(await until(3)).toBeLessThan(SOON)
    expect(asked).toEqual(['/events'])
  })
})
