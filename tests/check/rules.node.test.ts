import { describe, expect, it } from 'vitest'
import type { Flow } from '../../scripts/check/layout/facts.ts'
import { largestEmptyRect, rowsOf } from '../../scripts/check/layout/geometry.ts'
import { clipped } from '../../scripts/check/layout/rules/clipped.ts'
import { orphan } from '../../scripts/check/layout/rules/orphan.ts'
import { outside } from '../../scripts/check/layout/rules/outside.ts'
import { overlap } from '../../scripts/check/layout/rules/overlap.ts'
import { punctuation } from '../../scripts/check/layout/rules/punctuation.ts'
import { splitsNumber, unit } from '../../scripts/check/layout/rules/unit.ts'
import { box, piece, snapshot } from './support/facts.ts'

/** A flow from its lines; `¶` at the end of one is a forced break. */
function flow(...lines: string[]): Flow {
  return {
    element: 'p',
    lines: lines.map((text, index) => ({
      text: text.replace(/¶$/, ''),
      ends: index === lines.length - 1 || text.endsWith('¶'),
    })),
  }
}

describe('a single character on the last line', () => {
  it.each([
    [['货畅其流的港', '口'], 1],
    [['货畅其流的港', '口。”'], 1],
    [['“货畅其流的港', '口！’”'], 1],
    [['货畅其流的港', '口夜'], 0],
    [['货畅其流的港', '5'], 1],
    [['口'], 0],
    [['货畅其流¶', '口'], 1],
    [['一¶', '为什么是现在'], 0],
    [['为什么¶', '一¶', '因为现在'], 0],
    [['货畅其流', '口¶', '因为现在'], 1],
    [['货畅其流的港', '👨‍👩‍👧'], 1],
    [['货畅其流的港', '。'], 0],
    [['货畅其流增速', '（%）'], 0],
  ])('%j', (lines, count) => {
    expect(orphan.judge(snapshot({ flows: [flow(...lines)] }))).toHaveLength(count)
  })
})

describe('punctuation where a line begins or ends', () => {
  it.each([
    [['货畅其流', '，灯火'], ['第 2 行开头是“，”']],
    [['（货畅', '其流）'], []],
    [['人说“', '货畅其流”'], ['第 1 行末尾是““”']],
    [['《', '海湾志》'], ['第 1 行末尾是“《”']],
    [['增长12', '%'], ['第 2 行开头是“%”']],
    [['%'], []],
    [['“'], []],
    [['% 的人'], []],
    [['，货畅其流'], ['第 1 行开头是“，”']],
    [['货畅其流……', '——灯火'], []],
    [['货畅其流', '……灯火'], ['第 2 行开头是“…”']],
  ])('%j', (lines, expected) => {
    expect(punctuation.judge(snapshot({ flows: [flow(...lines)] })).map(({ measured }) => measured)).toEqual(expected)
  })
})

describe('a number split from its unit', () => {
  it.each([
    ['新引进企业80', '家，生意', true],
    ['新引进企业80余', '家', true],
    ['面积150', '万平方米', true],
    ['面积150万', '平方米', true],
    ['增长12.5', '%', true],
    ['增长12.5', '个百分点', true],
    ['货值12,', '865元', true],
    ['货值12', '.5亿元', true],
    ['货值128', '65元', true],
    ['２０３１', '年', true],
    ['海湾区2031', '港口走向深蓝', false],
    ['建成5', '大工程', false],
    ['新引进企业80家', '，生意', false],
    ['共3个', '8月开工', false],
    ['其余', '家庭', false],
    ['第3 10 ', '14页', false],
    ['回落0.4个', '百分点', true],
    ['新建学校3个', '百姓叫好', false],
  ])('%s / %s', (before, after, expected) => {
    expect(splitsNumber(before, after)).toBe(expected)
  })

  it('is told once where a number component breaks', () => {
    const pieces = [
      piece({ text: '840', rect: { left: 0, top: 0, right: 40, bottom: 30 } }),
      piece({ text: '亿元', line: 1, rect: { left: 0, top: 40, right: 40, bottom: 70 } }),
    ]
    const judged = unit.judge(
      snapshot({
        flows: [flow('840', '亿元')],
        pieces,
        numbers: [{ element: 'span.hb-fig', text: '840亿元', pieces: [0, 1] }],
      }),
    )
    expect(judged.map(({ element, measured }) => [element, measured])).toEqual([
      ['span.hb-fig', '在“840 / 亿元”处换行'],
    ])
  })

  it('may stand on the line below its word of change', () => {
    const line = (text: string, line: number): ReturnType<typeof piece> =>
      piece({ text, line, rect: { left: 0, top: 40 * line, right: 40, bottom: 40 * line + 30 } })
    const judged = (...texts: string[]): number =>
      unit.judge(
        snapshot({
          flows: [flow(...texts)],
          pieces: texts.map(line),
          numbers: [{ element: 'span.hb-fig', text: texts.join(''), pieces: texts.map((_, index) => index) }],
        }),
      ).length
    expect(judged('高于全市平均', '0.4个百分点')).toBe(0)
    expect(judged('高于全市平均', '0.4', '个百分点')).toBe(1)
  })
})

describe('boxes that text leaves', () => {
  const ink = { left: 10, top: 10, right: 130, bottom: 30 }
  const narrow = { left: 0, top: 0, right: 100, bottom: 40 }
  const wide = { left: 0, top: 0, right: 200, bottom: 40 }
  const judge = (rule: typeof outside, ...boxes: ReturnType<typeof box>[]): string[] =>
    rule
      .judge(snapshot({ flows: [flow('字')], pieces: [piece({ rect: ink, box: boxes.length - 1 })], boxes }))
      .map(({ measured }) => measured)

  it('are told of from the inside', () => {
    expect(judge(outside, box({ element: 'div.cell', rect: narrow }), box({ rect: wide, parent: 0 }))).toEqual([
      '超出所在的框 div.cell 30 px',
    ])
    expect(judge(outside, box({ rect: wide }))).toEqual([])
  })

  it('do not count above one that leaves its own on purpose', () => {
    expect(judge(outside, box({ rect: narrow }), box({ rect: wide, parent: 0, free: true }))).toEqual([])
    expect(
      judge(outside, box({ element: 'div.cell', rect: narrow }), box({ rect: narrow, parent: 0, free: true })),
    ).toHaveLength(1)
  })

  it('clip instead where they cut off what leaves them', () => {
    const clipping = [box({ element: 'div.cell', rect: narrow, clipsX: true })]
    expect(judge(outside, ...clipping)).toEqual([])
    expect(judge(clipped, ...clipping)).toEqual(['被 div.cell 裁去 30 px'])
    expect(judge(clipped, box({ element: 'p', rect: narrow, clipsX: true, shortens: 'ellipsis' }))).toEqual([
      '被 p 用省略号（text-overflow）截去 30 px',
    ])
  })
})

describe('what several texts leave', () => {
  const page = { left: 0, top: 0, right: 200, bottom: 100 }
  const body = { left: 0, top: 0, right: 200, bottom: 80 }
  const at = (top: number, more: Partial<Parameters<typeof piece>[0]> = {}) =>
    piece({ rect: { left: 0, top, right: 100, bottom: top + 20 }, box: 1, ...more })
  const judge = (rule: typeof outside, along: number): string[] =>
    rule
      .judge(
        snapshot({
          ...{ width: page.right, height: page.bottom },
          boxes: [box({ rect: page }), box({ element: 'div.hb-content', rect: body, parent: 0 })],
          bodies: [{ element: 'div.hb-content', box: 1, across: 0, along }],
          flows: [flow('甲'), flow('乙'), flow('丙'), flow('页脚')],
          pieces: [at(70), at(90, { flow: 1 }), at(120, { flow: 2 }), at(85, { flow: 3, box: 0 })],
        }),
      )
      .map(({ text, measured }) => `${text}${measured}`)

  it('is told once for each thing that is left, by the first of them', () => {
    expect(judge(outside, 0)).toEqual(['甲超出所在的框 div.hb-content 10 px', '乙和另外 2 处超出页面，最多 40 px'])
    expect(judge(overlap, 0)).toHaveLength(2)
  })

  it('is told of the slide alone where its content has no room', () => {
    expect(judge(outside, 60)).toEqual(['（版心）内容超出版心 60 px', '页脚超出页面 5 px'])
    expect(judge(overlap, 60)).toEqual([])
    expect(judge(outside, 1)).toHaveLength(2)
  })
})

describe('marks of omission', () => {
  it.each([
    ['货畅其流…', 1],
    ['货畅其流...', 1],
    ['货畅其流……', 0],
    ['…', 0],
    ['...', 0],
    ['货畅其流…灯火', 0],
  ])('%s', (text, count) => {
    expect(clipped.judge(snapshot({ flows: [flow(text)] }))).toHaveLength(count)
  })
})

describe('the largest empty rectangle', () => {
  it.each([
    [[], { left: 0, top: 0, right: 100, bottom: 60 }],
    [[{ left: 0, top: 0, right: 100, bottom: 20 }], { left: 0, top: 20, right: 100, bottom: 60 }],
    [
      [
        { left: 0, top: 0, right: 40, bottom: 60 },
        { left: 60, top: 0, right: 80, bottom: 20 },
      ],
      { left: 40, top: 20, right: 100, bottom: 60 },
    ],
    [[{ left: 48, top: 28, right: 52, bottom: 32 }], { left: 0, top: 0, right: 48, bottom: 60 }],
    [[{ left: -20, top: -20, right: 200, bottom: 200 }], { left: 0, top: 0, right: 0, bottom: 0 }],
  ])('beside %j', (taken, expected) => {
    expect(largestEmptyRect(100, 60, taken)).toEqual(expected)
  })

  it('is never larger than what is empty', () => {
    expect(largestEmptyRect(100, 60, [{ left: 0, top: 0, right: 100, bottom: 21 }])).toEqual({
      left: 0,
      top: 24,
      right: 100,
      bottom: 60,
    })
  })
})

describe('rows of text', () => {
  it('take a smaller word on the same line, and no line below', () => {
    const at = (left: number, top: number, height: number) => ({
      rect: { left, top, right: left + 10, bottom: top + height },
    })
    const [number, small, below] = [at(0, 0, 90), at(20, 50, 36), at(0, 96, 36)]
    expect(rowsOf([below, small, number])).toEqual([[number, small], [below]])
  })
})
