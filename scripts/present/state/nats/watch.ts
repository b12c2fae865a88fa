import type { Msg, NatsConnection } from '@nats-io/transport-node'
import type { Drawing, Pointer } from '../../../../components/present/protocol.ts'
import type { Backplane, Kept } from '../backplane.ts'
import type { BucketNames } from './bucket.ts'
import { VERSION_HEADER, type Bucket } from './connect.ts'
import { API_CODES, apiCode } from './errors.ts'
import {
  DRAWING_PREFIX,
  loadDrawings,
  loadState,
  parseStored,
  STATE_KEY,
  type KeptBy,
  type KeptDrawing,
} from './keep.ts'
import { Listener } from './listeners.ts'
import type { Announced } from './outbox.ts'

export interface WatchOptions {
  bucket: Bucket
  names: BucketNames
  /** Called with every state that the bucket has accepted. */
  onAccepted: (kept: KeptBy) => void
  /** Called with every state that a server has announced. */
  onAnnounced: (announced: Announced) => void
  /** Milliseconds between two looks at the bucket. */
  probe?: number
  /** Milliseconds without contact after which the state counts as stale. */
  stale?: number
}

/** Milliseconds that a message takes at most where nothing is wrong. */
const IN_FLIGHT = 50

export interface Watch extends Pick<Backplane, 'health'> {
  connected: () => boolean
  /** Tells what this server has read: it need not be told so again. */
  saw: (kept: Kept | undefined) => void
  add: Backplane['watch']
  /** Tells this server's watchers, if it is news to them. */
  tell: (kept: Kept) => void
  tellDrawing: (drawing: Drawing) => void
  stop: () => void
}

/**
 * Hears what the bucket accepts by a plain subscription, which every node of the cluster serves, and which the client
 * takes up again by itself. Such a one may miss something; so the bucket is looked at every few seconds and after each
 * reconnection, and read where it has moved on.
 */
export async function watchBucket({
  bucket,
  names,
  onAccepted,
  onAnnounced,
  probe = 1_500,
  stale = 6_000,
}: WatchOptions): Promise<Watch> {
  const { connection, kv, manager, ensure } = bucket
  const listeners = new Set<Listener>()
  let read: Kept | undefined
  let connected = true
  let stopped = false
  let contact = performance.now()
  /**
   * Up to which number of the stream all is known here, and which stream that was: one made anew counts from 1 again.
   */
  let last = 0
  let made: unknown

  const tell = (kept: Kept): void => listeners.forEach(listener => listener.state(kept))
  const tellDrawing = (each: KeptDrawing): void => listeners.forEach(listener => listener.draw(each))
  const take = (kept: KeptBy): void => {
    onAccepted(kept)
    tell(kept)
  }

  const accepted = (message: Msg): void => {
    contact = performance.now()
    const version = Number(message.headers?.get('Nats-Sequence'))
    const key = message.subject.slice(names.accepted.length + 1)
    // Where one in between was missed, the next look finds the gap.
    if (version === last + 1) last = version
    if (key === STATE_KEY) take({ ...parseStored(message.string()), version })
    else if (key.startsWith(DRAWING_PREFIX)) tellDrawing({ drawing: message.json<Drawing>(), version })
  }
  const pointed = (message: Msg): void => {
    const pointer = message.json<Pointer>()
    for (const listener of listeners) listener.pointer(pointer)
  }

  const look = async (): Promise<void> => {
    const present = [...listeners]
    const info = await manager.streams.info(names.stream).catch((error: unknown) => {
      if (apiCode(error) === API_CODES.notFound) return ensure()
      throw error
    })
    contact = performance.now()
    if (info.created !== made) {
      if (made !== undefined) listeners.forEach(listener => listener.forget())
      made = info.created
      last = 0
    }
    if (present.every(({ caughtUp }) => caughtUp)) {
      // What was accepted this very moment is still on its way.
      if (info.state.last_seq !== last) await new Promise(resolve => setTimeout(resolve, IN_FLIGHT))
      if (info.state.last_seq <= last) return
    }
    const [kept, drawings] = await Promise.all([loadState(kv), loadDrawings(kv, manager, names)])
    if (kept) take(kept)
    drawings.forEach(tellDrawing)
    for (const listener of present) listener.caughtUp = true
    last = Math.max(last, info.state.last_seq)
  }
  let looking: Promise<void> | undefined
  const lookOnce = (): Promise<void> =>
    (looking ??= look().finally(() => {
      looking = undefined
    }))
  const tryLook = (): void => {
    // What fails now is tried again a moment later; health() tells.
    if (connected && !stopped) lookOnce().catch(() => {})
  }

  subscribe(connection, `${names.accepted}.>`, accepted)
  subscribe(connection, names.pointer, pointed)
  subscribe(connection, names.announced, message =>
    onAnnounced({ ...parseStored(message.string()), version: Number(message.headers?.get(VERSION_HEADER)) }),
  )
  await connection.flush()
  const timer = setInterval(tryLook, probe)
  void (async () => {
    for await (const { type } of connection.status()) {
      if (type === 'disconnect') connected = false
      if (type !== 'reconnect') continue
      connected = true
      tryLook()
    }
  })()

  return {
    connected: () => connected,
    tell,
    tellDrawing: drawing => tellDrawing({ drawing, version: last + 0.5 }),
    saw: kept => {
      read = kept
    },
    add: async watcher => {
      const listener = new Listener(watcher, read)
      listeners.add(listener)
      // Between that reading and this moment something may have been accepted.
      tryLook()
      return async () => {
        listeners.delete(listener)
      }
    },
    health: () => {
      const silent = performance.now() - contact
      if (silent < stale) return { ok: true }
      return {
        ok: false,
        reason: `${connected ? 'NATS 没有应答' : '与 NATS 的连接断开'}，已 ${Math.round(silent / 1000)} 秒`,
      }
    },
    stop: () => {
      stopped = true
      clearInterval(timer)
      listeners.clear()
    },
  }
}

function subscribe(connection: NatsConnection, subject: string, handle: (message: Msg) => void): void {
  connection.subscribe(subject, {
    callback: (error, message) => {
      if (error) return
      try {
        handle(message)
      } catch {
        // Somebody else's message on our subject must not end the meeting.
      }
    },
  })
}
