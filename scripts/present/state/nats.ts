import { randomUUID } from 'node:crypto'
import { HuibaoError } from '../../lib/errors.ts'
import type { Log } from '../../lib/log.ts'
import { StaleVersion, type Backplane } from './backplane.ts'
import { bucketName, bucketNames } from './nats/bucket.ts'
import { connectBucket } from './nats/connect.ts'
import { unavailable } from './nats/errors.ts'
import { loadDrawings, loadState, putDrawing, putState } from './nats/keep.ts'
import { watchBucket } from './nats/watch.ts'

export interface NatsOptions {
  /** Servers with the same name share the meeting; the deck's file name will do. */
  meeting: string
  log: Log
  /** A file with a user's credentials (`nsc`), instead of a password in the address. */
  creds?: string
  /** A file with the certificate of whoever signed those of the servers. */
  ca?: string
  /** Milliseconds between two looks at the bucket, which also find what was missed. */
  probe?: number
  /** Milliseconds without contact after which the state counts as stale. */
  stale?: number
  /** Milliseconds for which a write or a read waits for a server: a cluster takes some seconds to elect a new leader. */
  patience?: number
}

/** Milliseconds for one attempt to write, and between two. */
const ATTEMPT = 700
const PAUSE = 100

/**
 * A meeting in a replicated key-value bucket of NATS JetStream, for any number of servers. The state is changed by
 * compare-and-set; the connection comes back by itself however long NATS is away.
 * @param url one or more addresses of the cluster, such as `nats://user:password@10.0.0.1:4222,nats://10.0.0.2:4222`
 * @throws HuibaoError where NATS is not to be reached, refuses the login, or has no JetStream
 */
export async function connectNats(url: string, options: NatsOptions): Promise<Backplane> {
  const { meeting, probe, stale, patience = 4_500 } = options
  const names = bucketNames(bucketName(meeting))
  const bucket = await connectBucket(url, names, options)
  const { connection, kv, manager } = bucket
  const watch = await watchBucket({ bucket, names, probe, stale })

  /** Tries again what fails because no server answers. Without a connection nothing is sent, lest it be done much later. */
  const patiently = async <T>(work: () => Promise<T>): Promise<T> => {
    const end = performance.now() + patience
    let last: unknown = new Error('连接断开')
    do {
      if (watch.connected()) {
        try {
          return await work()
        }
        catch (error) {
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
      const kept = await patiently(() => loadState(kv))
      watch.saw(kept)
      return kept
    },
    write: async (state, version) => {
      const stored = { by: randomUUID(), state }
      return await patiently(() => putState(kv, stored, version, ATTEMPT))
    },
    drawings: async () => {
      const drawings = await patiently(() => loadDrawings(kv, manager, names))
      return drawings.map(({ drawing }) => drawing)
    },
    draw: drawing => patiently(() => putDrawing(kv, drawing)),
    point: (pointer) => {
      // What cannot be sent now would arrive much too late.
      if (watch.connected()) connection.publish(names.pointer, JSON.stringify(pointer))
    },
    watch: watch.add,
    health: watch.health,
    close: async () => {
      watch.stop()
      await connection.close()
    },
  }
}
