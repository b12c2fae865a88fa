import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { HuibaoError } from '../../model/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import { answerJson, answerText } from '../present/http/answer.ts'
import { requestHandler, type Route, type Routes } from '../present/http/handler.ts'
import { protect } from '../present/http/headers.ts'
import { createListener, listen, PATIENCE } from '../present/http/listen.ts'
import { credentialsOf, setCookie, type CookieKind } from '../present/http/paired.ts'
import { socketAddress } from '../present/http/peer.ts'
import { readJson } from '../present/http/requests.ts'
import { LONGEST_BODY, parseSaying } from './body.ts'
import type { Desk } from './desk.ts'
import type { Slides } from './slides.ts'
import type { SaidView, Unreadable } from './view.ts'
import { pageRoutes, type PageFile } from './page.ts'

export interface ReviewServerOptions {
  desk: Desk
  slides: Slides
  page: ReadonlyMap<string, PageFile>
  /** 0 for one that the system chooses. */
  port: number
  life: Lifecycle
  log: Pick<Log, 'warn'>
}

/** The address of this machine to itself, at which the page is served. */
export const LOCAL = '127.0.0.1'

/** Seconds for which a browser that has come with the token is let in: a working day. */
const DAY = 12 * 3600

/** Status of what was not taken down. */
const STATUS = { changed: 409, unknown: 404, malformed: 400 } as const

/**
 * Serves the page to this machine alone, until the lifecycle ends, and only to a browser that has come with the token.
 * @returns the address that carries it
 */
export async function startReviewServer(options: ReviewServerOptions): Promise<string> {
  const { desk, slides, page, port, life, log } = options
  const token = randomBytes(32).toString('base64url')
  const cookie: CookieKind = { secure: false, id: `review-${randomBytes(4).toString('hex')}` }
  const isKnown = (request: IncomingMessage): boolean => credentialsOf(request, cookie).includes(token)
  const guarded =
    (route: Route): Route =>
    exchange =>
      isKnown(exchange.request) ? route(exchange) : answerText(exchange.response, 403, STRANGER)

  const files = pageRoutes(page)
  // No redirect: browsers send no strict cookie along one that began at another site, or in a file.
  const open: Route = exchange => {
    const { request, response } = exchange
    const key = new URL(request.url ?? '/', 'http://localhost').searchParams.get('key')
    if (key !== token) return answerText(response, 403, STRANGER)
    response.setHeader('Set-Cookie', setCookie(token, DAY, cookie))
    return files['GET /review']!(exchange)
  }

  const said = async (): Promise<SaidView> => {
    const { stamp, deckStamp } = await desk.stamps()
    return { stamp, review: await desk.review(), slides: slides.view(deckStamp) }
  }

  const routes: Routes = {
    ...files,
    'GET /review/data': async ({ response }) =>
      answerJson(response, 200, { ...(await said()), ...(await desk.view()) }),
    'GET /review/said': async ({ response }) => answerJson(response, 200, await said()),
    'POST /review/build': async ({ response }) => {
      void slides.rebuild((await desk.stamps()).deckStamp)
      answerJson(response, 200, await said())
    },
    'POST /review/say': async ({ request, response }) => {
      const body = parseSaying(await readJson(request, LONGEST_BODY))
      const answer = body ? await desk.say(body) : ({ ok: false, error: 'malformed' } as const)
      answerJson(response, answer.ok ? 200 : STATUS[answer.error], answer)
    },
  }
  const handler = requestHandler({
    routes: {
      'GET /open': open,
      ...Object.fromEntries(Object.entries(routes).map(([key, route]) => [key, guarded(readable(route))])),
    },
    sites: [(request, response, path) => isKnown(request) && slides.serve(request, response, path)],
    names: new Set([LOCAL, 'localhost']),
    secure: false,
    addressOf: socketAddress,
    log,
  })
  const server = createListener(
    (request, response) => {
      protect(response, false, true)
      handler(request, response)
    },
    { patience: PATIENCE },
  )
  const actual = await listen(server, { host: LOCAL, port, life })
  return `http://${LOCAL}:${actual}/open?key=${token}`
}

/** Tells the page why the deck cannot be read, where that is so: whoever edits its files can mend it. */
function readable(route: Route): Route {
  return async exchange => {
    try {
      await route(exchange)
    } catch (error) {
      if (!(error instanceof HuibaoError)) throw error
      const unreadable = [error.message, error.hint].filter(Boolean).join('\n')
      answerJson(exchange.response, 500, { unreadable } satisfies Unreadable)
    }
  }
}

const STRANGER = '请用 huibao review 印出的地址打开。'
