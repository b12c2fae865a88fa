import type { Ref } from 'vue'
import { computed, onScopeDispose, shallowRef, watch } from 'vue'
import { LIMITS } from './protocol.ts'
import type { Line } from './stream-handlers.ts'

/**
 * Whether to say that the network is away: not for the moments in which a line is opened anew.
 * @param patience milliseconds for which nothing is said
 */
export function useAway(line: Readonly<Ref<Line>>, patience: number = LIMITS.sign): Readonly<Ref<boolean>> {
  const due = shallowRef(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  watch(
    line,
    line => {
      clearTimeout(timer)
      due.value = false
      if (!line.connected) timer = setTimeout(() => (due.value = true), Math.max(0, line.since + patience - Date.now()))
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(timer))
  return computed(() => due.value)
}
