import { readdirSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import sirv from 'sirv'

/** Answers a request for a file or page of a site. @returns whether the site has it */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

export interface SiteOptions {
  /** Where the site lives: a path that ends in a slash. Default: `/`. */
  base?: string
  /** Whether a path below `base`, without slash in front, is a page. */
  isPage: (path: string) => boolean
  /** Whether caches must not share what is served. */
  secret?: boolean
  /** Called before a file is sent: where it is not to be sent, it answers itself, and gives back `false`. */
  admit?: (exchange: { request: IncomingMessage; response: ServerResponse; name: string; path: string }) => boolean
  /** Bytes a second that whoever asks for a file has to read at the least, after some milliseconds to begin with. */
  pace: { start: number; rate: number }
}

/**
 * Serves a built site below `base`. Its files are listed once, when it begins, so that no path leads out of its folder
 * and no folder is ever listed. A page has an address without extension; all pages are the one file `index.html`.
 */
export function siteHandler(folder: string, options: SiteOptions): SiteHandler {
  const { base = '/', isPage, secret = false, admit = () => true, pace } = options
  const sizes = new Map(filesIn(folder))
  const files = sirv(folder, { dotfiles: false, gzip: true, etag: true })
  const scope = secret ? 'private' : 'public'
  return (request, response, path) => {
    if (!path.startsWith(base)) return false
    const below = path.slice(base.length)
    const name = isPage(below) ? 'index.html' : below
    const size = sizes.get(name)
    if (size === undefined) return false
    if (!admit({ request, response, name, path: below })) return true
    // Names in assets/ carry a digest of what is in them.
    response.setHeader(
      'Cache-Control',
      name.startsWith('assets/') ? `${scope}, max-age=31536000, immutable` : `${scope}, no-cache`,
    )
    response.setHeader('Vary', 'Accept-Encoding')
    if (!isRange(request.headers.range) || request.headers['if-range'] !== undefined) delete request.headers.range
    // What is not read to its end must not keep its file open, nor a file that has gone end the server.
    response.once('pipe', (file: Readable) => {
      const deadline = setTimeout(() => response.destroy(), pace.start + (size / pace.rate) * 1_000)
      file.once('error', () => response.destroy())
      response.once('close', () => {
        clearTimeout(deadline)
        file.destroy()
      })
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
 * Files of a folder, relative to it, with slashes, and their sizes in bytes: no hidden ones, no links to elsewhere, and
 * no names that an address cannot spell.
 */
function filesIn(folder: string): [name: string, size: number][] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !/^\.|[?#\\]|\p{Cc}/u.test(name))
    .flatMap((entry): [string, number][] => {
      const file = path.join(folder, entry.name)
      const name = entry.name.normalize()
      if (entry.isDirectory()) return filesIn(file).map(([below, size]) => [`${name}/${below}`, size])
      return entry.isFile() ? [[name, statSync(file).size]] : []
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
