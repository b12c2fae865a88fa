import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-chromium'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { isDrawing } from '../../scripts/present/drawing.ts'

const DRAUU = join(fileURLToPath(new URL('../..', import.meta.url)), 'node_modules', '@drauu', 'core', 'dist', 'index.mjs')

/** The tools of Slidev's toolbar, with the brush that each is given. */
const TOOLS = {
  stylus: { mode: 'stylus' },
  line: { mode: 'line' },
  arrow: { mode: 'line', arrowEnd: true },
  draw: { mode: 'draw' },
  rectangle: { mode: 'rectangle' },
  ellipse: { mode: 'ellipse' },
  dashes: { mode: 'draw', dasharray: '4 8' },
  filled: { mode: 'rectangle', fill: '#ffca3a', cornerRadius: 6 },
} as const

describe('what the pen of Slidev draws', () => {
  const life = new Lifecycle()
  let page: Page

  beforeAll(async () => {
    const browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
    page = await browser.newPage()
    const answers: Record<string, { contentType: string, body: string }> = {
      '/': { contentType: 'text/html', body: '<svg id="canvas" width="800" height="400"></svg>' },
      '/drauu.js': { contentType: 'text/javascript', body: await readFile(DRAUU, 'utf8') },
    }
    await page.route('http://pen.test/**', route => route.fulfill(answers[new URL(route.request().url()).pathname] ?? { status: 404 }))
    await page.goto('http://pen.test/')
  })
  afterAll(() => life.dispose())

  /** Draws one stroke of each brush. @returns the dump */
  async function draw(brushes: readonly object[], erase = false): Promise<string> {
    await page.evaluate(`import('/drauu.js').then(({ createDrauu }) => {
      window.pen?.unmount()
      document.querySelector('#canvas').innerHTML = ''
      window.pen = createDrauu({ el: '#canvas', brush: { color: '#ff595e', size: 4, mode: 'stylus' } })
    })`)
    for (const [index, brush] of brushes.entries()) {
      await page.evaluate(`window.pen.brush = { color: '#1982c4', size: 4, ...${JSON.stringify(brush)} }`)
      await page.mouse.move(20 + index * 80, 30)
      await page.mouse.down()
      for (let step = 1; step <= 8; step += 1) await page.mouse.move(20 + index * 80 + step * 7, 30 + step * step * 3)
      await page.mouse.up()
    }
    if (erase) {
      await page.evaluate('window.pen.mode = "eraseLine"')
      await page.mouse.move(12, 40)
      await page.mouse.down()
      await page.mouse.move(300, 110, { steps: 20 })
      await page.mouse.up()
    }
    return await page.evaluate('window.pen.dump()') as string
  }

  it.each(Object.entries(TOOLS))('with the tool %s passes', async (_, brush) => {
    const dump = await draw([brush])
    expect(dump).toMatch(/^<(?:path|line|g|rect|ellipse) /)
    expect(isDrawing(dump)).toBe(true)
    expect(isDrawing(dump)).toBe(true)
  })

  it('with all of them, and half of it rubbed out again, passes', async () => {
    const all = await draw(Object.values(TOOLS))
    expect(isDrawing(all)).toBe(true)
    const less = await draw(Object.values(TOOLS), true)
    expect(less.length).toBeLessThan(all.length)
    expect(isDrawing(less)).toBe(true)
  })
})
