import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import { securityHeaders } from './headers.ts'

/** Answers a request for a file or page of a site. @returns whether the site has it */
export type SiteHandler = (request: IncomingMessage, response: ServerResponse, path: string) => boolean

/**
 * Serves a built site below `base`. Its files are listed once, when it begins, so that no path leads out of its folder and
 * no folder is ever listed. A page has an address without extension; all pages are the one file `index.html`.
 * @param isPage whether a path below `base`, without slash in front, is a page
 * @param secret whether caches must not share what is served
 */
export function siteHandler(folder: string, { base = '/', isPage, secret = false }: { base?: string, isPage: (path: string) => boolean, secret?: boolean }): SiteHandler {
  const files = sirv(folder, {
    dotfiles: false,
    gzip: true,
    etag: true,
    setHeaders: (response, name) => {
      for (const [header, value] of Object.entries(securityHeaders())) response.setHeader(header, value)
      const scope = secret ? 'private' : 'public'
      // Names in assets/ carry a digest of what is in them.
      response.setHeader('Cache-Control', /^\/?assets\//.test(name) ? `${scope}, max-age=31536000, immutable` : `${scope}, no-cache`)
    },
  })
  return (request, response, path) => {
    if (!path.startsWith(base)) return false
    const below = path.slice(base.length)
    const wanted = isPage(below) ? '' : below
    let found = true
    const url = request.url
    request.url = `/${wanted}`
    files(request, response, () => {
      found = false
    })
    request.url = url
    return found
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
