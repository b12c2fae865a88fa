import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { PDFDocument } from '@cantoo/pdf-lib'
import { strFromU8, unzipSync } from 'fflate'
import sharp from 'sharp'
import { extractText, getDocumentProxy } from 'unpdf'
import { describe, expect } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck, type ExportReport } from '../../scripts/export/export.ts'
import { skins } from '../../styles/tokens.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeDeck } from '../support/project.ts'
import { test } from '../support/test.ts'

/** A character that people have in their names and few fonts have; it is on the last slide and in a note. */
const RARE = '䶮师傅'
const PAPER = skins.night.color.paper.toLowerCase()

/** A deck of its own, for which characters are rare, in every form at 4:3 and in the skin for a dark hall. */
describe('every form at 4:3 in the skin 夜', () => {
  let out: string
  let report: ExportReport
  const bytesOf = (name: string): Buffer => readFileSync(path.join(out, name))

  test.beforeAll(async ({ browser, life }) => {
    const root = await composeDeck('looks', 'other-district', 'looks')
    out = path.join(root, 'exports')
    const args = ['all', '--notes', '--scale', '1', '--skin', '夜', '--aspect', '4:3', '--rebuild', '--out', out]
    report = await exportDeck(parseExportArgs(args), testContext(root, life), { browser: async () => browser })
  })

  /** What of a PDF can be read: its pages' sizes and texts without white space. */
  async function readPdf(name: string) {
    const document = await PDFDocument.load(bytesOf(name), { updateMetadata: false })
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytesOf(name))), { mergePages: false })
    return {
      sizes: document.getPages().map(page => [page.getWidth(), page.getHeight()].map(Math.round)),
      texts: text.map(page => page.replace(/\s+/g, '')),
    }
  }

  async function pixel(name: string, left: number, top: number): Promise<string> {
    const area = { left, top, width: 1, height: 1 }
    return `#${(await sharp(bytesOf(name)).extract(area).removeAlpha().raw().toBuffer()).toString('hex')}`
  }

  test('is made without a problem', () => {
    expect(report.problems).toEqual([])
    expect(readdirSync(out).sort()).toEqual(
      [
        'haiwan-looks-a4.pdf',
        'haiwan-looks-card.png',
        'haiwan-looks-contact-sheet.png',
        'haiwan-looks-long-01.png',
        'haiwan-looks.html',
        'haiwan-looks.pdf',
        'haiwan-looks.pptx',
        'png',
      ].sort(),
    )
  })

  test('PDF: slides, then notes', async () => {
    const { sizes, texts } = await readPdf('haiwan-looks.pdf')
    expect(sizes.slice(0, 3)).toEqual(Array(3).fill([960, 720]))
    expect([texts[2], texts[3]].map(text => text!.includes(RARE))).toEqual([true, true])
    expect(texts[1]).toContain('货值')
  })

  test('PNG', async () => {
    expect(readdirSync(path.join(out, 'png'))).toEqual(['01.png', '02.png', '03.png'])
    expect(await sharp(bytesOf('png/03.png')).metadata()).toMatchObject({ width: 1280, height: 960 })
    expect([await pixel('png/02.png', 1270, 480), await pixel('png/03.png', 1270, 480)]).toEqual([PAPER, PAPER])
  })

  test('handout: A4 on white paper', async () => {
    const { sizes, texts } = await readPdf('haiwan-looks-a4.pdf')
    expect(sizes).toEqual([[595, 842]])
    expect(texts[0]!.split(RARE)).toHaveLength(3)
  })

  test('PPTX', () => {
    const parts = unzipSync(bytesOf('haiwan-looks.pptx'))
    const read = (name: string): string => strFromU8(parts[name]!)
    const [, width, height] = /<p:sldSz cx="(\d+)" cy="(\d+)"/.exec(read('ppt/presentation.xml'))!
    expect(Number(width) / Number(height)).toBeCloseTo(4 / 3, 5)
    expect(Object.keys(parts).filter(name => /^ppt\/slides\/slide\d+\.xml$/.test(name))).toHaveLength(3)
    const plain = (name: string): string => read(name).replace(/<[^>]*>/g, '')
    expect(plain('ppt/slides/slide3.xml')).toContain(RARE)
    const notes = Object.keys(parts).filter(name => /^ppt\/notesSlides\/notesSlide\d+\.xml$/.test(name))
    expect(notes.some(name => plain(name).includes(RARE))).toBe(true)
    const styled = Object.keys(parts).filter(name => /^ppt\/(?:theme|slideMasters|slides)\/[^/]+\.xml$/.test(name))
    expect(styled.some(name => read(name).toLowerCase().includes(PAPER.slice(1)))).toBe(true)
  })

  test('one HTML file', async ({ context }) => {
    const page = await context.newPage()
    await page.goto(pathToFileURL(path.join(out, 'haiwan-looks.html')).href)
    const slide = page.locator('#slide-content')
    await slide.waitFor()
    expect(await page.evaluate(() => document.documentElement.dataset.skin)).toBe('night')
    const { width, height } = (await slide.boundingBox())!
    expect(width / height).toBeCloseTo(4 / 3, 1)
    await page.goto(`${pathToFileURL(path.join(out, 'haiwan-looks.html')).href}#/3`)
    await expect.poll(() => page.locator('body').innerText()).toContain(RARE)
  })

  test('long picture, card and contact sheet', async () => {
    expect(await sharp(bytesOf('haiwan-looks-long-01.png')).metadata()).toMatchObject({ width: 1080 })
    expect(await pixel('haiwan-looks-long-01.png', 2, 400)).toBe(PAPER)
    const card = await sharp(bytesOf('haiwan-looks-card.png')).metadata()
    expect(card.width! / card.height!).toBe(900 / 500)
    const sheet = await sharp(bytesOf('haiwan-looks-contact-sheet.png')).metadata()
    expect(sheet.height! - (48 + 52 + 24 + 46) - 48).toBe(3 * (24 + 28 + 8 + 360))
  })
})
