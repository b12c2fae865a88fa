import type { Browser, Page } from 'playwright-chromium'
import type { FirstView } from '../../scripts/bench/first-view/observe.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { firstChart, measureSite } from '../../scripts/bench/first-view/bench.ts'
import { bytesOf } from '../../scripts/site/pack.ts'
import { askedBefore, sumOf } from '../../scripts/bench/first-view/transfers.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { copySite } from '../support/site.ts'

const HOW = [['on the page to read', false], ['as slides', true]] as const

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** Bytes that a phone may load as scripts and style sheets, and that all fonts of the site may have. */
const FIRST_SLIDE = 140_000
const FIRST_CHART = 260_000
const FONTS = 400_000

/** What only code, formulas, diagrams and dialogs need, by words that minifying leaves alone, and where these stand. */
const FOREIGN: readonly [string, RegExp, string][] = [
  ['Shiki', /createHighlighter|oniguruma|\.shiki\b|twoslash-(?:popup|hover)|magic-move-/i, '@shikijs/core/dist/index.mjs'],
  ['KaTeX', /katex-(?:html|mathml)|\.katex\b/, 'katex/dist/katex.mjs'],
  ['Mermaid', /mermaid\.initialize|flowchart-elk|sequenceDiagram/, 'mermaid/dist/mermaid.core.mjs'],
  ['Monaco', /monaco-editor|MonacoEnvironment/, 'monaco-editor/dev/vs/editor/editor.main.js'],
  ['Fuse', /ignoreFieldNorm/, 'fuse.js/dist/fuse.mjs'],
  ['FloatingVue', /v-popper__arrow|computeTransformOrigin/, 'floating-vue/dist/floating-vue.mjs'],
  ['Drauu', /_originalPointerId/, '@drauu/core/dist/index.mjs'],
  ['roughjs', /hachureAngle/, 'roughjs/bundled/rough.esm.js'],
  ['Vue\'s compiler', /prefixIdentifiers/, '@vue/compiler-core/dist/compiler-core.esm-bundler.js'],
  ['Valibot', /valibot|safeParse/, 'valibot/dist/index.mjs'],
  ['ECharts\' pies', /roseType/, 'echarts/lib/chart/pie/PieSeries.js'],
  ['ECharts\' lines', /showAllSymbol/, 'echarts/lib/chart/line/LineSeries.js'],
]
/** When the page begins to load what has been put off, in milliseconds. */
const PUT_OFF = 2_900
const TRIES = 3

const life = new Lifecycle()
let site: string
let browser: Browser
let views: FirstView[] | undefined

beforeAll(async () => {
  site = await copySite(life)
  browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
  // On a machine so busy that a chart takes longer than what is put off, a measurement says nothing.
  for (let tries = 0; tries < TRIES && !(views?.every(({ moments }) => (moments.chart ?? moments.slide) < PUT_OFF)); tries++)
    views = await measureSite(site, await firstChart(ROOT), { life, browser })
})
afterAll(() => life.dispose())

describe('a phone with nothing in its cache', () => {
  const viewOf = (asSlide: boolean, chart: boolean): FirstView => views!.find(view => view.asSlide === asSlide && (view.moments.chart !== undefined) === chart)!
  const loaded = (view: FirstView): string[] => askedBefore(view.transfers, view.moments.chart ?? view.moments.slide)
    .filter(({ kind }) => kind === 'script' || kind === 'style').map(({ path }) => path)

  it.each(HOW)(`%s, loads at most ${FIRST_SLIDE / 1000} kB of scripts and styles before the first slide`, (_, asSlide) => {
    const { moments, transfers } = viewOf(asSlide, false)
    const { bytes, count } = sumOf(askedBefore(transfers, moments.slide), 'script', 'style')
    expect(count).toBeGreaterThan(2)
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThanOrEqual(FIRST_SLIDE)
  })

  it.each(HOW)(`%s, loads at most ${FIRST_CHART / 1000} kB of scripts and styles before the first chart`, (_, asSlide) => {
    const { moments, transfers } = viewOf(asSlide, true)
    const { bytes } = sumOf(askedBefore(transfers, moments.chart!), 'script', 'style')
    expect(bytes).toBeGreaterThan(150_000)
    expect(bytes).toBeLessThanOrEqual(FIRST_CHART)
  })

  it(`finds at most ${FONTS / 1000} kB of fonts, and loads those only that it shows`, async () => {
    expect(await bytesOf(site, /\.(?:woff2?|ttf|otf)$/)).toBeLessThanOrEqual(FONTS)
    const { transfers, moments } = viewOf(true, false)
    const shown = sumOf(askedBefore(transfers, moments.slide), 'font').count
    expect(shown).toBeGreaterThan(0)
    expect(shown).toBeLessThan(4)
  })

  it('loads no picture of a later slide before the first is shown', () => {
    const { transfers, moments } = viewOf(true, false)
    const images = askedBefore(transfers, moments.slide).filter(({ kind }) => kind === 'image').map(({ path }) => path)
    expect(images.filter(path => path !== '/favicon.svg').length).toBeLessThanOrEqual(1)
  })

  it.each(FOREIGN)('loads nothing of %s before the first chart', (_, mark, origin) => {
    expect(readFileSync(join(ROOT, 'node_modules', origin), 'utf8')).toMatch(mark)
    const found = views!.flatMap(loaded).filter(path => mark.test(readFileSync(join(site, path), 'utf8')))
    expect(found).toEqual([])
  })
})

describe('what is loaded later', () => {
  let page: Page
  let origin: string
  const faults: string[] = []

  beforeAll(async () => {
    origin = await serveSite(site, life)
  })
  beforeEach(async () => {
    faults.length = 0
    page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    page.on('pageerror', error => faults.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning')
        faults.push(message.text())
    })
  })
  afterEach(async () => {
    expect(faults).toEqual([])
    await page.close()
  })

  async function open(path: string): Promise<void> {
    await page.goto(origin + path)
    await page.locator('[data-huibao-content]').first().waitFor()
  }

  it('the overview comes at its key, pressed at once', async () => {
    await open('/1')
    await page.keyboard.press('o')
    await expect.poll(() => page.locator('.slidev-slide-container, #slide-container').count()).toBeGreaterThan(5)
  })

  it('the dialog to go to a page takes the keyboard, pressed at once, and goes there', async () => {
    await open('/1')
    await page.keyboard.press('g')
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('slidev-goto-input')
    await page.keyboard.type('7')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/7')
  })

  it('the menu comes at a right click', async () => {
    await open('/1')
    await page.locator('#slide-container').click({ button: 'right' })
    await page.locator('.slidev-glass-effect').first().waitFor()
  })

  it('the bar of buttons comes at the pointer, and leads on', async () => {
    await open('/1')
    await page.mouse.move(20, 700)
    await page.mouse.move(30, 705)
    await page.locator('.slidev-nav-btn, .slidev-icon-btn').first().waitFor()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/2')
  })

  it.each(['/presenter/1', '/notes', '/presenter/print'])('the notes are there on %s', async (path) => {
    await page.goto(origin + path)
    await expect.poll(() => page.locator('body').textContent()).toContain('计划 40 秒')
    await expect.poll(() => page.title()).toMatch(/ - /)
  })

  it('the notes are in no file that the first view loads', () => {
    const files = views!.flatMap(({ moments, transfers }) => askedBefore(transfers, moments.chart ?? moments.slide)).filter(({ kind }) => kind === 'script')
    expect(files.filter(({ path }) => readFileSync(join(site, path), 'utf8').includes('计划 40 秒'))).toEqual([])
  })

  it('the title is that of the page, and the slides\' again behind it', async () => {
    await page.goto(`${origin}/presenter/2`)
    await expect.poll(() => page.title()).toMatch(/^Presenter - /)
    await page.evaluate(() => history.pushState({}, '', '/2'))
    await page.goto(`${origin}/2`)
    await expect.poll(() => page.title()).not.toMatch(/^Presenter/)
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN')
  })
})
