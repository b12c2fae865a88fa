import * as v from 'valibot'
import { SCREENS } from '../../../components/present/protocol.ts'

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
const ranges = v.pipe(v.string(), v.regex(/^(?:\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*)?$/))

const Question = v.object({
  id: v.string(),
  text: v.string(),
  at: count,
  status: v.picklist(['new', 'shown', 'done']),
})

/** A kept state, as it is read back: what someone has meddled with is not believed. What is missing is as at first. */
export const KeptState = v.object({
  epoch: count,
  rev: count,
  page: v.pipe(count, v.minValue(1)),
  clicks: count,
  screen: v.optional(v.picklist(SCREENS), 'slides'),
  /** Whether the audience may look at all slides, and those that were shown so far, as ranges. */
  browse: v.optional(v.boolean(), true),
  shown: v.optional(ranges, '1'),
  /** Stamp of the site of the audience whose slides those are; empty where none was turned yet. */
  site: v.optional(v.string(), ''),
  asking: v.optional(v.boolean(), false),
  questions: v.optional(v.array(Question), []),
  /** The paired device that has presenter control. */
  driver: v.nullable(v.object({ id: v.string(), name: v.string() })),
  /** `since` is the server's time, in milliseconds, at which `elapsed` was true. */
  timer: v.object({ status: v.picklist(['stopped', 'running', 'paused']), elapsed: v.number(), since: v.number() }),
  /** How many clicks each slide has, by page from 0; null or beyond the end where nobody has counted. */
  totals: v.array(v.nullable(count)),
})

/** What is kept of the meeting. */
export type MeetingState = v.InferOutput<typeof KeptState>
