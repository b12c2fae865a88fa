import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-chromium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Loads axe into a page; once for each time that the page is loaded. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(AXE)
}

/** The rules whose verdict depends on the skin; all others are judged in one. */
export const SKIN_RULES: RunOptions = { runOnly: ['color-contrast', 'link-in-text-block'] }

/**
 * Parts of Slidev's own, which we cannot change: two buttons of its toolbar hold a second button (nested-interactive).
 */
export const SLIDEV = ['nav button:has(button)']

/**
 * What axe finds on a page: rule, slide, element and what to do, a line each.
 * @param without selectors of what is left out
 */
export async function findFaults(
  page: Page,
  without: readonly string[] = [],
  options: RunOptions = {},
): Promise<string[]> {
  return page.evaluate(runAxe, { exclude: without.map(selector => [selector]), options })
}

/* Runs in the page: may use nothing from outside of itself. */
async function runAxe({ exclude, options }: { exclude: string[][]; options: RunOptions }): Promise<string[]> {
  const { axe } = window as unknown as { axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> } }
  // Slides that lie hidden beside the one that is shown concern nobody, but axe would walk through all of them each
  // time.
  const hidden = [...document.querySelectorAll('.slidev-page')].filter(slide => !slide.checkVisibility())
  const places = hidden.map(slide => {
    const place = document.createComment('')
    slide.replaceWith(place)
    return place
  })
  try {
    const { violations } = await axe.run({ exclude }, { resultTypes: ['violations'], elementRef: true, ...options })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map(({ element, html, failureSummary = '' }) => {
        const slide =
          element?.closest('.print-slide-container')?.id ??
          element?.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo
        const advice = failureSummary
          .split('\n')
          .slice(1)
          .map(line => line.trim())
          .join('; ')
        return `${id}: ${slide ? `slide ${slide}: ` : ''}${html.slice(0, 100)} ${advice}`
      }),
    )
  } finally {
    places.forEach((place, index) => place.replaceWith(hidden[index]!))
  }
}
