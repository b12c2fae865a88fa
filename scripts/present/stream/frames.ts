import type { Events, PresenterState } from '../../../components/present/protocol.ts'

/** One Server-Sent Event, ready to be sent: made once for however many followers. */
export function frame<Name extends keyof Events>(name: Name, data: Events[Name] | PresenterState): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}
