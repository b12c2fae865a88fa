import { PDFArray, PDFDict, PDFName, PDFStream, type PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, inject } from 'vitest'
import { exported } from '../scripts/support/exported.ts'
import { test } from '../support/test.ts'
import {
  allTags,
  countTransparency,
  readAnnotations,
  readPainted,
  readTags,
  taggedObjects,
  textOf,
  type Tag,
} from './support/tagged.ts'

/** Slides on paper. */
const SHEETS = 'handout haiwan-2031-a4.pdf'

const named = (name: string): PDFName => PDFName.of(name)

/** Structure types of PDF 1.7 that any of the files may have. */
const STANDARD =
  /^(?:Document|Part|Art|Sect|Div|BlockQuote|Caption|TOC|TOCI|Index|NonStruct|Private|P|H[1-6]|L|LI|Lbl|LBody|Table|TR|TH|TD|THead|TBody|TFoot|Span|Quote|Note|Reference|BibEntry|Code|Link|Annot|Figure|Formula|Form)$/

/** The checks of the Matterhorn Protocol that a parsed file can answer; docs/pdf.md lists them by their numbers. */
describe('a tagged PDF', () => {
  const { root } = inject('district')
  const files: [name: string, document: PDFDocument, tags: Tag[]][] = []

  test.beforeAll(async ({ browser, life }) => {
    for (const args of [
      ['pdf', 'handout', '--notes', '--refs'],
      ['handout', '--flow', '--refs'],
    ]) {
      const { report, pdfs } = await exported({ root, browser, life }, ...args)
      expect(report.problems).toEqual([])
      for (const [name, { document }] of Object.entries(pdfs))
        files.push([`${args[1]} ${name}`, document, allTags(readTags(document)).slice(1)])
    }
    expect(files).toHaveLength(3)
  })

  test('has XMP that says what its information says, and claims no conformance', () => {
    for (const [name, document] of files) {
      const stream = document.catalog.lookup(named('Metadata'), PDFStream)
      expect([String(stream.dict.get(named('Type'))), stream.dict.has(named('Filter'))], name).toEqual([
        '/Metadata',
        false,
      ])
      const xmp = new TextDecoder().decode(stream.getContents())
      expect(xmp).toContain(`<rdf:li xml:lang="x-default">${document.getTitle()}</rdf:li>`)
      expect(xmp).toContain(`<rdf:li>${document.getAuthor()}</rdf:li>`)
      expect(xmp).toContain(document.getCreationDate()!.toISOString().slice(0, 19))
      expect(xmp).not.toContain('pdfuaid')
    }
  })

  test('shows its title, has a language, and is not suspect', () => {
    for (const [name, { catalog }] of files) {
      const preferences = catalog.lookup(named('ViewerPreferences'), PDFDict)
      const marks = catalog.lookup(named('MarkInfo'), PDFDict)
      expect(
        [preferences.get(named('DisplayDocTitle')), marks.get(named('Marked')), marks.get(named('Suspects'))].map(
          String,
        ),
        name,
      ).toEqual(['true', 'true', 'undefined'])
      expect(catalog.has(named('Lang')), name).toBe(true)
    }
  })

  test('has everything that is painted under a tag or as an artifact, and no ground or rule among the tags', () => {
    for (const [name, document] of files)
      for (const { unmarked, grounds, marks, known } of readPainted(document)) {
        expect([unmarked, grounds], name).toEqual([[], []])
        expect(marks.length, name).toBeGreaterThan(0)
        expect(known, name).toEqual(marks)
      }
  })

  test('has no tag without content, and no figure without an alternative text', () => {
    for (const [name, , tags] of files) {
      expect(tags.length, name).toBeGreaterThan(100)
      expect(
        tags.filter(({ children, content }) => children.length + content === 0).map(({ kind }) => kind),
        name,
      ).toEqual([])
      const figures = tags.filter(({ kind }) => kind === 'Figure')
      expect(
        figures.filter(({ dict }) => !textOf(dict, 'Alt')),
        name,
      ).toEqual([])
      expect(new Set(figures.map(({ dict }) => dict)).size, name).toBe(figures.length)
    }
  })

  test('has standard tags alone, or says which they are', () => {
    for (const [name, document, tags] of files) {
      const roles = document.catalog.lookup(named('StructTreeRoot'), PDFDict).lookup(named('RoleMap'), PDFDict)
      const standing = tags.map(({ kind }) => String(roles.get(named(kind)) ?? `/${kind}`).slice(1))
      expect(
        standing.filter(kind => !STANDARD.test(kind)),
        name,
      ).toEqual([])
    }
  })

  test('begins with a heading of the first level, and skips none', () => {
    for (const [name, , tags] of files) {
      const levels = tags.flatMap(({ kind }) => (/^H[1-6]$/.test(kind) ? [Number(kind[1])] : []))
      expect(levels[0], name).toBe(1)
      expect(
        levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
        name,
      ).toEqual([])
    }
  })

  test('tells of each head of a table what it is the head of, and has rows of cells alone', () => {
    for (const [name, , tags] of files) {
      const heads = tags.filter(({ kind }) => kind === 'TH')
      expect(heads.length, name).toBeGreaterThan(0)
      expect(
        heads.filter(({ dict }) => !/\/Scope \/(?:Column|Row)/.test(String(dict.lookup(named('A'))))),
        name,
      ).toEqual([])
      const wrong = tags
        .filter(({ kind }) => kind === 'TR')
        .flatMap(({ children }) => children.map(({ kind }) => kind))
        .filter(kind => kind !== 'TH' && kind !== 'TD')
      expect(wrong, name).toEqual([])
    }
  })

  test('describes every link, and has it among its tags, which it names itself', () => {
    for (const [name, document, [top]] of files) {
      const links = readAnnotations(document)
      expect(links.length, name).toBeGreaterThan(20)
      expect(
        links
          .map(({ dict }) => textOf(dict, 'Contents') ?? String(dict))
          .filter(text => !/^转到(?:第 \d+ 页|讲稿)$/.test(text)),
        name,
      ).toEqual([])
      const tagged = new Set(taggedObjects(top!))
      const untagged = links.filter(({ ref, dict }) => !tagged.has(String(ref)) || !dict.has(named('StructParent')))
      expect(
        untagged.map(({ dict }) => String(dict)),
        name,
      ).toEqual([])
      const pages = document.getPages().filter(({ node }) => node.lookupMaybe(named('Annots'), PDFArray))
      expect(new Set(pages.map(({ node }) => String(node.get(named('Tabs'))))), name).toEqual(new Set(['/S']))
    }
  })

  test('has fonts with their programs and a map to characters', () => {
    for (const [name, document] of files) {
      const fonts = document.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) =>
          object instanceof PDFDict && object.get(named('Subtype')) === named('Type0') ? [object] : [],
        )
      expect(fonts.length, name).toBeGreaterThan(0)
      expect(
        fonts.filter(font => !font.has(named('ToUnicode'))),
        name,
      ).toEqual([])
    }
  })

  test('has no script, and neither soft masks nor transparency groups of drawings', () => {
    for (const [name, document] of files) {
      expect(document.catalog.lookupMaybe(named('Names'), PDFDict)?.has(named('JavaScript')), name).not.toBe(true)
      const { masks, groups } = countTransparency(document)
      expect([masks, name === SHEETS ? 0 : groups], name).toEqual([0, 0])
    }
  })
})
