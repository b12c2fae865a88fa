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

const PROXY =
  '如果前面有反向代理，要让它把浏览器发来的 Host 原样传过来（nginx：proxy_set_header Host $http_host;），并用 --public-url 写上观众用的地址。'

/** Says to whoever has asked for another host what a proxy may have made of it. */
export function strangeHost(host: string | undefined): string {
  return host ? `这台服务器不叫“${shown(host)}”（请求的 Host 头）。${PROXY}` : `请求里没有 Host 头。${PROXY}`
}

/** Says why a request is not taken for one of our own pages. */
export function strangeOrigin({ origin, host = '' }: IncomingMessage['headers']): string {
  const reason = '只接受这台服务器自己的页面发来的请求。'
  if (!origin || !/^https?:/.test(origin)) return reason
  return `${reason}页面的地址是“${shown(origin)}”，请求的 Host 头却是“${shown(host)}”。${PROXY}`
}

/** What a stranger has sent, fit to be shown. */
function shown(text: string): string {
  return text.replace(/[^\w.:/[\]-]/g, '?').slice(0, 80)
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
