import type { IncomingMessage } from 'node:http'
import * as v from 'valibot'
import { LIMITS, SCREENS, type Command } from '../../../components/present/protocol.ts'
import { isDrawing } from '../drawing.ts'

const natural = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const page = v.pipe(natural, v.minValue(1), v.maxValue(10_000))
const clicks = v.pipe(natural, v.maxValue(LIMITS.clicks))
const percent = v.pipe(v.number(), v.minValue(0), v.maxValue(100))
const own = { id: v.optional(v.pipe(v.string(), v.regex(/^[\w-]{1,40}$/))), until: v.optional(natural) }
const expectRev = v.optional(natural)

const CommandBody = v.variant('type', [
  v.strictObject({ ...own, type: v.literal('next'), expectRev }),
  v.strictObject({ ...own, type: v.literal('prev'), expectRev }),
  v.strictObject({ ...own, type: v.literal('goto'), page, clicks: v.optional(clicks), expectRev }),
  v.strictObject({ ...own, type: v.literal('screen'), screen: v.picklist(SCREENS), expectRev }),
  v.strictObject({ ...own, type: v.literal('browse'), on: v.boolean() }),
  v.strictObject({ ...own, type: v.literal('asking'), on: v.boolean() }),
  v.strictObject({
    ...own,
    type: v.literal('question'),
    question: v.pipe(v.string(), v.maxLength(40)),
    status: v.picklist(['new', 'shown', 'done', 'removed']),
  }),
  v.strictObject({ ...own, type: v.literal('take') }),
  v.strictObject({ ...own, type: v.literal('release') }),
  v.strictObject({
    ...own,
    type: v.literal('pointer'),
    pointer: v.nullable(v.strictObject({ x: percent, y: percent, style: v.picklist(['laser', 'spotlight']) })),
  }),
  v.strictObject({
    ...own,
    type: v.literal('draw'),
    page,
    svg: v.pipe(v.string(), v.maxLength(LIMITS.drawing), v.check(isDrawing)),
  }),
  v.strictObject({
    ...own,
    type: v.literal('timer'),
    status: v.picklist(['stopped', 'running', 'paused']),
  }),
  v.strictObject({
    ...own,
    type: v.literal('totals'),
    totals: v.pipe(v.array(v.nullable(clicks)), v.maxLength(10_000)),
  }),
])

const device = v.pipe(v.string(), v.maxLength(40))
/** Names are shown on other devices: no marks that turn text around or break its line. */
const name = v.pipe(v.string(), v.trim(), v.regex(/^[\p{L}\p{N} ·_()（）-]{1,20}$/u))

/** A question of nothing but joiners and the like would be an empty one on the screen. */
const VISIBLE = /[^\s\p{Default_Ignorable_Code_Point}]/u

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
      v.check(text => VISIBLE.test(text) && [...text].length <= LIMITS.question),
    ),
  }),
} as const

/** A command as it was sent; undefined where it is none, or says more than a command does. */
export function parseCommand(body: unknown): Command | undefined {
  return parseExact(CommandBody, body) as Command | undefined
}

/** The body of a request; undefined where it is none. */
export function parseBody<Name extends keyof typeof BODIES>(
  name: Name,
  body: unknown,
): v.InferOutput<(typeof BODIES)[Name]> | undefined {
  return parseExact(BODIES[name], body)
}

/** Text of one line: no control characters, and no marks that turn it around. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, '')
    .trim()
}

/** What a schema makes of a body; undefined where it does not fit, or says more than the schema knows. */
export function parseExact<Schema extends v.GenericSchema>(
  schema: Schema,
  body: unknown,
): v.InferOutput<Schema> | undefined {
  const result = v.safeParse(schema, body)
  return result.success && hasOnly(body, result.output) ? result.output : undefined
}

/** Names that every object inherits, such as `__proto__` and `constructor`, are for no schema one too many. */
function hasOnly(body: unknown, known: unknown): boolean {
  if (typeof known !== 'object' || known === null || Array.isArray(known)) return true
  return (
    !Array.isArray(body) &&
    Object.entries(body as object).every(
      ([key, value]) => Object.hasOwn(known, key) && hasOnly(value, known[key as keyof typeof known]),
    )
  )
}

/** A body that is not what was asked for, and the status that says so. */
export class BadBody extends Error {
  override readonly name = 'BadBody'
  readonly status: 400 | 413 | 415

  constructor(status: 400 | 413 | 415, message: string) {
    super(message)
    this.status = status
  }
}

/**
 * The JSON that a request carries.
 * @param limit bytes above which it is not read on
 * @throws BadBody where it is too large, of another type, or no JSON
 */
export async function readJson(request: IncomingMessage, limit: number): Promise<unknown> {
  if (!/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(request.headers['content-type'] ?? ''))
    throw new BadBody(415, '只收 application/json')
  if (request.headers['content-encoding'] !== undefined) throw new BadBody(415, '不收压缩过的内容')
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new BadBody(413, '内容太大')
  const chunks: Buffer[] = []
  let size = 0
  // The connection stays open for the answer where the body is not read to its end.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new BadBody(413, '内容太大')
    chunks.push(chunk)
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    throw new BadBody(400, '不是 JSON')
  }
}
