import type { IncomingMessage } from 'node:http'

/**
 * Whether a request names this server as its host, and so comes from no page that has taken a name of its own for our address
 * (DNS rebinding).
 * @param names host names and addresses of this server, in lower case, without port
 */
export function namesUs({ headers }: Pick<IncomingMessage, 'headers'>, names: ReadonlySet<string>): boolean {
  const host = hostOf(headers.host)
  return host !== undefined && names.has(host)
}

/** Whether a request that changes something was made by a page of this server: browsers say so in `Origin`, which no page can forge. */
export function fromOurPage({ headers }: Pick<IncomingMessage, 'headers'>, names: ReadonlySet<string>): boolean {
  const { origin, host } = headers
  if (origin === undefined || !/^https?:\/\//.test(origin)) return false
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin') return false
  const authority = origin.replace(/^https?:\/\//, '').toLowerCase()
  const name = hostOf(authority)
  return name !== undefined && names.has(name) && authority.replace(/:(?:80|443)$/, '') === host?.toLowerCase().replace(/:(?:80|443)$/, '')
}

function hostOf(authority: string | undefined): string | undefined {
  return /^(\[[0-9a-f:.]+\]|[\w.-]+)(?::\d+)?$/i.exec(authority ?? '')?.[1]?.toLowerCase()
}
