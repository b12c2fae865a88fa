import * as v from 'valibot'
import { LONGEST_NAME, LONGEST_WORD, nameOf } from '../../model/review.ts'
import { parseExact, plain } from '../present/http/requests.ts'
import type { SayingBody } from './view.ts'

/** Bytes of a body: a word for each cell of a large table. */
export const LONGEST_BODY = 256 * 1024

const id = v.pipe(v.string(), v.maxLength(200))
const fingerprint = v.pipe(v.string(), v.maxLength(64))

const Body = v.strictObject({
  by: v.pipe(v.string(), v.transform(plain), v.transform(nameOf), v.minLength(1), v.maxLength(LONGEST_NAME)),
  sayings: v.pipe(
    v.array(
      v.union([
        v.strictObject({ id, fingerprint, verdict: v.literal('confirmed') }),
        v.strictObject({ id, fingerprint, verdict: v.null() }),
        v.strictObject({
          id,
          fingerprint,
          verdict: v.literal('objected'),
          word: v.pipe(v.string(), v.transform(plain), v.minLength(1), v.maxLength(LONGEST_WORD)),
        }),
      ]),
    ),
    v.minLength(1),
    v.maxLength(1000),
  ),
})

/** What somebody says, as it was sent; undefined where it is nothing of that kind. */
export function parseSaying(body: unknown): SayingBody | undefined {
  return parseExact(Body, body)
}
