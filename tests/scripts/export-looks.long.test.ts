import type { Browser } from 'playwright-chromium'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument } from '@cantoo/pdf-lib'
import sharp from 'sharp'
import { expect, inject } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { reportExport } from '../../scripts/export/report.ts'
import { skins } from '../../styles/tokens.ts'
import { test } from '../support/test.ts'
import { temporaryFolder, testContext } from './support/context.ts'

async function exported(browser: Browser, ...args: string[]) {
  const out = temporaryFolder()
  const report = await exportDeck(
    parseExportArgs([...args, '--scale', '1', '--out', out]),
    testContext(inject('district').root),
    { browser: async () => browser },
  )
  return { out, report }
}

/** The colour of a pixel, as CSS writes it. */
async function pixel(file: string, left: number, top: number): Promise<string> {
  const bytes = await sharp(file).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer()
  return `#${bytes.toString('hex')}`
}

const SHEET = 'haiwan-2031-contact-sheet.png'

/** What is above the thumbnails of a contact sheet, in px: margin, title, the skins' names. */
const HEAD = 48 + 52 + 24 + 46

test('a look asked for is that of every form, and the contact sheet shows each slide once whatever its clicks', async ({
  browser,
}) => {
  const { out, report } = await exported(
    browser,
    'pdf',
    'png',
    'contact-sheet',
    '--range',
    '3,11',
    '--clicks',
    '--skin',
    '夜',
    '--aspect',
    '4:3',
  )
  expect(report).toMatchObject({ ok: true, problems: [] })
  const pdf = await PDFDocument.load(readFileSync(path.join(out, 'haiwan-2031.pdf')))
  expect(pdf.getPages().map(page => [page.getWidth(), page.getHeight()])).toEqual(Array(3).fill([960, 720]))
  expect(readdirSync(path.join(out, 'png'))).toEqual(['03-00.png', '11-00.png', '11-01.png'])
  for (const name of ['03-00.png', '11-01.png']) {
    const file = path.join(out, 'png', name)
    expect(await sharp(file).metadata()).toMatchObject({ width: 1280, height: 960 })
    expect(await pixel(file, 1270, 480)).toBe(skins.night.color.paper)
  }
  expect((await sharp(path.join(out, SHEET)).metadata()).height).toBe(HEAD + 2 * (24 + 28 + 8 + 360) + 48)
})

test('a contact sheet shows every slide of the range in every skin, beside the pages in one of them', async ({
  browser,
}) => {
  // Two chapters: one has its photo, the other waits for it.
  const { out, report } = await exported(browser, 'png', 'contact-sheet', '--range', '2,13,16')
  expect(report.problems).toEqual([])
  const sheet = path.join(out, SHEET)
  expect(report.files).toEqual([...['02', '13', '16'].map(no => path.join(out, 'png', `${no}.png`)), sheet])
  const { width, height } = await sharp(sheet).metadata()
  expect(width).toBe(48 + 480 + 8 + 480 + 48)
  expect(height).toBe(HEAD + 3 * (24 + 28 + 8 + 270) + 48)
  // The right edge of each thumbnail of a page of a message is paper, in its own skin.
  for (const [right, skin] of [
    [48 + 480, skins.red],
    [48 + 480 + 8 + 480, skins.night],
  ] as const)
    expect(await pixel(sheet, right - 8, height - 48 - 135)).toBe(skin.color.paper)
  const lines: string[] = []
  reportExport(report, { json: false }, { root: out, log: testContext(out).log, print: line => lines.push(line) })
  expect(lines.slice(0, 3)).toEqual([
    `png${path.sep}（3 张 PNG）`,
    'haiwan-2031-contact-sheet.png（3 页的缩略图）',
    '还没有照片的图片位：estate（第 13 页）',
  ])
})
