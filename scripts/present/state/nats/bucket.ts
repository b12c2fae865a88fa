import { createHash } from 'node:crypto'
import type { JetStreamManager, StreamConfig, StreamInfo } from '@nats-io/jetstream'
import type { Log } from '../../../lib/log.ts'
import { API_CODES, apiCode } from './errors.ts'

/** How many copies of the state a cluster keeps: with three, any one server may fail. */
const REPLICAS = 3

/** The subjects and names that belong to a bucket. */
export interface BucketNames {
  bucket: string
  stream: string
  /** Where the bucket's keys are written. */
  keys: string
  /** Where the stream repeats what it has accepted, and only that. */
  accepted: string
  /** Where servers tell each other what cannot be written at present. */
  announced: string
  pointer: string
}

/**
 * A bucket's name made of a meeting's: what NATS does not allow in it is told apart by a few digits of a hash.
 * @example bucketName('shapingba-2020') // 'huibao-shapingba-2020'
 */
export function bucketName(meeting: string): string {
  const safe = meeting
    .replace(/[^\w-]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 64)
  if (safe === meeting) return `huibao-${safe}`
  const digits = createHash('sha256').update(meeting).digest('hex').slice(0, 8)
  return ['huibao', safe, digits].filter(part => part !== '').join('-')
}

export function bucketNames(bucket: string): BucketNames {
  return {
    bucket,
    stream: `KV_${bucket}`,
    keys: `$KV.${bucket}`,
    accepted: `${bucket}.accepted`,
    announced: `${bucket}.announced`,
    pointer: `${bucket}.pointer`,
  }
}

/**
 * Makes sure that the bucket is there, repeats what it accepts, and is kept on three servers where there are as many.
 * @returns the stream that it is
 */
export async function ensureBucket(
  manager: JetStreamManager,
  names: BucketNames,
  { clustered, log }: { clustered: boolean; log: Log },
): Promise<StreamInfo> {
  const wanted = configOf(names)
  const found = await manager.streams.info(names.stream).catch((error: unknown) => {
    if (apiCode(error) === API_CODES.notFound) return undefined
    throw error
  })
  const present = found?.config.num_replicas ?? 1
  const replicas = clustered ? Math.max(REPLICAS, present) : present
  if (found && found.config.republish?.dest === wanted.republish.dest && present === replicas) return found
  const keep = (num_replicas: number): Promise<StreamInfo> =>
    found
      ? manager.streams.update(names.stream, { ...found.config, republish: wanted.republish, num_replicas })
      : manager.streams.add({ ...wanted, num_replicas })
  return await keep(replicas).catch(async (error: unknown) => {
    const code = apiCode(error)
    if (code !== API_CODES.noPeers && code !== API_CODES.replicasNotSupported) throw error
    log.warn('NATS 集群里在线的服务器不足三台：会议状态暂时只存一份，那一台坏了就没有了。补齐之后重新启动即可存三份。')
    return await keep(present)
  })
}

/** What NATS makes of a key-value bucket of history 1, and the repetition. */
function configOf({
  stream,
  keys,
  accepted,
}: BucketNames): Partial<StreamConfig> & { name: string; republish: { src: string; dest: string } } {
  return {
    name: stream,
    subjects: [`${keys}.>`],
    retention: 'limits',
    storage: 'file',
    discard: 'new',
    max_msgs_per_subject: 1,
    allow_rollup_hdrs: true,
    deny_delete: true,
    // Direct reads come from any copy, and such a one may lag behind: a read must show what has been accepted.
    allow_direct: false,
    republish: { src: `${keys}.>`, dest: `${accepted}.>` },
  }
}
