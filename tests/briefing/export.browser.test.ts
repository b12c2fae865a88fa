import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { parse } from '@slidev/parser'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures, formatFigure, getFigure, quotes } from '../../data/index.ts'
import { launchBrowser } from '../../scripts/browser/launch.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { serveSite } from '../../scripts/site/serve.ts'
import { testContext } from '../scripts/support/context.ts'
import { readBookmarks } from '../scripts/support/pdf.ts'
import { foreignRequests, readReachLog, watchedEnv } from '../support/offline.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const out = join(ROOT, '.huibao', 'tests', 'briefing')
const reachLog = join(out, 'reach.log')

describe('the briefing, exported', () => {
  const life = new Lifecycle()
  let report: Awaited<ReturnType<typeof exportDeck>>
  let slides: Awaited<ReturnType<typeof parse>>['slides']
  let bytes: Uint8Array
  let pages: string[]

  beforeAll(async () => {
    const file = join(ROOT, 'slides.md')
    slides = (await parse(readFileSync(file, 'utf8'), file)).slides
    mkdirSync(out, { recursive: true })
    const context = { ...testContext(ROOT, life), host: { ...currentHost(), env: watchedEnv(reachLog) } }
    report = await exportDeck(parseExportArgs(['--scale', '1', '--rebuild', '--out', out]), context)
    if (report.ok) {
      bytes = readFileSync(join(out, 'shapingba-2020.pdf'))
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
      pages = text.map(page => page.replace(/\s+/g, ''))
    }
  })
  afterAll(async () => {
    await life.dispose()
    rmSync(out, { recursive: true, force: true })
  })

  it('has nothing wrong with any slide', () => {
    expect(report.problems).toEqual([])
    expect(report.warnings).toEqual([])
  })

  it('has as many pages in the PDF as there are pictures and slides', async () => {
    expect(pages).toHaveLength(slides.length)
    expect(readdirSync(join(out, 'png')).sort()).toEqual(slides.map((_, index) => `${String(index + 1).padStart(2, '0')}.png`))
  })

  it('gives its text intact, with no character from the radicals that look alike', () => {
    expect(pages[0]).toContain('沙坪坝走向了')
    for (const { text } of quotes)
      expect(pages.filter(page => page.includes(text))).toHaveLength(1)
    expect(pages.join('')).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF\uE000-\uF8FF\uFFFD]/)
  })

  it('lists every figure with its printed form and clause in the appendix', () => {
    const appendix = pages.filter((_, index) => slides[index]!.frontmatter.layout === 'appendix').join('')
    const missing = figures.filter(figure => !appendix.includes(figure.label + formatFigure(figure, 'worded') + figure.period.text + figure.evidence.column))
    expect(missing.map(({ id }) => id)).toEqual([])
    const clauses = figures.filter(({ derived, evidence }) => !derived && !appendix.includes(evidence.clause.replace(/\s+/g, '')))
    expect(clauses.map(({ id }) => id)).toEqual([])
  })

  it('names itself, its authors and its language, and lists chapters with their slides', async () => {
    const pdf = await PDFDocument.load(bytes)
    expect(pdf.getTitle()).toBe('2020 沙坪坝走向了“四高”')
    expect(pdf.getAuthor()).toBe('王彩艳、肖亚平')
    expect(pdf.getSubject()).toContain('沙坪坝区')
    expect(String(pdf.catalog.get(PDFName.of('Lang')))).toContain('zh-CN')
    expect(pdf.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    const bookmarks = readBookmarks(pdf)
    expect(bookmarks.map(({ title }) => title).filter(title => /^(?:经济|改革|城市|社会)/.test(title))).toHaveLength(4)
    expect(bookmarks.find(({ title }) => title.startsWith('改革开放'))?.children.map(({ title }) => title).join('\n'))
      .toContain(`进出口总额${formatFigure(getFigure('trade-total'))}`)
  })

  it('asks nothing of any other machine, on any page of the site', async () => {
    const origin = await serveSite(join(ROOT, 'dist'), life)
    const browser = await launchBrowser({ host: currentHost(), life, log: silentLog })
    expect(await foreignRequests(browser, origin, ['/1', '/13', '/print', '/presenter/5', '/overview', '/notes'])).toEqual([])
  })

  it('reached for no other machine while its site was built', () => {
    const { processes, foreign } = readReachLog(reachLog)
    expect(processes).toBeGreaterThan(0)
    expect(foreign).toEqual([])
  })
})
