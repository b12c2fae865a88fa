import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { describeChanges } from '../../scripts/visual/report.ts'
import { compareDeck } from '../../scripts/visual/visual.ts'
import { testContext } from '../scripts/support/context.ts'
import { composeProject } from '../support/project.ts'

/** Slides, and one of each of the four layouts in another skin and another aspect ratio. */
const SLIDES = `---
theme: none
title: 海湾区二〇三一
lang: zh-CN
aspectRatio: 16/9
canvasWidth: 1280
favicon: /favicon.svg
fonts:
  provider: none
layout: cover
---

# 海湾区这一年

---
chapter: harbour
---

## 货值<Fig id="cargo" />

<div class="hb-body">
<BarChart :ids="['tourism', 'cargo', 'fishery']" />
</div>

---
chapter: harbour
---

## 泊位<Fig id="berths" />

<FigureGrid :ids="['flats', 'berths']" />
`

describe('the visual comparison of a deck', () => {
  let root: string
  let baselines: string
  const left = (): string[] => existsSync(path.join(root, '.huibao')) ? readdirSync(path.join(root, '.huibao'), { recursive: true, encoding: 'utf8' }).sort() : []
  const compare = (...args: string[]) => compareDeck(parseVisualArgs(args), testContext(root))

  beforeAll(async () => {
    root = await composeProject('visual', 'other-district', SLIDES)
    baselines = path.join(root, 'tests/visual/baselines')
  })

  it('fails without baselines and says how to make them', async () => {
    const report = await compare()
    expect(report.ok).toBe(false)
    expect(report.missing.map(({ name }) => name)).toEqual([
      '001-red-16x9.png', '002-red-16x9.png', '003-red-16x9.png', '001-night-16x9.png', '002-night-16x9.png', '001-red-4x3.png', '002-red-4x3.png',
    ])
    expect(describeChanges(report)).toEqual([
      expect.stringMatching(/^还没有基准图：7 张，001-red-16x9\.png、/),
      '看过 .huibao/visual/ 里的图，没有问题就接受：npm run visual -- --accept',
    ])
    expect(existsSync(baselines)).toBe(false)
    expect(left()).toContain(path.join('visual', '001-red-16x9-actual.png'))
  })

  it('accepts them, small, and then finds them the same', async () => {
    expect((await compare('--accept')).accepted).toHaveLength(7)
    expect(readdirSync(baselines)).toHaveLength(8)
    expect(JSON.parse(readFileSync(path.join(baselines, 'baselines.json'), 'utf8'))).toEqual({ chromium: expect.stringMatching(/^\d+$/) })
    expect(await sharp(path.join(baselines, '002-red-4x3.png')).metadata()).toMatchObject({ width: 640, height: 480, isPalette: true })
    const report = await compare()
    expect([report.ok, report.compared, describeChanges(report)]).toEqual([true, 7, []])
    expect(left()).toEqual([])
    expect((await compare('--accept')).accepted).toEqual([])
  })

  it('names what has changed, keeps the pictures of it, and accepts a part', async () => {
    const expected = readFileSync(path.join(baselines, '001-red-16x9.png'))
    writeFileSync(path.join(root, 'slides.md'), SLIDES.replace('这一年', '这两年').replace('<BarChart', '<BarChart highlight="fishery"').replace('<FigureGrid', '<FigureGrid style="translate: 40px 0"'))
    await expect(compare()).rejects.toThrow('文稿有 1 处问题（红，16:9），先不比较画面：\n  第 3 页《泊位6座》：内容比版心宽出 ')
    const report = await compare('--range', '1-2')
    expect(report.changed.map(({ name }) => name)).toEqual(['001', '002'].map(no => `${no}-red-16x9.png`).concat(['001-night-16x9.png', '002-night-16x9.png', '001-red-4x3.png', '002-red-4x3.png']))
    expect(describeChanges(report)[0]).toMatch(/^第 1 页《海湾区这两年》（红，16:9）和基准图不一样：画面变了 [\d.]+%，在左起 \d+、上起 \d+ 的 \d+×\d+ 一块里，见 \.huibao\/visual\/001-red-16x9-diff\.png$/)
    for (const kind of ['expected', 'actual', 'diff']) expect(left()).toContain(path.join('visual', `001-red-16x9-${kind}.png`))
    expect(readFileSync(path.join(root, '.huibao/visual/001-red-16x9-expected.png'))).toEqual(expected)

    expect((await compare('--accept', '--range', '1')).accepted).toEqual(['001-red-16x9.png', '001-night-16x9.png', '001-red-4x3.png'])
    expect((await compare('--range', '1-2')).changed.map(({ no }) => no)).toEqual([2, 2, 2])
  })

  it('names baselines of slides that are no more, and removes them when accepting all', async () => {
    writeFileSync(path.join(root, 'slides.md'), SLIDES.slice(0, SLIDES.lastIndexOf('---\nchapter')))
    expect((await compare()).stale).toEqual(['003-red-16x9.png'])
    expect((await compare('--range', '1')).stale).toEqual([])
    expect((await compare('--accept')).accepted).toContain('003-red-16x9.png')
    expect(readdirSync(baselines)).not.toContain('003-red-16x9.png')
  })

  it('takes no part of the baselines from another Chromium, but all of them', async () => {
    const record = path.join(baselines, 'baselines.json')
    writeFileSync(record, '{ "chromium": "1" }')
    await expect(compare('--accept', '--range', '1')).rejects.toThrow(/基准图是 Chromium 1 画的，这里是 Chromium \d+，不能只换其中几张/)
    expect((await compare()).ok).toBe(true)
    expect((await compare('--accept')).accepted).toHaveLength(6)
    expect(readFileSync(record, 'utf8')).not.toContain('"1"')
  })
})
