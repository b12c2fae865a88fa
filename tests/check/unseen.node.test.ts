import { describe, expect, it } from 'vitest'
import { parseColor } from '../../scripts/check/layout/page/color.ts'
import { unseen } from '../../scripts/check/layout/rules/unseen.ts'
import { unshownFindings } from '../../scripts/check/layout/unshown.ts'
import { bandsOf, unseenOf, type Pair } from '../../scripts/check/layout/unseen.ts'
import { box, piece, snapshot } from './support/facts.ts'

const REGION = { left: 100, top: 200, right: 180, bottom: 240 }

/** Two pictures of a grey region; in the first, a bar of the given grey stands in the box of each given character. */
function pair(ground: number, ...bars: [index: number, grey: number][]): Pair {
  const [width, height] = [80, 40]
  const bare = new Uint8Array(3 * width * height).fill(ground)
  const painted = bare.slice()
  for (const [index, grey] of bars)
    for (let x = 40 * index + 5; x < 40 * index + 35; x += 1)
      painted.fill(grey, 3 * (20 * width + x), 3 * (20 * width + x + 1))
  return [
    { data: painted, width, height, region: REGION },
    { data: bare, width, height, region: REGION },
  ]
}

const TEXT = {
  ...{ element: 'p', reason: '底色', flow: 0, place: { left: 0, top: 0 } },
  cells: ['甲', '乙'].map((character, index) => ({
    character,
    rect: { left: 100 + 40 * index, top: 200, right: 140 + 40 * index, bottom: 240 },
  })),
}

describe('a text in two pictures, one of which is without it', () => {
  it.each<[string, Pair, string]>([
    ['is seen where both differ in each character', pair(255, [0, 0], [1, 90]), ''],
    ['is not seen where they are the same', pair(255), '甲乙'],
    ['is not seen as far as they are the same', pair(255, [0, 0]), '乙'],
    ['is not seen where they hardly differ', pair(255, [0, 245], [1, 0]), '甲'],
    ['is seen on a dark ground', pair(20, [0, 120], [1, 90]), ''],
  ])('%s', (_, pictures, missing) => {
    expect(
      unseenOf(TEXT, [pictures])
        .map(({ characters }) => characters)
        .join(''),
    ).toBe(missing)
  })

  it('stands in pictures no higher than a window, one where that will do', () => {
    const cells = [0, 50, 300, 340].map(top => ({
      character: '字',
      rect: { left: 5.5, top, right: 20, bottom: top + 30 },
    }))
    expect(bandsOf(cells, 720)).toEqual([{ left: 5, top: 0, right: 20, bottom: 370 }])
    expect(bandsOf(cells, 100).map(({ top, bottom }) => [top, bottom])).toEqual([
      [0, 80],
      [300, 370],
    ])
  })
})

describe('what is not seen', () => {
  const flows = [{ element: 'p', lines: [{ text: '甲乙', ends: true }] }]
  const unseenText = { ...TEXT, characters: '甲乙', count: 2 }

  it('is told with its reason', () => {
    expect(unseen.judge(snapshot({ flows, pieces: [piece({})], unseen: [unseenText] }))).toMatchObject([
      { text: '甲乙', measured: '看不见：底色' },
    ])
  })

  it('is told once for one reason, and by its characters where these are a few', () => {
    const others = [
      { ...unseenText, flow: 1 },
      { ...unseenText, flow: 2, reason: '遮罩', characters: '丙', count: 3 },
    ]
    const facts = { flows: [...flows, ...flows, ...flows], pieces: [], unseen: [unseenText, ...others] }
    expect(unseen.judge(snapshot(facts)).map(({ measured }) => measured)).toEqual([
      '和另外 1 处看不见：底色',
      '“丙”看不见：遮罩',
    ])
  })

  it('is told once where it is cut off', () => {
    const rect = { left: 0, top: 0, right: 20, bottom: 20 }
    const boxes = [box({ rect, clipsX: true, clipsY: true })]
    expect(unseen.judge(snapshot({ flows, boxes, pieces: [piece({ box: 0 })], unseen: [unseenText] }))).toEqual([])
  })
})

describe('what is typed', () => {
  it.each<[string, string[], string[]]>([
    ['货畅其流', ['货畅其流'], []],
    ['货畅**其流**，_灯火_通明', ['货畅其流，灯火通明'], []],
    ['<p v-click>第一句</p>\n\n<p v-click>后一句</p>', ['第一句'], ['后一句']],
    ['- 甲\n  - 乙之一部', ['甲'], ['乙之一部']],
    ['<!-- 备注 -->\n\n货畅其流', ['货畅其流'], []],
    ['![港口的夜景](/a.png) 货畅其流', ['货畅其流'], []],
    ['货值<Fig id="cargo" />，再创新高', ['货值突破840亿元，再创新高'], []],
    ['{{ title }}', [], []],
    [`<img :src="'https://example.com/a.png'" alt="照片"> 货畅其流`, ['货畅其流'], []],
    ['<p v-if="$clicks > 0 && $clicks < 3">灯火</p>', ['货畅其流'], ['灯火']],
    ['见 https://example.com/港口', ['见'], []],
    ['由 $50 升到 $80', ['由 $50 升到 $80'], []],
    ['由 $50 升到 $80', ['由'], ['由 $50 升到 $80']],
    ['$$\n灯火\n$$', ['货畅其流'], ['灯火']],
    ['<svg><title>说明</title><text>图里的字</text></svg>', ['图里的字'], []],
    ['::left::\n\n1. 甲项\n2. 乙项', ['甲项', '乙项'], []],
    ['| 名 | 数 |\n| --- | --- |\n| 船 | 多 |', ['名', '数', '船', '多'], []],
    ['ＡＢＣ１２', ['ABC12'], []],
    ['```mermaid\ngraph TD\nA-->B\n```\n\n货畅其流', [], ['货畅其流']],
    ['```js\nsail()\n```', [], ['sail()']],
    ['[[toc]]\n\n<<< @/snippets/a.ts#b\n\n货畅其流', ['货畅其流'], []],
    ['> [!NOTE]\n> 货畅其流\n> 灯火', ['Note', '货畅其流'], ['灯火']],
    ['- [ ] 甲\n- [x] 乙\n- [丙]', ['甲', '乙'], ['[丙]']],
    ['见[年鉴][1]，[灯火]{.red}\n\n[1]: https://example.com/x', ['见年鉴，灯火'], []],
  ])('%j is seen in %j but for %j', (content, shown, missing) => {
    expect(unshownFindings(content, shown).map(({ text }) => text)).toEqual(missing)
  })
})

describe('a computed colour', () => {
  it.each([
    ['rgb(1, 2, 3)', [1, 2, 3, 1]],
    ['rgba(1, 2, 3, 0.5)', [1, 2, 3, 0.5]],
    ['rgb(1 2 3 / 0)', [1, 2, 3, 0]],
    ['color(srgb 1 0 0 / 0.5)', [255, 0, 0, 0.5]],
    ['color(display-p3 1 0 0)', undefined],
    ['url("#gradient")', undefined],
    ['none', undefined],
  ])('%s', (text, color) => {
    expect(parseColor(text)).toEqual(color)
  })
})
