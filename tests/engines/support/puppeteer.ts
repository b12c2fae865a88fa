import puppeteer, { type KeyInput, type LaunchOptions } from 'puppeteer-core'
import { WINDOW, type Engine, type Tab } from './tab.ts'

/** Drives Firefox over WebDriver BiDi, or Chromium. */
export async function launchPuppeteer(name: 'Firefox' | 'Chromium', options: LaunchOptions): Promise<Engine> {
  const browser = await puppeteer.launch({ headless: true, ...options })
  return { name, tab: size => openTab(browser, size), close: () => browser.close() }
}

async function openTab(browser: Awaited<ReturnType<typeof puppeteer.launch>>, [width, height] = WINDOW): Promise<Tab> {
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  await page.setViewport({ width, height })
  return {
    open: async url => void (await page.goto(url, { waitUntil: 'load' })),
    evaluate: (run, ...args) => page.evaluate(run as never, ...args) as never,
    front: () => page.bringToFront(),
    async click(find, wanted) {
      await page.bringToFront()
      const found = await page.evaluateHandle(find, wanted)
      const element = found.asElement()
      await (element as Awaited<ReturnType<typeof page.$>>)?.click()
      return element !== null
    },
    async press(key) {
      await page.bringToFront()
      await page.keyboard.press(key as KeyInput)
    },
    async move(points, { pressed = false, before } = {}) {
      await page.bringToFront()
      for (const [index, [x, y]] of points.entries()) {
        await page.mouse.move(x, y)
        if (pressed && index === 0) await page.mouse.down()
      }
      await before?.()
      if (pressed) await page.mouse.up()
    },
    screenshot: async () => Buffer.from(await page.screenshot()),
    close: () => context.close(),
  }
}
