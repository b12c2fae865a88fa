import type { Page } from 'playwright-chromium'

/**
 * Makes plain text of the links on a page to print that lead to what is not printed with it: slides out of range, and
 * addresses of the site that only this machine serves. The others become links within the PDF; to a slide they lead
 * whichever of its clicks is printed, the first where there are several.
 */
export async function keepInnerLinks(page: Page): Promise<void> {
  await page.evaluate(unlinkMissing)
}

/* Runs in the page: may use nothing from outside of itself. */
function unlinkMissing(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const { origin, pathname, search, hash } = new URL(link.href)
    const here = origin === location.origin && pathname === location.pathname && search === location.search
    const id = decodeURIComponent(hash.slice(1))
    const slide = /^\d+-/.exec(id)?.[0]
    const target =
      here && id !== '' ? (document.getElementById(id) ?? (slide && document.querySelector(`[id^="${slide}"]`))) : null
    if (target) link.setAttribute('href', `#${target.id}`)
    else if (origin === location.origin) link.removeAttribute('href')
  }
}
