import type { Hub } from '../stream/hub.ts'
import { answerJson, answerRedirect } from './answer.ts'
import type { Routes } from './handler.ts'

/** What everybody may ask of a meeting. */
export function audienceRoutes(hub: Hub): Routes {
  return {
    'GET /events': ({ response }) => hub.followAsAudience(response),
    'GET /state': ({ request, response }) => {
      const snapshot = hub.snapshot()
      // A crowd that cannot keep a stream open may be answered by a cache.
      const headers = { 'Cache-Control': 'public, max-age=1', ETag: `"${snapshot.state.epoch}-${snapshot.state.rev}"` }
      if (request.headers['if-none-match'] === headers.ETag && !snapshot.pointer && !snapshot.draw) {
        response.writeHead(304, headers)
        response.end()
      } else {
        answerJson(response, 200, snapshot, headers)
      }
    },
    'GET /kiosk': ({ response }) => answerRedirect(response, '/1?kiosk'),
  }
}
