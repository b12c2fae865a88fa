import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-chromium'
import { inject, test as base } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'

/** A built site that is served on this machine. */
export interface ServedSite {
  /** An absolute path. */
  folder: string
  origin: string
}

/** The window that slides are measured in, in px. */
export const WINDOW = { width: 1280, height: 720 } as const

/**
 * Opens a page in a browser context of its own: of the other district's site, or at a whole address of any.
 * @param options what differs from a window of 1280×720 in Chinese, with reduced motion
 */
export type Open = (path: string, options?: BrowserContextOptions) => Promise<Page>

async function serve(folder: string, life: Lifecycle): Promise<ServedSite> {
  return { folder, origin: await serveSite(folder, life) }
}

/**
 * Tests over built sites. One worker has one browser and serves each site once; a test has pages of its own, which are
 * closed when it ends.
 *
 * - `life` ends with the worker.
 * - `site` is the plain site of the other district, `deck` that of the deck at the root.
 * - `open(path, options)` opens a page of `site` in a context of its own.
 * - `context` and `page` are for pages of no site.
 */
export const test = base
  .extend('life', { scope: 'worker' }, ({}, { onCleanup }) => {
    const life = new Lifecycle()
    onCleanup(() => life.disposeAsync())
    return life
  })
  .extend('browser', { scope: 'worker' }, ({ life }) => launchBrowser({ host: currentHost(), life, log: silentLog }))
  .extend('site', { scope: 'worker' }, ({ life }) => serve(inject('district').plain, life))
  .extend('deck', { scope: 'worker' }, ({ life }) => serve(inject('deck'), life))
  .extend('open', ({ browser, site }, { onCleanup }) => {
    const contexts: BrowserContext[] = []
    onCleanup(async () => void (await Promise.all(contexts.map(context => context.close()))))
    const open: Open = async (path, options = {}) => {
      const context = await browser.newContext({
        viewport: WINDOW,
        reducedMotion: 'reduce',
        locale: 'zh-CN',
        ...options,
      })
      contexts.push(context)
      const page = await context.newPage()
      await page.goto(new URL(path, site.origin).href)
      return page
    }
    return open
  })
  .extend('context', async ({ browser }, { onCleanup }) => {
    const context = await browser.newContext({ viewport: WINDOW })
    onCleanup(() => context.close())
    return context
  })
  .extend('page', ({ context }) => context.newPage())
