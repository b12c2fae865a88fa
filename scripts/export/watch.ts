import type { Page, Request } from 'playwright-chromium'
import { safeDecode } from '../lib/text.ts'

/** What a page did while it was rendered. */
export interface Watch {
  /** Errors of the page as sentences, with the address they are about, if any; the slide is not known yet. */
  faults: Map<string, string | undefined>
  /** Warnings that the page wrote to its console. */
  warnings: Set<string>
  /** Requests that are under way. */
  pending: () => number
  /** Requests that have been begun so far. */
  begun: () => number
}

/** Notes errors, failed requests and requests to elsewhere, from now on. @param site where the page is */
export function watchPage(page: Page, site: string): Watch {
  const { origin } = new URL(site)
  const faults: Watch['faults'] = new Map()
  const warnings = new Set<string>()
  const pending = new Set<Request>()
  let begun = 0
  const outside = (url: string): void => void faults.set(`要从网上取东西，导出时不允许：${url}`, url)
  const missing = (url: string, reason: string): void => {
    const path = shorten(url, origin)
    faults.set(`取不到文件（${reason}）：${path}`, path)
  }
  page.on('console', message => {
    // A resource that failed to load is reported below, with its address.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      faults.set(`网页报错：${firstLine(message.text())}`, undefined)
    if (message.type() === 'warning') warnings.add(firstLine(message.text()))
  })
  page.on('pageerror', error => faults.set(`网页报错：${firstLine(`${error.name}: ${error.message}`)}`, undefined))
  page.on('crash', () => faults.set('浏览器的页面崩溃了', undefined))
  page.on('websocket', socket => {
    if (!isLocal(socket.url().replace(/^ws/, 'http'), origin)) outside(socket.url())
  })
  page.on('request', request => {
    begun += 1
    pending.add(request)
    if (!isLocal(request.url(), origin)) outside(request.url())
  })
  page.on('response', response => {
    if (response.status() >= 400) missing(response.url(), String(response.status()))
  })
  page.on('requestfinished', request => pending.delete(request))
  page.on('requestfailed', request => {
    pending.delete(request)
    const reason = request.failure()?.errorText ?? ''
    // Chromium aborts what it no longer needs, for example a preload that came twice.
    if (isLocal(request.url(), origin) && reason !== 'net::ERR_ABORTED') missing(request.url(), reason)
  })
  return { faults, warnings, pending: () => pending.size, begun: () => begun }
}

function isLocal(url: string, origin: string): boolean {
  return /^(?:data|blob|about):/.test(url) || url === origin || url.startsWith(`${origin}/`)
}

function shorten(url: string, origin: string): string {
  return safeDecode(url.replace(origin, ''))
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!.slice(0, 300)
}
