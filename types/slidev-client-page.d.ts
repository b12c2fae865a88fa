/** Any page component of `@slidev/client`, which is only ever handed to the router. */
import type { DefineComponent } from 'vue'

declare const page: DefineComponent
export default page
