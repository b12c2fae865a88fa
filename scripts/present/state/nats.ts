import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Drawing } from '../../../components/present/protocol.ts'
import { HuibaoError } from '../../../model/errors.ts'
import { StaleVersion, type Backplane } from './backplane.ts'
import { connectBucket, type ConnectOptions } from './nats/connect.ts'
import { unavailable } from './nats/errors.ts'
import { loadDrawings, loadState, putDrawing, putState } from './nats/keep.ts'
import { Outbox } from './nats/outbox.ts'
import { watchBucket } from './nats/watch.ts'
import { Watchers } from './nats/watchers.ts'

export interface NatsOptions extends ConnectOptions {
  /** Milliseconds between two looks at the bucket, which also find what was missed. */
  probe?: number
  /** Milliseconds without contact after which the state counts as stale. */
  stale?: number
  /** Milliseconds for which a read waits for a server: a cluster takes some seconds to elect a new leader. */
  patience?: number
}

/** Milliseconds for all attempts to write before the state is announced instead, and between two. */
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
  const { probe = 1_500, stale = 6_000, patience = 10_000 } = options
  const bucket = await connectBucket(url, options)
  const { connection, connected, publish, names } = bucket
  const watchers = new Watchers()
  const outbox = new Outbox(bucket, watchers)
  const watch = await watchBucket(bucket, { watchers, outbox, probe, stale })

  /**
   * Tries again what fails because no server answers. Without a connection nothing is sent, lest it be done much
   * later.
   */
  const patiently = async <T>(limit: number, work: () => Promise<T>): Promise<T> => {
    const end = performance.now() + limit
    let last: unknown = new Error('连接断开')
    do {
      try {
        if (connected()) return await work()
      } catch (error) {
        if (error instanceof StaleVersion || error instanceof HuibaoError) throw error
        last = error
      }
      await sleep(PAUSE)
    } while (performance.now() < end && !connection.isClosed())
    throw unavailable(last)
  }

  /** What was drawn here last, by page: an earlier drawing need not be kept any more. */
  const drawn = new Map<number, Drawing>()

  return {
    read: async () => {
      if (outbox.head) return outbox.head
      const kept = await patiently(patience, () => loadState(bucket))
      return kept && { state: kept.state, version: kept.version }
    },
    write: async (state, version) => {
      const stored = { by: randomUUID(), state }
      if (outbox.head) return outbox.push(stored, version)
      // An announced state that is no longer the head was kept, or another one was: the compare-and-set tells.
      const base = version && Math.floor(version)
      return await patiently(WRITING, () => putState(bucket, stored, base)).catch((error: unknown) => {
        if (error instanceof StaleVersion) throw error
        return outbox.push(stored, version)
      })
    },
    drawings: async () => {
      const drawings = await patiently(patience, () => loadDrawings(bucket))
      return drawings.map(({ drawing }) => drawing).filter(({ svg }) => svg !== '')
    },
    draw: async drawing => {
      drawn.set(drawing.page, drawing)
      const keep = async (): Promise<void> => {
        if (drawn.get(drawing.page) === drawing) await putDrawing(bucket, drawing)
      }
      await patiently(WRITING, keep).catch(() => {
        watchers.drawHere(drawing)
        void patiently(Infinity, keep).catch(() => {})
      })
    },
    // What cannot be sent now would arrive much too late.
    point: pointer => publish(names.pointer, pointer),
    watch: async watcher => {
      const remove = watchers.add(watcher)
      return async () => remove()
    },
    health: () => {
      const health = watch.health()
      if (!health.ok || outbox.age < stale) return health
      return { ok: false, reason: `NATS 已有 ${Math.round(outbox.age / 1000)} 秒存不了会议状态` }
    },
    close: async () => {
      outbox.stop()
      watch.stop()
      watchers.clear()
      await connection.close()
    },
  }
}
