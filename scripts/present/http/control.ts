import { type CommandType, LIMITS, type Snapshot } from '../../../components/present/protocol.ts'
import { parseCommand, readJson } from './requests.ts'
import type { TokenBucket } from '../token-bucket.ts'
import type { Meeting } from '../state/meeting.ts'
import type { Hub } from '../stream/hub.ts'
import { answerJson, answerNothing, answerRedirect } from './answer.ts'
import type { Route, Routes } from './handler.ts'
import { pairedRoute, rejectUnpaired, type Access } from './paired.ts'

export interface ControlOptions extends Access {
  meeting: Meeting
  hub: Hub
  /** Of commands, by device: page turns, and those that come in streams and may be left out. */
  commands: { turns: TokenBucket; streams: TokenBucket }
  /** Called for every command. */
  onCommand: (accepted: boolean) => void
}

/** Status of a rejected command. */
const STATUS = { stale: 409, 'not-driver': 409, malformed: 400, unavailable: 503, 'slow-down': 429 } as const

/** Commands of which a page sends many, and of which only the last counts. */
const STREAMS: ReadonlySet<CommandType> = new Set(['pointer', 'draw', 'totals'])

/** What paired devices may do with the deck. */
export function controlRoutes(options: ControlOptions): Routes {
  const { meeting, hub, sessions, commands, onCommand } = options

  const paired = (work: Parameters<typeof pairedRoute>[1]): Route => pairedRoute(options, work)

  return {
    'POST /command': paired(async ({ request, response }, device) => {
      const command = parseCommand(await readJson(request, LIMITS.body))
      // A pairing may end while a body is still coming.
      if (!sessions.get(device.id)) return rejectUnpaired(request, response)
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
