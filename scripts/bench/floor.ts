import type { Context } from '../lib/command.ts'
import { readDeck } from '../lib/deck.ts'
import { launchBrowser } from '../browser/launch.ts'
import { createContext } from '../export/open.ts'
import { renderSlides } from '../export/render.ts'
import { ensureSite } from '../site/ensure.ts'
import { serveSite } from '../site/serve.ts'

/** How long a slide may take to become ready: milliseconds. */
const TIMEOUT = 10 * 60_000

/**
 * Times what no export to PDF can do without: Chromium is started, loads the finished print page as plain HTML without
 * scripts, and prints it.
 * @param root folder of the deck
 * @returns milliseconds, each time
 */
export async function timeFloor(runs: number, { root, host, life, log, now }: Context): Promise<number[]> {
  await using part = life.part()
  const deck = await readDeck(root)
  const { folder } = await ensureSite({ root, deck, host, life: part, log })
  const origin = await serveSite(folder, part)
  const numbers = Array.from({ length: deck.total }, (_, index) => index + 1)
  const html = await finishedPage()
  const timings: number[] = []
  for (let turn = 0; turn < runs; turn += 1) {
    await using own = part.part()
    const start = now()
    const browser = await launchBrowser({ host, life: own, log })
    const page = await (await createContext(browser, deck, origin, 1)).newPage()
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT })
    await page.pdf({ tagged: true, printBackground: true, preferCSSPageSize: true })
    timings.push(Math.round(now() - start))
  }
  return timings

  async function finishedPage(): Promise<string> {
    await using own = part.part()
    const browser = await launchBrowser({ host, life: own, log })
    const { print } = await renderSlides({
      ...{ browser, deck, origin, numbers, clicks: false, scale: 1, look: {}, timeout: TIMEOUT },
    })
    const content = await print.page.content()
    return content.replace(/<script\b[\s\S]*?<\/script>/g, '').replace('<head>', `<head><base href="${origin}/">`)
  }
}
