import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Command, Device } from '../../../components/present/protocol.ts'
import { Lifecycle } from '../../../scripts/lib/lifecycle.ts'
import { PairingCodes } from '../../../scripts/present/pairing/codes.ts'
import { Sessions } from '../../../scripts/present/pairing/sessions.ts'
import { startServer, type RunningServer, type ServerOptions } from '../../../scripts/present/server.ts'
import { createFileBackplane } from '../../../scripts/present/state/file.ts'
import { Meeting } from '../../../scripts/present/state/meeting.ts'
import { readSiteStamp } from '../../../scripts/site/site-stamp.ts'
import { requestText, sendRaw, type RawAnswer } from './raw.ts'

export const PAGES = 9

/** Files of the two sites. */
export const AUDIENCE: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><meta name="huibao-site" content="audience-1"><title>观众</title>',
  'assets/app-1234.js': 'export {}',
  'assets/long-1234.js': `// ${'-'.repeat(300_000)}`,
  '图.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'assets/slide-2.js': 'export default 2',
  'assets/slides-3-7.js': 'export default [3, 7]',
  'assets/read.js': 'export default "read"',
  'photos/quay.jpg': 'a picture',
  '.huibao-slides.json': JSON.stringify({
    'assets/slide-2.js': [2],
    'assets/slides-3-7.js': [3, 7],
    'assets/read.js': [],
    'photos/quay.jpg': [7],
  }),
  '.huibao-inputs': 'stamp',
}
export const PRESENTER: Readonly<Record<string, string>> = {
  'index.html': '<!doctype html><meta name="huibao-site" content="presenter-1"><title>讲稿</title>',
  'assets/notes-1234.js': 'export default "canary"',
  '.huibao-inputs': 'stamp',
}

/** A paired device, and what it sends along. */
export interface Paired {
  device: Device
  cookie: string
}

export interface TestServer extends RunningServer {
  origin: string
  folder: string
  life: Lifecycle
  sessions: Sessions
  codes: PairingCodes
  meeting: Meeting
  /** What was logged. */
  warnings: string[]
  /** Moves the server's clock. */
  pass: (milliseconds: number) => void
  /** Pairs as a page does it, with a code; as the owner, with the one that opens the machine's browser. */
  pair: (name?: string, options?: { owner?: boolean }) => Promise<Paired>
  /** The cookie that a device sends whose credential is this. */
  cookieOf: (credential: string) => string
  post: (
    path: string,
    body: unknown,
    options?: { cookie?: string | undefined; headers?: Record<string, string> },
  ) => Promise<Response>
  command: (paired: Paired | undefined, command: Command) => Promise<Response>
  get: (path: string, headers?: Record<string, string>) => Promise<Response>
  /** A request whose target is sent as it is. */
  raw: (line: string, headers?: Record<string, string>, body?: string) => Promise<RawAnswer>
  /** Everything that an attack must not change: the file, and what is told to everybody. */
  state: () => Promise<string>
}

export interface TestOptions extends Partial<
  Pick<ServerOptions, 'limits' | 'patience' | 'tls' | 'secure' | 'trustProxy'>
> {
  /** Folder of an earlier run; it is not removed. */
  folder?: string
  /** Files of the audience's site in the place of the usual ones. */
  audience?: Readonly<Record<string, string>>
}

/** Starts the real server over two small sites, at a port that the system chooses. */
export async function startTestServer({
  folder: earlier,
  secure = false,
  audience: files = {},
  ...options
}: TestOptions = {}): Promise<TestServer> {
  const life = new Lifecycle()
  const folder = earlier ?? (await mkdtemp(join(tmpdir(), 'huibao-present-')))
  if (earlier === undefined) life.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }))
  const [audience, site, state] = ['audience', 'presenter', 'state'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await layOut(audience, { ...AUDIENCE, ...files })
  await layOut(site, PRESENTER)

  const warnings: string[] = []
  const log = { warn: (line: string) => void warnings.push(line) }
  let offset = 0
  const now = (): number => Date.now() + offset
  const sessions = await Sessions.open({ folder: state, random: randomBytes, now, log })
  life.defer(() => sessions.close())
  const meeting = await Meeting.open({
    backplane: await createFileBackplane(state, log),
    pages: PAGES,
    site: await readSiteStamp(audience),
    now,
    alone: true,
  })
  life.defer(() => meeting.close())
  const codes = new PairingCodes({ random: randomBytes, now, ttl: 600_000 })
  const running = await startServer({
    meeting,
    audience,
    life,
    log,
    now,
    secure,
    control: { sessions, codes, site },
    urls: port => [`http://127.0.0.1:${port}/`],
    names: new Set(['127.0.0.1', 'localhost']),
    host: '127.0.0.1',
    port: 0,
    ...options,
  })
  const { port } = running
  const origin = `${secure ? 'https' : 'http'}://127.0.0.1:${port}`

  const post: TestServer['post'] = (path, body, { cookie, headers = {} } = {}) =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Origin: origin,
        ...(cookie === undefined ? {} : { Cookie: cookie }),
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
      redirect: 'manual',
    })
  return {
    ...running,
    origin,
    folder,
    life,
    sessions,
    codes,
    meeting,
    warnings,
    post,
    pass: milliseconds => {
      offset += milliseconds
    },
    cookieOf: credential => `huibao-${sessions.id}=${credential}`,
    async pair(name = '电脑', { owner = false } = {}) {
      const answer = await post('/pair', { code: codes.issue({ owner }).long, name })
      if (answer.status !== 200) throw new Error(`pairing was answered ${answer.status}`)
      const { device } = (await answer.json()) as { device: Device }
      return { device, cookie: answer.headers.getSetCookie()[0]!.split(';')[0]! }
    },
    command: (paired, command) => post('/command', command, { cookie: paired?.cookie }),
    get: (path, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers, redirect: 'manual' }),
    raw: (line, headers = {}, body) =>
      sendRaw(port, requestText(line, { Host: `127.0.0.1:${port}`, ...headers }, body)),
    async state() {
      const file = await readFile(join(state, 'meeting.json'), 'utf8')
      const told = await fetch(`http://127.0.0.1:${port}/state`).then(answer => answer.text())
      return file + told + JSON.stringify(sessions.devices().map(({ id, name }) => [id, name]))
    },
  }
}

async function layOut(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), text)
  }
}
