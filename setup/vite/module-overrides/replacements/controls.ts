import type { Ref } from 'vue'
import * as state from '@slidev/client/state/index.ts'
import { defineAsyncComponent, defineComponent, h, nextTick, onMounted } from 'vue'
import { firstInteraction } from './first-interaction.ts'

const { showGotoDialog } = state as unknown as { showGotoDialog: Ref<boolean> }

/** Slidev's overview, dialogs and menu, whose shortcuts work from the start. */
export default defineAsyncComponent(async () => {
  await firstInteraction
  const [{ default: Controls }] = await Promise.all([
    import('@slidev/client/internals/Controls.vue'),
    import('uno:icons.css'),
  ])
  return defineComponent(() => {
    onMounted(async () => {
      if (!showGotoDialog.value) return
      // The dialog takes the keyboard when it sees itself opened, which it was before it was there.
      showGotoDialog.value = false
      await nextTick()
      showGotoDialog.value = true
    })
    return () => h(Controls)
  })
})
