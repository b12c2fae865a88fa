import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net'
import { codeOf, HuibaoError } from '../../../model/errors.ts'
import type { Lifecycle } from '../../lib/lifecycle.ts'
import { hasBody } from './connections.ts'

/** A certificate and its key, as PEM. */
export interface Tls {
  cert: string
  key: string
  /** Whether it is one for `127.0.0.1` too, an address that stays whatever becomes of the network. */
  local?: boolean
}

/**
 * How long a client may take, in milliseconds: whoever sends its request byte by byte, or does not read, is cut off.
 */
export interface Patience {
  /** For the head of a request, and for a handshake. */
  headers: number
  /** For a whole request. */
  request: number
  /** For the body of one, after its head. */
  body: number
  /** For the next request. */
  idle: number
  /** For reading on; streams of events have a limit of their own. */
  stalled: number
  /** Bytes a second, no milliseconds, that whoever asks for a file reads at the least. */
  rate: number
}

export const PATIENCE: Patience = {
  headers: 8_000,
  request: 15_000,
  body: 2_000,
  idle: 5_000,
  stalled: 30_000,
  rate: 16 * 1024,
}

export function createListener(
  handler: RequestListener,
  { tls, patience }: { tls?: Tls | undefined; patience: Patience },
): Server {
  const options = {
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    keepAliveTimeout: patience.idle,
    connectionsCheckingInterval: Math.min(1_000, patience.headers / 4),
    maxHeaderSize: 8 * 1024,
    noDelay: true,
    insecureHTTPParser: false,
    // Whoever sends none is told so, and what a proxy has to do with it.
    requireHostHeader: false,
  }
  const server = tls
    ? createSecureServer({ ...options, cert: tls.cert, key: tls.key, handshakeTimeout: patience.headers }, handler)
    : createServer(options, handler)
  server.timeout = patience.stalled
  server.on('request', (request: IncomingMessage) => {
    if (!hasBody(request)) return
    const deadline = setTimeout(() => request.complete || request.socket.destroy(), patience.body)
    request.once('close', () => clearTimeout(deadline))
  })
  server.maxHeadersCount = 64
  server.maxRequestsPerSocket = 1_000
  // Tunnels are not offered; unanswered they would hold their connection. Who asks for an upgrade is answered without
  // one.
  server.on('connect', (_request, socket) => {
    // Node listens no longer: a reset would end the server.
    socket.on('error', () => {})
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nConnection: close\r\n\r\n', () => socket.destroy())
  })
  return server
}

/**
 * Listens until the lifecycle ends.
 * @param port 0 for one that the system chooses
 * @returns the port
 * @throws HuibaoError where the port is taken or forbidden
 */
export async function listen(
  server: Server,
  { host, port, life }: { host: string; port: number; life: Lifecycle },
): Promise<number> {
  await open(server, { host, port })
  life.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  return (server.address() as AddressInfo).port
}

/**
 * Asks whether a port can be listened on, before minutes are spent on what is to be served there.
 * @throws HuibaoError where it is taken or forbidden
 */
export async function requireFreePort(address: Address): Promise<void> {
  const server = createTcpServer()
  await open(server, address)
  await new Promise(resolve => server.close(resolve))
}

interface Address {
  host: string
  port: number
}

async function open(server: TcpServer, { host, port }: Address): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port, backlog: 4096 }, resolve)
  }).catch((error: unknown) => {
    throw listenError(error, host, port)
  })
}

function listenError(error: unknown, host: string, port: number): unknown {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new HuibaoError(`端口 ${port} 已经有别的程序在用`, {
        hint: `请换一个，例如 --port ${port + 1}，或者关掉那个程序。`,
        cause: error,
      })
    case 'EACCES':
      return new HuibaoError(`不允许使用端口 ${port}`, {
        hint: '请用 1024 以上的端口，例如 --port 8080。',
        cause: error,
      })
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new HuibaoError(`这台机器没有地址 ${host}`, {
        hint: '请在 --host 后面写这台机器自己的地址，或者不写。',
        cause: error,
      })
    default:
      return error
  }
}
