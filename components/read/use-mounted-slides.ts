import type { Ref } from 'vue'
import { onBeforeUnmount, onMounted, reactive, watchEffect } from 'vue'

/** How far beyond the screen slides are made ready: one screen up and one down. */
const MARGIN = '100% 0px'
/** Milliseconds from the opening of the page: until then what is on the screen has the line to itself. */
const HEAD_START = 3000
/** Milliseconds between two slides that nobody has come near to yet, at the least. */
const PAUSE = 120

export interface MountedSlidesOptions {
  /** Numbers of the slides, in order. */
  numbers: () => readonly number[]
  /** The elements that they go into; `data-no` is the slide's number. */
  sections: () => readonly HTMLElement[]
  /** Mounts every slide at once. */
  all: Ref<boolean>
}

/**
 * Which slides are on the page: at first those near the screen; then all others, one by one while the browser has
 * nothing else to do, so that searching and screen readers find the whole deck. Readers who save data get only the
 * former.
 * @returns the numbers of those that are on the page, of those that have been near the screen, and what is to be called
 * whenever one of them has been drawn
 */
export function useMountedSlides({ numbers, sections, all }: MountedSlidesOptions): {
  mounted: ReadonlySet<number>
  reached: ReadonlySet<number>
  drawn: () => void
} {
  const mounted = reactive(new Set<number>())
  const reached = reactive(new Set<number>())
  const opened = performance.now()
  const { connection } = navigator as { connection?: { saveData?: boolean } }
  let observer: IntersectionObserver | undefined
  let timer: ReturnType<typeof setTimeout> | undefined

  function mountNext(): void {
    const waiting = numbers().filter(no => !mounted.has(no))
    const next = waiting.find(no => no > Math.max(...mounted)) ?? waiting[0]
    if (next !== undefined) mounted.add(next)
  }

  function reach(no: number): void {
    reached.add(no)
    mounted.add(no)
  }

  watchEffect(() => {
    if (all.value) numbers().forEach(reach)
  })
  onMounted(() => {
    observer = new IntersectionObserver(
      entries =>
        entries
          .filter(({ isIntersecting }) => isIntersecting)
          .forEach(({ target }) => reach(Number((target as HTMLElement).dataset.no))),
      { rootMargin: MARGIN },
    )
    sections().forEach(section => observer!.observe(section))
  })
  onBeforeUnmount(() => {
    observer?.disconnect()
    clearTimeout(timer)
  })

  async function drawn(): Promise<void> {
    if (connection?.saveData) return
    // The fonts of what is on the screen come first.
    await document.fonts.ready
    clearTimeout(timer)
    // Safari has no idle callbacks.
    timer = setTimeout(
      () => ('requestIdleCallback' in window ? requestIdleCallback(mountNext, { timeout: 2000 }) : mountNext()),
      Math.max(PAUSE, opened + HEAD_START - performance.now()),
    )
  }

  return { mounted, reached, drawn: () => void drawn() }
}
