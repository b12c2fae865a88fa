import { createServer, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { codeOf, HuibaoError } from '../../lib/errors.ts'
import type { Lifecycle } from '../../lib/lifecycle.ts'

/** A certificate and its key, as PEM. */
export interface Tls {
  cert: string
  key: string
}

/** How long a client may take, in milliseconds: whoever sends its request byte by byte is cut off. */
const PATIENCE = { headersTimeout: 8_000, requestTimeout: 15_000, keepAliveTimeout: 5_000, connectionsCheckingInterval: 1_000 }

export function createListener(handler: RequestListener, tls: Tls | undefined): Server {
  const options = { ...PATIENCE, maxHeaderSize: 8 * 1024, noDelay: true, insecureHTTPParser: false }
  const server = tls ? createSecureServer({ ...options, ...tls, handshakeTimeout: PATIENCE.headersTimeout }, handler) : createServer(options, handler)
  server.maxHeadersCount = 64
  server.maxRequestsPerSocket = 1_000
  // Tunnels and upgrades are not offered; unanswered they would hold their connection.
  for (const event of ['connect', 'upgrade'] as const) server.on(event, (_request, socket) => void socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n'))
  return server
}

/**
 * Listens until the lifecycle ends.
 * @param port 0 for one that the system chooses
 * @returns the port
 * @throws HuibaoError where the port is taken or forbidden
 */
export async function listen(server: Server, { host, port, life }: { host: string, port: number, life: Lifecycle }): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 4096 }, resolve)
  }).catch((error: unknown) => {
    throw refusal(error, host, port)
  })
  life.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

function refusal(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new HuibaoError(`端口 ${port} 已经有别的程序在用`, { hint: `请换一个，例如 npm run present -- --port ${port + 1}，或者关掉那个程序。`, cause: error })
    case 'EACCES':
      return new HuibaoError(`不允许使用端口 ${port}`, { hint: '请用 1024 以上的端口，例如 --port 8080。', cause: error })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HuibaoError(`这台机器没有地址 ${host}`, { hint: '请在 --host 后面写这台机器自己的地址，或者不写。', cause: error })
    default:
      return error
  }
}
