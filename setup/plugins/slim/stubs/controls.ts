import type { Ref } from 'vue'
import * as state from '@slidev/client/state/index.ts'
import { defineAsyncComponent, defineComponent, h, nextTick, onMounted } from 'vue'
import { stirred } from './stirred.ts'

/** Slidev's overview, dialogs and menu, whose shortcuts work from the start. */
export default defineAsyncComponent(async () => {
  await stirred
  const { default: Controls } = await import('@slidev/client/internals/Controls.vue')
  const { showGotoDialog } = state as unknown as { showGotoDialog: Ref<boolean> }
  return defineComponent(() => {
    // The dialog takes the keyboard when it sees itself opened, which it was before it was there.
    onMounted(async () => {
      if (!showGotoDialog.value)
        return
      showGotoDialog.value = false
      await nextTick()
      showGotoDialog.value = true
    })
    return () => h(Controls)
  })
})
