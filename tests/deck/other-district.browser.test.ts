import type { Browser } from 'playwright-chromium'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { testContext } from '../scripts/support/context.ts'
import { foreignRequests } from '../support/offline.ts'
import { composeProject } from '../support/project.ts'

const SLIDES = 13

/** Slide, and what its chart's description has to say with the formatter's words. */
const CHARTS = [
  [3, 'BarChart', ['突破840亿元', '约210亿元', '96.5亿元']],
  [4, 'GrowthBars', ['12.5%', '40%']],
  [5, 'StackedBars', ['220家', '80余家', '不足140家', '推算']],
  [6, 'ShareDonut', ['63.4%']],
  [7, 'ShareWaffle', ['63.4%']],
  [8, 'ReductionPair', ['40%', '60%', '推算']],
  [9, 'Isotype', ['6座']],
  [10, 'BeforeAfter', ['突破840亿元', '推算']],
] as const

describe('another district in the place of the first', () => {
  const life = new Lifecycle()
  let folder: string
  let browser: Browser
  let origin: string
  let report: Awaited<ReturnType<typeof exportDeck>>

  beforeAll(async () => {
    folder = await composeProject('other-district', 'other-district')
    report = await exportDeck(parseExportArgs(['--scale', '1']), testContext(folder, life))
    origin = await serveSite(join(folder, 'dist'), life)
    browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
  })
  afterAll(() => life.dispose())

  it('exports without a problem, a page for each slide', async () => {
    expect(report.problems).toEqual([])
    expect(report.warnings).toEqual([])
    expect(report.pages).toBe(SLIDES)
    const pdf = await PDFDocument.load(readFileSync(join(folder, 'exports', 'haiwan-2031.pdf')))
    expect(pdf.getPageCount()).toBe(SLIDES)
    expect(readdirSync(join(folder, 'exports', 'png'))).toHaveLength(SLIDES)
  })

  it.each(CHARTS)('draws on slide %i with %s that says what it shows', async (slide, _, words) => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(`${origin}/${slide}`)
    const chart = page.locator(`[data-slidev-no="${slide}"] [data-waitfor]`)
    await chart.locator('.huibao-chart-ready').waitFor()
    const description = await chart.locator('[role="img"]').first().getAttribute('aria-label')
    for (const word of words)
      expect(description).toContain(word)
    // What is drawn stays inside of the canvas, and text is text in our own faces. A text's box is taller than its
    // glyphs by Noto's generous line gap.
    const drawn = await chart.locator('svg').first().evaluate((svg, LINE_GAP) => {
      const box = svg.getBoundingClientRect()
      const texts = [...svg.querySelectorAll('text')]
      return {
        shapes: svg.querySelectorAll('path').length,
        texts: texts.length,
        faces: [...new Set(texts.map(text => getComputedStyle(text).fontFamily.split(',')[0]))],
        outside: texts.filter((text) => {
          const own = text.getBoundingClientRect()
          return own.left < box.left - 1 || own.right > box.right + 1 || own.top < box.top - LINE_GAP || own.bottom > box.bottom + LINE_GAP
        }).map(text => text.textContent),
      }
    }, 8)
    expect(drawn.shapes).toBeGreaterThan(0)
    expect(drawn.texts).toBeGreaterThan(0)
    expect(drawn.outside).toEqual([])
    for (const face of drawn.faces)
      expect(face).toMatch(/Noto (?:Sans|Serif) SC/)
    await page.close()
  })

  it('asks nothing of any other machine', async () => {
    expect(await foreignRequests(browser, origin, ['/1', '/7', '/print', '/presenter/2', '/overview'])).toEqual([])
  })
})

/** A deck of these slides behind a first one that is in order. */
function deckOf(slides: readonly string[]): string {
  const head = '---\ntheme: none\nlang: zh-CN\ntitle: 拒绝\nexportFilename: refusals\naspectRatio: 16/9\ncanvasWidth: 1280\nfavicon: /favicon.svg\nfonts:\n  provider: none\n---\n\n## 首页\n\n正文\n'
  return head + slides.map(slide => `\n---\n\n${slide}\n`).join('')
}

describe('ids that only the browser knows', () => {
  it('stop the export where they are wrong, with what they are of and the nearest ones', async () => {
    const slides = deckOf([
      '<PullQuote :id="`${\'pilo\'}`" />',
      '<PhotoSlot :id="`${\'quai\'}`" />',
      '<AppendixTable :chapter="`${\'harbor\'}`" />',
      '<AppendixTable chapter="harbour" :part="1 + 2" :of="1 + 1" />',
      '<PageFrame :chapter="`${\'harbor\'}`" :page="1">正文</PageFrame>',
      '<Fig :id="`${\'carg\'}`" />',
    ].map(component => `## 编号\n\n${component}`))
    const folder = await composeProject('wrong-ids', 'other-district', slides)
    const { problems } = await exportDeck(parseExportArgs(['pdf']), testContext(folder))
    expect(problems.join('\n')).toMatchInlineSnapshot(`
      "第 2 页《编号》：没有编号为“pilo”的引语，最接近的是：pilot
      第 3 页《编号》：没有编号为“quai”的图片，最接近的是：quay
      第 4 页《编号》：没有编号为“harbor”的章，最接近的是：harbour、homes
      第 5 页《编号》：附录的 :part="3" :of="2" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of
      第 6 页《编号》：没有编号为“harbor”的章，最接近的是：harbour、homes
      第 7 页《编号》：没有编号为“carg”的数据，最接近的是：cargo、cargo-growth、cargo-before"
    `)
  })
})

describe('charts that refuse their figures', () => {
  it('stop the export, each named with its slide and the reason', async () => {
    const charts = [
      `<BarChart :ids="['cargo', 'berths']" />`,
      `<GrowthBars :ids="['cargo']" />`,
      `<ShareWaffle id="berths" />`,
      `<StackedBars :pairs="[{ total: 'carriers', part: 'berths' }]" />`,
      `<Isotype :ids="['carriers-new']" icon="tower" />`,
    ]
    const slides = deckOf([...charts.map(chart => `## 图\n\n${chart}`), '<div></div>'])
    const folder = await composeProject('refusals', 'other-district', slides)
    const report = await exportDeck(parseExportArgs(['pdf']), testContext(folder))
    expect(report.files).toEqual([])
    for (const [index] of charts.entries())
      expect(report.problems.filter(problem => problem.includes(`第 ${index + 2} 页`)).join()).toMatch(/图/)
    expect(report.problems.join('\n')).toMatchInlineSnapshot(`
      "第 2 页《图》：条形图画不出来（cargo、berths）：类别不同：“cargo”是金额，“berths”是数量；请分成几张图
      第 3 页《图》：增减条形图画不出来（cargo）：“cargo”是金额，这里只画增幅、降幅；其他数据请用 BarChart
      第 4 页《图》：百格图画不出来（berths）：“berths”是数量，这里只画占比；增减请用 GrowthBars，其他请用 BarChart
      第 5 页《图》：新增与累计条形图画不出来（carriers、berths）：“berths”不是“carriers”的一部分（data 里没有写 of）
      第 6 页《图》：图标计数图画不出来（carriers-new）：“carriers-new”不是准确的整数，不能一个图标算一个；请用 per 写明一个图标代表多少，或用 BarChart
      第 7 页：整页空白：页面上没有任何可见的内容"
    `)
  })
})
