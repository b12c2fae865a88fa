import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { beforeAll, describe, expect, it } from 'vitest'
import { readCoverage } from '../../setup/fonts/cmap.ts'
import { externalUrls } from '../support/external-urls.ts'
import { composeProject } from '../support/project.ts'
import { build } from './slidev.ts'

const HEAD = `---
theme: none
title: 试验
titleTemplate: '%s'
lang: zh-CN
favicon: /favicon.svg
plantUmlServer: ''
fonts:
  provider: none
layout: cover
---
`

const GOOD = `${HEAD}
# 龘

---
time: 75
chapter: harbour
---

## 货值<Fig id="cargo" />，{{ $nav.currentPage }} {{ $page }}

<v-click>一</v-click>

<!--
比上年<Fig id="cargo-growth" as="worded" />。讲
-->
`

const WRONG = `${HEAD}
# 一 😀

---
chapter: harbor
---

## 二

<PullQuote id="pilott" />

<FigureGrid
  :ids="['cargo',
    'berth']" />

<!-- <Fig id="nothing" /> -->
`

describe('a build', () => {
  let folder: string
  beforeAll(async () => {
    folder = await composeProject('setup-build', 'other-district', GOOD)
  })

  describe('of a right deck', () => {
    let site: string
    let files: string[]
    let text: (ending: RegExp) => Promise<{ file: string, text: string }[]>

    beforeAll(async () => {
      const built = await build(folder)
      expect(built.output).toContain('built in')
      expect(built.code).toBe(0)
      site = built.site
      files = (await readdir(site, { recursive: true })).map(file => file.replaceAll('\\', '/'))
      text = ending => Promise.all(files.filter(file => ending.test(file)).map(async file => ({ file, text: await readFile(join(site, file), 'utf8') })))
    }, 60_000)

    it('holds four subsets with the characters of the slides, and no other font', async () => {
      const fonts = files.filter(file => /\.(?:woff2?|ttf|otf|ttc|eot)$/.test(file)).sort()
      expect(fonts.map(file => file.replace(/-[\w-]{8}\.woff2$/, ''))).toEqual(['noto-sans-sc-400', 'noto-sans-sc-700', 'noto-serif-sc-700', 'noto-serif-sc-900'].map(name => `assets/${name}`))
      for (const file of fonts) {
        const font = await readFile(join(site, file))
        expect(font.length).toBeLessThan(250_000)
        const has = readCoverage(await subsetFont(font, '', { targetFormat: 'truetype', keepAllGlyphs: true }))
        const [notes, slides] = [/sans-sc-400/.test(file), !/serif-sc-900/.test(file)]
        expect([0x9F98, 0x6E2F, 0x6E14, 0x8BB2, 0x9F49].map(has), `${file}: 龘 of a first title, 港 of a chapter, 渔 of a label, 讲 of a note, and 齉 which is nowhere`)
          .toEqual([true, true, slides, notes, false])
      }
      const css = (await text(/\.css$/)).map(({ text }) => text).join('')
      expect(css.match(/@font-face/g)).toHaveLength(4)
    })

    it('carries titles and notes with their figures', async () => {
      const scripts = (await text(/\.js$/)).map(({ text }) => text).join('')
      expect(scripts).toContain('货值突破840亿元')
      // Numbers of a note are bound to their figures.
      expect(scripts).toMatch(/<span data-figure=\\?"cargo-growth\\?">同比增长12\.5%<\/span>/)
      // A text this long is no message for anybody.
      expect(scripts.replace(/<span data-[^>]*>|<\/span>/g, '').includes('<p>计划 1 分 15 秒</p>\n<p>比上年同比增长12.5%。讲</p>')).toBe(true)
    })

    it('has the print page', async () => {
      expect((await text(/\.js$/)).filter(({ text }) => text.includes('print-slide-container'))).not.toEqual([])
    })

    it('fetches nothing from elsewhere', async () => {
      const all = await text(/\.(?:html|svg|css|js)$/)
      expect(all.map(({ file }) => file)).toEqual(expect.arrayContaining(['index.html', '404.html', 'favicon.svg']))
      expect(all.flatMap(({ file, text }) => externalUrls(file, text))).toEqual([])
    })
  })

  it('of a wrong deck fails with everything that is wrong', async () => {
    await writeFile(join(folder, 'wrong.md'), WRONG)
    const { code, output } = await build(folder, 'wrong.md')
    expect(code).not.toBe(0)
    expect(output.slice(output.indexOf('幻灯片有')).trim()).toBe(`幻灯片有 5 处问题，改好后再生成：
  wrong.md:16（第 2 页）  没有编号为“harbor”的章，最接近的是：harbour、homes
  wrong.md:21（第 2 页）  没有编号为“pilott”的引语，最接近的是：pilot
  wrong.md:25（第 2 页）  没有编号为“berth”的数据，最接近的是：${nearest('berth', output)}
  wrong.md:27（第 2 页）  没有编号为“nothing”的数据，最接近的是：${nearest('nothing', output)}
  wrong.md:13  字体里没有“😀”（U+1F600），请换一个字或符号`)
    expect(nearest('berth', output)).toMatch(/^berths、/)
  })

  it('with a photo that is too small fails, and says how large it has to be', async () => {
    const photos = join(folder, 'public/photos')
    await mkdir(photos, { recursive: true })
    await writeFile(join(folder, 'photo.md'), `${HEAD.replace('layout', 'canvasWidth: 1280\nlayout')}\n# 一\n\n---\nlayout: chapter\nchapter: harbour\nphoto: quay\n---\n\n# 二\n`)
    await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#246' } }).jpeg().toFile(join(photos, 'quay.jpg'))
    const { code, output } = await build(folder, 'photo.md')
    await rm(photos, { recursive: true })
    expect(code).not.toBe(0)
    expect(output).toContain('  public/photos/quay.jpg  照片太小，投影会发虚：只有 1600×1000 像素。第 2 页的图片位是 720×720，裁剪后每点要有 1.5 个像素，所以宽至少 1080、高至少 1080 像素\n')
    expect(output).not.toMatch(/^ +at /m)
  })

  it('of wrong data fails with the data\'s own message', async () => {
    const data = join(folder, 'data/deck.ts')
    const right = await readFile(data, 'utf8')
    await writeFile(data, right.replace('value: 840', 'value: 841'))
    const { code, output } = await build(folder)
    await writeFile(data, right)
    expect(code).not.toBe(0)
    expect(output).toMatch(/数据有 1 处问题：\n {2}\S+ {2}cargo {2}.*841/)
    expect(output).not.toMatch(/^ +at /m)
  })

  it('leaves nothing of the font style sheet beside the slides', () => {
    expect(existsSync(join(folder, '.huibao-fonts.css'))).toBe(false)
  })
})

/** The ids that the output offers for a wrong one; which they are is the data's affair. */
function nearest(id: string, output: string): string {
  return new RegExp(`“${id}”的数据，最接近的是：(.*)`).exec(output)?.[1] ?? ''
}
