import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'
import { networkOf } from './peer.ts'

export interface ConnectionLimits {
  /** All connections at once. */
  most: number
  /** How many of those only paired devices may take. */
  reserved: number
  /** Connections of one network: a hall behind one address has room, but leaves some to the others. */
  each: number
  /** Files of the audience's site that are sent at once; one network has half of them. */
  sending: number
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 16_000, reserved: 64, each: 12_000, sending: 2_000 }
/** What the process opens besides connections: files that are sent, and its own. */
const FILES = 2_200
const OWN = 64

/**
 * What a machine can carry.
 * @param files how many files and connections the system lets the process open; undefined where it does not say
 */
export function connectionLimits(files: number | undefined): ConnectionLimits {
  const { most, reserved, each, sending } = CONNECTION_LIMITS
  if (files === undefined || files >= most + FILES) return CONNECTION_LIMITS
  const room = Math.max(Math.floor(files / 2), files - FILES)
  return {
    most: room,
    reserved: Math.min(reserved, Math.floor(room / 8)),
    each: Math.floor((room * each) / most),
    sending: Math.min(sending, files - room - OWN),
  }
}

interface Line {
  socket: Socket
  key: string
  network: string
  /** `silent` as long as it has not asked for anything in full; then whose it is. */
  kind: 'silent' | 'crowd' | 'paired'
}

/** What one network has. */
class Share {
  readonly silent = new Set<Line>()
  crowd = 0
  all = 0
}

/**
 * Keeps a crowd, or someone who only opens connections, from using them all up. Those that have not asked for anything
 * in full, be it that the body of their request is still on its way, give way when there is no room, the oldest first:
 * it takes a phone an instant to ask, however many come at once. Of the others, the last ones are the presenters'.
 */
export class Connections {
  readonly #limits: ConnectionLimits
  readonly #isProxy: (network: string) => boolean
  readonly #open = new Map<string, Line>()
  /** Oldest first. */
  readonly #silent = new Set<Line>()
  readonly #shares = new Map<string, Share>()
  #crowd = 0

  /** @param isProxy whether the connections of a network are those of many */
  constructor(server: Server, limits: ConnectionLimits, isProxy: (network: string) => boolean = () => false) {
    this.#limits = limits
    this.#isProxy = isProxy
    // With TLS a connection counts from its first byte on; the handshake is part of being silent.
    server.on('connection', (socket: Socket) => this.#accept(socket))
  }

  get size(): number {
    return this.#open.size
  }

  /**
   * Lets a request in, if there is room for its connection.
   * @param network where it comes from, behind a proxy too
   * @param paired whether a paired device has sent it: for those there is always room
   */
  admit(request: IncomingMessage, { network, paired }: { network: string; paired: boolean }): boolean {
    // With TLS the socket of a request is another one than that which was accepted; address and port are the same.
    const line = this.#open.get(keyOf(request.socket))
    if (!line) return true
    this.#change(line, { network })
    if (paired) this.#change(line, { kind: 'paired' })
    else if (line.kind !== 'crowd') {
      if (this.#isCrowded(network)) return false
      const speak = (): void => this.#change(line, { kind: 'crowd' })
      if (hasBody(request)) request.once('end', speak)
      else speak()
    }
    return true
  }

  #isCrowded(network: string): boolean {
    const { most, reserved, each } = this.#limits
    return this.#crowd >= most - reserved || (this.#share(network).crowd >= each && !this.#isProxy(network))
  }

  #accept(socket: Socket): void {
    const { most, each } = this.#limits
    const network = networkOf(socket.remoteAddress ?? '')
    const share = this.#share(network)
    if (share.all >= each && !this.#isProxy(network)) this.#drop(first(share.silent))
    if (this.#open.size >= most) this.#drop(first(this.#silent))
    if (this.#open.size >= most) {
      socket.destroy()
      return
    }
    const line: Line = { socket, key: keyOf(socket), network, kind: 'silent' }
    this.#open.set(line.key, line)
    this.#count(line, 1)
    socket.once('close', () => this.#forget(line))
  }

  #change(line: Line, change: Partial<Pick<Line, 'network' | 'kind'>>): void {
    // The answer to a body may come when its connection has given way already.
    if (this.#open.get(line.key) !== line) return
    this.#count(line, -1)
    Object.assign(line, change)
    this.#count(line, 1)
  }

  #count(line: Line, by: 1 | -1): void {
    const share = this.#share(line.network)
    share.all += by
    if (line.kind === 'crowd') {
      share.crowd += by
      this.#crowd += by
    } else if (line.kind === 'silent') {
      for (const silent of [share.silent, this.#silent]) silent[by > 0 ? 'add' : 'delete'](line)
    }
    if (share.all > 0) this.#shares.set(line.network, share)
    else this.#shares.delete(line.network)
  }

  #share(network: string): Share {
    return this.#shares.get(network) ?? new Share()
  }

  /** Its place is free at once; `close` comes later. */
  #drop(line: Line | undefined): void {
    if (!line) return
    this.#forget(line)
    line.socket.destroy()
  }

  #forget(line: Line): void {
    if (this.#open.get(line.key) !== line) return
    this.#open.delete(line.key)
    this.#count(line, -1)
  }
}

/** Whether a request has a body, which may still be on its way. */
export function hasBody({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0
}

function first<Item>(items: ReadonlySet<Item>): Item | undefined {
  return items.values().next().value
}

function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}
