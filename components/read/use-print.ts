import { onBeforeUnmount, onMounted } from 'vue'
import { skinId } from '../../styles/apply-tokens.ts'
import { DEFAULT_SKIN } from '../../styles/skin.ts'

/**
 * Prints the page in the default skin, whatever skin it is read in: paper is white, and a filter that turned the
 * colours of charts round would make pictures of them, without text. The skin comes back when the printing is over.
 * @param begin called when the browser is about to print
 */
export function usePrint(begin: () => void): void {
  let read = skinId.value
  const before = (): void => {
    read = skinId.value
    skinId.value = DEFAULT_SKIN
    begin()
  }
  const after = (): void => void (skinId.value = read)
  onMounted(() => {
    window.addEventListener('beforeprint', before)
    window.addEventListener('afterprint', after)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('beforeprint', before)
    window.removeEventListener('afterprint', after)
  })
}
