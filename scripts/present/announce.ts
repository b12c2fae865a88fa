import { GUIDE } from './guide.ts'
import { renderUnicodeCompact } from 'uqr'
import type { PairingCode } from './pairing/codes.ts'

/** What is printed for a pairing: an address to scan or to open, and a code to type there. */
export function pairingLines(url: string, { long, typed, ttl }: PairingCode, { qr }: { qr: boolean }): string[] {
  const link = `${url}pair#${long}`
  return [
    `配对汇报人的手机（只能用一次，${Math.round(ttl / 60_000)} 分钟内有效）`,
    ...(qr
      ? [renderUnicodeCompact(link), `扫不了码，就在手机上打开 ${url}pair ，输入 ${spaced(typed)}`]
      : [`  ${link}`, `  或者打开 ${url}pair ，输入 ${spaced(typed)}`]),
  ]
}

/** What is printed for the audience. */
export function audienceLines(urls: readonly string[], { qr }: { qr: boolean }): string[] {
  const [first = '', ...others] = urls
  return [
    `观众      ${first}`,
    ...(qr ? [renderUnicodeCompact(first)] : []),
    ...others.map(url => `或者      ${url}`),
    `大屏、分会场（只跟随）  ${first}kiosk`,
  ]
}

/** What it means that nothing is encrypted. */
export const PLAIN_HTTP =
  '现在用的是 http，没有加密：同一网络里有本事监听的人能看到画面，也可能截下手机的配对凭据来翻页。' +
  `汇报人的笔记本走本机地址，不受影响。会场网络不可信时请用 --cert 和 --key，或者让手机连自己的热点；做法见 ${GUIDE}。`

/** A code as people read it out. */
export function spaced(typed: string): string {
  return `${typed.slice(0, 4)}-${typed.slice(4)}`
}
