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
  /** Connections of one network that have not asked for anything yet: as many as come at once when a hall reconnects. */
  silent: number
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 16_000, reserved: 64, each: 12_000, silent: 2_048 }

interface Line {
  socket: Socket
  key: string
  network: string
}

/** The connections of one network. */
interface Network {
  size: number
  /** Oldest first. */
  silent: Set<Line>
}

/**
 * Keeps a crowd, or someone who only opens connections, from using them all up: those that ask for nothing are closed, the
 * oldest first, and the last ones are the presenters'.
 */
export class Connections {
  readonly #limits: ConnectionLimits
  readonly #isProxy: (address: string) => boolean
  readonly #open = new Map<string, Line>()
  /** Oldest first. */
  readonly #silent = new Set<Line>()
  readonly #networks = new Map<string, Network>()

  /** @param isProxy whether the connections of an address are those of many */
  constructor(server: Server, limits: ConnectionLimits = CONNECTION_LIMITS, isProxy: (address: string) => boolean = () => false) {
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
    if (this.#open.size > most - reserved) return true
    const line = this.#open.get(keyOf(socket))
    return line !== undefined && this.#networks.get(line.network)!.size > each && !this.#isProxy(line.network)
  }

  #accept(socket: Socket): void {
    const { most, silent } = this.#limits
    const line = { socket, key: keyOf(socket), network: networkOf(socket.remoteAddress ?? '') }
    const before = this.#networks.get(line.network)
    if (before && before.silent.size >= silent && !this.#isProxy(line.network)) this.#drop(first(before.silent))
    if (this.#open.size >= most) this.#drop(first(this.#silent))
    if (this.#open.size >= most) {
      socket.destroy()
      return
    }
    const network = this.#networks.get(line.network) ?? { size: 0, silent: new Set() }
    this.#networks.set(line.network, network)
    network.size += 1
    network.silent.add(line)
    this.#silent.add(line)
    this.#open.set(line.key, line)
    socket.once('close', () => this.#forget(line))
  }

  /** With TLS the socket of a request is another one than that which was accepted; address and port are the same. */
  #speak(socket: Socket): void {
    const line = this.#open.get(keyOf(socket))
    if (!line) return
    this.#silent.delete(line)
    this.#networks.get(line.network)?.silent.delete(line)
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
    this.#silent.delete(line)
    const network = this.#networks.get(line.network)!
    network.silent.delete(line)
    network.size -= 1
    if (network.size === 0) this.#networks.delete(line.network)
  }
}

function keyOf({ remoteAddress, remotePort }: Socket): string {
  return `${remoteAddress} ${remotePort}`
}

function first<T>(all: ReadonlySet<T>): T | undefined {
  return all.values().next().value
}
