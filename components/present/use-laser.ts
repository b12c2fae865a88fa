import { coalesce } from './coalesce.ts'
import type { Pointer } from './protocol.ts'
import type { Control } from './control.ts'

/** Milliseconds between two pointers. */
const RATE = 50

/** Lets a finger on a slide move the laser. */
export function useLaser(control: Control): {
  onDown: (event: PointerEvent) => void
  onMove: (event: PointerEvent) => void
  onUp: (event: PointerEvent) => void
} {
  const send = coalesce(async (pointer: Pointer) => {
    const answer = await control.send({ type: 'pointer', pointer })
    if (answer && !answer.ok && answer.error === 'not-driver')
      control.reject(`${control.driver.value?.name ?? '另一台设备'}正在控制，请先接管`)
    await new Promise(resolve => setTimeout(resolve, RATE))
  })
  let finger: number | undefined

  function point({ currentTarget, clientX, clientY }: PointerEvent): void {
    const { left, top, width, height } = (currentTarget as HTMLElement).getBoundingClientRect()
    const percent = (value: number): number => Math.round(Math.min(100, Math.max(0, value * 100)) * 10) / 10
    send({ x: percent((clientX - left) / width), y: percent((clientY - top) / height), style: 'laser' })
  }

  return {
    onDown(event) {
      finger = event.pointerId
      ;(event.currentTarget as HTMLElement).setPointerCapture(finger)
      point(event)
    },
    onMove(event) {
      if (event.pointerId === finger) point(event)
    },
    onUp(event) {
      if (event.pointerId !== finger) return
      finger = undefined
      send(null)
    },
  }
}
