import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { shotName } from '../../scripts/visual/plan.ts'
import { describeChanges } from '../../scripts/visual/report.ts'
import type { openStudio } from '../../scripts/visual/studio.ts'
import { compareDeck } from '../../scripts/visual/visual.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'

const HEAD = '---\ntitle: 海湾区\ncanvasWidth: 1280\n---\n\n# 一\n'
const TWO = `${HEAD}\n---\nlayout: chart\n---\n\n## 二\n`
const THREE = `${TWO}\n---\nlayout: chart\n---\n\n## 三\n`

/** Seven pictures: three slides, and one of each layout in another skin and another aspect ratio. */
const ALL = [
  '001-red-16x9.png',
  '002-red-16x9.png',
  '003-red-16x9.png',
  '001-night-16x9.png',
  '002-night-16x9.png',
  '001-red-4x3.png',
  '002-red-4x3.png',
]

/** A deck of three slides, each of which looks like one bar, and the command that compares it. */
function deck() {
  const root = temporaryFolder()
  const baselines = path.join(root, 'tests/briefing/baselines')
  /** Where the bar of each slide begins, in px of the picture. */
  const bars: Record<number, number> = { 1: 100, 2: 100, 3: 100 }
  const studio = { chromium: '156' }
  const write = (slides: string): void => writeFileSync(path.join(root, 'slides.md'), slides)
  const open: typeof openStudio = async () => ({
    chromium: studio.chromium,
    shoot: ({ look, numbers }) =>
      Promise.all(
        numbers.map(async no => {
          const [width, height] = [640, look.aspect === '4:3' ? 480 : 360]
          const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#eee"/><rect x="${bars[no]}" y="150" width="200" height="40" fill="#a00"/></svg>`
          return {
            name: shotName(no, look),
            no,
            title: `第${no}个题目`,
            look,
            png: await sharp(Buffer.from(svg)).png().toBuffer(),
          }
        }),
      ),
  })
  write(THREE)
  return {
    root,
    baselines,
    bars,
    studio,
    write,
    compare: (...args: string[]) => compareDeck(parseVisualArgs(args), testContext(root), open),
    /** What lies in the folder of work in progress. */
    left: (): string[] =>
      existsSync(path.join(root, '.huibao'))
        ? readdirSync(path.join(root, '.huibao'), { recursive: true, encoding: 'utf8' }).sort()
        : [],
  }
}

describe('the visual comparison of a deck', () => {
  it('fails without baselines and says how to make them', async () => {
    const { baselines, compare, left } = deck()
    const report = await compare()
    expect(report.ok).toBe(false)
    expect(report.missing.map(({ name }) => name)).toEqual(ALL)
    expect(describeChanges(report)).toEqual([
      expect.stringMatching(/^还没有基准图：7 张，001-red-16x9\.png、/),
      '看过 .huibao/visual/ 里的图，没有问题就接受：npm run visual -- --accept',
    ])
    expect(existsSync(baselines)).toBe(false)
    expect(left()).toContain(path.join('visual', '001-red-16x9-actual.png'))
  })

  it('accepts them, small, and then finds them the same', async () => {
    const { baselines, compare, left } = deck()
    expect((await compare('--accept')).accepted).toEqual(ALL)
    expect(readdirSync(baselines)).toHaveLength(8)
    expect(JSON.parse(readFileSync(path.join(baselines, 'baselines.json'), 'utf8'))).toEqual({ chromium: '156' })
    expect(await sharp(path.join(baselines, '002-red-4x3.png')).metadata()).toMatchObject({
      width: 640,
      height: 480,
      isPalette: true,
    })
    const report = await compare()
    expect([report.ok, report.compared, describeChanges(report)]).toEqual([true, 7, []])
    expect(left()).toEqual([])
    expect((await compare('--accept')).accepted).toEqual([])
  })

  it('names what has changed, keeps the pictures of it, and accepts a part', async () => {
    const { root, baselines, bars, compare, left } = deck()
    await compare('--accept')
    const expected = readFileSync(path.join(baselines, '001-red-16x9.png'))
    Object.assign(bars, { 1: 104, 2: 96 })
    const report = await compare('--range', '1-2')
    expect(report.changed.map(({ name }) => name)).toEqual(ALL.filter(name => !name.startsWith('003')))
    // The box is in px of the slide, which is twice as wide as its picture.
    expect(describeChanges(report)[0]).toMatch(
      /^第 1 页《第1个题目》（红，16:9）和基准图不一样：画面变了 [\d.]+%，在左起 19\d、上起 29\d 的 4\d\d×\d\d 一块里，见 \.huibao\/visual\/001-red-16x9-diff\.png$/,
    )
    for (const kind of ['expected', 'actual', 'diff'])
      expect(left()).toContain(path.join('visual', `001-red-16x9-${kind}.png`))
    expect(readFileSync(path.join(root, '.huibao/visual/001-red-16x9-expected.png'))).toEqual(expected)

    expect((await compare('--accept', '--range', '1')).accepted).toEqual(ALL.filter(name => name.startsWith('001')))
    expect((await compare('--range', '1-2')).changed.map(({ no }) => no)).toEqual([2, 2, 2])
  })

  it('names baselines of slides that are no more, and removes them when accepting all', async () => {
    const { baselines, compare, write } = deck()
    await compare('--accept')
    write(TWO)
    expect((await compare()).stale).toEqual(['003-red-16x9.png'])
    expect((await compare('--range', '1')).stale).toEqual([])
    expect((await compare('--accept')).accepted).toEqual(['003-red-16x9.png'])
    expect(readdirSync(baselines)).not.toContain('003-red-16x9.png')
  })

  it('takes no part of the baselines from another Chromium, but all of them', async () => {
    const { baselines, compare, studio } = deck()
    await compare('--accept')
    studio.chromium = '157'
    await expect(compare('--accept', '--range', '1')).rejects.toThrow(
      '基准图是 Chromium 156 画的，这里是 Chromium 157，不能只换其中几张',
    )
    expect((await compare()).ok).toBe(true)
    expect((await compare('--accept')).accepted).toEqual(ALL)
    expect(readFileSync(path.join(baselines, 'baselines.json'), 'utf8')).toContain('"157"')
  })
})
