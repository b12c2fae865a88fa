import type { Browser } from 'playwright-chromium'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { PDFDocument, PDFName } from '@cantoo/pdf-lib'
import { describe, expect } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { listPdfFonts } from '../../scripts/export/pdf-fonts.ts'
import { test } from '../support/test.ts'
import { deckFolder, temporaryFolder, testContext } from './support/context.ts'
import { exportCommand, processesMentioning } from './support/exporting.ts'
import { countTags, readBookmarks } from './support/pdf.ts'

/** A deck without the engine's components, hooks and pages; its build is this file's own, begun by the first test. */
const DECK = deckFolder('good')

async function exported(browser: Browser, ...args: string[]) {
  const out = temporaryFolder()
  const report = await exportDeck(parseExportArgs([...args, '--out', out]), testContext(DECK), {
    browser: async () => browser,
  })
  expect(report.problems).toEqual([])
  const pngs = existsSync(path.join(out, 'png')) ? readdirSync(path.join(out, 'png')).sort() : []
  const pdf = path.join(out, '样例.pdf')
  return {
    out,
    report,
    pngs,
    document: existsSync(pdf) ? await PDFDocument.load(readFileSync(pdf), { updateMetadata: false }) : undefined,
  }
}

/** Width and height as a PNG file states them. */
function pngSize(file: string): [number, number] {
  const bytes = readFileSync(file)
  return [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
}

describe('a whole deck', () => {
  test('comes as a PDF and as PNG files in one run', async ({ browser }) => {
    // The fixture's font and hooks lie outside of the deck, so that a kept site might be of older ones.
    const { document, pngs, report, out } = await exported(browser, '--rebuild', '--scale', '1.5')
    expect(report).toMatchObject({ ok: true, pages: 4, slides: [1, 2, 3, 4], cached: false, warnings: [] })
    expect(pngs).toEqual(['01.png', '02.png', '03.png', '04.png'])
    expect(pngs.map(name => pngSize(path.join(out, 'png', name)))).toEqual(Array(4).fill([1920, 1080]))
    expect(document!.getPages().map(page => [page.getWidth(), page.getHeight()])).toEqual(Array(4).fill([960, 540]))
    expect(readdirSync(out).sort()).toEqual(['png', '样例.pdf'].sort())

    // The PDF tells what it is, and has bookmarks for chapters and slides, tags, and fonts that copy well.
    expect(document!.getTitle()).toBe('样例汇报')
    expect(document!.getAuthor()).toBe('样例单位')
    expect(document!.getSubject()).toBe('样例汇报的说明，共四页。')
    expect(document!.getKeywords()).toBe('样例 汇报')
    expect(document!.getCreationDate()).toEqual(new Date('2031-02-03T04:05:06Z'))
    const { catalog } = document!
    expect(String(catalog.lookup(PDFName.of('Lang')))).toBe('(zh-CN)')
    expect(document!.catalog.getOrCreateViewerPreferences().getDisplayDocTitle()).toBe(true)
    expect(readBookmarks(document!)).toEqual([
      { title: '样例汇报', page: 0, children: [] },
      {
        title: '第一章',
        page: 1,
        children: [
          { title: '增长 12%', page: 2, children: [] },
          { title: '稳中有进', page: 3, children: [] },
        ],
      },
    ])
    expect([countTags(document!, 'H1'), countTags(document!, 'H2'), countTags(document!, 'H3')]).toEqual([2, 2, 1])
    const fonts = listPdfFonts(document!)
    expect(new Set(fonts.map(font => font.page))).toEqual(new Set([0, 1, 2, 3]))
    expect(new Set(fonts.map(font => `${font.subtype} ${font.descendant}`))).toEqual(new Set(['Type0 CIDFontType2']))
  })
})

describe('a part of a deck', () => {
  test('keeps the numbers of its slides', async ({ browser }) => {
    const { document, pngs, report } = await exported(browser, '--scale', '1', '--range', '2,4')
    expect([pngs, document!.getPageCount(), report.slides, report.cached]).toEqual([
      ['02.png', '04.png'],
      2,
      [2, 4],
      true,
    ])
    expect(readBookmarks(document!)).toEqual([
      { title: '第一章', page: 0, children: [{ title: '稳中有进', page: 1, children: [] }] },
    ])
  })

  test('has a page for each click where that is asked for', async ({ browser }) => {
    const { document, pngs } = await exported(browser, '--scale', '1', '--range', '2-3', '--clicks')
    expect([pngs, document!.getPageCount()]).toEqual([['02-00.png', '03-00.png', '03-01.png', '03-02.png'], 4])
    expect(readBookmarks(document!)).toEqual([
      { title: '第一章', page: 0, children: [{ title: '增长 12%', page: 1, children: [] }] },
    ])
  })
})

describe('what the site cannot show', () => {
  test.for<[string, string[], string]>([
    ['another skin', ['--skin', '夜'], '网站没有按皮肤“夜”来画'],
    ['another aspect ratio', ['--aspect', '4:3'], '网站没有按画面比例 4:3来画'],
    ['a handout', ['handout', '--flow'], '网站里没有阅读页（/read）'],
  ])('is refused: %s', async ([_, args, message], { browser }) => {
    await expect(exported(browser, ...args)).rejects.toThrow(message)
  })
})

describe('the command', () => {
  test('prints one JSON object and nothing else on standard output', async () => {
    const out = temporaryFolder()
    const { output, closed } = exportCommand(['pdf', '--range', '1', '--json', '--out', out], DECK)
    expect(await closed).toBe(0)
    expect(JSON.parse(output.stdout)).toMatchObject({
      ok: true,
      files: [path.join(out, '样例.pdf')],
      pages: 1,
      slides: [1],
      problems: [],
      warnings: [],
    })
  })

  test.for<[string, string, string[], RegExp]>([
    ['a range that is none', 'good', ['--range', 'a'], /^错误：页码范围“a”不对：“a”不是页码\n页码范围写成 3-7,9/],
    [
      'a range outside of the deck',
      'good',
      ['--range', '3-5'],
      /^错误：页码范围“3-5”不对：“3-5”超出文稿，文稿共 4 页\n/,
    ],
    ['an unknown form', 'good', ['docx'], /^错误：不认识的导出格式：docx\n/],
    [
      'a broken front matter',
      'broken-frontmatter',
      [],
      /^错误：文稿有 1 处问题，改好后再生成：\n {2}slides\.md:10 {2}页首信息读不懂，/,
    ],
    [
      'a deck that does not build',
      'broken-template',
      [],
      /错误：网站没有建成：\n.*Unexpected token.*\n.*slides\.md 第 2 页:4:10.*\n/,
    ],
  ])('refuses %s with one message and leaves nothing', async ([_, deck, args, message]) => {
    const root = temporaryFolder()
    const { output, closed } = exportCommand([...args, '--out', path.join(root, 'out')], deckFolder(deck))
    expect(await closed).toBeGreaterThan(0)
    expect(output.stderr).toMatch(message)
    expect(output.stderr).not.toMatch(/\n\s+at /)
    expect([output.stdout, readdirSync(root)]).toEqual(['', []])
  })

  test('refuses a folder that cannot be written', async () => {
    const root = temporaryFolder()
    writeFileSync(path.join(root, 'file'), '')
    const { output, closed } = exportCommand(['--out', path.join(root, 'file/out')], DECK)
    expect(await closed).toBe(1)
    expect(output.stderr).toMatch(/^错误：写不进 .*file 是文件，不是文件夹\n/)
    expect(readdirSync(root)).toEqual(['file'])
  })

  test('refuses a browser that is set and missing', async () => {
    const out = temporaryFolder()
    const { output, closed } = exportCommand(['--out', out], DECK, { HUIBAO_CHROMIUM: path.join(out, 'chrome') })
    expect(await closed).toBe(1)
    expect(output.stderr).toMatch(/环境变量 HUIBAO_CHROMIUM 指向的文件不存在/)
    expect(readdirSync(out)).toEqual([])
  })

  // Windows has no signals to send, and only Linux tells of all processes in /proc.
  test.skipIf(process.platform !== 'linux').for<[string, string[], string, number]>([
    ['the site is built', ['--rebuild'], '正在建网站', 0],
    ['pictures are begun', ['--range', '1-4', '--scale', '4'], '正在画 PNG', 0],
    ['pictures are drawn', ['--range', '1-4', '--scale', '4'], '正在画 PNG', 120],
  ])('leaves no process and no file when it is interrupted twice while %s', async ([_, args, moment, delay]) => {
    const root = temporaryFolder()
    const temporary = path.join(root, 'tmp')
    mkdirSync(temporary)
    const { child, output, closed } = exportCommand([...args, '--out', path.join(root, 'out')], DECK, {
      TMPDIR: temporary,
    })
    while (!output.stderr.includes(moment)) await once(child.stderr, 'data')
    const before = processesMentioning(temporary)
    await setTimeout(delay)
    child.kill('SIGINT')
    await setTimeout(20)
    child.kill('SIGINT')
    expect(await closed).toBe(130)
    expect(before.length).toBeGreaterThan(0)
    await expect.poll(() => processesMentioning(temporary), { timeout: 10_000 }).toEqual([])
    // What finished exports are remembered by stays.
    const left = readdirSync(path.join(DECK, '.huibao')).filter(name => name !== 'exports' && name !== 'site')
    expect([output.stdout, readdirSync(root), left]).toEqual(['', ['tmp'], []])
  })
})
