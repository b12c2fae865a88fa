import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { parse } from '@slidev/parser'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, it } from 'vitest'
import { chapters, figures, formatFigure, quotes } from '../../data/index.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck, type ExportReport } from '../../scripts/export/export.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { composeProject } from '../support/project.ts'
import { deckFolder, temporaryFolder, testContext } from '../scripts/support/context.ts'
import { countTags, readLinks } from '../scripts/support/pdf.ts'

const A4 = [595, 842]

function without(text: string): string {
  return text.replace(/\s+/g, '')
}

describe('the A4 handout', () => {
  let report: ExportReport
  let document: PDFDocument
  let pages: string[]
  let spaced: string

  beforeAll(async () => {
    const life = new Lifecycle()
    const out = path.join(process.cwd(), '.huibao', 'tests', 'handout')
    report = await exportDeck(parseExportArgs(['handout', '--out', out]), testContext(process.cwd(), life))
    if (report.ok) {
      const bytes = readFileSync(report.files[0]!)
      document = await PDFDocument.load(bytes, { updateMetadata: false })
      const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
      pages = text.map(without)
      spaced = text.join('\n')
    }
    await life.dispose()
  })

  it('is one file, and nothing is wrong with it', async () => {
    const { fileName, total } = await readDeck(process.cwd())
    expect(report.problems).toEqual([])
    expect(report.warnings).toEqual([])
    expect(report.files.map(file => path.basename(file))).toEqual([`${fileName}-a4.pdf`])
    expect(report.slides).toHaveLength(total)
  })

  it('has upright A4 pages, several slides on each, numbered, with the deck\'s title above', async () => {
    const { title, total } = await readDeck(process.cwd())
    expect(new Set(document.getPages().map(page => String([page.getWidth(), page.getHeight()].map(Math.round))))).toEqual(new Set([String(A4)]))
    expect(pages).toHaveLength(report.handoutPages!)
    expect(pages.length).toBeLessThan(0.7 * total)
    for (const [index, page] of pages.entries()) {
      expect(page).toContain(without(title))
      expect(page).toContain(`${index + 1}/${pages.length}`)
    }
  })

  it('has the text of every slide in order, every figure with its clause, and no speaker\'s notes', async () => {
    const file = path.join(process.cwd(), 'slides.md')
    const { slides } = await parse(readFileSync(file, 'utf8'), file)
    const all = pages.join('')
    const places = [...spaced.matchAll(/幻灯片\s*(\d+)/g)].map(([, no]) => Number(no))
    expect(places.length).toBeGreaterThan(20)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    for (const { title } of chapters) expect(all).toContain(without(title))
    for (const { text } of quotes) expect(all).toContain(without(text))
    expect(figures.filter(figure => !all.includes(without(figure.label)) || !all.includes(without(formatFigure(figure, 'worded')))).map(({ id }) => id)).toEqual([])
    expect(figures.filter(({ derived, evidence }) => !derived && !all.includes(without(evidence.clause))).map(({ id }) => id)).toEqual([])
    const sentences = slides.flatMap(({ note = '' }) => note.split(/[。！？\n]/)).map(without)
      .filter(sentence => sentence.length > 8 && !sentence.includes('<') && !slides.some(({ content }) => without(content).includes(sentence)))
    expect(sentences.length).toBeGreaterThan(10)
    expect(sentences.filter(sentence => all.includes(sentence))).toEqual([])
    expect(all).not.toMatch(/[\u2E80-\u2FDF\uF900-\uFAFF\uE000-\uF8FF\uFFFD]/)
  })

  it('is tagged, with one title, bookmarks and the deck\'s facts, and leads to no address', async () => {
    const { title, author, lang } = await readDeck(process.cwd())
    expect([document.getTitle(), document.getAuthor()]).toEqual([title, author])
    expect(String(document.catalog.lookup(PDFName.of('Lang')))).toBe(`(${lang})`)
    expect(document.catalog.lookup(PDFName.of('MarkInfo'), PDFDict).get(PDFName.of('Marked'))?.toString()).toBe('true')
    expect(countTags(document, 'H1')).toBe(1)
    expect(countTags(document, 'H2')).toBeGreaterThanOrEqual(chapters.length)
    expect(document.catalog.lookup(PDFName.of('Outlines'), PDFDict).get(PDFName.of('First'))).toBeDefined()
    const links = readLinks(document)
    expect(links.length).toBeGreaterThan(50)
    expect(links.filter(({ target }) => target < 0)).toEqual([])
  })
})

describe('a handout that cannot be made', () => {
  it('is refused where the site has no page to read', async () => {
    const out = temporaryFolder()
    const exported = exportDeck(parseExportArgs(['handout', '--out', out]), testContext(deckFolder('good')))
    await expect(exported).rejects.toThrow('网站里没有阅读页（/read），印不成讲义')
    expect(readdirSync(out)).toEqual([])
  })

  it('is not written where a slide has an error or is too wide for the paper', async () => {
    const slides = [
      '---\ntheme: none\nlang: zh-CN\ntitle: 讲义\nexportFilename: handout\nfavicon: /favicon.svg\nfonts:\n  provider: none\n---\n\n## 首页\n\n正文',
      '## 宽\n\n<div><div style="width: 900px">宽</div></div>',
      '## 编号\n\n<Fig :id="`${\'carg\'}`" />',
    ].join('\n\n---\n\n')
    const folder = await composeProject('handout-faults', 'other-district', slides)
    const report = await exportDeck(parseExportArgs(['handout']), testContext(folder))
    expect([report.ok, report.files, existsSync(path.join(folder, 'exports'))]).toEqual([false, [], false])
    expect(report.problems.filter(problem => problem.startsWith('第 2 页《宽》：')).join()).toContain('宽出')
    expect(report.problems).toContain('第 3 页《编号》：没有编号为“carg”的数据，最接近的是：cargo、cargo-growth、cargo-before')
  })
})
