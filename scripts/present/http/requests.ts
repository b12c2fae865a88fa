import * as v from 'valibot'
import { LIMITS } from '../../../components/present/protocol.ts'
import { parseExact } from '../exact.ts'

const device = v.pipe(v.string(), v.maxLength(40))
/** Names are shown on other devices: no marks that turn text around or break its line. */
const name = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N} ·_()（）-]{1,20}$/u))

/** Bodies of requests, as `protocol.ts` has them. */
const BODIES = {
  pair: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(64)), name: v.optional(name) }),
  unpair: v.strictObject({ device: v.optional(device) }),
  rename: v.strictObject({ device: v.optional(device), name }),
  allow: v.strictObject({ device, allow: v.boolean() }),
  ask: v.strictObject({
    text: v.pipe(
      v.string(),
      v.transform(plain),
      v.check(text => text !== '' && [...text].length <= LIMITS.question),
    ),
  }),
} as const

/** The body of a request; undefined where it is none. */
export function parseBody<Name extends keyof typeof BODIES>(
  name: Name,
  body: unknown,
): v.InferOutput<(typeof BODIES)[Name]> | undefined {
  return parseExact(BODIES[name], body)
}

/** Text of one line: no control characters, and no marks that turn it around. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
}
