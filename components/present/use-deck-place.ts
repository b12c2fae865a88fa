import type { SlideRoute } from '@slidev/types'
import type { ComputedRef } from 'vue'
import { useNav } from '@slidev/client'
import { computed, shallowReactive, shallowRef } from 'vue'
import type { Control } from './control.ts'
import { createDrive } from './drive.ts'
import type { Place } from './follow.ts'
import { newId } from './send.ts'
import { reportTotals } from './totals.ts'

/** What a slide is drawn as. */
export interface Frame {
  route: SlideRoute
  clicks: number
}

/** Where the deck stands on a presenter's page, and the steps from there. */
export interface DeckPlace {
  page: ComputedRef<number>
  clicks: ComputedRef<number>
  /** Number of slides. */
  pages: ComputedRef<number>
  current: ComputedRef<Frame | undefined>
  /** What the next step shows; undefined at the end. */
  next: ComputedRef<Frame | undefined>
  /** The slide before, which has to be drawn for a step back to know its clicks. */
  before: ComputedRef<SlideRoute | undefined>
  /** How many clicks the slide has; undefined as long as it has not been drawn. */
  total: ComputedRef<number | undefined>
  /** How many clicks are left on it. */
  left: ComputedRef<number>
  /** A slide has been drawn, and has so many clicks. */
  counted: (no: number, total: number) => void
  step: (type: 'next' | 'prev') => void
  jump: (page: number) => void
}

/**
 * Keeps a presenter's page at the deck's place. A step is shown at once and sent after it; while the network is away
 * the page goes on, and the deck follows later unless another device has taken over by then.
 */
export function useDeckPlace(control: Control): DeckPlace {
  const { slides } = useNav()
  const here = shallowRef<Place>({ page: 1, clicks: 0 })
  const totals = shallowReactive(new Map<number, number>())
  const tellTotals = reportTotals(control, () => slides.value.map(({ no }) => totals.get(no)))
  const drive = createDrive({
    send: control.send,
    go: place => (here.value = { page: place.page, clicks: place.clicks }),
    rejected: control.reject,
    unpaired: () => control.unpaired.value,
    changed: control.accept,
    me: control.me,
    newId,
    pause: control.pause,
  })
  control.onState(drive.receive)

  const page = computed(() => here.value.page)
  const total = computed(() => totals.get(page.value))
  const clicks = computed(() => Math.min(here.value.clicks, total.value ?? Infinity))
  const pages = computed(() => slides.value.length)
  const left = computed(() => Math.max(0, (total.value ?? 0) - clicks.value))
  const frame = (no: number, clicks: number): Frame | undefined => {
    const route = slides.value[no - 1]
    return route && { route, clicks }
  }

  function move(place: Place): void {
    if (drive.canDrive()) here.value = place
    drive.moved(place, true)
  }

  function step(type: 'next' | 'prev'): void {
    const [number, done] = [page.value, clicks.value]
    const known = type === 'next' ? total.value : done > 0 || number === 1 ? 0 : totals.get(number - 1)
    // The server asks those that have drawn the slide.
    if (known === undefined) return void control.act({ type })
    if (type === 'next' && done < known) move({ page: number, clicks: done + 1 })
    else if (type === 'next' && number < pages.value) move({ page: number + 1, clicks: 0 })
    else if (type === 'prev' && done > 0) move({ page: number, clicks: done - 1 })
    else if (type === 'prev' && number > 1) move({ page: number - 1, clicks: known })
  }

  return {
    page,
    clicks,
    pages,
    total,
    left,
    current: computed(() => frame(page.value, clicks.value)),
    next: computed(() => (left.value > 0 ? frame(page.value, clicks.value + 1) : frame(page.value + 1, 0))),
    before: computed(() => slides.value[page.value - 2]),
    counted(no, count) {
      totals.set(no, Math.max(count, totals.get(no) ?? 0))
      void tellTotals()
    },
    step,
    jump: number => move({ page: Math.min(Math.max(1, number), pages.value), clicks: 0 }),
  }
}
