import type { Browser, BrowserContext } from 'playwright-chromium'
import type { LayoutSnapshot } from '../check/layout/facts.ts'
import type { Deck } from '../lib/deck.ts'
import { HuibaoError } from '../../model/errors.ts'
import { withTimeout } from '../lib/with-timeout.ts'
import { checkFonts } from './fonts.ts'
import { inspectSlides, type SlideSnapshot } from './inspect.ts'
import { canvasOf, type Look } from '../lib/look.ts'
import { createContext, openPrintPage, type PrintPage } from './open.ts'
import type { Problem } from './problems.ts'
import { settle } from './settle.ts'
import { step } from '../lib/steps.ts'

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
 * Renders in a browser context that is closed again where that fails; a script on a slide that never ends must not hold
 * the command up.
 * @param page what people call the page that is rendered
 * @throws HuibaoError where the page cannot be had
 */
export async function renderWithin(
  browsing: BrowserContext,
  timeout: number,
  page: string,
  render: () => Promise<Rendered>,
): Promise<Rendered> {
  const limit = 2 * timeout + 30_000
  try {
    return await withTimeout(
      render(),
      limit,
      () =>
        new HuibaoError(`${page} ${limit / 1000} 秒没有响应`, {
          hint: '多半是某一页上的脚本停不下来；用 --range 分段来做，可以找出是哪一页。',
        }),
    )
  } catch (error) {
    // Not waited for: a page whose script never ends may not let itself be closed.
    void browsing.close().catch(() => {})
    throw error
  }
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
}: RenderOptions): Promise<Rendered> {
  const browsing = await createContext(browser, { canvas: canvasOf(deck, look), lang: deck.lang }, origin, scale)
  return renderWithin(browsing, timeout, '打印页', async () => {
    const print = await step('load', () => openPrintPage(browsing, origin, numbers, clicks, timeout, look))
    const unready = await step('settle', () => settle(print, timeout))
    const { snapshots, layouts, problems } = await step('inspect', () => inspectSlides(print.page))
    const foreign = await step('fonts', () => checkFonts(print.page))
    return { print, snapshots, layouts, problems: [...unready, ...problems, ...foreign] }
  })
}
