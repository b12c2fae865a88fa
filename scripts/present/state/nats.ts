import { randomUUID } from 'node:crypto'
import type { Drawing } from '../../../components/present/protocol.ts'
import { HuibaoError } from '../../../model/errors.ts'
import type { Log } from '../../lib/log.ts'
import { StaleVersion, type Backplane } from './backplane.ts'
import { bucketName, bucketNames } from './nats/bucket.ts'
import { connectBucket } from './nats/connect.ts'
import { unavailable } from './nats/errors.ts'
import { loadDrawings, loadState, putDrawing, putState } from './nats/keep.ts'
import { Outbox } from './nats/outbox.ts'
import { watchBucket } from './nats/watch.ts'

export interface NatsOptions {
  /** Servers with the same name share the meeting; the deck's file name will do. */
  meeting: string
  log: Log
  /** `user:password` or a token, for an address without. */
  login?: string
  /** A file with a user's credentials (`nsc`), instead of a password in the address. */
  creds?: string
  /** A file with the certificate of whoever signed those of the servers. */
  ca?: string
  /** Milliseconds between two looks at the bucket, which also find what was missed. */
  probe?: number
  /** Milliseconds without contact after which the state counts as stale. */
  stale?: number
  /** Milliseconds for which a read waits for a server: a cluster takes some seconds to elect a new leader. */
  patience?: number
}

/** Milliseconds for one attempt to write, for all of them before the state is announced instead, and between two. */
const ATTEMPT = 700
const WRITING = 1_200
const PAUSE = 100

/**
 * A meeting in a replicated key-value bucket of NATS JetStream, for any number of servers. The state is changed by
 * compare-and-set; the connection comes back by itself however long NATS is away, and what is changed meanwhile is kept
 * then.
 * @param url one or more addresses of the cluster, such as `nats://user:password@10.0.0.1:4222,nats://10.0.0.2:4222`
 * @throws HuibaoError where NATS is not to be reached, refuses the login, or has no JetStream
 */
export async function connectNats(url: string, options: NatsOptions): Promise<Backplane> {
  const { meeting, probe, stale = 6_000, patience = 10_000 } = options
  const names = bucketNames(bucketName(meeting))
  const bucket = await connectBucket(url, names, options)
  const { connection, kv, manager, versionHeader } = bucket
  const outbox = new Outbox({
    put: (stored, version) => putState(kv, stored, version, ATTEMPT),
    load: () => loadState(kv),
    connected: () => watch.connected(),
    tell: kept => watch.tell(kept),
    announce: ({ by, state, version }) => {
      if (watch.connected())
        connection.publish(names.announced, JSON.stringify({ by, state }), { headers: versionHeader(version) })
    },
    id: randomUUID,
  })
  const watch = await watchBucket({
    bucket,
    names,
    probe,
    stale,
    onAccepted: kept => outbox.accepted(kept),
    onAnnounced: announced => outbox.heard(announced),
  })

  /** Drawings that are not kept yet, by page. */
  const late = new Map<number, Drawing>()
  const retries = setInterval(() => {
    if (!watch.connected()) return
    for (const drawing of late.values()) {
      putDrawing(kv, drawing).then(
        () => late.get(drawing.page) === drawing && late.delete(drawing.page),
        () => {},
      )
    }
  }, 2_000)

  /**
   * Tries again what fails because no server answers. Without a connection nothing is sent, lest it be done much
   * later.
   */
  const patiently = async <T>(limit: number, work: () => Promise<T>): Promise<T> => {
    const end = performance.now() + limit
    let last: unknown = new Error('连接断开')
    do {
      if (watch.connected()) {
        try {
          return await work()
        } catch (error) {
          if (error instanceof StaleVersion || error instanceof HuibaoError) throw error
          last = error
        }
      }
      await new Promise(resolve => setTimeout(resolve, PAUSE))
    } while (performance.now() < end)
    throw unavailable(last)
  }

  return {
    read: async () => {
      const { head } = outbox
      if (head) return head
      const kept = await patiently(patience, () => loadState(kv))
      watch.saw(kept)
      return kept && { state: kept.state, version: kept.version }
    },
    write: async (state, version) => {
      const stored = { by: randomUUID(), state }
      if (outbox.head) return outbox.push(stored, version)
      return await patiently(WRITING, () => putState(kv, stored, outbox.resolve(version), ATTEMPT)).catch(
        (error: unknown) => {
          if (error instanceof StaleVersion) throw error
          return outbox.push(stored, version)
        },
      )
    },
    drawings: async () => {
      const drawings = await patiently(patience, () => loadDrawings(kv, manager, names))
      return drawings.map(({ drawing }) => drawing).filter(({ svg }) => svg !== '')
    },
    draw: async drawing => {
      late.delete(drawing.page)
      await patiently(WRITING, () => putDrawing(kv, drawing)).catch(() => {
        watch.tellDrawing(drawing)
        late.set(drawing.page, drawing)
      })
    },
    point: pointer => {
      // What cannot be sent now would arrive much too late.
      if (watch.connected()) connection.publish(names.pointer, JSON.stringify(pointer))
    },
    watch: watch.add,
    health: () => {
      const health = watch.health()
      if (!health.ok || outbox.age < stale) return health
      return { ok: false, reason: `NATS 已有 ${Math.round(outbox.age / 1000)} 秒存不了会议状态` }
    },
    close: async () => {
      clearInterval(retries)
      outbox.stop()
      watch.stop()
      await connection.close()
    },
  }
}
