import { readdirSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'
import { answerText } from './answer.ts'

/**
 * Files of the audience that are sent at once, so that those who do not read them leave some for others to be opened.
 */
const SENDING = 2_000

/** Answers a request for a file or page of a site. @returns whether the site has it */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

/**
 * Serves a built site below `base`. Its files are listed once, when it begins, so that no path leads out of its folder
 * and no folder is ever listed. A page has an address without extension; all pages are the one file `index.html`.
 * @param isPage whether a path below `base`, without slash in front, is a page
 * @param secret whether caches must not share what is served
 */
export function siteHandler(
  folder: string,
  { base = '/', isPage, secret = false }: { base?: string; isPage: (path: string) => boolean; secret?: boolean },
): SiteHandler {
  const names = new Set(filesIn(folder))
  const files = sirv(folder, { dotfiles: false, gzip: true, etag: true })
  const scope = secret ? 'private' : 'public'
  let sending = 0
  return (request, response, path) => {
    if (!path.startsWith(base)) return false
    const below = path.slice(base.length)
    const name = isPage(below) ? 'index.html' : below
    if (!names.has(name)) return false
    if (sending >= SENDING && !secret) {
      answerText(response, 503, '人太多了，请稍后再试。', { Connection: 'close', 'Retry-After': '5' })
      return true
    }
    sending += 1
    response.once('close', () => {
      sending -= 1
    })
    // Names in assets/ carry a digest of what is in them.
    response.setHeader(
      'Cache-Control',
      name.startsWith('assets/') ? `${scope}, max-age=31536000, immutable` : `${scope}, no-cache`,
    )
    response.setHeader('Vary', 'Accept-Encoding')
    if (!isRange(request.headers.range) || request.headers['if-range'] !== undefined) delete request.headers.range
    // What is not read to its end must not keep its file open, nor a file that has gone end the server.
    response.once('pipe', (file: Readable) => {
      file.once('error', () => response.destroy())
      response.once('close', () => file.destroy())
    })
    const { url } = request
    request.url = `/${encodeURI(name)}`
    files(request, response, () => void response.writeHead(404).end())
    request.url = url
    return true
  }
}

/** Pages that the audience's site has: slides, and the page to read. */
export function isAudiencePage(path: string): boolean {
  return /^(?:\d{1,5}|read)?\/?$/.test(path)
}

/** Pages that the presenter's site has beyond those. */
export function isPresenterPage(path: string): boolean {
  return isAudiencePage(path) || /^(?:presenter(?:\/\d{1,5})?|phone|overview|notes|entry)\/?$/.test(path)
}

/**
 * Files of a folder, relative to it, with slashes: no hidden ones, no links to elsewhere, and no names that an address
 * cannot spell.
 */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^\.|[?#\\]|\p{Cc}/u.test(name))
    .flatMap(entry => {
      const name = entry.name.normalize()
      if (entry.isDirectory()) return filesIn(path.join(folder, entry.name)).map(below => `${name}/${below}`)
      return entry.isFile() ? [name] : []
    })
}

/**
 * Whether it is one range of bytes that goes forward; all others are answered with the whole file, as if it had not
 * been asked for.
 */
function isRange(range: string | undefined): boolean {
  const [, from, to] = /^bytes=(\d{1,15})-(\d{0,15})$/.exec(range ?? '') ?? []
  return from !== undefined && (to === '' || Number(from) <= Number(to))
}
