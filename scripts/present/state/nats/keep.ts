import type { JetStreamManager } from '@nats-io/jetstream'
import type { KV } from '@nats-io/kv'
import type { Drawing } from '../../../../components/present/protocol.ts'
import { HuibaoError } from '../../../../model/errors.ts'
import { StaleVersion, type Kept, type MeetingState } from '../backplane.ts'
import type { BucketNames } from './bucket.ts'
import { API_CODES, apiCode } from './errors.ts'

/** What is stored under the key of the state; `by` tells whose write it was. */
export interface Stored {
  by: string
  state: MeetingState
}

export type KeptBy = Kept & Stored

export interface KeptDrawing {
  drawing: Drawing
  version: number
}

export const STATE_KEY = 'state'
export const DRAWING_PREFIX = 'draw.'

/**
 * Puts a state in the place of `version`.
 * @returns the version under which it is kept
 * @throws StaleVersion where another one is there
 */
export async function putState(kv: KV, stored: Stored, version: number | undefined, timeout: number): Promise<number> {
  const bytes = JSON.stringify(stored)
  try {
    return version === undefined
      ? await kv.create(STATE_KEY, bytes)
      : await kv.update(STATE_KEY, bytes, version, timeout)
  } catch (error) {
    if (apiCode(error) !== API_CODES.wrongLastSequence) throw error
    // An attempt whose answer was lost may have been the one that is in the way.
    const kept = await loadState(kv)
    if (kept?.by === stored.by) return kept.version
    // NATS has lost what it had stored: there is nothing newer that others could have written.
    if (version !== undefined && (kept?.version ?? 0) < version)
      return await putState(kv, stored, kept?.version, timeout)
    throw new StaleVersion()
  }
}

export async function loadState(kv: KV): Promise<KeptBy | undefined> {
  const entry = await kv.get(STATE_KEY)
  return entry?.operation === 'PUT' ? { ...parseStored(entry.string()), version: entry.revision } : undefined
}

export async function putDrawing(kv: KV, drawing: Drawing): Promise<void> {
  await kv.put(DRAWING_PREFIX + drawing.page, JSON.stringify(drawing))
}

/** All that is drawn, slides whose drawing was taken away included. */
export async function loadDrawings(
  kv: KV,
  manager: JetStreamManager,
  { keys, stream }: BucketNames,
): Promise<KeptDrawing[]> {
  const { state } = await manager.streams.info(stream, { subjects_filter: `${keys}.${DRAWING_PREFIX}*` })
  const names = Object.keys(state.subjects ?? {}).map(subject => subject.slice(keys.length + 1))
  const entries = await Promise.all(names.map(name => kv.get(name)))
  return entries.flatMap(entry =>
    entry?.operation === 'PUT' ? [{ drawing: entry.json<Drawing>(), version: entry.revision }] : [],
  )
}

/** @throws HuibaoError where it was written by something else */
export function parseStored(text: string): Stored {
  const { by, state } = JSON.parse(text) as Partial<Stored>
  if (typeof state?.rev === 'number' && typeof state.epoch === 'number' && typeof by === 'string') return { by, state }
  throw new HuibaoError('NATS 里这个名字下存的不是汇报的会议状态', { hint: '请换一个会议名。' })
}
