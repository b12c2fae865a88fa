import type { Router } from 'vue-router'

/**
 * Goes to an element of this page, which the address then names. Where the address's `#` holds the page itself, the
 * browser cannot do that.
 * @param id of the element
 */
export function goToFragment(router: Router, id: string): void {
  if (!__SLIDEV_HASH_ROUTE__) {
    location.hash = `#${id}`
    return
  }
  document.getElementById(id)?.scrollIntoView()
  const { path, query } = router.currentRoute.value
  void router.push({ path, query, hash: `#${id}` })
}

/** Lets links such as `#12` lead to elements of this page where the address's `#` holds the page itself. */
export function followFragments(router: Router): void {
  if (!__SLIDEV_HASH_ROUTE__) return
  document.addEventListener('click', event => {
    const href = event.target instanceof Element && event.target.closest('a')?.getAttribute('href')
    if (!href || !/^#[^/]/.test(href) || event.defaultPrevented) return
    event.preventDefault()
    goToFragment(router, decodeURIComponent(href.slice(1)))
  })
}
