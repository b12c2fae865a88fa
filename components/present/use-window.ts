import type { Ref } from 'vue'
import { onBeforeUnmount, shallowRef } from 'vue'

/** The size of the window in px. */
export function useWindow(): Readonly<Ref<{ width: number; height: number }>> {
  const read = (): { width: number; height: number } => ({ width: window.innerWidth, height: window.innerHeight })
  const size = shallowRef(read())
  const resize = (): void => void (size.value = read())
  addEventListener('resize', resize)
  onBeforeUnmount(() => removeEventListener('resize', resize))
  return size
}
