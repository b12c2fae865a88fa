import { defineAsyncComponent } from 'vue'
import { stirred } from './stirred.ts'

/** Slidev's bar of buttons at the foot. */
export default defineAsyncComponent(async () => {
  await stirred
  const [bar] = await Promise.all([import('@slidev/client/internals/NavControls.vue'), import('uno:icons.css')])
  return bar
})
