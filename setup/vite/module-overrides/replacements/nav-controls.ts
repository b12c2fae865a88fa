import { defineAsyncComponent } from 'vue'
import { firstInteraction } from './first-interaction.ts'

/** Slidev's bar of buttons at the foot. */
export default defineAsyncComponent(async () => {
  await firstInteraction
  const [bar] = await Promise.all([import('@slidev/client/internals/NavControls.vue'), import('uno:icons.css')])
  return bar
})
