import type { CommandType, Device, Invitation, PairAnswer, Snapshot } from '../../../components/present/protocol.ts'
import { LIMITS } from '../../../components/present/protocol.ts'
import { isTyped, type PairingCodes } from '../pairing/codes.ts'
import { PAIRING_TTL, type Sessions } from '../pairing/sessions.ts'
import { parseCommand } from '../command.ts'
import type { TokenBucket } from '../token-bucket.ts'
import type { Meeting } from '../state/meeting.ts'
import type { Hub } from '../stream/hub.ts'
import { answerJson, answerNothing, answerRedirect } from './answer.ts'
import { readJson } from './body.ts'
import { setCookie } from './cookie.ts'
import type { Exchange, Route, Routes } from './handler.ts'
import { pairedDevice, rejectUnpaired } from './paired.ts'
import { networkOf } from './peer.ts'
import { parsePairing, parseUnpairing } from './requests.ts'

export interface ControlOptions {
  meeting: Meeting
  hub: Hub
  sessions: Sessions
  codes: PairingCodes
  /** Of wrong codes that were typed, by network. */
  guesses: TokenBucket
  /** Of commands, by device: page turns, and those that come in streams and may be left out. */
  commands: { turns: TokenBucket; streams: TokenBucket }
  /** Whether browsers reach this server over TLS. */
  secure: boolean
  /** What the audience types: an address ending in a slash. */
  url: () => string
  /** Called for every command. */
  onCommand: (accepted: boolean) => void
}

/** Status of a rejected command. */
const STATUS = { stale: 409, 'not-driver': 409, malformed: 400, unavailable: 503, 'slow-down': 429 } as const

/** Commands of which a page sends many, and of which only the last counts. */
const STREAMS: ReadonlySet<CommandType> = new Set(['pointer', 'draw', 'totals', 'timer'])

/** What paired devices may ask, and pairing itself. */
export function controlRoutes(options: ControlOptions): Routes {
  const { meeting, hub, sessions, codes, guesses, commands, secure, url, onCommand } = options

  /** Lets a route be reached by paired devices alone. */
  const paired =
    (work: (exchange: Exchange, device: Device) => void | Promise<void>): Route =>
    exchange => {
      const device = pairedDevice(exchange.request, sessions, secure)
      return device ? work(exchange, device) : rejectUnpaired(exchange.request, exchange.response)
    }

  return {
    'POST /pair': async ({ request, response, address }) => {
      const body = parsePairing(await readJson(request, 1024))
      if (!body) return answerJson(response, 400, { ok: false, error: 'wrong' } satisfies PairAnswer)
      const network = networkOf(address)
      const wait = isTyped(body.code) ? guesses.wait(network) : 0
      if (wait > 0) {
        const seconds = Math.ceil(wait / 1000)
        return answerJson(response, 429, { ok: false, error: 'slow-down', retryAfter: seconds } satisfies PairAnswer, {
          'Retry-After': String(seconds),
        })
      }
      if (!codes.redeem(body.code)) {
        if (isTyped(body.code)) guesses.take(network)
        return answerJson(response, 403, { ok: false, error: 'wrong' } satisfies PairAnswer)
      }
      const { credential, device } = await sessions.pair(body.name ?? '设备', pairedDevice(request, sessions, secure))
      hub.tellPresenters()
      answerJson(response, 200, { ok: true, device } satisfies PairAnswer, {
        'Set-Cookie': setCookie(credential, PAIRING_TTL / 1000, secure),
      })
    },
    'POST /command': paired(async ({ request, response }, device) => {
      const command = parseCommand(await readJson(request, LIMITS.body))
      // A pairing may end while a body is still coming.
      if (!sessions.has(device.id)) return rejectUnpaired(request, response)
      if (!command) {
        onCommand(false)
        return answerJson(response, 400, { ok: false, error: 'malformed' })
      }
      const allowed = commands[STREAMS.has(command.type) ? 'streams' : 'turns'].take(device.id)
      const outcome = allowed ? await meeting.command(command, device) : ({ ok: false, error: 'slow-down' } as const)
      onCommand(outcome.ok)
      const state = hub.presenterState()
      answerJson(
        response,
        outcome.ok ? 200 : STATUS[outcome.error],
        outcome.ok ? { ok: true, state } : { ...outcome, state },
      )
    }),
    'POST /presenter/pulse': paired(({ response }, device) => {
      if (sessions.hear(device.id)) hub.tellPresenters()
      answerNothing(response)
    }),
    'POST /presenter/invite': paired(({ response }) => {
      const { long, typed, ttl } = codes.issue()
      answerJson(response, 200, { url: `${url()}pair`, link: `${url()}pair#${long}`, typed, ttl } satisfies Invitation)
    }),
    'POST /presenter/unpair': paired(async ({ request, response }, device) => {
      const body = parseUnpairing(await readJson(request, 1024))
      if (!sessions.has(device.id)) return rejectUnpaired(request, response)
      if (!body) return answerJson(response, 400, { ok: false, error: 'malformed' })
      const id = body.device ?? device.id
      if (await sessions.revoke(id)) {
        hub.disconnect(id)
        await meeting.forget(id)
        hub.tellPresenters()
      }
      answerJson(response, 200, { ok: true }, id === device.id ? { 'Set-Cookie': setCookie('', 0, secure) } : {})
    }),
    'GET /presenter/events': paired(({ response }, device) => {
      if (sessions.hear(device.id)) hub.tellPresenters()
      hub.followAsPresenter(response, device.id)
    }),
    'GET /presenter/state': paired(({ response }) =>
      answerJson(response, 200, { ...hub.snapshot(), state: hub.presenterState() } satisfies Snapshot),
    ),
    'GET /presenter': paired(({ response }) => answerRedirect(response, '/presenter/presenter/1')),
    'GET /presenter/': paired(({ response }) => answerRedirect(response, '/presenter/presenter/1')),
    'GET /phone': paired(({ response }) => answerRedirect(response, '/presenter/phone')),
  }
}
