import type { Msg } from '@nats-io/transport-node'
import type { Drawing, Pointer } from '../../../../components/present/protocol.ts'
import type { Backplane } from '../backplane.ts'
import type { Bucket } from './connect.ts'
import { API_CODES, apiCode } from './errors.ts'
import { DRAWING_PREFIX, loadDrawings, loadState, parseStored, STATE_KEY, type KeptBy } from './keep.ts'
import type { Outbox } from './outbox.ts'
import type { Watchers } from './watchers.ts'

export interface WatchOptions {
  watchers: Watchers
  outbox: Outbox
  /** Milliseconds between two looks at the bucket, which also find what was missed. */
  probe: number
  /** Milliseconds without contact after which the state counts as stale. */
  stale: number
}

export interface Watch extends Pick<Backplane, 'health'> {
  stop: () => void
}

/**
 * Hears what the bucket accepts by a plain subscription, which every node of the cluster serves, and which the client
 * takes up again by itself; a consumer of JetStream would be gone with the node that served it, and missed only after
 * ten seconds. Such a subscription may miss something; so the bucket is looked at every few seconds and after each
 * reconnection, and read where it has moved on.
 */
export async function watchBucket(bucket: Bucket, options: WatchOptions): Promise<Watch> {
  const { connection, connected, manager, names, ensure } = bucket
  const { watchers, outbox, probe, stale } = options
  /** Which stream it is, and up to which of its numbers all is known here. */
  let { created } = bucket.stream
  let { last_seq: last } = bucket.stream.state
  let contact = performance.now()
  let looking = false

  const accept = (kept: KeptBy): void => {
    outbox.accepted(kept)
    watchers.state(kept)
  }
  const subscribe = (subject: string, handle: (message: Msg) => void): void => {
    connection.subscribe(subject, {
      callback: (error, message) => {
        try {
          if (!error) handle(message)
        } catch {
          // Somebody else's message on our subject must not end the meeting.
        }
      },
    })
  }
  subscribe(`${names.accepted}.>`, message => {
    contact = performance.now()
    const version = Number(message.headers?.get('Nats-Sequence'))
    const key = message.subject.slice(names.accepted.length + 1)
    // Where one in between was missed, the next look finds the gap.
    if (version === last + 1) last = version
    if (key === STATE_KEY) accept({ ...parseStored(message.string()), version })
    else if (key.startsWith(DRAWING_PREFIX)) watchers.draw({ drawing: message.json<Drawing>(), version })
  })
  subscribe(names.pointer, message => watchers.pointer(message.json<Pointer>()))
  subscribe(names.announced, message => {
    const { version } = message.json<{ version: number }>()
    outbox.heard({ ...parseStored(message.string()), version })
  })
  await connection.flush()

  const look = async (): Promise<void> => {
    const info = await manager.streams.info(names.stream).catch((error: unknown) => {
      if (apiCode(error) === API_CODES.notFound) return ensure()
      throw error
    })
    contact = performance.now()
    if (info.created !== created) {
      watchers.renumber()
      created = info.created
      last = 0
    }
    if (info.state.last_seq <= last) return
    const [kept, drawings] = await Promise.all([loadState(bucket), loadDrawings(bucket)])
    if (kept) accept(kept)
    drawings.forEach(drawing => watchers.draw(drawing))
    last = Math.max(last, info.state.last_seq)
  }
  const tryLook = async (): Promise<void> => {
    if (!connected() || looking) return
    looking = true
    // What fails now is tried again a moment later; health() tells.
    await look().catch(() => {})
    looking = false
  }
  const timer = setInterval(tryLook, probe)
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === 'reconnect') void tryLook()
    }
  })()

  return {
    health: () => {
      const silent = performance.now() - contact
      if (silent < stale) return { ok: true }
      const reason = connected() ? 'NATS 没有应答' : '与 NATS 的连接断开'
      return { ok: false, reason: `${reason}，已 ${Math.round(silent / 1000)} 秒` }
    },
    stop: () => clearInterval(timer),
  }
}
