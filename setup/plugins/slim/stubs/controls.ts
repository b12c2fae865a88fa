import type { Ref } from 'vue'
import * as state from '@slidev/client/state/index.ts'
import { defineAsyncComponent, nextTick } from 'vue'
import { stirred } from './stirred.ts'

/** Slidev's overview, dialogs and menu, whose shortcuts work from the start. */
export default defineAsyncComponent(async () => {
  await stirred
  const controls = await import('@slidev/client/internals/Controls.vue')
  const { showGotoDialog } = state as unknown as { showGotoDialog: Ref<boolean> }
  // The dialog takes the keyboard when it sees itself opened, which it was before it was there.
  if (showGotoDialog.value) {
    showGotoDialog.value = false
    void nextTick(() => nextTick(() => showGotoDialog.value = true))
  }
  return controls
})
