/**
 * Any component of `@slidev/client`: pages, which are only ever handed to the router, and wrappers with Slidev's own
 * props.
 */
import type { DefineComponent } from 'vue'

declare const page: DefineComponent<Record<string, unknown>>
export default page
