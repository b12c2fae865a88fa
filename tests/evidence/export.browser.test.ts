import { numberOf } from '../../model/values.ts'
import type { InnerLink } from '../scripts/support/pdf.ts'
import type { FactsDocument } from '../../model/facts.ts'
import { describe, expect, inject } from 'vitest'
import { exported, type ReadPdf } from '../scripts/support/exported.ts'
import { readAlternatives, readBookmarks, readLinks, type Bookmark } from '../scripts/support/pdf.ts'
import { formatFigure } from '../../model/format.ts'
import { readData } from '../support/data.ts'
import { test } from '../support/test.ts'

interface WithFacts extends ReadPdf {
  links: InnerLink[]
  facts: FactsDocument
}

function withFacts(pdf: ReadPdf): WithFacts {
  const [attachment, ...others] = pdf.document.getAttachments()
  expect([attachment!.name, others]).toEqual(['facts.json', []])
  return {
    ...pdf,
    links: readLinks(pdf.document),
    facts: JSON.parse(new TextDecoder().decode(attachment!.data)) as FactsDocument,
  }
}

const PDF = 'haiwan-2031.pdf'

describe('an exported PDF', () => {
  const { root } = inject('district')
  let plain: WithFacts
  let referenced: WithFacts
  let handout: WithFacts

  test.beforeAll(async ({ browser, life }) => {
    const one = await exported({ root, browser, life }, 'pdf')
    const two = await exported({ root, browser, life }, 'pdf', 'handout', '--flow', '--refs')
    expect([...one.report.problems, ...two.report.problems]).toEqual([])
    plain = withFacts(one.pdfs[PDF]!)
    referenced = withFacts(two.pdfs[PDF]!)
    handout = withFacts(two.pdfs['haiwan-2031-a4.pdf']!)
  })

  test('carries the facts of the deck: as data, with a description, the same in every form', async () => {
    for (const { document, facts } of [plain, referenced, handout]) {
      const [attachment] = document.getAttachments()
      expect([attachment!.mimeType, attachment!.afRelationship, attachment!.description]).toEqual([
        'application/json',
        'Data',
        '数据依据：各个数据的数值、口径、时段、出处和所在页',
      ])
      expect(facts).toEqual(plain.facts)
    }
    const { figures } = await readData(root)
    expect(
      plain.facts.figures.map(({ id, text, value, unit, qualifier, decimals, kind, column, clause, derived }) => ({
        id,
        text,
        value,
        unit,
        qualifier,
        decimals,
        kind,
        column,
        clause,
        derived,
      })),
    ).toEqual(
      figures.map(figure => ({
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
      })),
    )
  })

  test('prints every figure on the slides that its facts name', () => {
    const missing = plain.facts.figures.flatMap(({ id, value, decimals, kind, slides }) =>
      slides
        .filter(no => kind !== 'rank' && !plain.pages[no - 1]!.includes(Math.abs(numberOf(value)).toFixed(decimals)))
        .map(no => `${id} ${no}`),
    )
    expect(missing).toEqual([])
  })

  test('leads from the appendix to every slide that shows a figure', () => {
    for (const { links } of [plain, referenced]) {
      const entries = plain.facts.figures.flatMap(({ slides, appendix }) =>
        slides.map(no => ({ page: appendix! - 1, target: no - 1 })),
      )
      expect(links.filter(({ name }) => /^\d/.test(name)).map(({ page, target }) => ({ page, target }))).toEqual(
        entries,
      )
      expect(entries.length).toBeGreaterThan(20)
    }
    expect(plain.links.every(({ name }) => /^\d/.test(name))).toBe(true)
  })

  test('leads from every reference back to its entry in the appendix', () => {
    const back = referenced.links.filter(({ name }) => name.startsWith('entry-'))
    for (const { id, number, slides, appendix } of plain.facts.figures) {
      const own = back.filter(({ name }) => name === `entry-${id}`)
      expect([...new Set(own.map(({ page }) => page + 1))], id).toEqual(slides)
      expect(own.map(({ target }) => target + 1).filter(no => no !== appendix)).toEqual([])
      for (const no of slides) expect(referenced.pages[no - 1]).toContain(`[${number}]`)
    }
    expect(plain.pages.filter(page => /\[\d+\]/.test(page))).toEqual([])
  })

  test('keeps bookmarks and alternative texts as they are without references', () => {
    const titles = (bookmarks: readonly Bookmark[]): string[] =>
      bookmarks.flatMap(({ title, children }) => [title, ...titles(children)])
    expect(titles(readBookmarks(referenced.document))).toEqual(titles(readBookmarks(plain.document)))
    expect(readAlternatives(referenced.document).sort()).toEqual(readAlternatives(plain.document).sort())
    expect(titles(readBookmarks(handout.document)).filter(title => /\[\d+\]/.test(title))).toEqual([])
  })

  test('has the links on paper too', () => {
    expect(handout.links.filter(({ target }) => target < 0)).toEqual([])
    const wanted = plain.facts.figures.reduce((sum, { slides }) => sum + slides.length, 0)
    expect(handout.links.filter(({ name }) => /^\d/.test(name))).toHaveLength(wanted)
    for (const { id, label } of plain.facts.figures) {
      for (const { target } of handout.links.filter(({ name }) => name === `entry-${id}`))
        expect(handout.pages[target]).toContain(label.replace(/\s+/g, ''))
    }
    expect(handout.links.filter(({ name }) => name.startsWith('entry-')).length).toBeGreaterThan(20)
  })

  test('has no link to what a range leaves out', async ({ browser, life }) => {
    const { slides, appendix } = plain.facts.figures.find(figure => figure.slides.length > 1)!
    const [first, ...others] = slides
    const { report, pdfs } = await exported({ root, browser, life }, 'pdf', '--refs', '--range', `${first},${appendix}`)
    expect(report.problems).toEqual([])
    const links = readLinks(pdfs[PDF]!.document)
    expect(links.filter(({ target }) => target < 0)).toEqual([])
    const numbers = links.flatMap(({ name }) => /^\d+/.exec(name)?.[0] ?? []).map(Number)
    expect(numbers).toContain(first)
    expect(numbers.filter(no => others.includes(no))).toEqual([])
  })
})
