import { defineAsyncComponent } from 'vue'
import { stirred } from './stirred.ts'

/** Slidev's bar of buttons at the foot. */
export default defineAsyncComponent(async () => {
  await stirred
  return import('@slidev/client/internals/NavControls.vue')
})
