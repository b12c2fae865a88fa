import type { IncomingMessage, ServerResponse } from 'node:http'
import process from 'node:process'
import { LIMITS, type PresenterState } from '../../components/present/protocol.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import { answerText } from './http/answer.ts'
import { audienceRoutes } from './http/audience.ts'
import { Connections, connectionLimits, type ConnectionLimits } from './http/connections.ts'
import { controlRoutes } from './http/control.ts'
import type { CookieKind } from './http/cookie.ts'
import { requestHandler } from './http/handler.ts'
import { protect } from './http/headers.ts'
import { healthRoutes, type Counts } from './http/health.ts'
import { mayLookAt, readSlideFiles } from './http/held-back.ts'
import { createListener, listen, PATIENCE, type Patience, type Tls } from './http/listen.ts'
import { pairedDevice, rejectUnpaired, type Access } from './http/paired.ts'
import { pairingRoutes } from './http/pairing.ts'
import { forwardedAddress, isLoopback, networkOf, socketAddress } from './http/peer.ts'
import { quietLog } from './http/quiet.ts'
import { serialize } from './http/serialize.ts'
import { Shares } from './http/shares.ts'
import { isAudiencePage, isPresenterPage, siteHandler, type SiteHandler, type SiteOptions } from './http/static.ts'
import type { PairingCodes } from './pairing/codes.ts'
import { Leaves } from './pairing/leaves.ts'
import type { Sessions } from './pairing/sessions.ts'
import { pairingPages } from './pages/pages.ts'
import type { Meeting } from './state/meeting.ts'
import { readSiteStamp } from '../site/site-stamp.ts'
import { Hub } from './stream/hub.ts'
import { presenterState, publicState } from './stream/states.ts'
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
  patience?: Partial<Patience>
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
/** Questions: a hall behind one address has 20 a minute, all networks together 60. */
const QUESTIONS = { capacity: 20, refill: 20, interval: 60_000 }
const ALL_QUESTIONS = { capacity: 60, refill: 60, interval: 60_000 }

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
    limits = connectionLimits(openFiles()),
    life,
    now,
  } = options
  const patience = { ...PATIENCE, ...options.patience }
  const pace = { start: patience.stalled / 3, rate: patience.rate }
  const log = quietLog(options.log, now)
  const counts: Counts = { accepted: 0, rejected: 0 }
  const started = now()
  let actual = port
  const cookie: CookieKind = { secure, port: () => actual }
  const access = control && { sessions: control.sessions, cookie }
  const addressOf = trustProxy ? forwardedAddress : socketAddress
  const isPaired = (request: IncomingMessage): boolean =>
    access !== undefined && pairedDevice(request, access) !== undefined
  const shares = new Shares(limits.sending)
  const slideFiles = await readSlideFiles(audience)
  /** Files of the audience are shared out: those who do not read them leave some to others. */
  const mayRead: SiteOptions['admit'] = ({ request, response, ...file }) => {
    if (isPaired(request)) return true
    const { reachable } = publicState(meeting.state, site, '')
    if (!mayLookAt({ response, ...file }, slideFiles, reachable)) return false
    const release = shares.take(networkOf(addressOf(request)))
    if (release) response.once('close', release)
    else answerCrowded(response)
    return release !== undefined
  }
  const leaves = new Leaves(now)
  let invites = 0

  const site = await readSiteStamp(audience)
  const presenterSite = control ? await readSiteStamp(control.site) : ''
  const tell = (): PresenterState =>
    presenterState(
      meeting.state,
      {
        site: presenterSite,
        devices: control?.sessions.devices() ?? [],
        pages: meeting.pages,
        urls: urls(actual),
        followers: hub.audience.size,
        requests: leaves.waiting(),
        invites,
      },
      now(),
    )
  const hub = new Hub({
    meeting,
    publicState: state => publicState(state, site, urls(actual)[0]!),
    presenterState: tell,
    onLost: device => control?.sessions.lose(device),
    now,
    life,
  })
  if (control) watchPresence(control.sessions, { hub, meeting, life })

  const handler = requestHandler({
    routes: {
      ...audienceRoutes({
        meeting,
        hub,
        questions: { each: new TokenBucket({ ...QUESTIONS, now }), all: new TokenBucket({ ...ALL_QUESTIONS, now }) },
      }),
      ...healthRoutes({
        meeting,
        hub,
        counts,
        uptime: () => (now() - started) / 1000,
        memory: () => process.memoryUsage.rss(),
      }),
      ...(control &&
        access && {
          ...pairingPages(),
          ...pairingRoutes({
            ...access,
            meeting,
            hub,
            codes: control.codes,
            leaves,
            guesses: new TokenBucket({ ...GUESSES, now }),
            url: () => urls(actual)[0]!,
            onVoid: () => {
              invites += 1
              hub.tellPresenters()
            },
          }),
          ...controlRoutes({
            ...access,
            meeting,
            hub,
            commands: { turns: new TokenBucket({ ...TURNS, now }), streams: new TokenBucket({ ...STREAMS, now }) },
            onCommand: accepted => {
              counts[accepted ? 'accepted' : 'rejected'] += 1
            },
          }),
        }),
    },
    sites: [
      ...(control && access ? [guardedSite(control.site, access, pace)] : []),
      siteHandler(audience, { isPage: isAudiencePage, pace, admit: mayRead }),
    ],
    names,
    secure,
    addressOf,
    log,
  })

  const server = createListener(
    serialize((request, response) => {
      protect(response, secure)
      if (connections.admit(request, { network: networkOf(addressOf(request)), paired: isPaired(request) }))
        return handler(request, response)
      // Whoever is about to be paired is let in, and keeps no place.
      response.setHeader('Connection', 'close')
      if (access && isEntrance(request)) handler(request, response)
      else answerCrowded(response)
    }),
    { tls, patience },
  )
  const connections = new Connections(server, limits, trustProxy ? isLoopback : undefined)
  actual = await listen(server, { host, port, life })
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
function guardedSite(folder: string, access: Access, pace: SiteOptions['pace']): SiteHandler {
  const serve = siteHandler(folder, { base: '/presenter/', isPage: isPresenterPage, secret: true, pace })
  return (request, response, path) => {
    if (!path.startsWith('/presenter/')) return false
    if (pairedDevice(request, access)) return serve(request, response, path)
    rejectUnpaired(request, response)
    return true
  }
}

/** Whether a request is one for pairing. */
function isEntrance({ url = '' }: IncomingMessage): boolean {
  return /^\/pair(?:\/|$)/.test(url)
}

function answerCrowded(response: ServerResponse): void {
  answerText(response, 503, '人太多了，请稍后再试。', { Connection: 'close', 'Retry-After': '5' })
}

/**
 * Tells paired devices when one of them is no longer heard of: a laptop that has died says nothing of it; and when this
 * machine has come to another network. Streams end with their pairing, and so does presenter control.
 */
function watchPresence(
  sessions: Sessions,
  { hub, meeting, life }: { hub: Hub; meeting: Meeting; life: Lifecycle },
): void {
  const idsOf = (): Set<string> => new Set(sessions.devices().map(({ id }) => id))
  const look = (): string => {
    const { devices, urls, requests, followers } = hub.presenterState()
    return JSON.stringify([devices.map(({ id, name, online }) => [id, name, online]), urls, requests, followers])
  }
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
