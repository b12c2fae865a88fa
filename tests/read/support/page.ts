import type { BrowserContextOptions, Page } from 'playwright-chromium'
import type { Open } from '../../support/test.ts'

/** A phone held upright. */
export const PHONE = { width: 390, height: 844 }

/** Opens the page to read, of the site that `open` is of or of another one, with all its charts drawn. */
export async function openAll(
  open: Open,
  query: string,
  { viewport = PHONE, origin = '', ...rest }: BrowserContextOptions & { origin?: string } = {},
): Promise<Page> {
  const page = await open(`${origin}/read?all&${query}`, { viewport, ...rest })
  await page.locator('.hb-reading [data-slidev-no]').first().waitFor()
  await page.waitForFunction(
    () =>
      document.fonts.status === 'loaded' &&
      [...document.querySelectorAll('[data-slidev-no]')].every(slide => slide.querySelector('[data-huibao-content]')) &&
      [...document.querySelectorAll<HTMLElement>('[data-waitfor]')].every(chart =>
        chart.querySelector(chart.dataset.waitfor!),
      ),
  )
  return page
}

/* Everything below runs in the page: no function may use anything from outside of itself. */

/** What a reader of the page would stumble over: a line each, which begins with the slide. */
export function findObstacles(): string[] {
  const root = document.querySelector('.hb-reading')!
  const name = (element: Element): string => {
    const no = element.closest<HTMLElement>('[data-slidev-no]')?.dataset.slidevNo ?? '–'
    return `${no} <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}"> ${(element.textContent ?? '').trim().slice(0, 24)}`
  }
  const shown = [...root.querySelectorAll('*')].filter(element =>
    element.checkVisibility({ visibilityProperty: true, opacityProperty: true }),
  )
  const html = shown.filter(element => !element.closest('svg *'))
  const hidden = (element: Element): boolean => element.closest('thead') !== null
  const wide = html.filter(element => {
    const { left, right, width } = element.getBoundingClientRect()
    return width > 0 && !hidden(element) && (left < -1 || right > window.innerWidth + 1)
  })
  const small = html.filter(
    element =>
      [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent!.trim()) &&
      Number.parseFloat(getComputedStyle(element).fontSize) < 13,
  )
  const cut = html.filter(element => {
    const { overflowX, overflowY } = getComputedStyle(element)
    return (
      !hidden(element) &&
      !element.matches('.hb-reading-title, svg') &&
      ((overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1))
    )
  })
  return [
    ...(document.documentElement.scrollWidth > window.innerWidth
      ? [`scrolls sideways: ${document.documentElement.scrollWidth}`]
      : []),
    ...wide.map(element => `wide: ${name(element)}`),
    ...small.map(element => `small: ${name(element)}`),
    ...cut.map(element => `cut: ${name(element)}`),
  ]
}

/** The slides on the page, from top to bottom, and whether each has its content. */
export function readOrder(): { no: number; filled: boolean }[] {
  return [...document.querySelectorAll<HTMLElement>('[data-slidev-no]')]
    .map(slide => ({
      no: Number(slide.dataset.slidevNo),
      top: slide.getBoundingClientRect().top,
      filled: slide.querySelector('[data-huibao-content]') !== null,
    }))
    .sort((a, b) => a.top - b.top)
    .map(({ no, filled }) => ({ no, filled }))
}

/** How many charts there are, and how many of them have been drawn. */
export function countCharts(): { all: number; drawn: number } {
  const charts = [...document.querySelectorAll<HTMLElement>('[data-waitfor]')]
  return { all: charts.length, drawn: charts.filter(chart => chart.querySelector(chart.dataset.waitfor!)).length }
}
