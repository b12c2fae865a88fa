import * as v from 'valibot'
import type { PairRequest } from '../../../components/present/protocol.ts'
import { parseExact } from '../exact.ts'

const Pairing = v.strictObject({
  code: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  // Names are shown on other devices: no marks that turn text around or break its line.
  name: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N} ·_()（）-]{1,20}$/u))),
})
const Unpairing = v.strictObject({ device: v.optional(v.pipe(v.string(), v.maxLength(40))) })

/** The body of `POST /pair`; undefined where it is none. */
export function parsePairing(body: unknown): PairRequest | undefined {
  return parseExact(Pairing, body)
}

/** The body of `POST /presenter/unpair`: the device that is to be forgotten, the sender itself where none is named. */
export function parseUnpairing(body: unknown): { device?: string } | undefined {
  return parseExact(Unpairing, body)
}
