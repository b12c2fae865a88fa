import type { IncomingMessage } from 'node:http'

/** What a server's cookie depends on. */
export interface CookieKind {
  /** Whether browsers reach this server over TLS. */
  secure: boolean
  /** The port that the server listens on: browsers tell cookies of two ports apart by their names alone. */
  port: () => number
}

/** A credential as it is given out: 32 bytes. */
const CREDENTIAL = /^[\w-]{43}$/

/**
 * Name of the cookie that holds a device's credential. With TLS the browser itself sees to it that nobody else has set
 * it.
 */
function cookieName({ secure, port }: CookieKind): string {
  return `${secure ? '__Host-huibao' : 'huibao'}-${port()}`
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
