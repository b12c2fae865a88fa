import type { IncomingMessage } from 'node:http'

/** The address at the other end of the connection. */
export function socketAddress({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return socket.remoteAddress?.replace(/^::ffff:/, '') ?? ''
}

/**
 * The address that a proxy on this machine says the request comes from: the last one in `X-Forwarded-For`, which the proxy
 * has added itself. Anybody else's word is not taken.
 */
export function forwardedAddress(request: IncomingMessage): string {
  const peer = socketAddress(request)
  if (peer !== '127.0.0.1' && peer !== '::1') return peer
  const header = request.headers['x-forwarded-for']
  return [header].flat().join(',').split(',').at(-1)!.trim() || peer
}
