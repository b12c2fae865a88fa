import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** Requests that may wait on one connection; browsers send none before the last one is answered. */
const WAITING = 8

/**
 * Answers the requests of a connection one after another: who sends many at once, and reads none of the answers, must
 * not have the work for all of them done, nor their files held open.
 */
export function serialize(listener: (request: IncomingMessage, response: ServerResponse) => void): RequestListener {
  const turns = new WeakMap<Socket, { last: ServerResponse; waiting: number }>()
  return (request, response) => {
    const { socket } = request
    const turn = turns.get(socket)
    const before = turn && !turn.last.closed ? turn.last : undefined
    if (!turn || !before) {
      turns.set(socket, { last: response, waiting: 0 })
      return listener(request, response)
    }
    if (turn.waiting === WAITING) return void socket.destroy()
    turn.last = response
    turn.waiting += 1
    before.once('close', () => {
      turn.waiting -= 1
      if (!socket.destroyed) listener(request, response)
    })
  }
}
