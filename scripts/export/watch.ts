import type { Page, Request } from 'playwright-chromium'
import { safeDecode } from '../lib/text.ts'

/** How often a file may be fetched again that has come already, beside once for each slide. */
const AGAIN = 50

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
  /** Whether it fetches a file without end, which is a fault. */
  isEndless: () => boolean
}

/**
 * Notes errors, failed and endless requests, and requests to elsewhere, from now on.
 * @param site where the page is
 * @param slides how many are on it
 */
export function watchPage(page: Pick<Page, 'on'>, site: string, slides: number): Watch {
  const { origin } = new URL(site)
  const faults: Watch['faults'] = new Map()
  const warnings = new Set<string>()
  const pending = new Set<Request>()
  const files = new Map<string, { begun: number; underWay: number; atOnce: number }>()
  let begun = 0
  let endless = false
  const outside = (url: string): void => void faults.set(`要从网上取东西，导出时不允许：${url}`, url)
  const missing = (url: string, reason: string): void => {
    const path = shorten(url, origin)
    faults.set(`取不到文件（${reason}）：${path}`, path)
  }
  const isRepeated = (request: Request): boolean => {
    const path = pathOf(request.url(), origin)
    const fetched = files.get(path) ?? { begun: 0, underWay: 0, atOnce: 0 }
    files.set(path, fetched)
    fetched.begun += 1
    fetched.underWay += 1
    fetched.atOnce = Math.max(fetched.atOnce, fetched.underWay)
    // Slides that ask at the same time are no repetition, however many they are.
    return fetched.begun - fetched.atOnce > AGAIN + slides
  }
  const end = (request: Request): void => {
    if (!pending.delete(request) || !isRequest(request.url())) return
    files.get(pathOf(request.url(), origin))!.underWay -= 1
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
    if (isRequest(request.url()) && isRepeated(request)) {
      endless = true
      faults.set(`一直在重复取同一个文件，停不下来：${pathOf(request.url(), origin)}`, undefined)
    }
    if (!isLocal(request.url(), origin)) outside(request.url())
  })
  page.on('response', response => {
    if (response.status() >= 400) missing(response.url(), String(response.status()))
  })
  page.on('requestfinished', end)
  page.on('requestfailed', request => {
    end(request)
    const reason = request.failure()?.errorText ?? ''
    // Chromium aborts what it no longer needs, for example a preload that came twice.
    if (isLocal(request.url(), origin) && reason !== 'net::ERR_ABORTED') missing(request.url(), reason)
  })
  return { faults, warnings, pending: () => pending.size, begun: () => begun, isEndless: () => endless }
}

/** Whether it asks a server for anything. */
function isRequest(url: string): boolean {
  return !/^(?:data|blob|about):/.test(url)
}

function isLocal(url: string, origin: string): boolean {
  return !isRequest(url) || url === origin || url.startsWith(`${origin}/`)
}

/** An address without what is only there to fetch a file anew. */
function pathOf(url: string, origin: string): string {
  return shorten(url.replace(/[?#].*/, ''), origin)
}

function shorten(url: string, origin: string): string {
  return safeDecode(url.replace(origin, ''))
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0]!.slice(0, 300)
}
