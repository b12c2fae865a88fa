import type { IncomingMessage } from 'node:http'
import process from 'node:process'
import { LIMITS, type PresenterState } from '../../components/present/protocol.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import { answerRedirect, answerText } from './http/answer.ts'
import { audienceRoutes } from './http/audience.ts'
import { Connections, connectionLimits, type ConnectionLimits } from './http/connections.ts'
import { controlRoutes } from './http/control.ts'
import { requestHandler } from './http/handler.ts'
import { protect } from './http/headers.ts'
import { healthRoutes, type Counts } from './http/health.ts'
import { createListener, listen, type Patience, type Tls } from './http/listen.ts'
import { pairedDevice } from './http/paired.ts'
import { forwardedAddress, isLoopback, socketAddress } from './http/peer.ts'
import { quietLog } from './http/quiet.ts'
import { serialize } from './http/serialize.ts'
import { isAudiencePage, isPresenterPage, siteHandler, type SiteHandler } from './http/static.ts'
import type { PairingCodes } from './pairing/codes.ts'
import type { Sessions } from './pairing/sessions.ts'
import { pairingPages } from './pages/pages.ts'
import type { Meeting } from './state/meeting.ts'
import { Hub } from './stream/hub.ts'
import { TokenBucket } from './token-bucket.ts'

/** Paired devices of a server, and the site that is theirs. */
export interface Control {
  sessions: Sessions
  codes: PairingCodes
  /** Folder of the presenter's site. */
  site: string
}

export interface ServerOptions {
  meeting: Meeting
  /** Folder of the audience's site. */
  audience: string
  /** Absent where the server only passes the meeting on. */
  control?: Control
  /** Addresses that the audience is told, each ending in a slash; the first is the one to show. */
  urls: (port: number) => string[]
  /** Host names and addresses of this server. */
  names: ReadonlySet<string>
  host: string
  /** 0 for one that the system chooses. */
  port: number
  tls?: Tls
  /** Whether browsers reach this server over TLS, its own or a proxy's. */
  secure: boolean
  /** Whether a proxy on this machine tells where requests come from. */
  trustProxy?: boolean
  limits?: ConnectionLimits
  patience?: Patience
  life: Lifecycle
  log: Pick<Log, 'warn'>
  /** Milliseconds since 1970. */
  now: () => number
}

export interface RunningServer {
  port: number
  hub: Hub
}

/** Tries of typed codes that a network has: ten a minute. */
const GUESSES = { capacity: 10, refill: 10, interval: 60_000 }
/** Commands of a device, 200 a second: a page that has run wild must not take up the server. */
const TURNS = { capacity: 1_000, refill: 1, interval: 5, keys: 1_000 }
const STREAMS = { ...TURNS, capacity: 200 }

/** Serves a meeting until the lifecycle ends. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const {
    meeting,
    audience,
    control,
    urls,
    names,
    host,
    port,
    tls,
    secure,
    trustProxy = false,
    limits,
    patience,
    life,
    now,
  } = options
  const log = quietLog(options.log, now)
  const counts: Counts = { accepted: 0, rejected: 0 }
  const started = now()
  let shown = (): string[] => []

  const presenterState = (): PresenterState => {
    const { epoch, rev, page, clicks, blank, driver, timer } = meeting.state
    const devices = control?.sessions.devices() ?? []
    return {
      epoch,
      rev,
      page,
      clicks,
      blank,
      devices,
      // Of a device that is paired with another server nothing is heard here.
      driver: driver && (devices.find(({ id }) => id === driver.id) ?? { ...driver, online: true }),
      timer: {
        status: timer.status,
        elapsed: timer.elapsed + (timer.status === 'running' ? Math.max(0, now() - timer.since) : 0),
      },
      pages: meeting.pages,
      urls: shown(),
    }
  }
  const hub = new Hub({ meeting, presenterState, onLost: device => control?.sessions.lose(device), now, life })
  if (control) watchPresence(control.sessions, { hub, meeting, life, urls: () => shown() })

  const handler = requestHandler({
    routes: {
      ...audienceRoutes(hub),
      ...healthRoutes({
        meeting,
        hub,
        counts,
        uptime: () => (now() - started) / 1000,
        memory: () => process.memoryUsage.rss(),
      }),
      ...(control && {
        ...pairingPages(),
        ...controlRoutes({
          meeting,
          hub,
          secure,
          ...control,
          guesses: new TokenBucket({ ...GUESSES, now }),
          commands: { turns: new TokenBucket({ ...TURNS, now }), streams: new TokenBucket({ ...STREAMS, now }) },
          url: () => shown()[0]!,
          onCommand: accepted => {
            counts[accepted ? 'accepted' : 'rejected'] += 1
          },
        }),
      }),
    },
    sites: [...(control ? [guardedSite(control, secure)] : []), siteHandler(audience, { isPage: isAudiencePage })],
    names,
    secure,
    addressOf: trustProxy ? forwardedAddress : socketAddress,
    log,
  })

  const server = createListener(
    serialize((request, response) => {
      protect(response, secure)
      if (connections.isCrowded(request.socket) && !(control && mayEnter(request, control, secure))) {
        answerText(response, 503, '人太多了，请稍后再试。', { Connection: 'close', 'Retry-After': '5' })
      } else {
        handler(request, response)
      }
    }),
    { tls, patience },
  )
  const connections = new Connections(
    server,
    limits ?? connectionLimits(openFiles()),
    trustProxy ? isLoopback : undefined,
  )
  const actual = await listen(server, { host, port, life })
  shown = () => urls(actual)
  return { port: actual, hub }
}

/** How many files and connections the system lets this process open; undefined where it does not say. */
function openFiles(): number | undefined {
  // Looking up the names of all connections would take long.
  Object.assign(process.report, { excludeNetwork: true })
  const { userLimits } = process.report.getReport() as { userLimits?: { open_files?: { soft: number | string } } }
  const soft = Number(userLimits?.open_files?.soft)
  return Number.isNaN(soft) ? undefined : soft
}

/** The presenter's site, for paired devices alone: to others it does not exist, but a page leads them to pairing. */
function guardedSite({ sessions, site }: Control, secure: boolean): SiteHandler {
  const serve = siteHandler(site, { base: '/presenter/', isPage: isPresenterPage, secret: true })
  return (request: IncomingMessage, response, path) => {
    if (!path.startsWith('/presenter/')) return false
    if (pairedDevice(request, sessions, secure)) return serve(request, response, path)
    if (request.headers['sec-fetch-mode'] === 'navigate') answerRedirect(response, '/pair')
    else answerText(response, 401, '请先配对。')
    return true
  }
}

/** Whether someone is let in where only paired devices are: they, and who is about to be one. */
function mayEnter(request: IncomingMessage, { sessions }: Control, secure: boolean): boolean {
  return /^\/pair(?:\/|$)/.test(request.url ?? '') || pairedDevice(request, sessions, secure) !== undefined
}

/**
 * Tells paired devices when one of them is no longer heard of: a laptop that has died says nothing of it; and when this
 * machine has come to another network. Streams end with their pairing, and so does presenter control.
 */
function watchPresence(
  sessions: Sessions,
  { hub, meeting, life, urls }: { hub: Hub; meeting: Meeting; life: Lifecycle; urls: () => string[] },
): void {
  const idsOf = (): Set<string> => new Set(sessions.devices().map(({ id }) => id))
  const look = (): string => JSON.stringify([sessions.devices(), urls()])
  let [paired, before] = [idsOf(), look()]
  const timer = setInterval(() => {
    const ids = idsOf()
    hub.retain(ids)
    for (const id of paired) {
      if (!ids.has(id)) void meeting.forget(id)
    }
    const now = look()
    const changed = now !== before
    ;[paired, before] = [ids, now]
    if (changed) hub.tellPresenters()
  }, LIMITS.gone / 8)
  life.defer(() => clearInterval(timer))
}
