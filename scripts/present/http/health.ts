import type { Hub } from '../stream/hub.ts'
import type { Meeting } from '../state/meeting.ts'
import { answerJson, answerText } from './answer.ts'
import type { Routes } from './handler.ts'

/** What has happened since the server began. */
export interface Counts {
  accepted: number
  rejected: number
}

/**
 * What watches the server: whether it is well, and how much it does. Neither tells anything that the audience may not
 * know.
 */
export function healthRoutes({
  meeting,
  hub,
  counts,
  uptime,
  memory,
}: {
  meeting: Meeting
  hub: Hub
  counts: Counts
  /** Seconds. */
  uptime: () => number
  /** Resident bytes. */
  memory: () => number
}): Routes {
  return {
    'GET /healthz': ({ response }) => {
      // Why it is not well may name files and servers: that is for the log.
      const { ok } = meeting.health()
      const { epoch, rev } = meeting.state
      answerJson(response, 200, { status: ok ? 'ok' : 'stale', epoch, rev, followers: hub.audience.size })
    },
    'GET /metrics': ({ response }) =>
      answerText(
        response,
        200,
        metrics([
          ['huibao_followers', 'gauge', 'Open event streams of the audience.', hub.audience.size],
          ['huibao_presenters', 'gauge', 'Open event streams of paired devices.', hub.presenters.size],
          [
            'huibao_followers_dropped_total',
            'counter',
            'Followers dropped because they did not read.',
            hub.audience.dropped + hub.presenters.dropped,
          ],
          ['huibao_commands_accepted_total', 'counter', 'Commands accepted.', counts.accepted],
          ['huibao_commands_refused_total', 'counter', 'Commands refused.', counts.rejected],
          ['huibao_revision', 'gauge', 'Revision of the deck.', meeting.state.rev],
          ['huibao_page', 'gauge', 'Slide shown.', meeting.state.page],
          ['huibao_backplane_up', 'gauge', 'Whether changes of other servers arrive.', meeting.health().ok ? 1 : 0],
          ['huibao_uptime_seconds', 'gauge', 'Seconds since the server began.', Math.round(uptime())],
          ['process_resident_memory_bytes', 'gauge', 'Resident memory.', memory()],
        ]),
        { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' },
      ),
  }
}

function metrics(
  rows: readonly (readonly [name: string, type: 'gauge' | 'counter', help: string, value: number])[],
): string {
  return rows
    .map(([name, type, help, value]) => `# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}`)
    .join('\n')
}
