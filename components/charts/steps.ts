import type { ComputedRef } from 'vue'
import { useSlideContext } from '@slidev/client'
import { computed, onMounted, onUnmounted, shallowRef, useId } from 'vue'
import type { FigureId } from '../../model/register.ts'
import { useMedium } from '../medium.ts'

/** The props of charts whose highlight moves with clicks. */
export interface StepProps {
  /**
   * The chart enters complete and in grey; click k makes `steps[k - 1]` the highlight. The last one stays, in print
   * too. Default: no clicks, `highlight` from the start. An empty list: no highlight at all.
   */
  steps?: readonly FigureId[]
  /** The click of the first step, as in `v-click`: a number, or relative to what comes before. Default: `+1`. */
  at?: number | string
}

/**
 * How many of a chart's clicks have been made, from 0 to `count`; registers them with the slide. Where nothing can be
 * clicked, on pages to read, all of them have.
 */
export function useSteps(count: number, at: number | string | undefined): ComputedRef<number> {
  if (count === 0 || useMedium() === 'page') return computed(() => count)
  const { $clicksContext: clicks } = useSlideContext()
  const start = shallowRef<number>()
  const key = useId()
  // Directives of neighbours register when they are mounted, too; so the order is that of the slide.
  onMounted(() => {
    const info = clicks.calculateSince(at, count)
    clicks.register(key, info)
    start.value = info?.start
  })
  onUnmounted(() => clicks.unregister(key))
  return computed(() =>
    start.value === undefined ? 0 : Math.min(count, Math.max(0, clicks.current - start.value + 1)),
  )
}
