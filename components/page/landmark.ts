import type { Router } from 'vue-router'

/** Slidev's pages that show slides, and have no landmark of their own to find them by. */
const WITHOUT_MAIN = new Set<unknown>(['play', 'print', 'presenter'])

/** Makes the whole of such a page its main landmark, as screen readers jump to. */
export function markMain(router: Router): void {
  router.afterEach(({ name }) => {
    const app = document.getElementById('app')
    if (WITHOUT_MAIN.has(name)) app?.setAttribute('role', 'main')
    else app?.removeAttribute('role')
  })
}
