import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'
import type { Events, PresenterState } from '../../../components/present/protocol.ts'

/** Bytes that may wait for a follower before it is dropped: one that does not read must not fill our memory. */
const BACKLOG = 64 * 1024
/** The same for paired devices, of which there are few, and whose states hold all questions. */
export const PRESENTER_BACKLOG = 1024 * 1024
/** Into how many turns a beat to everybody is split, so that no event has to wait for all of it. */
const TURNS = 8
/**
 * Turns after which a follower gets its first beat, by which it knows that the line does not hold anything back; two,
 * for those that have come in the same instant.
 */
const FIRST = [3, 4] as const

interface Follower {
  socket: Socket
  turn: number
}

/** Everybody who follows one stream of events. */
export class Channel {
  readonly #followers = new Map<Socket, Follower>()
  #joined = 0
  #turn = 0
  #dropped = 0
  readonly #backlog: number

  /** @param backlog bytes that may wait for each follower */
  constructor(backlog = BACKLOG) {
    this.#backlog = backlog
  }

  get size(): number {
    return this.#followers.size
  }

  /** How many followers were dropped because they did not read. */
  get dropped(): number {
    return this.#dropped
  }

  /**
   * Turns a response into a stream that begins with `snapshot`. Its body ends with the connection, so that every event
   * is one write of the same bytes to each socket, and none of them is framed again.
   */
  open(response: ServerResponse, snapshot: readonly Buffer[], onClose: () => void = () => {}): void {
    const { socket } = response
    if (!socket) return
    response.removeHeader('Transfer-Encoding')
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store, no-transform',
      'X-Accel-Buffering': 'no',
      Connection: 'close',
    })
    response.flushHeaders()
    socket.setNoDelay(true)
    socket.setTimeout(0)
    this.#followers.set(socket, { socket, turn: (this.#turn + FIRST[this.#joined++ % FIRST.length]!) % TURNS })
    socket.once('close', () => {
      this.#followers.delete(socket)
      onClose()
    })
    for (const each of snapshot) socket.write(each)
  }

  send(event: Buffer): void {
    for (const follower of this.#followers.values()) this.#write(follower, event)
  }

  /** Sends to the next of `turns` parts of all followers. */
  sendTurn(event: Buffer): void {
    this.#turn = (this.#turn + 1) % TURNS
    for (const follower of this.#followers.values()) {
      if (follower.turn === this.#turn) this.#write(follower, event)
    }
  }

  close(): void {
    for (const socket of this.#followers.keys()) socket.destroy()
  }

  #write({ socket }: Follower, event: Buffer): void {
    if (socket.writableLength > this.#backlog) {
      this.#dropped += 1
      this.#followers.delete(socket)
      socket.destroy()
    } else {
      socket.write(event)
    }
  }

  static readonly turns = TURNS
}

/** One Server-Sent Event, ready to be sent: made once for however many followers. */
export function frame<Name extends keyof Events>(name: Name, data: Events[Name] | PresenterState): Buffer {
  return Buffer.from(`event: ${name}\ndata: ${JSON.stringify(data)}\n\n`)
}
