import type { Browser } from 'playwright-chromium'
import { readdirSync } from 'node:fs'
import { expect } from 'vitest'
import { parseExportArgs } from '../../scripts/export/args.ts'
import { exportDeck } from '../../scripts/export/export.ts'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { openStudio } from '../../scripts/visual/studio.ts'
import { compareDeck } from '../../scripts/visual/visual.ts'
import { composeDeck } from '../support/project.ts'
import { test as base } from '../support/test.ts'
import { temporaryFolder, testContext } from './support/context.ts'

/**
 * The folder of a deck of the other district's data whose slides all have something wrong, but the first. Built here:
 * no deck that other tests are about may have a fault.
 */
const test = base.extend('root', { scope: 'file' }, () => composeDeck('faults', 'other-district', 'faults'))

/** What is wrong with some slides in some forms; nothing may have been written. */
async function problemsOf(root: string, browser: Browser, ...args: string[]): Promise<string> {
  const out = temporaryFolder()
  const { ok, files, problems } = await exportDeck(parseExportArgs([...args, '--out', out]), testContext(root), {
    browser: async () => browser,
  })
  expect([ok, files, readdirSync(out)]).toEqual([false, [], []])
  return problems.join('\n')
}

test('ids that only the browser knows and charts that refuse their figures stop an export, each with its slide and the reason', async ({
  root,
  browser,
}) => {
  expect(await problemsOf(root, browser, 'pdf')).toMatchInlineSnapshot(`
    "第 2 页《编号》：没有编号为“pilo”的引语，最接近的是：pilot
    第 3 页《编号》：没有编号为“quai”的图片，最接近的是：quay、estate
    第 4 页《编号》：没有编号为“harbor”的章，最接近的是：harbour、homes
    第 5 页《编号》：附录的 :part="3" :of="2" 对不上，会漏掉数据：of 是一共几页，part 是其中第几页，从 1 到 of
    第 6 页《编号》：没有编号为“harbor”的章，最接近的是：harbour、homes
    第 6 页《编号》：“编号”（span.hb-clause）看不见：被 section.hb-slide 盖住，请让它看得见；不要的字请删去
    第 7 页《编号》：没有编号为“carg”的数据，最接近的是：cargo、cargo-growth、cargo-before
    第 8 页《图》：条形图画不出来（cargo、berths）：类别不同：“cargo”是金额，“berths”是数量；请分成几张图
    第 9 页《图》：增减条形图画不出来（cargo）：“cargo”是金额，这里只画增幅、降幅；其他数据请用 BarChart
    第 10 页《图》：百格图画不出来（berths）：“berths”是数量，这里只画占比；增减请用 GrowthBars，其他请用 BarChart
    第 11 页《图》：新增与累计条形图画不出来（carriers、berths）：“berths”不是“carriers”的一部分（data 里没有写 of）
    第 12 页《图》：图标计数图画不出来（carriers-new）：“carriers-new”不是准确的整数，不能一个图标算一个；请用 per 写明一个图标代表多少，或用 BarChart
    第 13 页：整页空白：页面上没有任何可见的内容
    第 17 页《点击》：“总看不见的字”看不见：点到哪一步都不出现，请核对 clicks、v-click、v-if 和 v-show；不要的字请删去
    第 18 页《嵌入》：嵌入了网页或文件（iframe），导出的文件里会缺字，请换成图片或文字"
  `)
})

test('what only the paper is too narrow for stops a handout, as what is wrong anywhere does', async ({
  root,
  browser,
}) => {
  expect(await problemsOf(root, browser, 'handout', '--flow', '--range', '7,14')).toMatchInlineSnapshot(`
    "第 7 页《编号》：没有编号为“carg”的数据，最接近的是：cargo、cargo-growth、cargo-before
    第 14 页《宽》：内容比版心宽出 220 px，请删减或缩小
    第 14 页《宽》：比 A4 的版心宽出 220 像素，请删减或缩小"
  `)
})

test('what is wrong in another skin only stops a contact sheet, and everything else with it', async ({
  root,
  browser,
}) => {
  expect(await problemsOf(root, browser, 'png', 'contact-sheet', '--range', '15')).toMatchInlineSnapshot(
    `"第 15 页《夜》：皮肤“夜”里，夜里才有的错"`,
  )
})

test('text that a filter makes a picture of stops a PDF, and no PNG; gradient text stops nothing', async ({
  root,
  browser,
}) => {
  expect(await problemsOf(root, browser, 'pdf', '--range', '16')).toMatchInlineSnapshot(
    `"第 16 页《滤镜》：“带投影的字”（.hb-content p）在 PDF 里成了图片，不能查找、复制和朗读；多半是它或它外面的元素用了滤镜（filter、backdrop-filter）、遮罩或混合，请去掉"`,
  )
  const out = temporaryFolder()
  const args = parseExportArgs(['png', '--range', '16', '--out', out])
  expect(await exportDeck(args, testContext(root), { browser: async () => browser })).toMatchObject({ problems: [] })
})

test('text that no click shows stops an export; one that an earlier click shows is said where that is not exported', async ({
  root,
  browser,
}) => {
  const warnings = async (...args: string[]): Promise<string[]> =>
    (
      await exportDeck(
        parseExportArgs(['png', '--range', '17', '--out', temporaryFolder(), ...args]),
        testContext(root),
        { browser: async () => browser },
      )
    ).warnings
  expect(await problemsOf(root, browser, 'png', '--range', '17')).toMatchInlineSnapshot(
    `"第 17 页《点击》：“总看不见的字”看不见：点到哪一步都不出现，请核对 clicks、v-click、v-if 和 v-show；不要的字请删去"`,
  )
  expect(await warnings()).toMatchInlineSnapshot(`
    [
      "第 17 页《点击》：“先看见的字”看不见：导出的是点击完之后的画面，它在那之前；要它请加 --clicks",
    ]
  `)
  expect(await warnings('--clicks')).toEqual([])
})

test('what is wrong with a slide stops the comparison of pictures, too', async ({ root, browser }) => {
  const comparing = compareDeck(parseVisualArgs(['--range', '7']), testContext(root), (deck, context) =>
    openStudio(deck, context, browser),
  )
  await expect(comparing).rejects.toThrow(
    '文稿有 1 处问题（红，16:9），先不比较画面：\n  第 7 页《编号》：没有编号为“carg”的数据',
  )
})
