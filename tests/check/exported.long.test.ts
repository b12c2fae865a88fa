import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, inject } from 'vitest'
import type { Browser } from 'playwright-chromium'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { createCheckContext, type CheckContext } from '../../scripts/check/context.ts'
import { createExportsCheck } from '../../scripts/check/exported/check.ts'
import type { ExportedFile } from '../../scripts/check/exported/facts.ts'
import type { PlacedFinding } from '../../scripts/check/finding.ts'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import type { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { draftedDeck } from '../draft/drafted-deck.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'
import { ROOT } from '../support/project.ts'
import { test } from '../support/test.ts'

/** All forms with numbers that can be read, in every manner. */
const EXPORTS = [
  ['pdf', 'pptx', 'handout', 'html'],
  ['pdf', 'handout', '--notes', '--per-page', '1'],
  ['pdf', 'handout', '--clicks', '--per-page', '2'],
  ['handout', '--per-page', '6', '--lines'],
  ['handout', '--flow'],
]

async function contextOf(root: string, browser: Browser, life: Lifecycle): Promise<CheckContext> {
  return createCheckContext(parseCheckArgs(['exports']), testContext(root, life), { browser: async () => browser })
}

async function exported(root: string, args: string[], browser: Browser, life: Lifecycle): Promise<string[]> {
  const out = temporaryFolder()
  const tools = { browser: async () => browser }
  const { files, problems } = await exportDeck(parseExportArgs([...args, '--out', out]), testContext(root, life), tools)
  expect(problems).toEqual([])
  return files
}

const line = ({ slide, element, text, measured }: PlacedFinding): string => `${slide} ${element} “${text}” ${measured}`

describe('what a deck is exported to has no number that is no figure’s', () => {
  test.for<[string, () => Promise<string>]>([
    ['the deck at the root', async () => ROOT],
    ['another district', async () => inject('district').root],
    [
      'a drafted bulletin',
      async () => (await draftedDeck('drafted-bulletin-site', 'bulletin', { title: '松岑县2031年统计公报解读' })).root,
    ],
    [
      'a drafted work report',
      async () => (await draftedDeck('drafted-work-report-site', 'work-report', { title: '岚泽区政府工作报告' })).root,
    ],
  ])('%s', { timeout: 1_800_000 }, async ([, rootOf], { browser, life }) => {
    const root = await rootOf()
    const check = await createExportsCheck(await contextOf(root, browser, life))
    const told: string[] = []
    for (const args of EXPORTS) {
      for (const file of await exported(root, args, browser, life)) {
        const read = await check.read(file)
        expect(read.pages.flatMap(({ texts }) => texts).length).toBeGreaterThan(100)
        told.push(...check.judge(file, read).map(finding => `${args.join(' ')} ${path.extname(file)} ${line(finding)}`))
      }
    }
    expect(told).toEqual([])
  })
})

/** Another digit in its place. */
const otherThan = (digit: string): string => String((Number(digit) + 3) % 10)

/** A text with one digit altered in every place that a pattern finds, one place at a time. */
function mutantsOf(text: string, pattern: RegExp, most: number): string[] {
  const places = [...text.matchAll(pattern)].flatMap(({ index, 0: all }) => {
    // Office programs write what stands in a field anew.
    if (all.startsWith('<a:fld')) return []
    const at = all.search(/\d(?=\D*$)/)
    return at < 0 ? [] : [index + at]
  })
  const step = Math.max(1, Math.floor(places.length / most))
  return places
    .filter((_, index) => index % step === 0)
    .map(at => text.slice(0, at) + otherThan(text[at]!) + text.slice(at + 1))
}

/** What stands in a part of a presentation that people see, or copy. */
const IN_PARTS: readonly [RegExp, RegExp][] = [
  [/slides\/slide\d+\.xml$/, /<a:fld[^]*?<\/a:fld>|(?<=<a:t>)[^<]*\d[^<]*/g],
  [/slides\/slide\d+\.xml$/, /(?<=descr=")[^"]*\d[^"]*/g],
  [/notesSlides\/notesSlide\d+\.xml$/, /(?<=<a:t>)[^<]*\d[^<]{2,}/g],
  [/charts\/chart\d+\.xml$/, /(?<=<c:v>)[^<]*\d[^<]*/g],
]
const IN_WORKBOOKS = [/(?<=<v>)\d[^<]*(?=<\/v>)/g, /(?<=<t[^>]*>)[^<]*\d[^<]*/g]

function* presentations(bytes: Uint8Array): Generator<[part: string, bytes: Uint8Array]> {
  const parts = unzipSync(bytes)
  for (const [name, content] of Object.entries(parts)) {
    for (const [where, pattern] of IN_PARTS) {
      if (!where.test(name)) continue
      for (const text of mutantsOf(strFromU8(content), pattern, 2))
        yield [name, zipSync({ ...parts, [name]: strToU8(text) }, { level: 0 })]
    }
    if (!name.endsWith('.xlsx')) continue
    const own = unzipSync(content)
    const sheet = 'xl/worksheets/sheet1.xml'
    for (const pattern of IN_WORKBOOKS)
      for (const text of mutantsOf(strFromU8(own[sheet]!), pattern, 1))
        yield [name, zipSync({ ...parts, [name]: zipSync({ ...own, [sheet]: strToU8(text) }) }, { level: 0 })]
  }
}

function* pages(file: ExportedFile, most: number): Generator<[text: string, file: ExportedFile]> {
  const all = file.pages.flatMap(({ texts }, page) =>
    texts.flatMap(({ text }, index) => (/\d/.test(text) ? [{ page, index, text }] : [])),
  )
  const step = Math.max(1, Math.floor(all.length / most))
  for (const { page, index, text } of all.filter((_, place) => place % step === 0)) {
    const [mutant] = mutantsOf(text, /^[^]*$/g, 1)
    const edited = file.pages.with(page, {
      ...file.pages[page]!,
      texts: file.pages[page]!.texts.with(index, { ...file.pages[page]!.texts[index]!, text: mutant! }),
    })
    yield [text, { ...file, pages: edited }]
  }
}

const DECIMAL = /\d+\.\d+/g
const decimalsOn = ({ texts }: ExportedFile['pages'][number]): string[] =>
  texts.flatMap(({ text }) => text.match(DECIMAL) ?? [])

/** Sheets with one number in the place of which there is another's of a slide on other sheets. */
function* swapped(file: ExportedFile, whole: ExportedFile): Generator<[text: string, file: ExportedFile]> {
  for (const [page, { texts, slides = [] }] of file.pages.entries()) {
    const own = new Set(file.pages.filter(each => each.slides?.some(no => slides.includes(no))).flatMap(decimalsOn))
    const others = whole.pages.flatMap(decimalsOn).filter(number => !own.has(number))
    for (const [index, { text }] of texts.entries()) {
      const edited = text.replace(DECIMAL, number => others.find(other => other.length === number.length) ?? number)
      if (edited === text) continue
      const changed = { ...file.pages[page]!, texts: texts.with(index, { ...texts[index]!, text: edited }) }
      yield [`${text} → ${edited}`, { ...file, pages: file.pages.with(page, changed) }]
    }
  }
}

const PDFS = [
  ['pdf', '--notes'],
  ['pdf', '--clicks'],
  ['handout'],
  ['handout', '--range', '1-6'],
  ['handout', '--flow'],
  ['handout', '--flow', '--range', '1-6'],
]

describe('one digit that is altered in what a deck is exported to is told', () => {
  const isFault = ({ severity }: PlacedFinding): boolean => severity !== 'notice'

  test('in a presentation', { timeout: 1_800_000 }, async ({ browser, life }) => {
    const { root } = inject('district')
    const check = await createExportsCheck(await contextOf(root, browser, life))
    const [file] = await exported(root, ['pptx'], browser, life)
    const missed: string[] = []
    let tried = 0
    for (const [part, bytes] of presentations(readFileSync(file!))) {
      tried++
      writeFileSync(file!, bytes)
      if (!check.judge(file!, await check.read(file!)).some(isFault)) missed.push(part)
    }
    expect(tried).toBeGreaterThan(100)
    expect(missed).toEqual([])
  })

  test('in pages of a PDF', { timeout: 1_800_000 }, async ({ browser, life }) => {
    const { root } = inject('district')
    const check = await createExportsCheck(await contextOf(root, browser, life))
    const missed: string[] = []
    for (const args of PDFS) {
      const [file] = await exported(root, args, browser, life)
      for (const [text, edited] of pages(await check.read(file!), 100))
        if (!check.judge(file!, edited).some(isFault)) missed.push(`${args.join(' ')} ${text}`)
    }
    expect(missed).toEqual([])
  })

  test(
    'on sheets of paper, where another slide’s number stands instead',
    { timeout: 1_800_000 },
    async ({ browser, life }) => {
      const { root } = inject('district')
      const check = await createExportsCheck(await contextOf(root, browser, life))
      const read = async (...args: string[]): Promise<[file: string, read: ExportedFile]> => {
        const [file] = await exported(root, args, browser, life)
        return [file!, await check.read(file!)]
      }
      const [, whole] = await read('handout')
      const missed: string[] = []
      for (const args of [['handout'], ['handout', '--range', '1-6'], ['handout', '--flow', '--range', '1-6']]) {
        const [file, sheets] = await read(...args)
        expect(sheets.pages.flatMap(({ slides }) => slides ?? []).length).toBeGreaterThan(5)
        const swaps = [...swapped(sheets, whole)]
        expect(swaps.length).toBeGreaterThan(5)
        for (const [text, edited] of swaps)
          if (!check.judge(file, edited).some(isFault)) missed.push(`${args.join(' ')} ${text}`)
      }
      expect(missed).toEqual([])
    },
  )

  test('in an HTML file', { timeout: 1_800_000 }, async ({ browser, life }) => {
    const { root } = inject('district')
    const check = await createExportsCheck(await contextOf(root, browser, life))
    const [file] = await exported(root, ['html', '--with-notes'], browser, life)
    const whole = readFileSync(file!, 'utf8')
    // A figure in the code, in the facts; a note.
    const edits: [string, RegExp][] = [
      ['in the code', /id:`cargo`,[^{}]*?value:\d/],
      ['in the facts', /"id":\s*"cargo",[^{}]*?"value":\s*\d/],
      ['a note', /分章说来[^]{0,200}?\d/],
    ]
    for (const [name, pattern] of edits) {
      expect(whole, name).toMatch(pattern)
      const mutant = whole.replace(pattern, found => found.slice(0, -1) + otherThan(found.at(-1)!))
      writeFileSync(file!, mutant)
      expect(check.judge(file!, await check.read(file!)).filter(isFault).length, name).toBeGreaterThan(0)
    }
  })
})
