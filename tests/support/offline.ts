import type { Browser } from 'playwright-chromium'
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'

const PRELOAD = fileURLToPath(new URL('offline-preload.mjs', import.meta.url))

/** The addresses outside of `origin` that these pages of a site ask for. */
export async function foreignRequests(browser: Browser, origin: string, paths: readonly string[]): Promise<string[]> {
  const context = await browser.newContext()
  const foreign: string[] = []
  await context.route(
    url => url.origin !== origin,
    route => {
      foreign.push(route.request().url())
      return route.abort()
    },
  )
  await context.routeWebSocket(
    url => url.host !== new URL(origin).host,
    socket => {
      foreign.push(socket.url())
      return socket.close()
    },
  )
  await Promise.all(
    paths.map(async path => (await context.newPage()).goto(origin + path, { waitUntil: 'networkidle' })),
  )
  await context.close()
  return foreign
}

/** Environment in which every Node process, and its workers and children, notes in `log` whom it tries to reach. */
export function watchedEnv(log: string, env: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const options = `${env.NODE_OPTIONS ?? ''} --import=${pathToFileURL(PRELOAD).href}`.trim()
  return { ...env, NODE_OPTIONS: options, HUIBAO_REACH_LOG: log }
}

/** What such processes have noted: how many there were, and whom they tried to reach beyond this machine. */
export function readReachLog(log: string): { processes: number; foreign: string[] } {
  const lines = existsSync(log) ? readFileSync(log, 'utf8').split('\n').filter(Boolean) : []
  return {
    processes: lines.filter(line => line.startsWith('start ')).length,
    foreign: lines.filter(line => !line.startsWith('start ')),
  }
}
