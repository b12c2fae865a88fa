import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import type { IncomingMessage } from 'node:http'
import { request, type RequestOptions } from 'node:https'
import path from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { freePorts } from '../../scripts/bench/present/stage/ports.ts'
import { temporaryFolder } from '../scripts/support/context.ts'
import { makeCertificate } from './support/certificate.ts'
import { programForTests } from './support/nats.ts'
import { AUDIENCE, startTestServer } from './support/server.ts'

const nginx = await programForTests('nginx')
const CONF = path.join(import.meta.dirname, '../../docs/nginx.conf')
const DRIVER = { id: 'a', name: '电脑' }

/** The documented nginx in front of a server, on ports of this machine. */
async function start() {
  const folder = temporaryFolder()
  const [port] = await freePorts(1)
  const server = await startTestServer({ secure: true, trustProxy: true })
  onTestFinished(() => server.life.disposeAsync())
  const { cert, key } = await makeCertificate()
  writeFileSync(path.join(folder, 'cert.pem'), cert)
  writeFileSync(path.join(folder, 'key.pem'), key)
  const site = readFileSync(CONF, 'utf8')
    .replace('127.0.0.1:8080;', `127.0.0.1:${server.port};`)
    .replace('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replace('server_name meeting.example', 'server_name localhost')
    .replaceAll('/etc/ssl/huibao', folder)
    .replace('/var/cache/nginx/huibao', path.join(folder, 'cache'))
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map(name => `${name}_temp_path ${path.join(folder, name)};`)
    .join('\n')
  writeFileSync(
    path.join(folder, 'nginx.conf'),
    `daemon off;\n${process.getuid?.() === 0 ? 'user root;\n' : ''}pid ${path.join(folder, 'pid')};\nerror_log stderr warn;\nevents { worker_connections 512; }\nhttp {\naccess_log off;\n${temporary}\n${site}\n}\n`,
  )
  const child = spawn(nginx!, ['-p', folder, '-c', path.join(folder, 'nginx.conf')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  child.stderr.on('data', text => {
    errors += text
  })
  onTestFinished(async () => {
    if (child.exitCode !== null) return
    const gone = once(child, 'exit')
    child.kill('SIGTERM')
    await gone
  })
  await vi
    .waitFor(() => ask(port!, '/healthz'), { timeout: 15_000, interval: 50 })
    .catch((error: unknown) => {
      throw new Error(errors, { cause: error })
    })
  return { ...server, port: port! }
}

interface Asked {
  status: number
  headers: IncomingMessage['headers']
  body: string
}

function ask(
  port: number,
  url: string,
  { body, headers, ...options }: RequestOptions & { body?: unknown } = {},
): Promise<Asked> {
  return new Promise((resolve, reject) => {
    request({ ...optionsFor(port, url), ...options, headers: { Host: `localhost:${port}`, ...headers } }, response => {
      let text = ''
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => {
          text += chunk
        })
        .on('end', () => resolve({ status: response.statusCode!, headers: response.headers, body: text }))
    })
      .on('error', reject)
      .end(body === undefined ? undefined : JSON.stringify(body))
  })
}

function optionsFor(port: number, url: string): RequestOptions {
  return { port, host: '127.0.0.1', path: url, rejectUnauthorized: false, agent: false }
}

/** What a follower has got so far, piece by piece. */
async function follow(port: number) {
  const pieces: string[] = []
  const sending = request({ ...optionsFor(port, '/events'), headers: { Host: `localhost:${port}` } }).end()
  sending.on('error', () => {})
  onTestFinished(() => void sending.destroy())
  const [response] = (await once(sending, 'response')) as [IncomingMessage]
  response
    .setEncoding('utf8')
    .on('data', (text: string) => pieces.push(text))
    .on('error', () => {})
  return { response, pieces }
}

describe.skipIf(nginx === undefined)('the documented nginx', () => {
  it('passes each event on before the next one', async () => {
    const { port, meeting } = await start()
    const { response, pieces } = await follow(port)
    expect(response.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    await vi.waitFor(() => expect(pieces.join('')).toContain('event: state'), 15_000)
    for (let page = 2; page <= 6; page += 1) {
      await meeting.command({ type: 'goto', page }, DRIVER)
      await vi.waitFor(() => expect(pieces.join('')).toContain(`"page":${page},`), { timeout: 15_000, interval: 5 })
    }
    expect(pieces.length).toBeGreaterThanOrEqual(6)
  })

  it('answers a crowd that asks for the state out of its cache, and never for long', async () => {
    const { port, meeting } = await start()
    const answers = await Promise.all(Array.from({ length: 40 }, () => ask(port, '/state')))
    expect(answers.every(({ status, body }) => status === 200 && JSON.parse(body).state.page === 1)).toBe(true)
    expect(answers.filter(({ headers }) => headers['x-cache'] === 'HIT').length).toBeGreaterThan(30)
    await meeting.command({ type: 'goto', page: 4 }, DRIVER)
    await vi.waitFor(async () => expect(JSON.parse((await ask(port, '/state')).body).state.page).toBe(4), {
      timeout: 15_000,
      interval: 200,
    })
  })

  it('serves the site, and lets the server refuse what it refuses', async () => {
    const { port } = await start()
    const page = await ask(port, '/3')
    expect([page.status, page.body]).toEqual([200, AUDIENCE['index.html']])
    expect(page.headers['content-security-policy']).toContain("default-src 'none'")
    expect((await ask(port, '/presenter/state')).status).toBe(401)
    expect((await ask(port, '/healthz', { headers: { Host: 'evil.example' } })).status).toBe(421)
  })

  it('tells the server who asks, whatever they claim to be', async () => {
    const { port, codes } = await start()
    const pair = (localAddress: string, code: string): Promise<Asked> =>
      ask(port, '/pair', {
        method: 'POST',
        localAddress,
        body: { code },
        headers: {
          'Content-Type': 'application/json',
          Origin: `https://localhost:${port}`,
          'X-Forwarded-For': `203.0.113.${Math.ceil(Math.random() * 200)}`,
        },
      })
    const guesses = []
    for (let count = 0; count < 12; count += 1) guesses.push((await pair('127.0.0.9', 'AAAAAAAA')).status)
    expect(guesses.slice(0, 10).every(status => status === 403)).toBe(true)
    expect(guesses.at(-1)).toBe(429)
    expect((await pair('127.0.0.10', codes.issue().typed)).status).toBe(200)
  })

  it('ends a stream at the server when its follower is gone', async () => {
    const { port, hub } = await start()
    const { response } = await follow(port)
    await vi.waitFor(() => expect(hub.audience.size).toBe(1), 15_000)
    response.destroy()
    await vi.waitFor(() => expect(hub.audience.size).toBe(0), 15_000)
  })
})
