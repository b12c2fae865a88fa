import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

/** The address at the other end of the connection. */
export function socketAddress({ socket }: Pick<IncomingMessage, 'socket'>): string {
  return plain(socket.remoteAddress)
}

/**
 * The address that a proxy on this machine says the request comes from: the last one in `X-Forwarded-For`, which the
 * proxy has added itself. Anybody else's word is not taken.
 */
export function forwardedAddress(request: Pick<IncomingMessage, 'socket' | 'headers'>): string {
  const peer = socketAddress(request)
  if (!isLoopback(peer)) return peer
  const last = plain([request.headers['x-forwarded-for']].flat().join(',').split(',').at(-1)!.trim())
  return isIP(last) ? last : peer
}

/** Whether an address is this machine's own, however it is written. */
export function isLoopback(address: string): boolean {
  return address === '::1' || plain(address).startsWith('127.')
}

/**
 * What one sender can have at most: an IPv4 address, or the 64 bits of an IPv6 network, in which a single machine may
 * take as many addresses as it likes.
 */
export function networkOf(address: string): string {
  const own = plain(address)
  if (isIP(own) !== 6) return own
  const [head = '', tail] = own.replace(/%.*$/, '').split('::')
  const before = groups(head)
  const after = groups(tail ?? '')
  const all =
    tail === undefined
      ? before
      : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after]
  return `${all
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

/** IPv4 within IPv6 is IPv4. */
function plain(address = ''): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** An IPv4 address at the end stands for two. */
function groups(part: string): string[] {
  return part === '' ? [] : part.split(':').flatMap(group => (group.includes('.') ? ['0', '0'] : [group]))
}
