import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Log } from '../../lib/log.ts'
import { messageOf } from '../../../model/errors.ts'
import { answerJson, answerText } from './answer.ts'
import { BadBody } from './body.ts'
import { namesUs } from './origin.ts'
import type { Routes } from './routes.ts'
import type { SiteHandler } from './static.ts'

export interface HandlerOptions {
  routes: Routes
  /** Sites in the order in which they are asked. */
  sites: readonly SiteHandler[]
  /** Host names and addresses of this server. */
  names: ReadonlySet<string>
  /** Where requests come from, behind a proxy too. */
  addressOf: (request: IncomingMessage) => string
  log: Pick<Log, 'warn'>
}

/** Answers requests: routes first, then files; everything else does not exist. */
export function requestHandler({ routes, sites, names, addressOf, log }: HandlerOptions): RequestListener {
  const known = new Set(Object.keys(routes).map(key => key.slice(key.indexOf(' ') + 1)))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!namesUs(request, names)) return answerText(response, 421, '这台服务器不叫这个名字。')
    const path = pathOf(request.url)
    if (path === undefined) return answerText(response, 400, '地址不对。')
    const { method = '' } = request
    const reading = method === 'GET' || method === 'HEAD'
    const route = routes[`${method} ${path}`]
    if (route) return route({ request, response, path, address: addressOf(request) })
    if (known.has(path)) return answerText(response, 405, '不能这样访问这个地址。', { Allow: allowed(routes, path) })
    if (!reading) return answerText(response, 405, '不能这样访问这个地址。', { Allow: 'GET, HEAD' })
    if (!sites.some(site => site(request, response, path))) answerText(response, 404, '没有这个页面。')
  }

  return (request, response) => {
    answer(request, response).catch((error: unknown) => {
      if (error instanceof BadBody) {
        if (!response.headersSent)
          answerJson(response, error.status, { ok: false, error: 'malformed' }, { Connection: 'close' })
        return
      }
      // A client that went away in the middle of its request is no fault of ours.
      if (!request.socket.destroyed) log.warn(`处理 ${request.method} 请求时出错：${messageOf(error)}`)
      if (!response.headersSent) answerText(response, 500, '服务器出错了。', { Connection: 'close' })
      else response.destroy()
    })
  }
}

/** The path of a request, decoded; undefined where it is none, or is written so as to mean another one. */
function pathOf(url = ''): string | undefined {
  try {
    const path = decodeURIComponent(url.split(/[?#]/, 1)[0]!)
    return path.startsWith('/') && !/[\p{Cc}\\]|\/\/|(?:^|\/)\.\.?(?:\/|$)/u.test(path) ? path : undefined
  } catch {
    return undefined
  }
}

function allowed(routes: Routes, path: string): string {
  return Object.keys(routes)
    .filter(key => key.endsWith(` ${path}`))
    .map(key => key.slice(0, key.indexOf(' ')))
    .join(', ')
}
