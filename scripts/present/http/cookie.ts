import type { IncomingMessage } from 'node:http'

/** How many cookies of our name are looked at. */
const MOST = 8

/**
 * Name of the cookie that holds a device's credential. With TLS the browser itself sees to it that nobody else has set
 * it.
 */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-huibao' : 'huibao'
}

/**
 * The credentials that a request brings. There may be more than one: without TLS another server on this machine,
 * whatever its port, can set a cookie of our name, and must not cover the right one with it.
 */
export function credentialsOf({ headers }: Pick<IncomingMessage, 'headers'>, secure: boolean): string[] {
  const start = `${cookieName(secure)}=`
  return (headers.cookie ?? '')
    .split(';')
    .map(each => each.trim())
    .filter(each => each.startsWith(start))
    .slice(0, MOST)
    .map(each => each.slice(start.length))
}

/** @param seconds for which it holds; 0 takes it away */
export function setCookie(credential: string, seconds: number, secure: boolean): string {
  return `${cookieName(secure)}=${credential}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`
}
