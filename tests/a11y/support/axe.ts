import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-chromium'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Loads axe into a page; once for each time that the page is loaded. */
export async function loadAxe(page: Page): Promise<void> {
  await page.evaluate(AXE)
}

/**
 * What axe finds on a page: rule, element and what to do, a line each.
 * @param without selectors of what is left out
 */
export async function findFaults(page: Page, without: readonly string[], options: RunOptions = {}): Promise<string[]> {
  const violations = await page.evaluate(runAxe, { exclude: without.map(selector => [selector]), options })
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary = '' }) =>
    `${id}: ${html.slice(0, 100)} ${failureSummary.split('\n').slice(1).map(line => line.trim()).join('; ')}`))
}

/* Runs in the page: may use nothing from outside of itself. */
async function runAxe({ exclude, options }: { exclude: string[][], options: RunOptions }): Promise<AxeResults['violations']> {
  const { axe } = window as unknown as { axe: { run: (context: object, options: RunOptions) => Promise<AxeResults> } }
  // Slides that lie hidden beside the one that is shown concern nobody, but axe would walk through all of them each time.
  const hidden = [...document.querySelectorAll('.slidev-page')].filter(slide => !slide.checkVisibility())
  const places = hidden.map((slide) => {
    const place = document.createComment('')
    slide.replaceWith(place)
    return place
  })
  try {
    return (await axe.run({ exclude }, { resultTypes: ['violations'], ...options })).violations
  }
  finally {
    places.forEach((place, index) => place.replaceWith(hidden[index]!))
  }
}
