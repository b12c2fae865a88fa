import { defineUnoSetup } from '@slidev/types'

/**
 * Icons weigh nothing against other rules, wherever their style sheet comes: it is loaded after that of the slides,
 * with the first page or bar that has icons.
 */
export default defineUnoSetup(() => ({
  postprocess: utility => {
    if (utility.layer === 'icons' && utility.selector) utility.selector = `:where(${utility.selector})`
  },
}))
