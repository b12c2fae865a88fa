import { LIMITS } from '../../../components/present/protocol.ts'
import type { Lifecycle } from '../../lib/lifecycle.ts'
import type { Meeting } from '../state/meeting.ts'
import type { Hub } from '../stream/hub.ts'
import type { Sessions } from './sessions.ts'

/**
 * Tells paired devices when one of them is no longer heard of: a laptop that has died says nothing of it; and when this
 * machine has come to another network. Streams end with their pairing, and so does presenter control.
 */
export function watchPresence(
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
