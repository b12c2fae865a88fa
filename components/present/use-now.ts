import type { Ref } from 'vue'
import { onScopeDispose, shallowRef } from 'vue'

/** The time of day, as `Date.now()` says it, every second. */
export function useNow(): Readonly<Ref<number>> {
  const now = shallowRef(Date.now())
  const timer = setInterval(() => (now.value = Date.now()), 1_000)
  onScopeDispose(() => clearInterval(timer))
  return now
}
