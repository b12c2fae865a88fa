import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { computed, shallowRef } from 'vue'
import { tryOrUndefined } from '../try-or-undefined.ts'
import { backoff } from './backoff.ts'
import type { Command, CommandAnswer, Device, Drawing, Pointer, PresenterState } from './protocol.ts'
import { LIMITS, mayDrive } from './protocol.ts'
import { checkSite } from './own-site.ts'
import { newId, post, sendCommand } from './send.ts'
import { openStream, type Stream } from './stream.ts'
import { browserEffects } from './stream-effects.ts'
import type { Line } from './stream-handlers.ts'

/** Where the pairing page leaves the public name of this device. */
const DEVICE = 'huibao:device'
/** Milliseconds for which a page says that it is going to load itself anew. */
const RELOAD = 1_500
/** Milliseconds for which a message is shown. */
const MESSAGE = 4_000
/** Milliseconds after which a hand has forgotten what it pressed: doing it then would surprise. */
const STALE = 4_000
/** Milliseconds after which the server does not do it either, however late it comes. */
const LATE = 12_000

/** A paired page's view of the meeting. */
export interface Control {
  state: ShallowRef<PresenterState | undefined>
  line: ShallowRef<Line>
  pointer: ShallowRef<Pointer>
  /** Whether this device's pairing has ended. */
  unpaired: ShallowRef<boolean>
  /** Who drives; null where nobody does. */
  driver: ComputedRef<Device | null>
  /** Whether this device drives. */
  isDriver: ComputedRef<boolean>
  /** Whether this device may move the deck: it drives, or nobody does. */
  canDrive: ComputedRef<boolean>
  /** Whether this page is of an earlier deck, and is going to load itself anew, or has done so in vain. */
  site: ShallowRef<ReturnType<typeof checkSite>>
  /** What somebody at this page has to know, for a few seconds: mostly what was not done. */
  message: Ref<string>
  me: () => string | undefined
  say: (message: string) => void
  /** Says why a page was not turned. */
  reject: () => void
  /** Takes up a state that came with an answer. */
  accept: (state: PresenterState) => void
  /** Sends a command once. */
  send: (command: Command) => Promise<CommandAnswer | undefined>
  /**
   * Sends a command that somebody at this page has asked for, after those before it, and says so where it is rejected.
   */
  act: (command: Command) => Promise<boolean>
  /** Takes presenter control over, and gives it back. */
  acquire: () => Promise<boolean>
  release: () => Promise<boolean>
  /** Waits before another try, no longer than until the line is open again. */
  pause: (failures: number) => Promise<void>
  onState: (listener: (state: PresenterState) => void) => void
  onDraw: (listener: (drawing: Drawing) => void) => void
}

/** What is said where a device's pairing has ended. */
export const UNPAIRED = '这台设备的配对已经失效'
const UNREACHED = '没有连上服务器，刚才的操作没有生效'

let shared: Control | undefined

/** The meeting, as all of this page shares it. */
export function useControl(): Control {
  return (shared ??= createControl())
}

function createControl(): Control {
  const state = shallowRef<PresenterState>()
  const line = shallowRef<Line>({ connected: false, since: Date.now() })
  const pointer = shallowRef<Pointer>(null)
  const unpaired = shallowRef(false)
  const message = shallowRef('')
  const site = shallowRef<ReturnType<typeof checkSite>>('same')
  let reload: ReturnType<typeof setTimeout> | undefined
  const me = shallowRef(stored())
  const driver = computed(() => state.value?.driver ?? null)
  const isDriver = computed(() => driver.value !== null && driver.value.id === me.value)
  const canDrive = computed(() => state.value !== undefined && mayDrive(state.value, me.value))
  const stateListeners: ((state: PresenterState) => void)[] = []
  const drawListeners: ((drawing: Drawing) => void)[] = []
  const waiting = new Set<() => void>()
  let messageTimer: ReturnType<typeof setTimeout> | undefined

  function apply(next: PresenterState): void {
    if (site.value !== 'reload') site.value = checkSite(next.site)
    if (site.value === 'reload') reload ??= setTimeout(() => location.reload(), RELOAD)
    const other = next.driver?.id === me.value ? null : next.driver
    const took = other !== null && isDriver.value
    state.value = next
    if (took) say(`${other.name}接管了控制`)
    stateListeners.forEach(listener => listener(next))
  }

  function say(text: string): void {
    clearTimeout(messageTimer)
    message.value = text
    messageTimer = setTimeout(() => (message.value = ''), MESSAGE)
  }

  function reject(): void {
    say(unpaired.value ? UNPAIRED : `${driver.value?.name ?? '另一台设备'}正在控制，刚才的翻页没有生效`)
  }

  async function send(command: Command): Promise<CommandAnswer | undefined> {
    const answer = await sendCommand(command, () => (unpaired.value = true))
    // Whose command has moved the deck, drives: a page that does not know its name learns it so.
    if (answer?.ok && answer.state.driver && me.value === undefined && !['release', 'totals'].includes(command.type)) {
      me.value = answer.state.driver.id
      tryOrUndefined(() => localStorage.setItem(DEVICE, me.value!))
    }
    return answer
  }

  /** By how much the server's clock is ahead of ours. */
  let clock: { ahead: number } | undefined
  let acts: Promise<unknown> = Promise.resolve()
  function act(command: Command): Promise<boolean> {
    const asked = Date.now()
    const done = acts.then(() => {
      if (Date.now() - asked < STALE)
        return carryOut({ ...command, id: newId(), ...(clock && { until: asked + clock.ahead + LATE }) })
      say(UNREACHED)
      return false
    })
    // What went wrong with one must not keep the next from being sent.
    acts = done.catch(() => {})
    return done
  }

  async function carryOut(named: Command): Promise<boolean> {
    // The answer may have been lost and the command not: the same once more is done once.
    const answer = (await send(named)) ?? (unpaired.value ? undefined : await send(named))
    // Of a pairing that has ended is told elsewhere.
    if (unpaired.value) return false
    if (!answer) say(UNREACHED)
    else if (!answer.ok)
      say(
        answer.error === 'not-driver'
          ? `${answer.state?.driver?.name ?? '另一台设备'}正在控制，请先接管`
          : '服务器没有接受刚才的操作',
      )
    if (answer?.state) accept(answer.state)
    return answer?.ok ?? false
  }

  function accept(next: PresenterState): void {
    if (next === state.value) return
    if (
      !state.value ||
      next.epoch > state.value.epoch ||
      (next.epoch === state.value.epoch && next.rev >= state.value.rev)
    )
      apply(next)
  }

  let pulsed = 0
  function pulse(): void {
    if (unpaired.value || Date.now() - pulsed < LIMITS.pulse / 2) return
    pulsed = Date.now()
    post('/presenter/pulse', {}).catch(() => {})
  }

  const stream = openStream<PresenterState>(
    { events: '/presenter/events', snapshot: '/presenter/state' },
    {
      state: apply,
      pointer: next => (pointer.value = next),
      draw: drawing => drawListeners.forEach(listener => listener(drawing)),
      line(next) {
        line.value = next
        if (!next.connected) return
        waiting.forEach(go => go())
      },
      // Timers of a page that nobody sees are slowed down; what the server sends is not.
      heard: pulse,
      beat({ at }) {
        if (at !== undefined) clock = { ahead: at - Date.now() }
      },
      rejected: () => (unpaired.value = true),
    },
    browserEffects(),
  )
  setInterval(pulse, LIMITS.pulse)
  shareConnections(stream)
  addEventListener('pagehide', stream.close)
  addEventListener('pageshow', event => {
    // Taken out of the browser's drawer as it was left, with its stream closed.
    if (event.persisted) location.reload()
  })

  return {
    state,
    line,
    pointer,
    unpaired,
    driver,
    isDriver,
    canDrive,
    message,
    site,
    say,
    reject,
    accept,
    send,
    act,
    acquire: () => act({ type: 'take' }),
    release: () => act({ type: 'release' }),
    me: () => me.value,
    onState: listener => void stateListeners.push(listener),
    onDraw: listener => void drawListeners.push(listener),
    pause: failures =>
      new Promise(resolve => {
        const go = (): void => {
          waiting.delete(go)
          resolve()
        }
        waiting.add(go)
        setTimeout(go, backoff(failures, Math.random()))
      }),
  }
}

/**
 * A browser has six connections to a server, and a stream keeps one: with as many tabs no command would get through any
 * more. Those that nobody sees give way to the one that is opened or looked at.
 */
function shareConnections(stream: Stream): void {
  if (typeof BroadcastChannel === 'undefined') return
  const tabs = new BroadcastChannel('huibao:tabs')
  const isSeen = (): boolean => document.visibilityState === 'visible'
  const tell = (): void => void (isSeen() && tabs.postMessage('seen'))
  tabs.addEventListener('message', () => isSeen() || stream.rest())
  document.addEventListener('visibilitychange', tell)
  tell()
}

function stored(): string | undefined {
  return tryOrUndefined(() => localStorage.getItem(DEVICE)) ?? undefined
}
