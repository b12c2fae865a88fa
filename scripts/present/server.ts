import type { IncomingMessage } from 'node:http'
import process from 'node:process'
import type { PresenterState, PublicState } from '../../components/present/protocol.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import { answerCrowded } from './http/answer.ts'
import { audienceRoutes } from './http/audience.ts'
import { Connections, connectionLimits, type ConnectionLimits } from './http/connections.ts'
import { controlRoutes } from './http/control.ts'
import { pairedDevice } from './http/paired.ts'
import { requestHandler } from './http/handler.ts'
import { protect } from './http/headers.ts'
import { healthRoutes, type Counts } from './http/health.ts'
import { createListener, listen, PATIENCE, type Patience, type Tls } from './http/listen.ts'
import { pairingRoutes } from './http/pairing.ts'
import { forwardedAddress, isLoopback, networkOf, socketAddress } from './http/peer.ts'
import { quietLog } from './http/quiet.ts'
import { serialize } from './http/serialize.ts'
import { audienceSite, presenterSite } from './http/sites.ts'
import type { PairingCodes } from './pairing/codes.ts'
import { Leaves } from './pairing/leaves.ts'
import { watchPresence } from './pairing/presence.ts'
import type { Sessions } from './pairing/sessions.ts'
import { pairingPages } from './pages/pages.ts'
import type { MeetingState } from './state/backplane.ts'
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
  const access = control && { sessions: control.sessions, cookie: { secure, id: control.sessions.id } }
  const addressOf = trustProxy ? forwardedAddress : socketAddress
  const isPaired = (request: IncomingMessage): boolean =>
    access !== undefined && pairedDevice(request, access) !== undefined
  const leaves = new Leaves(now)
  let invites = 0

  const presenterStamp = control ? await readSiteStamp(control.site) : ''
  const told = (state: MeetingState): PublicState => publicState(state, meeting.site, urls(actual)[0]!)
  const tell = (): PresenterState =>
    presenterState(
      meeting.state,
      told(meeting.state),
      {
        site: presenterStamp,
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
    publicState: told,
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
      ...(control && access ? [presenterSite(control.site, { access, pace })] : []),
      await audienceSite(audience, {
        pace,
        isPaired,
        networkAt: request => networkOf(addressOf(request)),
        sending: limits.sending,
        reachable: () => told(meeting.state).reachable,
      }),
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

/** Whether a request is one for pairing. */
function isEntrance({ url = '' }: IncomingMessage): boolean {
  return /^\/pair(?:\/|$)/.test(url)
}
