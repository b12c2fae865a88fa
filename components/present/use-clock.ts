import type { Ref } from 'vue'
import { onScopeDispose, shallowRef, watch } from 'vue'
import type { PresenterState } from './protocol.ts'

/** The presenter's clock, in seconds, which goes on between two words of the server. */
export function useClock(state: Readonly<Ref<PresenterState | undefined>>): Readonly<Ref<number>> {
  const seconds = shallowRef(0)
  let heardAt = Date.now()

  function tick(): void {
    const { status, elapsed } = state.value?.timer ?? { status: 'stopped', elapsed: 0 }
    seconds.value = (elapsed + (status === 'running' ? Date.now() - heardAt : 0)) / 1000
  }
  watch(
    state,
    () => {
      heardAt = Date.now()
      tick()
    },
    { immediate: true },
  )
  const timer = setInterval(tick, 250)
  onScopeDispose(() => clearInterval(timer))
  return seconds
}
