import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import sirv from 'sirv'
import type { Lifecycle } from '../lib/lifecycle.ts'

/**
 * Serves a built site on this machine only, on a port that the system chooses, until the lifecycle ends.
 * @param gzip whether files that have a `.gz` beside them are sent packed
 * @returns its origin, such as `http://127.0.0.1:40001`
 */
export async function serveSite(folder: string, life: Lifecycle, { gzip = false } = {}): Promise<string> {
  // A page has no extension: a missing file of whatever name is missing, and not the start page.
  const files = sirv(folder, { single: true, dotfiles: false, gzip, ignores: [/\.\w+$/] })
  const server = createServer((request, response) =>
    files(request, response, () => {
      response.statusCode = 404
      response.end()
    }),
  )
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  life.defer(() => {
    server.closeAllConnections()
    server.close()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
