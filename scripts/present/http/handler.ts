import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Log } from '../../lib/log.ts'
import { messageOf } from '../../../model/errors.ts'
import { answerJson, answerText } from './answer.ts'
import { BadBody } from './requests.ts'
import { fromOurPage, namesUs, strangeHost, strangeOrigin } from './origin.ts'
import type { SiteHandler } from './static.ts'

/** A request that a route answers. */
export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  /** The address that the request comes from. */
  address: string
}

export type Route = (exchange: Exchange) => void | Promise<void>

/** Routes by method and path, such as `GET /events`; a `POST` is one that changes something. */
export type Routes = Readonly<Record<string, Route>>

export interface HandlerOptions {
  routes: Routes
  /** Sites in the order in which they are asked. */
  sites: readonly SiteHandler[]
  /** Host names and addresses of this server. */
  names: ReadonlySet<string>
  /** Whether browsers reach this server over TLS. */
  secure: boolean
  /** Where requests come from, behind a proxy too. */
  addressOf: (request: IncomingMessage) => string
  log: Pick<Log, 'warn'>
}

/** Answers requests: routes first, then files; everything else does not exist. */
export function requestHandler({ routes, sites, names, secure, addressOf, log }: HandlerOptions): RequestListener {
  const methods = Map.groupBy(Object.keys(routes), key => key.slice(key.indexOf(' ') + 1))

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!namesUs(request, names)) return answerText(response, 421, strangeHost(request.headers.host))
    const path = pathOf(request.url)
    if (path === undefined) return answerText(response, 400, '地址不对。')
    const { method = '' } = request
    const route = routes[`${method} ${path}`]
    if (route && method === 'POST' && !fromOurPage(request, secure))
      return answerText(response, 403, strangeOrigin(request.headers))
    if (route) return route({ request, response, address: addressOf(request) })
    const allowed = methods.get(path)?.map(key => key.slice(0, key.indexOf(' '))) ?? ['GET', 'HEAD']
    if (methods.has(path) || !allowed.includes(method))
      return answerText(response, 405, '不能这样访问这个地址。', { Allow: allowed.join(', ') })
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
