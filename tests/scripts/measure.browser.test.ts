import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect } from 'vitest'
import { measureSlides } from '../../scripts/export/measure.ts'
import { callModule } from '../../scripts/lib/page-modules.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { test } from '../support/test.ts'
import { temporaryFolder } from './support/context.ts'

const STYLE =
  '<style>.print-slide-container { width: 900px; height: 500px; background: url("/ground.svg") right bottom no-repeat }</style>'
const slide = (no: number, inner: string): string =>
  `<div class="print-slide-container" id="${no}-1"><main data-huibao-content>${inner}</main></div>`
const box = (width: number): string => `<svg width="${width}" height="90"><rect width="50" height="50" /></svg>`
/** The third is in a font of this machine, the fourth draws what its elements do not tell. */
const SLIDES = [
  slide(1, box(60)),
  slide(2, `${box(60)}<img src="/photos/bridge.svg">`),
  slide(3, '<h1>Title</h1>'),
  slide(4, `${box(60)}<canvas></canvas>`),
].join('')
const picture = (side: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${side}" height="9"><rect width="9" height="9"/></svg>`

interface Change {
  body?: string
  files?: Record<string, string>
  way?: unknown
  /** What is then wrong with a slide. */
  faults?: string[]
}

describe('measures of slides', () => {
  /** Ids of the slides that are not measured again after a change. */
  test.for<[string, number[], Change]>([
    ['nothing', [1, 2], {}],
    ['one slide', [2], { body: STYLE + SLIDES.replace('width="60"', 'width="61"') }],
    [
      'one slide, which has a fault now',
      [2],
      {
        body: STYLE + SLIDES.replace(box(60), ''),
        faults: ['整页空白：页面上没有任何可见的内容'],
      },
    ],
    ['a style', [], { body: STYLE.replace('900', '901') + SLIDES }],
    ['what is around the slides', [], { body: `${STYLE}<div class="dark">${SLIDES}</div>` }],
    ['a photo of one slide', [1], { files: { 'photos/bridge.svg': picture(20) } }],
    ['a picture of a style', [], { files: { 'ground.svg': picture(20) } }],
    ['a file that no slide names', [1, 2], { files: { 'photos/house.svg': picture(20) } }],
    ['what it is measured for', [], { way: 'pictures' }],
  ])('after a change of %s, those of %j are kept', async ([, kept, { faults = [], ...change }], { page, life }) => {
    const [root, site] = [temporaryFolder(), temporaryFolder()]
    const measure = async ({ body = STYLE + SLIDES, files = {}, way = 'print' }: Change) => {
      for (const [name, text] of Object.entries({ 'index.html': `<!doctype html>${body}`, ...files })) {
        mkdirSync(path.dirname(path.join(site, name)), { recursive: true })
        writeFileSync(path.join(site, name), text)
      }
      await page.goto(await serveSite(site, life))
      return measureSlides(page, { root, site, way })
    }
    const first = await measure({ files: { 'photos/bridge.svg': picture(9), 'ground.svg': picture(9) } })
    expect(new Set(first.problems.map(({ slide }) => slide))).toEqual(new Set([3]))

    // What was kept says so from now on.
    const folder = path.join(root, '.huibao', 'exports')
    for (const name of readdirSync(folder)) {
      const file = path.join(folder, name)
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"title":""', '"title":"kept"'))
    }
    const second = await measure(change)
    const found = second.snapshots.filter(({ title }) => title === 'kept').map(({ no }) => no)
    expect(found).toEqual(kept)
    expect(second.layouts.map(({ no }) => no)).toEqual([1, 2, 3, 4])
    expect(second.problems).toEqual(expect.arrayContaining(first.problems))
    expect(second.problems.filter(({ slide }) => slide !== 3).map(({ message }) => message)).toEqual(faults)
    // No mark is left on the page.
    expect(await page.locator('[data-huibao-measured]').count()).toBe(0)
  })

  test('a page of which nothing is measured can be asked for all else', async ({ browser, life }) => {
    const [root, site] = [temporaryFolder(), temporaryFolder()]
    writeFileSync(path.join(site, 'index.html'), `<!doctype html>${STYLE}${slide(1, box(60))}${slide(2, box(70))}`)
    const origin = await serveSite(site, life)
    // Measured, then kept.
    for (let time = 1; time <= 2; time++) {
      await using context = await browser.newContext()
      const page = await context.newPage()
      await page.goto(origin)
      const { snapshots } = await measureSlides(page, { root, site, way: 'print' })
      expect(snapshots).toHaveLength(2)
      expect(await callModule(page, 'scripts/export/pptx/page/collect.ts', 'collectSlides')).toHaveLength(2)
    }
  })
})
