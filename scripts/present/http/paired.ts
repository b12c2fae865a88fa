import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Device } from '../../../components/present/protocol.ts'
import type { Sessions } from '../pairing/sessions.ts'
import { answerJson, answerRedirect } from './answer.ts'
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

/** Answers whoever is not paired: a page that is opened by hand leads to pairing, a request of a script is told. */
export function rejectUnpaired({ method, headers }: IncomingMessage, response: ServerResponse): void {
  if (method === 'GET' && headers['sec-fetch-mode'] === 'navigate') answerRedirect(response, '/pair')
  else answerJson(response, 401, { ok: false, error: 'unpaired' })
}
