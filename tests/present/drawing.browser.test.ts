import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { isDrawing } from '../../scripts/present/drawing.ts'
import { ROOT } from '../support/project.ts'
import { test as base } from '../support/test.ts'

const DRAUU = join(ROOT, 'node_modules', '@drauu', 'core', 'dist', 'index.mjs')

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

interface Pen {
  /** Draws one stroke of each brush on an empty slide. @returns the dump */
  draw: (brushes: readonly object[]) => Promise<string>
  /** Rubs out what was drawn first. @returns the dump */
  rubOut: () => Promise<string>
}

const test = base.extend('pen', { scope: 'file' }, async ({ browser }, { onCleanup }): Promise<Pen> => {
  const page = await browser.newPage()
  onCleanup(() => page.close())
  const answers: Record<string, { contentType: string; body: string }> = {
    '/': { contentType: 'text/html', body: '<svg id="canvas" width="800" height="400"></svg>' },
    '/drauu.js': { contentType: 'text/javascript', body: await readFile(DRAUU, 'utf8') },
  }
  await page.route('http://pen.test/**', route =>
    route.fulfill(answers[new URL(route.request().url()).pathname] ?? { status: 404 }),
  )
  await page.goto('http://pen.test/')
  const stroke = async (
    [x, y]: [number, number],
    to: (step: number) => [number, number],
    steps: number,
  ): Promise<void> => {
    await page.mouse.move(x, y)
    await page.mouse.down()
    for (let step = 1; step <= steps; step += 1) await page.mouse.move(...to(step))
    await page.mouse.up()
  }
  return {
    async draw(brushes) {
      await page.evaluate(`import('/drauu.js').then(({ createDrauu }) => {
        window.pen?.unmount()
        document.querySelector('#canvas').innerHTML = ''
        window.pen = createDrauu({ el: '#canvas', brush: { color: '#ff595e', size: 4, mode: 'stylus' } })
      })`)
      for (const [index, brush] of brushes.entries()) {
        await page.evaluate(`window.pen.brush = { color: '#1982c4', size: 4, ...${JSON.stringify(brush)} }`)
        await stroke([20 + index * 80, 30], step => [20 + index * 80 + step * 7, 30 + step * step * 3], 8)
      }
      return (await page.evaluate('window.pen.dump()')) as string
    },
    async rubOut() {
      await page.evaluate('window.pen.mode = "eraseLine"')
      await stroke([12, 40], step => [12 + step * 14.4, 40 + step * 3.5], 20)
      return (await page.evaluate('window.pen.dump()')) as string
    },
  }
})

describe('what the pen of Slidev draws', () => {
  test.for(Object.entries(TOOLS))('with the tool %s passes', async ([, brush], { pen }) => {
    const dump = await pen.draw([brush])
    expect(dump).toMatch(/^<(?:path|line|g|rect|ellipse) /)
    expect(isDrawing(dump)).toBe(true)
    expect(isDrawing(dump)).toBe(true)
  })

  test('with all of them, and half of it rubbed out again, passes', async ({ pen }) => {
    const all = await pen.draw(Object.values(TOOLS))
    expect(isDrawing(all)).toBe(true)
    const less = await pen.rubOut()
    expect(less.length).toBeLessThan(all.length)
    expect(isDrawing(less)).toBe(true)
  })
})
