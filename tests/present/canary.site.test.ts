import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { Agent, request } from 'node:http'
import { dirname, join, relative } from 'node:path'
import { brotliDecompressSync, constants, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { startCommand, type PresentCommand } from './support/command.ts'

/** Begins all that the district's slides hide: notes, comments in front matter, comments beside. */
const CANARY = 'canary-in-'
const NOTE = 'canary-in-a-note'

interface Question {
  method?: string
  headers?: Record<string, string>
  body?: string
}

interface Answer {
  status: number
  headers: NodeJS.Dict<string | string[]>
  /** Head and body as they came, and the body unpacked. */
  text: string
}

const agent = new Agent({ keepAlive: true })
let folder: string
let command: PresentCommand
/** What a device that was paired sends along. */
let cookie: string
beforeAll(async () => {
  const { root } = inject('district')
  folder = join(dirname(root), 'present-canary')
  await rm(folder, { recursive: true, force: true, maxRetries: 5 })
  // With its built sites, so that nothing is built; without what others have running in it.
  await cp(root, folder, {
    recursive: true,
    filter: path =>
      !/^[\\/](?:dist|node_modules|\.huibao[\\/]present[\\/](?:run-|state))/.test(path.slice(root.length)),
  })
  command = await startCommand(folder, ['--fresh'])
  expect(command.output()).not.toContain('正在建')
})
afterAll(() => {
  agent.destroy()
  return command.end('SIGKILL')
})

function ask(path: string, { method = 'GET', headers = {}, body = '' }: Question = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: command.port, method, path, headers, agent }, answer => {
      const chunks: Buffer[] = []
      const finish = (): void => {
        const raw = Buffer.concat(chunks)
        const { statusCode, headers, rawHeaders } = answer
        resolve({
          status: statusCode!,
          headers,
          text: [...rawHeaders, raw.toString('latin1'), unpacked(raw, headers['content-encoding'])].join('\n'),
        })
      }
      answer
        .on('data', (chunk: Buffer) => {
          chunks.push(chunk)
          // A stream does not end by itself.
          if (answer.headers['content-type']?.startsWith('text/event-stream')) answer.destroy()
        })
        .on('close', finish)
    })
      .on('error', reject)
      .end(body)
  })
}

/** What is packed in a body, or in the part of it that came. */
function unpacked(body: Buffer, encoding: string | undefined): string {
  if (encoding === 'br')
    return brotliDecompressSync(body, { finishFlush: constants.BROTLI_OPERATION_FLUSH }).toString('latin1')
  return body[0] === 0x1f && body[1] === 0x8b
    ? gunzipSync(body, { finishFlush: constants.Z_SYNC_FLUSH }).toString('latin1')
    : ''
}

/** Names of all files that the server has copies of, whichever site they belong to. */
async function names(): Promise<string[]> {
  const above = join(folder, '.huibao', 'present')
  const run = (await readdir(above)).find(name => name.startsWith('run-'))!
  const found = await Promise.all(
    ['audience', 'presenter'].map(async site => {
      const entries = await readdir(join(above, run, site), { recursive: true, withFileTypes: true })
      return entries
        .filter(entry => entry.isFile())
        .map(entry => relative(join(above, run, site), join(entry.parentPath, entry.name)))
    }),
  )
  return [...new Set(found.flat())]
}

/** Pairs with the code that the command printed; it does so once. */
async function pair(): Promise<string> {
  const body = JSON.stringify({ code: command.codes.long, name: '电脑' })
  const answer = await ask('/pair', {
    method: 'POST',
    headers: { Origin: command.origin, 'Content-Type': 'application/json' },
    body,
  })
  expect(answer.status).toBe(200)
  return (answer.headers['set-cookie'] as string[])[0]!.split(';')[0]!
}

describe('what stands in the notes', () => {
  it('is in no byte that somebody who is not paired can fetch', async () => {
    const files = await names()
    expect(files.length).toBeGreaterThan(40)
    const pages = [
      '',
      '1',
      '2',
      '3',
      '4',
      '0',
      'read',
      'presenter',
      'presenter/',
      'presenter/1',
      'presenter/presenter/1',
      'phone',
      'notes',
      'overview',
      'entry',
      'print',
      'export',
      'kiosk',
      'pair',
      'pair/pair.js',
      'state',
      'events',
      'presenter/state',
      'presenter/events',
      'presenter/phone',
      'presenter/notes',
      'healthz',
      'metrics',
      'command',
      'slides.md',
      'none',
      '%00',
      '.huibao-inputs',
    ]
    const ways: Question[] = [
      {},
      { headers: { 'Accept-Encoding': 'gzip' } },
      { headers: { 'Accept-Encoding': 'br, gzip, identity' } },
      { headers: { Range: 'bytes=0-65535' } },
      { headers: { 'If-None-Match': '*', 'If-Modified-Since': 'Thu, 01 Jan 1970 00:00:00 GMT' } },
      { headers: { Cookie: `huibao-${command.port}=${'A'.repeat(43)}; __Host-huibao-${command.port}=x` } },
      { headers: { 'Sec-Fetch-Mode': 'navigate' } },
      { method: 'POST', headers: { Origin: command.origin, 'Content-Type': 'application/json' }, body: '{"code":"x"}' },
      { method: 'OPTIONS' },
    ]
    const programs = files.filter(file => /\.(?:js|html)$/.test(file))
    const others = files.filter(file => !programs.includes(file))
    const beside = programs.flatMap(file => [
      `${file}.map`,
      `presenter/${file}.map`,
      `audience/${file}`,
      `${file}/`,
      `${file}?raw`,
      `presenter%2f${file}`,
      `./presenter/${file}`,
      `${file}.br`,
    ])
    const all = (paths: string[], ways: Question[]) =>
      paths
        .map(
          path =>
            `/${path
              .split('/')
              .map(part => encodeURI(part).replaceAll('%25', '%'))
              .join('/')}`,
        )
        .flatMap(path => ways.map(way => [path, way] as const))
    const queue = [
      ...all([...pages, ...programs, ...programs.map(file => `presenter/${file}`)], ways),
      ...all([...others, ...others.map(file => `presenter/${file}`), ...beside], ways.slice(0, 2)),
    ]
    const leaks: string[] = []
    const statuses = new Map<number, number>()
    await Promise.all(
      Array.from({ length: 12 }, async () => {
        for (let next = queue.pop(); next; next = queue.pop()) {
          const { status, text } = await ask(...next)
          statuses.set(status, (statuses.get(status) ?? 0) + 1)
          if (text.includes(CANARY)) leaks.push(`${JSON.stringify(next)} ${status}`)
        }
      }),
    )
    expect(leaks).toEqual([])
    // The audience's files were really fetched, the presenter's really refused.
    expect(statuses.get(200)).toBeGreaterThan(files.length)
    expect(statuses.get(401)).toBeGreaterThan(files.length)
    expect([...statuses.keys()].filter(status => status >= 500)).toEqual([])
  })

  it('is there for paired devices, whose credential and codes are in no file, address or line of output', async () => {
    const printed = command.output()
    cookie = await pair()
    const credential = cookie.slice(cookie.indexOf('=') + 1)
    const headers = { Cookie: cookie }
    const found = []
    for (const file of (await names()).filter(name => name.endsWith('.js'))) {
      const { status, text } = await ask(`/presenter/${file}`, { headers })
      if (status === 200 && text.includes(NOTE)) found.push(file)
    }
    expect(found).not.toEqual([])

    const answers = [
      await ask('/presenter/', { headers }),
      await ask('/phone', { headers }),
      await ask('/kiosk'),
      await ask('/phone', { headers: { 'Sec-Fetch-Mode': 'navigate' } }),
      await ask('/presenter/1', { headers: { ...headers, Cookie: `${cookie}x`, 'Sec-Fetch-Mode': 'navigate' } }),
      await ask('/presenter/state', { headers }),
      await ask('/presenter/events', { headers }),
      await ask(`/${credential}`, { headers }),
      await ask('/metrics'),
      await ask('/healthz'),
      await ask('/state'),
      await ask('/events'),
    ]
    const post = (path: string, body: string, more = {}) =>
      ask(path, {
        method: 'POST',
        headers: { ...headers, Origin: command.origin, 'Content-Type': 'application/json', ...more },
        body,
      })
    answers.push(
      await post('/command', '{"type":"goto","page":2}'),
      await post('/command', credential),
      await post('/command', '{"type":"goto","page":99}'),
      await post('/command', '{}', { 'Content-Type': credential }),
      await post('/pair', JSON.stringify({ code: command.codes.long })),
      await post('/pair', JSON.stringify({ code: command.codes.typed })),
      await post('/command', '{}', { Origin: 'http://evil.example' }),
      await post('/presenter/pulse', ''),
    )
    const invitation = await post('/presenter/invite', '')
    const { link, typed } = JSON.parse(invitation.text.split('\n').find(line => line.startsWith('{"url"'))!) as {
      link: string
      typed: string
    }

    const state = join(folder, '.huibao', 'present', 'state')
    const kept = (await Promise.all((await readdir(state)).map(name => readFile(join(state, name), 'utf8')))).join('\n')
    expect(kept).toContain('"page":2')
    for (const secret of [
      credential,
      command.codes.long,
      command.codes.typed,
      command.codes.typed.replace('-', ''),
      link.split('#')[1]!,
      typed,
    ]) {
      expect(kept).not.toContain(secret)
      expect(command.output().slice(printed.length)).not.toContain(secret)
      for (const answer of answers) expect(answer.text).not.toContain(secret)
    }
    // Nothing is said of requests at all.
    expect(command.output().slice(printed.length)).toBe('')
    expect(answers.flatMap(({ headers: { location } }) => location ?? []).sort()).toEqual([
      '/1?kiosk',
      '/pair',
      '/pair',
      '/presenter/phone',
      '/presenter/presenter/1',
    ])
  })
})

describe('the command', () => {
  const own = async (): Promise<string[]> =>
    (await readdir(join(folder, '.huibao', 'present'))).filter(name => name.startsWith('run-'))
  const where = async (): Promise<{ epoch: number; rev: number; page: number }> =>
    JSON.parse((await ask('/state')).text.split('\n').find(line => line.startsWith('{'))!).state

  it('killed, and started again, is at the same slide, later than before, and asks nobody to pair again', async () => {
    const post = (body: string) =>
      ask('/command', {
        method: 'POST',
        headers: { Cookie: cookie, Origin: command.origin, 'Content-Type': 'application/json' },
        body,
      })
    await post('{"type":"take"}')
    expect((await post('{"type":"goto","page":3}')).status).toBe(200)
    const before = await where()
    expect(await command.end('SIGKILL')).toBe('SIGKILL')
    command = await startCommand(folder)
    await expect.poll(() => command.output()).toContain('接着上次，从第 3 页开始')
    const after = await where()
    expect(after.page).toBe(3)
    expect(after.rev).toBeGreaterThan(before.rev)
    expect(after.epoch).toBeGreaterThan(before.epoch)
    expect((await ask('/presenter/state', { headers: { Cookie: cookie } })).status).toBe(200)
    // What the killed one had laid out is gone.
    expect(await own()).toHaveLength(1)
  })

  it('says who has the meeting where it is started twice', async () => {
    await expect(startCommand(folder)).rejects.toThrow(`这份文稿已经在放映（进程 ${command.child.pid}）`)
    expect(await own()).toHaveLength(1)
  })

  it('leaves nothing behind after Ctrl-C', async () => {
    request({ host: '127.0.0.1', port: command.port, path: '/events' })
      .on('error', () => {})
      .end()
    expect(await command.end('SIGINT')).toBe(130)
    expect(await own()).toEqual([])
    expect((await readdir(join(folder, '.huibao', 'present', 'state'))).sort()).toEqual([
      'meeting.json',
      'pairings.json',
    ])
    await expect(ask('/state')).rejects.toThrow('ECONNREFUSED')
  })
})
