import type { IncomingMessage, Server } from 'node:http'
import type { Socket } from 'node:net'

export interface ConnectionLimits {
  /** All connections at once. */
  most: number
  /** How many of those only paired devices may take. */
  reserved: number
  /** Connections of one address that have not asked for anything yet. */
  silent: number
}

export const CONNECTION_LIMITS: ConnectionLimits = { most: 16_000, reserved: 64, silent: 128 }

/**
 * Keeps a crowd, or someone who only opens connections, from using them all up: those that ask for nothing are closed, the
 * oldest first, and the last ones are the presenters'.
 */
export class Connections {
  readonly #limits: ConnectionLimits
  readonly #open = new Set<Socket>()
  /** By address, oldest first. */
  readonly #silent = new Map<string, Set<Socket>>()

  constructor(server: Server, limits: ConnectionLimits = CONNECTION_LIMITS) {
    this.#limits = limits
    // With TLS a connection counts from its first byte on; the handshake is part of being silent.
    server.on('connection', (socket: Socket) => this.#accept(socket))
    server.on('request', ({ socket }: IncomingMessage) => this.#speak(socket))
  }

  get size(): number {
    return this.#open.size
  }

  /** Whether only paired devices may have another connection now. */
  get crowded(): boolean {
    return this.#open.size > this.#limits.most - this.#limits.reserved
  }

  #accept(socket: Socket): void {
    const { most, silent } = this.#limits
    const address = socket.remoteAddress ?? ''
    const mates = this.#silent.get(address) ?? new Set<Socket>()
    this.#silent.set(address, mates)
    if (mates.size >= silent) mates.values().next().value?.destroy()
    if (this.#open.size >= most && !this.#closeSilent()) {
      socket.destroy()
      return
    }
    mates.add(socket)
    this.#open.add(socket)
    socket.once('close', () => {
      this.#open.delete(socket)
      this.#forget(address, socket)
    })
  }

  #speak(socket: Socket): void {
    this.#forget(socket.remoteAddress ?? '', socket)
  }

  #closeSilent(): boolean {
    const oldest = this.#silent.values().next().value?.values().next().value
    oldest?.destroy()
    return oldest !== undefined
  }

  #forget(address: string, socket: Socket): void {
    const mates = this.#silent.get(address)
    mates?.delete(socket)
    if (mates?.size === 0) this.#silent.delete(address)
  }
}
