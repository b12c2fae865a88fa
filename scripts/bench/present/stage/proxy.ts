import { connect, createServer, type AddressInfo, type Socket } from 'node:net'
import type { Lifecycle } from '../../../lib/lifecycle.ts'

/** How a line behaves: as it should, as a proxy whose server is away, or as a cable that was cut. */
export type Fault = 'none' | 502 | 503 | 'cut'

export interface FaultyProxy {
  port: number
  set: (fault: Fault) => void
}

/** A line to a server on this machine that can be made to fail. */
export async function startProxy(to: () => number, life: Lifecycle): Promise<FaultyProxy> {
  let fault: Fault = 'none'
  const sockets = new Set<Socket>()
  /** Connections that were there while the cable was cut: nobody tells either end, then or later. */
  const dead = new Set<Socket>()
  const server = createServer(client => {
    sockets.add(client)
    client.on('error', () => {})
    client.once('close', () => [sockets, dead].forEach(set => set.delete(client)))
    if (fault === 'cut') dead.add(client)
    else if (fault === 'none') pipe(client, to(), () => dead.has(client))
    else
      client.once('data', () =>
        client.end(
          `HTTP/1.1 ${fault} Unavailable\r\nContent-Type: text/html\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`,
        ),
      )
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  life.defer(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return {
    port: (server.address() as AddressInfo).port,
    set: next => {
      fault = next
      for (const socket of sockets) {
        if (next === 'cut') dead.add(socket)
        else if (!dead.has(socket)) socket.destroy()
      }
    },
  }
}

function pipe(client: Socket, port: number, isDead: () => boolean): void {
  const upstream = connect(port, '127.0.0.1')
  upstream.on('error', () => {})
  upstream.once('close', () => isDead() || client.destroy())
  client.once('close', () => upstream.destroy())
  upstream.on('data', chunk => isDead() || client.write(chunk))
  client.on('data', chunk => isDead() || upstream.write(chunk))
}
