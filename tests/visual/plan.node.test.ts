import { describe, expect, it } from 'vitest'
import { parseVisualArgs } from '../../scripts/visual/args.ts'
import { isShotName, planShots, shotName } from '../../scripts/visual/plan.ts'
import { describeChanges, reportVisual } from '../../scripts/visual/report.ts'
import type { VisualReport } from '../../scripts/visual/visual.ts'
import { silentLog } from '../../scripts/lib/log.ts'

const LOOK = { skin: 'red', aspect: '16:9' } as const
const SAME: VisualReport = {
  ok: true,
  compared: 3,
  changed: [],
  missing: [],
  stale: [],
  accepted: [],
  chromium: { own: '156', baselines: '156' },
}
const CHANGED: VisualReport = {
  ...SAME,
  ok: false,
  changed: [
    {
      name: '005-red-16x9.png',
      no: 5,
      title: '题',
      look: LOOK,
      reason: 'content',
      share: 0.0123,
      box: { left: 10, top: 20, width: 30, height: 5 },
      diff: '.huibao/visual/005-red-16x9-diff.png',
    },
  ],
}

describe('what is drawn', () => {
  it('is every slide once, and one of each layout in the other skins and aspect ratios', () => {
    expect(planShots(['cover', 'chart', 'chart', 'quote', 'chart'], [1, 2, 3, 4, 5])).toEqual([
      { look: LOOK, numbers: [1, 2, 3, 4, 5] },
      { look: { skin: 'night', aspect: '16:9' }, numbers: [1, 2, 4] },
      { look: { skin: 'red', aspect: '4:3' }, numbers: [1, 2, 4] },
    ])
  })

  it('is of a range what there is of it', () => {
    expect(planShots(['cover', 'chart', 'chart'], [3])).toEqual([{ look: LOOK, numbers: [3] }])
  })

  it.each([
    ['005-red-16x9.png', true],
    ['120-night-4x3.png', true],
    ['05.png', false],
    ['baselines.json', false],
    ['005-red-16x9-diff.png', false],
  ])('%s is a baseline: %s', (name, ours) => {
    expect(isShotName(name)).toBe(ours)
  })

  it('is named by slide and look', () => {
    expect(shotName(5, { skin: 'night', aspect: '4:3' })).toBe('005-night-4x3.png')
  })
})

describe('the arguments', () => {
  it('are few', () => {
    expect(parseVisualArgs(['--accept', '--range', '3'])).toEqual({
      accept: true,
      range: '3',
      json: false,
    })
    expect(() => parseVisualArgs(['--nope'])).toThrow('命令的参数不对：--nope')
  })
})

describe('the report', () => {
  it('names slide, share, place and picture, and how to accept', () => {
    expect(describeChanges(CHANGED)).toEqual([
      '第 5 页《题》（红，16:9）和基准图不一样：画面变了 1.2%，在左起 10、上起 20 的 30×5 一块里，见 .huibao/visual/005-red-16x9-diff.png',
      '看过 .huibao/visual/ 里的图，没有问题就接受：npm run visual -- --accept（只接受几页：加 --range 5）',
    ])
  })

  it('says where there are no baselines, and where they are of no slide', () => {
    expect(
      describeChanges({
        ...SAME,
        ok: false,
        missing: [{ name: '001-red-16x9.png', no: 1, title: '', look: LOOK }],
        stale: ['009-red-16x9.png'],
        chromium: { own: '156', baselines: undefined },
      }),
    ).toEqual([
      '还没有基准图：1 张，001-red-16x9.png',
      '没有对应页的基准图：009-red-16x9.png',
      '看过 .huibao/visual/ 里的图，没有问题就接受：npm run visual -- --accept',
    ])
  })

  it('says where another Chromium drew the baselines', () => {
    expect(describeChanges({ ...CHANGED, chromium: { own: '157', baselines: '156' } })[1]).toMatch(
      /^基准图是 Chromium 156 画的，这里是 Chromium 157/,
    )
    expect(describeChanges({ ...SAME, chromium: { own: '157', baselines: '156' } })).toEqual([])
  })

  it.each<[string, VisualReport, { accept: boolean; json: boolean }, string[], number]>([
    ['the same', SAME, { accept: false, json: false }, ['3 张画面和基准图一样'], 0],
    ['changed', CHANGED, { accept: false, json: false }, [], 1],
    [
      'accepted',
      { ...SAME, accepted: ['001-red-16x9.png'] },
      { accept: true, json: false },
      ['接受了 1 张基准图：001-red-16x9.png'],
      0,
    ],
    ['accepted without a change', SAME, { accept: true, json: false }, ['没有变化，基准图都不用换'], 0],
    ['in JSON', CHANGED, { accept: false, json: true }, [JSON.stringify(CHANGED)], 1],
  ])('is printed: %s', (_, report, args, printed, code) => {
    const lines: string[] = []
    expect(reportVisual(report, args, { log: silentLog, print: line => lines.push(line) })).toBe(code)
    expect(lines).toEqual(printed)
  })
})
