import * as v from 'valibot'
import { LIMITS, SCREENS, type Command } from '../../components/present/protocol.ts'
import { isDrawing } from './drawing.ts'
import { parseExact } from './exact.ts'

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

/** A command as it was sent; undefined where it is none, or says more than a command does. */
export function parseCommand(body: unknown): Command | undefined {
  return parseExact(CommandBody, body) as Command | undefined
}
