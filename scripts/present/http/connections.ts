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
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 16_000, reserved: 64, each: 12_000 }
/** What the process opens besides connections: files that are sent, and its own. */
const FILES = 2_200

/**
 * What a machine can carry.
 * @param files how many files and connections the system lets the process open; undefined where it does not say
 */
export function connectionLimits(files: number | undefined): ConnectionLimits {
  const { most, reserved, each } = CONNECTION_LIMITS
  if (files === undefined || files >= most + FILES) return CONNECTION_LIMITS
  const room = Math.max(Math.floor(files / 2), files - FILES)
  return { most: room, reserved: Math.min(reserved, Math.floor(room / 8)), each: Math.floor((room * each) / most) }
}

interface Line {
  socket: Socket
  key: string
  network: string
}

/**
 * Keeps a crowd, or someone who only opens connections, from using them all up. Those that have asked for nothing yet
 * give way when there is no room, the oldest first: it takes a phone an instant to ask, however many come at once. Of
 * the others, the last ones are the presenters'.
 */
export class Connections {
  readonly #limits: ConnectionLimits
  readonly #isProxy: (address: string) => boolean
  readonly #open = new Map<string, Line>()
  /** That have asked for nothing yet, oldest first. */
  readonly #silent = new Set<Line>()
  /** How many of each network have asked for something. */
  readonly #networks = new Map<string, number>()

  /** @param isProxy whether the connections of an address are those of many */
  constructor(server: Server, limits: ConnectionLimits, isProxy: (address: string) => boolean = () => false) {
    this.#limits = limits
    this.#isProxy = isProxy
    // With TLS a connection counts from its first byte on; the handshake is part of being silent.
    server.on('connection', (socket: Socket) => this.#accept(socket))
    server.on('request', ({ socket }: IncomingMessage) => this.#speak(socket))
  }

  get size(): number {
    return this.#open.size
  }

  /** Whether only paired devices may have this connection now. */
  isCrowded(socket: Socket): boolean {
    const { most, reserved, each } = this.#limits
    if (this.#open.size - this.#silent.size > most - reserved) return true
    const network = networkOf(socket.remoteAddress ?? '')
    return (this.#networks.get(network) ?? 0) > each && !this.#isProxy(network)
  }

  #accept(socket: Socket): void {
    const { most } = this.#limits
    const line = { socket, key: keyOf(socket), network: networkOf(socket.remoteAddress ?? '') }
    if (this.#open.size >= most) this.#drop(this.#silent.values().next().value)
    if (this.#open.size >= most) {
      socket.destroy()
      return
    }
    this.#silent.add(line)
    this.#open.set(line.key, line)
    socket.once('close', () => this.#forget(line))
  }

  /** With TLS the socket of a request is another one than that which was accepted; address and port are the same. */
  #speak(socket: Socket): void {
    const line = this.#open.get(keyOf(socket))
    if (line && this.#silent.delete(line)) this.#networks.set(line.network, (this.#networks.get(line.network) ?? 0) + 1)
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
    if (this.#silent.delete(line)) return
    const left = this.#networks.get(line.network)! - 1
    if (left === 0) this.#networks.delete(line.network)
    else this.#networks.set(line.network, left)
  }
}

function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}
