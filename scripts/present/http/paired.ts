import type { IncomingMessage } from 'node:http'
import type { Device } from '../../../components/present/protocol.ts'
import type { Sessions } from '../pairing/sessions.ts'
import { credentialsOf } from './cookie.ts'

/** The paired device that a request comes from. */
export function pairedDevice(
  request: Pick<IncomingMessage, 'headers'>,
  sessions: Sessions,
  secure: boolean,
): Device | undefined {
  for (const credential of credentialsOf(request, secure)) {
    const device = sessions.find(credential)
    if (device) return device
  }
  return undefined
}
