import type { Browser } from 'playwright-chromium'
import type { LayoutSnapshot } from '../check/layout/facts.ts'
import type { Deck } from '../lib/deck.ts'
import type { SlideSnapshot } from './inspect.ts'
import { canvasOf, type Look } from '../lib/look.ts'
import { createContext, openPrintPage, type PrintPage } from './open.ts'
import { measureSlides, type MeasureStore } from './measure.ts'
import type { Problem } from './problems.ts'
import { settle } from './settle.ts'
import { step } from '../lib/steps.ts'
import { renderWithin } from './within.ts'

export interface RenderOptions {
  browser: Browser
  deck: Pick<Deck, 'canvas' | 'lang'>
  /** Of the built site. */
  origin: string
  /** The slides. */
  numbers: readonly number[]
  /** A page for each click state instead of one for each slide. */
  clicks: boolean
  /** Device pixels for a CSS pixel. */
  scale: number
  look: Look
  /** How long a slide may take to become ready: milliseconds. */
  timeout: number
  /** Where measures of these slides are kept; they are measured anew where it is absent. */
  store?: Pick<MeasureStore, 'root' | 'site'> | undefined
}

/** Slides that stand ready to be printed and shot. */
export interface Rendered {
  print: PrintPage
  snapshots: SlideSnapshot[]
  /** The same as the check sees them. */
  layouts: LayoutSnapshot[]
  /** What is wrong with them; errors of the page itself are in `print.watch`. */
  problems: Problem[]
}

/** As many slides as people have in mind who say how long to wait. */
const USUAL = 100

/** How long to wait for many slides on one page, which take as many times as long: milliseconds. */
export function timeoutFor(timeout: number, slides: number): number {
  return Math.round(timeout * Math.max(1, slides / USUAL))
}

/**
 * Loads slides in a browser context of their own and looks at them.
 * @throws HuibaoError where the page cannot be had
 */
export async function renderSlides({
  browser,
  deck,
  origin,
  numbers,
  clicks,
  scale,
  look,
  timeout,
  store,
}: RenderOptions): Promise<Rendered> {
  return renderWithin({
    page: '打印页',
    numbers,
    timeout,
    open: () => createContext(browser, { canvas: canvasOf(deck, look), lang: deck.lang }, origin, scale),
    async render(browsing, part) {
      const print = await step('load', () => openPrintPage(browsing, origin, part, clicks, timeout, look))
      const unready = await step('settle', () => settle(print, timeout))
      // What was not ready may be so the next time, and look the same.
      const measures = unready.length === 0 && store ? { ...store, way: { clicks, scale, look } } : undefined
      const { snapshots, layouts, problems } = await measureSlides(print.page, measures)
      return { print, snapshots, layouts, problems: [...unready, ...problems] }
    },
  })
}
