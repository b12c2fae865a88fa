import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import subsetFont from 'subset-font'
import { describe, expect, inject, it } from 'vitest'
import { readCoverage } from '../../setup/vite/fonts/coverage.ts'
import { externalUrls } from '../support/external-urls.ts'
import { readReachLog } from '../support/offline.ts'
import { composeDeck } from '../support/project.ts'
import { build } from './slidev.ts'

describe('a build of a right deck', () => {
  const { root, plain: site, reachLog } = inject('district')
  const files = readdirSync(site, { recursive: true, encoding: 'utf8' }).map(file => file.replaceAll('\\', '/'))
  const texts = (ending: RegExp): { file: string; text: string }[] =>
    files.filter(file => ending.test(file)).map(file => ({ file, text: readFileSync(join(site, file), 'utf8') }))

  it('holds four subsets with the characters of the slides, and no other font', async () => {
    const fonts = files.filter(file => /\.(?:woff2?|ttf|otf|ttc|eot)$/.test(file)).sort()
    expect(fonts.map(file => file.replace(/-[\w-]{8}\.woff2$/, ''))).toEqual(
      ['noto-sans-sc-400', 'noto-sans-sc-700', 'noto-serif-sc-700', 'noto-serif-sc-900'].map(name => `assets/${name}`),
    )
    for (const file of fonts) {
      const font = readFileSync(join(site, file))
      expect(font.length).toBeLessThan(250_000)
      const has = readCoverage(await subsetFont(font, '', { targetFormat: 'truetype', keepAllGlyphs: true }))
      const [notes, slides] = [/sans-sc-400/.test(file), !/serif-sc-900/.test(file)]
      expect(
        [...'湾港渔说齉'].map(character => has(character.codePointAt(0)!)),
        `${file}: 湾 of a first title, 港 of a chapter, 渔 of a label, 说 of a note, and 齉 which is nowhere`,
      ).toEqual([true, true, slides, notes, false])
    }
    expect(
      texts(/\.css$/)
        .map(({ text }) => text)
        .join('')
        .match(/@font-face/g),
    ).toHaveLength(4)
  })

  it('carries titles and notes with their figures', () => {
    const scripts = texts(/\.js$/)
      .map(({ text }) => text)
      .join('')
    expect(scripts).toContain('条形图：货值突破840亿元')
    // Numbers of a note are bound to their figures.
    expect(scripts).toMatch(/<span data-figure=\\?"cargo-growth\\?">同比增长12\.5%<\/span>/)
    // A text this long is no message for anybody.
    expect(
      scripts.replace(/<span data-[^>]*>|<\/span>/g, '').includes('<p>计划 1 分 15 秒</p>\n<p>货值同比增长12.5%。</p>'),
    ).toBe(true)
  })

  it('holds pictures that carry no place, author or serial number, upright and no larger than slides show them', async () => {
    const photo = join('photos', 'quay.jpg')
    expect(readFileSync(join(root, 'public', photo), 'latin1')).toMatch(/canary-author[^]*canary-serial/)
    const published = readFileSync(join(site, photo))
    expect(published.toString('latin1')).not.toMatch(/canary|Exif/i)
    // As the slot's size is judged: two pixels for each of its 720 px, where the photo has as many.
    expect(await sharp(published).metadata()).toMatchObject({ width: 1200, height: 1600 })
    expect((await sharp(published).metadata()).orientation).toBeUndefined()
  })

  it('has the print page', () => {
    expect(texts(/\.js$/).filter(({ text }) => text.includes('print-slide-container'))).not.toEqual([])
  })

  it('fetches nothing from elsewhere, and reached for nothing there when it was made', () => {
    const all = texts(/\.(?:html|svg|css|js)$/)
    expect(all.map(({ file }) => file)).toEqual(expect.arrayContaining(['index.html', '404.html', 'favicon.svg']))
    expect(all.flatMap(({ file, text }) => externalUrls(file, text))).toEqual([])
    const { processes, foreign } = readReachLog(reachLog)
    expect(processes).toBeGreaterThan(0)
    expect(foreign).toEqual([])
  })

  it('leaves nothing of the font style sheet beside the slides', () => {
    expect(existsSync(join(root, '.huibao-fonts.css'))).toBe(false)
  })
})

const WRONG = `---
theme: none
title: 试验
favicon: /favicon.svg
canvasWidth: 1280
fonts:
  provider: none
layout: cover
---

# 一 😀

---
layout: chapter
chapter: harbor
photo: quay
---

## 二

<PullQuote id="pilott" />

<FigureGrid
  :ids="['cargo',
    'berth']" />

<!-- <Fig id="nothing" />𠮷 -->

---
layout: chart
---

## 三

<BarChart :ids="['tourism', 'berths']" />

---
layout: chart
---

## 四

<Isotype :ids="['berths']" icon="boat-house" />
`

it('a build of a wrong deck fails with everything that is wrong', async () => {
  // Stopped before anything is built.
  const folder = await composeDeck('setup-build', 'other-district')
  await writeFile(join(folder, 'slides.md'), WRONG)
  await sharp({ create: { width: 1600, height: 1000, channels: 3, background: '#246' } })
    .jpeg()
    .toFile(join(folder, 'public/photos/quay.jpg'))
  const { code, output } = await build(folder)
  expect(code).not.toBe(0)
  const nearest = (id: string): string => new RegExp(`“${id}”的数据，最接近的是：(.*)`).exec(output)?.[1] ?? ''
  const icons = /“boat-house”，有：(.*)/.exec(output)?.[1]
  expect(output.slice(output.indexOf('幻灯片有')).trim()).toBe(`幻灯片有 9 处问题，改好后再生成：
  slides.md:15（第 2 页）  没有编号为“harbor”的章，最接近的是：harbour、homes
  slides.md:21（第 2 页）  没有编号为“pilott”的引语，最接近的是：pilot
  slides.md:25（第 2 页）  没有编号为“berth”的数据，最接近的是：${nearest('berth')}
  slides.md:27（第 2 页）  没有编号为“nothing”的数据，最接近的是：${nearest('nothing')}
  slides.md:35（第 3 页）  <BarChart> 条形图画不出来（tourism、berths）：类别不同：“tourism”是金额，“berths”是数量；请分成几张图
  slides.md:43（第 4 页）  <Isotype> 图标计数图画不出来（berths）：没有图标“boat-house”，有：${icons}
  public/photos/quay.jpg  照片太小，投影会发虚：只有 1600×1000 像素。第 2 页的图片位是 720×720，裁剪后每点要有 1.5 个像素，所以宽至少 1080、高至少 1080 像素
  slides.md:11（第 1 页）  字体里没有“😀”（U+1F600），请换一个字或符号
  slides.md:27（第 2 页）  字体里没有“𠮷”（U+20BB7），请换一个字或符号`)
  expect(icons).toContain('factory')
  expect(nearest('berth')).toMatch(/^berths、/)
})
