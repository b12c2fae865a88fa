import type { FunctionalComponent } from 'vue'

/** A component that shows nothing. */
const nothing: FunctionalComponent = () => null
export default nothing
