import type { StoredMsg } from '@nats-io/jetstream'
import * as v from 'valibot'
import type { Drawing } from '../../../../components/present/protocol.ts'
import { isLater } from '../../../../components/present/protocol.ts'
import { HuibaoError } from '../../../../model/errors.ts'
import { StaleVersion, type Kept } from '../backplane.ts'
import { KeptState } from '../kept.ts'
import type { Bucket } from './connect.ts'
import { API_CODES, apiCode } from './errors.ts'

const StoredState = v.object({
  /** Names the write: NATS stores it once however often it is sent, and says each time under which version. */
  by: v.string(),
  state: KeptState,
})

/** What is stored under the key of the state. */
export type Stored = v.InferOutput<typeof StoredState>

export type KeptBy = Kept & Stored

export interface KeptDrawing {
  drawing: Drawing
  version: number
}

export const STATE_KEY = 'state'
export const DRAWING_PREFIX = 'draw.'

/** Milliseconds for one attempt to write a state. */
const ATTEMPT = 700

/**
 * Puts a state in the place of `version`, by compare-and-set.
 * @returns the version under which it is kept
 * @throws StaleVersion where another one is there
 */
export async function putState(bucket: Bucket, stored: Stored, version: number | undefined): Promise<number> {
  const { js, names } = bucket
  const expect = { lastSubjectSequence: version ?? 0 }
  try {
    const options = { msgID: stored.by, expect, timeout: ATTEMPT }
    return (await js.publish(`${names.keys}.${STATE_KEY}`, JSON.stringify(stored), options)).seq
  } catch (error) {
    if (apiCode(error) !== API_CODES.wrongLastSequence) throw error
    const kept = await loadState(bucket)
    // NATS has lost what it had stored: there is nothing newer that others could have written.
    if ((kept?.version ?? 0) < (version ?? 0)) return await putState(bucket, stored, kept?.version)
    throw new StaleVersion()
  }
}

export async function loadState(bucket: Bucket): Promise<KeptBy | undefined> {
  const message = await load(bucket, `${bucket.names.keys}.${STATE_KEY}`)
  return message && { ...parseStored(message.string()), version: message.seq }
}

export async function putDrawing({ js, names }: Bucket, drawing: Drawing): Promise<void> {
  await js.publish(`${names.keys}.${DRAWING_PREFIX}${drawing.page}`, JSON.stringify(drawing))
}

/** All that is drawn, slides whose drawing was taken away included. */
export async function loadDrawings(bucket: Bucket): Promise<KeptDrawing[]> {
  const { manager, names } = bucket
  const { state } = await manager.streams.info(names.stream, { subjects_filter: `${names.keys}.${DRAWING_PREFIX}*` })
  const messages = await Promise.all(Object.keys(state.subjects ?? {}).map(subject => load(bucket, subject)))
  return messages.flatMap(message => (message ? [{ drawing: message.json<Drawing>(), version: message.seq }] : []))
}

/** What is stored under a subject; undefined where somebody has deleted it with a tool of NATS. */
async function load({ manager, names }: Bucket, subject: string): Promise<StoredMsg | undefined> {
  const message = await manager.streams.getMessage(names.stream, { last_by_subj: subject })
  return message === null || message.header.has('KV-Operation') ? undefined : message
}

/** @throws HuibaoError where it was written by something else */
export function parseStored(text: string): Stored {
  const result = v.safeParse(StoredState, JSON.parse(text))
  if (result.success) return result.output
  throw new HuibaoError('NATS 里这个名字下存的不是汇报的会议状态', { hint: '请换一个会议名。' })
}

/** Whether a state comes after the last one: of two that do not differ in `rev`, the one that was kept later does. */
export function isNewer(next: Kept, last: Kept | undefined): boolean {
  return !last || isLater(next.state, last.state) || (isTied(next, last) && next.version > last.version)
}

/** Whether two states have the same revision. */
export function isTied({ state: one }: Pick<Kept, 'state'>, { state: other }: Pick<Kept, 'state'>): boolean {
  return one.epoch === other.epoch && one.rev === other.rev
}
