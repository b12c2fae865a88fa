import type { Place } from './follow.ts'
import { isSamePlace } from './follow.ts'
import type { Command, CommandAnswer, PresenterState } from './protocol.ts'
import { isLater, LIMITS, mayDrive } from './protocol.ts'

export interface DriveEffects {
  /** Sends a command; undefined where no answer came. */
  send: (command: Command) => Promise<CommandAnswer | undefined>
  /** Shows a place on this page. */
  go: (place: Place) => void
  /** The local move was rejected: another device drives, or this one's pairing has ended. */
  rejected: () => void
  /** Whether this device's pairing has ended: nothing that it sends is done any more. */
  unpaired: () => boolean
  /** Called with each state that this page knows now. */
  changed: (state: PresenterState) => void
  /** The public name of this device, as far as it is known. */
  me: () => string | undefined
  /** A name for one command. */
  newId: () => string
  /** Waits before another try, shorter where the line is open again. */
  pause: (failures: number) => Promise<void>
}

export interface Drive {
  /** A state came from the server. */
  receive: (state: PresenterState) => void
  /** The page shows a place; `own` where somebody at this page has gone there. */
  moved: (place: Place, own: boolean) => void
  /** The page could not be brought to where it was asked to go, and is still at a place. */
  settle: (place: Place) => void
  /** Whether moves of this page count. */
  canDrive: () => boolean
}

/**
 * Keeps a page that drives and the server together. What is done here is shown at once and sent after it, one command
 * at a time and of those that wait the last; a lost answer is asked for again under the same name. Away from the
 * network the place is kept and sent later, unless another device has taken over by then, or the pairing has ended.
 * Where nothing is under way the server is right.
 */
export function createDrive(effects: DriveEffects): Drive {
  const { send, go, rejected, unpaired, changed, me, newId, pause } = effects
  let server: PresenterState | undefined
  let here: Place | undefined
  /** Where this page has gone, and the server does not know it yet. */
  let wanted: Place | undefined
  let sending = false

  const canDrive = (): boolean => server !== undefined && !unpaired() && mayDrive(server, me())

  function align(): void {
    if (!server || wanted || (here && isSamePlace(here, server))) return
    here = { page: server.page, clicks: server.clicks }
    go(here)
  }

  function receive(state: PresenterState): void {
    if (server === state || (server && isLater(server, state))) return
    server = state
    changed(state)
    if (!canDrive()) wanted = undefined
    align()
  }

  async function flush(): Promise<void> {
    if (sending) return
    sending = true
    let failures = 0
    let id = ''
    let sent: Place | undefined
    while (wanted) {
      if (wanted !== sent) id = newId()
      sent = wanted
      const answer = await send({ type: 'goto', page: sent.page, clicks: Math.min(sent.clicks, LIMITS.clicks), id })
      if (unpaired()) {
        wanted = undefined
        rejected()
        align()
        break
      }
      if (!answer || (!answer.ok && answer.error === 'unavailable')) {
        failures += 1
        await pause(failures)
        continue
      }
      failures = 0
      // Something newer may have been wanted in the meantime.
      if (!answer.ok || wanted === sent) wanted = undefined
      if (!answer.ok && answer.error === 'not-driver') rejected()
      if (answer.state) receive(answer.state)
      align()
    }
    sending = false
  }

  return {
    receive,
    canDrive,
    settle(place) {
      here = place
      align()
    },
    moved(place, own) {
      here = place
      // Before the first word of the server nothing is known that could be moved.
      if (!server || !own) return
      if (!canDrive()) {
        rejected()
        return align()
      }
      wanted = isSamePlace(place, server) && !sending ? undefined : place
      void flush()
    },
  }
}
