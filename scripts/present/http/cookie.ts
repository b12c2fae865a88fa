import type { IncomingMessage } from 'node:http'

/** Name of the cookie that holds a device's credential. With TLS the browser itself sees to it that nobody else has set it. */
export function cookieName(secure: boolean): string {
  return secure ? '__Host-huibao' : 'huibao'
}

export function cookieOf({ headers }: Pick<IncomingMessage, 'headers'>, secure: boolean): string | undefined {
  const name = cookieName(secure)
  const pair = headers.cookie?.split(';').map(each => each.trim()).find(each => each.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** @param seconds for which it holds; 0 takes it away */
export function setCookie(credential: string, seconds: number, secure: boolean): string {
  return `${cookieName(secure)}=${credential}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? '; Secure' : ''}`
}
