import { HELD } from '../read/held.ts'

/** Keys that scroll a page. */
const KEYS = new Set(['ArrowUp', 'ArrowDown', 'PageUp', 'PageDown', 'Home', 'End', ' ', 'Tab'])
/** A class of its own: Vue binds none on a section, and would take this one away with every change of its own. */
const MARK = 'hb-reading-present'

export interface ReadPlace {
  /** Marks a slide and scrolls to it, again whenever the page grows or shrinks, until the reader scrolls. */
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
  let growth: ResizeObserver | undefined
  const section = (page: number): HTMLElement | null => document.getElementById(String(page))

  function halt(): void {
    growth?.disconnect()
    growth = undefined
    document.documentElement.classList.remove(HELD)
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
      document.documentElement.classList.add(HELD)
      // An observer tells of what it watches at once, and later of slides that have only now been drawn. It watches
      // each, since some may grow by as much as others shrink.
      growth = new ResizeObserver(() => {
        mark(page)
        section(page)?.scrollIntoView({ behavior: 'instant', block: 'start' })
      })
      for (const slide of document.querySelectorAll('.hb-reading main > section'))
        growth.observe(slide, { box: 'border-box' })
    },
    stop() {
      halt()
      document.querySelectorAll(`.${MARK}`).forEach(each => each.classList.remove(MARK))
      for (const sign of signs) removeEventListener(sign, hand, true)
    },
  }
}
