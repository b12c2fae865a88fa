import type { Meeting } from '../state/meeting.ts'
import type { Hub } from '../stream/hub.ts'
import type { TokenBucket } from '../token-bucket.ts'
import { answerJson, answerRedirect, answerSlowDown } from './answer.ts'
import { parseBody, readJson } from './requests.ts'
import type { Routes } from './handler.ts'
import { networkOf } from './peer.ts'

export interface AudienceOptions {
  meeting: Meeting
  hub: Hub
  /** Of questions: by network, and in all. */
  questions: { each: TokenBucket; all: TokenBucket }
}

/** Bytes of a question; characters may be written as escapes. */
const LONGEST = 4096
/** Milliseconds after which a question that could not be kept is to be asked again. */
const UNAVAILABLE = 5_000

/** What everybody may ask of a meeting. */
export function audienceRoutes({ meeting, hub, questions }: AudienceOptions): Routes {
  return {
    'GET /events': ({ response }) => hub.followAsAudience(response),
    'GET /state': ({ response }) => answerJson(response, 200, hub.snapshot()),
    'GET /kiosk': ({ response }) => answerRedirect(response, '/1?kiosk'),
    'POST /ask': async ({ request, response, address }) => {
      const body = parseBody('ask', await readJson(request, LONGEST))
      if (!meeting.state.asking) return answerJson(response, 409, { ok: false, error: 'closed' })
      if (!body) return answerJson(response, 400, { ok: false, error: 'malformed' })
      const network = networkOf(address)
      const wait = Math.max(questions.each.wait(network), questions.all.wait('all'))
      if (wait > 0) return answerSlowDown(response, wait)
      questions.each.take(network)
      questions.all.take('all')
      const outcome = await meeting.ask(body.text)
      if (outcome.ok) return answerJson(response, 200, { ok: true })
      if (outcome.error === 'unavailable') return answerSlowDown(response, UNAVAILABLE, 503)
      answerJson(response, 409, { ok: false, error: 'closed' })
    },
  }
}
