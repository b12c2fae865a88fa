import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Device, Refusal } from '../../../components/present/protocol.ts'
import type { Sessions } from '../pairing/sessions.ts'
import { answerJson, answerRedirect } from './answer.ts'
import type { Exchange, Route } from './handler.ts'

/** What a server's cookie depends on. */
export interface CookieKind {
  /** Whether browsers reach this server over TLS. */
  secure: boolean
  /** Of the meeting: browsers do not tell two servers on one machine apart by their ports, so the name has to. */
  id: string
}

/** A credential as it is given out: 32 bytes. */
const CREDENTIAL = /^[\w-]{43}$/

/**
 * Name of the cookie that holds a device's credential. With TLS the browser itself sees to it that nobody else has set
 * it.
 */
function cookieName({ secure, id }: CookieKind): string {
  return `${secure ? '__Host-huibao' : 'huibao'}-${id}`
}

/**
 * The credentials that a request brings. There may be more than one: without TLS another server on this machine,
 * whatever its port, can set cookies of our name, and must not cover the right one with them.
 */
export function credentialsOf({ headers }: Pick<IncomingMessage, 'headers'>, kind: CookieKind): string[] {
  const start = `${cookieName(kind)}=`
  return (headers.cookie ?? '')
    .split(';')
    .map(each => each.trim())
    .filter(each => each.startsWith(start))
    .map(each => each.slice(start.length))
    .filter(each => CREDENTIAL.test(each))
}

/** @param seconds for which it holds; 0 takes it away */
export function setCookie(credential: string, seconds: number, kind: CookieKind): string {
  return `${cookieName(kind)}=${credential}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${kind.secure ? '; Secure' : ''}`
}

/** The paired devices of a server, and the cookie by which they are known. */
export interface Access {
  sessions: Sessions
  cookie: CookieKind
}

/** The paired device that a request comes from. */
export function pairedDevice(
  request: Pick<IncomingMessage, 'headers'>,
  { sessions, cookie }: Access,
): Device | undefined {
  for (const credential of credentialsOf(request, cookie)) {
    const device = sessions.find(credential)
    if (device) return device
  }
  return undefined
}

/** A route that is reached by paired devices alone. */
export function pairedRoute(access: Access, work: (exchange: Exchange, device: Device) => void | Promise<void>): Route {
  return exchange => {
    const device = pairedDevice(exchange.request, access)
    return device ? work(exchange, device) : rejectUnpaired(exchange.request, exchange.response)
  }
}

/** Answers whoever is not paired: a page that is opened by hand leads to pairing, a request of a script is told. */
export function rejectUnpaired(request: IncomingMessage, response: ServerResponse): void {
  if (isNavigation(request)) answerRedirect(response, '/pair')
  else refuse(response, 'unpaired')
}

const STATUS: Readonly<Record<Refusal, number>> = {
  unpaired: 401,
  owner: 403,
  refused: 403,
  stale: 409,
  malformed: 400,
}

/** Answers a request of a device that is not carried out. */
export function refuse(response: ServerResponse, error: Refusal): void {
  answerJson(response, STATUS[error], { ok: false, error })
}

/**
 * Whether a request is made by a browser that opens a page. Over plain HTTP browsers do not say so, but ask for HTML as
 * no script does.
 */
function isNavigation({ method, headers }: IncomingMessage): boolean {
  if (method !== 'GET') return false
  const mode = headers['sec-fetch-mode']
  return mode === undefined ? (headers.accept ?? '').includes('text/html') : mode === 'navigate'
}
