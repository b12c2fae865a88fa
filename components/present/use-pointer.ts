import { coalesce } from './coalesce.ts'
import type { Control } from './control.ts'
import type { Pointer } from './protocol.ts'

/** Milliseconds between two pointers. */
const RATE = 50

/** What a hand can point with. */
export type PointerStyle = NonNullable<Pointer>['style']

/**
 * Lets a finger on a slide move the laser or the spotlight.
 * @param hover whether a mouse does so too as long as it is over the slide
 */
export function usePointer(
  control: Control,
  style: () => PointerStyle,
  hover = false,
): {
  onPointerdown: (event: PointerEvent) => void
  onPointermove: (event: PointerEvent) => void
  onPointerup: (event: PointerEvent) => void
  onPointercancel: (event: PointerEvent) => void
  onPointerleave: () => void
} {
  const send = coalesce(async (pointer: Pointer) => {
    const answer = await control.send({ type: 'pointer', pointer })
    if (answer && !answer.ok && answer.error === 'not-driver')
      control.say(`${control.driver.value?.name ?? '另一台设备'}正在控制，请先接管`)
    await new Promise(resolve => setTimeout(resolve, RATE))
  })
  let finger: number | undefined
  const hovers = ({ pointerType }: PointerEvent): boolean => hover && pointerType === 'mouse'

  function point({ currentTarget, clientX, clientY }: PointerEvent): void {
    const { left, top, width, height } = (currentTarget as HTMLElement).getBoundingClientRect()
    const percent = (value: number): number => Math.round(Math.min(100, Math.max(0, value * 100)) * 10) / 10
    send({ x: percent((clientX - left) / width), y: percent((clientY - top) / height), style: style() })
  }

  function lift(event: PointerEvent): void {
    if (event.pointerId !== finger || hovers(event)) return
    finger = undefined
    send(null)
  }

  return {
    onPointerdown(event) {
      finger = event.pointerId
      if (!hovers(event)) (event.currentTarget as HTMLElement).setPointerCapture(finger)
      point(event)
    },
    onPointermove(event) {
      if (hovers(event) || event.pointerId === finger) point(event)
    },
    onPointerup: lift,
    onPointercancel: lift,
    onPointerleave() {
      finger = undefined
      send(null)
    },
  }
}
