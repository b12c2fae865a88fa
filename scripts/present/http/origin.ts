import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

type Addressed = Pick<IncomingMessage, 'headers' | 'headersDistinct' | 'socket'>

/**
 * Whether a request names this server as its host, and so comes from no page that has taken a name of its own for our
 * address (DNS rebinding). The address itself is always one of ours: a hotspot may have been turned on after the start.
 * @param names host names and addresses of this server, in lower case, without port
 */
export function namesUs(
  { headersDistinct, socket }: Pick<Addressed, 'headersDistinct' | 'socket'>,
  names: ReadonlySet<string>,
): boolean {
  const [host, ...others] = headersDistinct.host ?? []
  const name = hostOf(host)
  return name !== undefined && others.length === 0 && (names.has(name) || name === literal(socket.localAddress))
}

/**
 * Whether a request that changes something, and names us, was made by a page of this server: browsers say so in
 * `Origin`, which no page can forge.
 * @param secure whether browsers reach this server over TLS: then no page without it is ours
 */
export function fromOurPage({ headers }: Pick<Addressed, 'headers'>, secure: boolean): boolean {
  const { origin, host } = headers
  const [, scheme, authority] = /^(https?):\/\/([^/?#@\\\s]+)$/.exec(origin ?? '') ?? []
  if (scheme === undefined || (secure && scheme !== 'https')) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  return hostOf(authority) !== undefined && withoutPort(authority, scheme) === withoutPort(host, scheme)
}

function hostOf(authority: string | undefined): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d{1,5})?$/i.exec(authority ?? '')?.[1]?.toLowerCase()
}

function withoutPort(authority: string | undefined, scheme: string): string | undefined {
  return authority?.toLowerCase().replace(scheme === 'https' ? /:443$/ : /:80$/, '')
}

/** An address as it stands in an address bar. */
function literal(address = ''): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .replace(/%.*$/, '')
    .toLowerCase()
  return isIP(plain) === 6 ? `[${plain}]` : plain
}
