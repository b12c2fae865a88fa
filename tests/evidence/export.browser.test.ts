import type { InnerLink } from '../scripts/support/pdf.ts'
import type { ExportReport } from '../../scripts/export/export.ts'
import type { FactsDocument } from '../../data/model/facts.ts'
import { rmSync, readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { PDFDocument } from '@cantoo/pdf-lib'
import { extractText, getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { figures, formatFigure } from '../../data/index.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { testContext } from '../scripts/support/context.ts'
import { readAlternatives, readBookmarks, readLinks, type Bookmark } from '../scripts/support/pdf.ts'

interface Exported {
  report: ExportReport
  document: PDFDocument
  links: InnerLink[]
  facts: FactsDocument
  /** Text of each page, without white space. */
  pages: string[]
}

describe('an exported PDF', () => {
  const life = new Lifecycle()
  const folder = path.join(process.cwd(), '.huibao', 'tests', 'evidence-export')
  let plain: Exported
  let referenced: Exported
  let handout: Exported

  async function exported(...args: string[]): Promise<Exported> {
    const report = await exportDeck(parseExportArgs([...args, '--out', folder]), testContext(process.cwd(), life))
    expect(report.problems).toEqual([])
    const bytes = readFileSync(report.files.find(file => path.extname(file) === '.pdf')!)
    const document = await PDFDocument.load(bytes, { updateMetadata: false })
    const [attachment, ...others] = document.getAttachments()
    expect([attachment!.name, others]).toEqual(['facts.json', []])
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: false })
    return {
      report,
      document,
      links: readLinks(document),
      facts: JSON.parse(new TextDecoder().decode(attachment!.data)) as FactsDocument,
      pages: text.map(page => page.replace(/\s+/g, '')),
    }
  }

  beforeAll(async () => {
    plain = await exported('pdf')
    referenced = await exported('pdf', '--refs')
    handout = await exported('handout', '--refs')
  })
  afterAll(async () => {
    await life.dispose()
    rmSync(folder, { recursive: true, force: true })
  })

  it('carries the facts of the deck: as data, with a description, the same in every form', () => {
    for (const { document, facts } of [plain, referenced, handout]) {
      const [attachment] = document.getAttachments()
      expect([attachment!.mimeType, attachment!.afRelationship, attachment!.description]).toEqual(['application/json', 'Data', '数据依据：各个数据的数值、口径、时段、出处和所在页'])
      expect(facts).toEqual(plain.facts)
    }
    expect(plain.facts.figures.map(({ id, text, value, unit, qualifier, decimals, kind, column, clause, derived }) => ({ id, text, value, unit, qualifier, decimals, kind, column, clause, derived })))
      .toEqual(figures.map(figure => ({
        id: figure.id,
        text: formatFigure(figure, 'worded'),
        value: figure.value,
        unit: figure.unit,
        qualifier: figure.qualifier,
        decimals: figure.decimals,
        kind: figure.kind,
        column: figure.evidence.column,
        clause: figure.derived ? undefined : figure.evidence.clause,
        derived: figure.derived ? { formula: figure.derived.formula, inputs: figure.derived.inputs } : undefined,
      })))
  })

  it('prints every figure on the slides that its facts name', () => {
    const missing = plain.facts.figures.flatMap(({ id, value, decimals, kind, slides }) =>
      slides.filter(no => kind !== 'rank' && !plain.pages[no - 1]!.includes(value.toFixed(decimals))).map(no => `${id} ${no}`))
    expect(missing).toEqual([])
  })

  it('leads from the appendix to every slide that shows a figure', () => {
    for (const { links } of [plain, referenced]) {
      const entries = plain.facts.figures.flatMap(({ slides, appendix }) => slides.map(no => ({ page: appendix! - 1, target: no - 1 })))
      expect(links.filter(({ name }) => /^\d/.test(name)).map(({ page, target }) => ({ page, target }))).toEqual(entries)
      expect(entries.length).toBeGreaterThan(80)
    }
    expect(plain.links.every(({ name }) => /^\d/.test(name))).toBe(true)
  })

  it('leads from every reference back to its entry in the appendix', () => {
    const back = referenced.links.filter(({ name }) => name.startsWith('entry-'))
    for (const { id, number, slides, appendix } of plain.facts.figures) {
      const own = back.filter(({ name }) => name === `entry-${id}`)
      expect([...new Set(own.map(({ page }) => page + 1))], id).toEqual(slides)
      expect(own.map(({ target }) => target + 1).filter(no => no !== appendix)).toEqual([])
      for (const no of slides) expect(referenced.pages[no - 1]).toContain(`[${number}]`)
    }
    expect(plain.pages.filter(page => /\[\d+\]/.test(page))).toEqual([])
  })

  it('keeps bookmarks and alternative texts as they are without references', () => {
    const titles = (bookmarks: readonly Bookmark[]): string[] => bookmarks.flatMap(({ title, children }) => [title, ...titles(children)])
    expect(titles(readBookmarks(referenced.document))).toEqual(titles(readBookmarks(plain.document)))
    expect(readAlternatives(referenced.document).sort()).toEqual(readAlternatives(plain.document).sort())
    expect(titles(readBookmarks(handout.document)).filter(title => /\[\d+\]/.test(title))).toEqual([])
  })

  it('has the links on paper too', () => {
    expect(handout.links.filter(({ target }) => target < 0)).toEqual([])
    const wanted = plain.facts.figures.reduce((sum, { slides }) => sum + slides.length, 0)
    expect(handout.links.filter(({ name }) => /^\d/.test(name))).toHaveLength(wanted)
    for (const { id, label } of plain.facts.figures) {
      for (const { target } of handout.links.filter(({ name }) => name === `entry-${id}`))
        expect(handout.pages[target]).toContain(label.replace(/\s+/g, ''))
    }
    expect(handout.links.filter(({ name }) => name.startsWith('entry-')).length).toBeGreaterThan(80)
  })

  it('has no link to what a range leaves out', async () => {
    const { slides, appendix } = plain.facts.figures.find(figure => figure.slides.length > 1)!
    const [first, ...others] = slides
    const part = await exported('pdf', '--refs', '--range', `${first},${appendix}`)
    expect(part.links.filter(({ target }) => target < 0)).toEqual([])
    const numbers = part.links.flatMap(({ name }) => /^\d+/.exec(name)?.[0] ?? []).map(Number)
    expect(numbers).toContain(first)
    expect(numbers.filter(no => others.includes(no))).toEqual([])
  })
})
