import { addSyncMethod, type SharedState } from '@slidev/client'
import { useDrawings } from '@slidev/client/composables/useDrawings.ts'
import { patchDrawingState } from '@slidev/client/state/drawings.ts'
import { coalesce } from './coalesce.ts'
import type { Pointer, Timer } from './protocol.ts'
import { LIMITS } from './protocol.ts'
import { isSameTimer, slidevTimer, timerOf } from './timer.ts'
import type { Control } from './control.ts'
import { plainDrawing } from './drawing-svg.ts'

/** Milliseconds between two pointers and two drawings; a still mouse is shown for `idle`. */
const RATE = { pointer: 50, drawing: 150, idle: 3_000 }
/** Joins what Slidev's pages share, clock, pointer and drawings, to the meeting. */
export function useShared(control: Control): void {
  const pause = (ms: number): Promise<void> => new Promise(resolve => setTimeout(resolve, ms))
  // As long as it is used here, Slidev's views have the same pen: of each that it made anew it would tell the last one
  // too.
  const { drauu: pen } = useDrawings()
  let updateShared: (data: Partial<SharedState>) => void = () => {}
  let updateDrawings: (data: Record<number, string>) => void = () => {}
  let local: Timer = { status: 'stopped', elapsed: 0 }
  let localAt = Date.now()
  const known = new Map<number, string>()

  /** What a clock shows that showed something at a moment. */
  const running = (timer: Timer, since: number): Timer =>
    timer.status === 'running' ? { ...timer, elapsed: timer.elapsed + Date.now() - since } : timer

  function setTimer(timer: Timer): void {
    local = timer
    localAt = Date.now()
  }

  const sendPointer = coalesce(async (pointer: Pointer) => {
    await control.send({ type: 'pointer', pointer })
    await pause(RATE.pointer)
  })
  let pointing = false
  let idle: ReturnType<typeof setTimeout> | undefined
  function point(pointer: Pointer): void {
    clearTimeout(idle)
    // A mouse that crosses the slide takes nothing over.
    if (!control.isDriver.value || (!pointer && !pointing)) return
    pointing = pointer !== null
    sendPointer(pointer)
    if (pointer?.style === 'cursor') idle = setTimeout(point, RATE.idle, null)
  }

  async function clock(shared: SharedState): Promise<void> {
    const timer = timerOf(shared.timer, Date.now())
    if (isSameTimer(timer, running(local, localAt))) return
    setTimer(timer)
    if (!(await control.act({ type: 'timer', status: timer.status })) && control.state.value)
      takeTimer(control.state.value.timer)
  }

  function takeTimer(timer: Timer): void {
    if (isSameTimer(timer, running(local, localAt))) return
    setTimer(timer)
    updateShared({ timer: slidevTimer(timer, Date.now()) })
  }

  const sendDrawings = coalesce(async (drawings: Readonly<Record<number, string | undefined>>) => {
    for (const [page, svg = ''] of Object.entries(drawings)) {
      if (svg === (known.get(Number(page)) ?? '')) continue
      const plain = plainDrawing(svg)
      if (plain.length > LIMITS.drawing) {
        control.reject('这一页画得太多，后画的观众看不到；请清除一些')
        continue
      }
      if (!control.canDrive.value) {
        control.reject(`${control.driver.value?.name ?? '另一台设备'}正在控制，观众看不到这里画的`)
        continue
      }
      known.set(Number(page), svg)
      const answer = await control.send({ type: 'draw', page: Number(page), svg: plain })
      if (!answer?.ok) known.delete(Number(page))
    }
    await pause(RATE.drawing)
  })

  addSyncMethod({
    init(channel, update) {
      if (channel.endsWith(' - drawings')) {
        updateDrawings = update
        return (state, updating) => void (updating || sendDrawings({ ...(state as Record<number, string>) }))
      }
      if (channel.endsWith(' - shared')) {
        updateShared = update
        return (state, updating) => {
          if (updating) return
          const shared = state as SharedState
          point(
            shared.cursor ? { x: shared.cursor.x, y: shared.cursor.y, style: shared.cursor.style ?? 'cursor' } : null,
          )
          void clock(shared)
        }
      }
      return undefined
    },
  })

  control.onState(({ timer }) => takeTimer(timer))
  control.onDraw(({ page, svg }) => {
    // What this page has drawn itself is ahead of what comes back of it.
    if (control.isDriver.value && known.has(page)) return
    known.set(page, svg)
    // A pen without a slide cannot draw it, and takes it up when it has one.
    if (pen.mounted) updateDrawings({ [page]: svg })
    else patchDrawingState(page, svg)
  })
}
