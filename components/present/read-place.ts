/** Keys that scroll a page. */
const KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab'])
/** Milliseconds after which a slide is looked for again: what stands above it may have been drawn in the meantime. */
const LOOKS = [0, 250, 700, 1_500, 3_000]
/** A class of its own: Vue binds none on a section, and would take this one away with every change of its own. */
const MARK = 'hb-reading-present'

export interface ReadPlace {
  /** Scrolls to a slide and marks it. */
  show: (page: number) => void
  /** Marks a slide only. */
  mark: (page: number) => void
  stop: () => void
}

/**
 * The presenter's place on the page to read.
 * @param onHand called when the reader scrolls on their own
 */
export function readPlace(onHand: () => void): ReadPlace {
  let timers: ReturnType<typeof setTimeout>[] = []
  const section = (page: number): HTMLElement | null => document.getElementById(String(page))

  function halt(): void {
    timers.forEach(clearTimeout)
    timers = []
  }

  function hand(event: Event): void {
    if (event instanceof KeyboardEvent && !KEYS.has(event.key)) return
    // A press of the mouse scrolls where it takes the bar beside the page, or a link to another slide.
    if (
      event.type === 'mousedown' &&
      event.target !== document.documentElement &&
      !(event.target as Element).closest('a[href^="#"]')
    )
      return
    halt()
    onHand()
  }

  const signs = ['wheel', 'touchmove', 'keydown', 'mousedown'] as const
  for (const sign of signs) addEventListener(sign, hand, { passive: true, capture: true })

  function mark(page: number): void {
    document.querySelectorAll(`.${MARK}`).forEach(each => each.classList.remove(MARK))
    section(page)?.classList.add(MARK)
  }

  return {
    mark,
    show(page) {
      halt()
      mark(page)
      timers = LOOKS.map(ms =>
        setTimeout(() => {
          mark(page)
          section(page)?.scrollIntoView({ behavior: 'instant' as ScrollBehavior, block: 'start' })
        }, ms),
      )
    },
    stop() {
      halt()
      document.querySelectorAll(`.${MARK}`).forEach(each => each.classList.remove(MARK))
      for (const sign of signs) removeEventListener(sign, hand, true)
    },
  }
}
