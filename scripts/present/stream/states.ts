import type { Device, PresenterState, PublicState } from '../../../components/present/protocol.ts'
import { elapsedOf, shownOf } from '../state/machine.ts'
import type { MeetingState } from '../state/backplane.ts'

/**
 * What the audience may know of a meeting.
 * @param site the stamp of its site
 * @param url what the audience opens
 */
export function publicState(state: MeetingState, site: string, url: string): PublicState {
  const { epoch, rev, page, clicks, screen, browse, asking, questions } = state
  return {
    site,
    epoch,
    rev,
    page,
    clicks,
    screen,
    url: screen === 'qr' ? url : null,
    reachable: browse ? null : shownOf(state, site),
    asking,
    question: questions.find(({ status }) => status === 'shown')?.text ?? null,
  }
}

/** What is true of one server, and of no other that shares the meeting. */
export type ServerState = Pick<
  PresenterState,
  'site' | 'devices' | 'pages' | 'urls' | 'followers' | 'requests' | 'invites'
>

/**
 * What paired devices may know of a meeting.
 * @param told what the audience is told of it
 * @param now milliseconds since 1970
 */
export function presenterState(
  { driver, timer, questions }: MeetingState,
  told: PublicState,
  server: ServerState,
  now: number,
): PresenterState {
  return {
    ...told,
    ...server,
    driver: driver && driverOf(driver, server.devices),
    timer: { status: timer.status, elapsed: elapsedOf(timer, now) },
    questions,
  }
}

/** Of a device that is paired with another server nothing is heard here. */
function driverOf(driver: { id: string; name: string }, devices: readonly Device[]): Device {
  return devices.find(({ id }) => id === driver.id) ?? { ...driver, online: true, seen: 0, owner: false }
}
