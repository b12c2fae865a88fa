import { useSlideContext } from '@slidev/client'
import { type ComputedRef, computed, onMounted, onUnmounted, shallowRef, useId } from 'vue'
import { useMedium } from '../medium.ts'

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
