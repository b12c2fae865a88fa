import { describe, expect, test } from 'vitest'
import { textRuns, textShapes } from '../../scripts/export/pptx/from-facts/text.ts'
import type { TextShape } from '../../scripts/export/pptx/model.ts'
import { flow, run } from './support/facts.ts'

const told = (shape: TextShape): string[] =>
  shape.paragraphs.map(({ lines }) => lines.map(runs => runs.map(({ text }) => text).join('|')).join('⏎'))

describe('lines', () => {
  test('of one pitch and one left edge are one paragraph', () => {
    const [shape] = textShapes([flow([[run('一二三', 10, 100)], [run('四五', 10, 130)], [run('六', 10, 160)]])])
    expect(told(shape!)).toEqual(['一二三⏎四五⏎六'])
    expect(shape!.paragraphs[0]!.pitch).toBeCloseTo(30)
    const { left, top, right, bottom } = shape!.rect
    expect([left, top, right, bottom].map(Math.round)).toEqual([10, 75, 70, 165])
  })

  test('of uneven pitch are paragraphs that end where they do on the slide', () => {
    const [shape] = textShapes([flow([[run('一', 10, 100)], [run('二', 10, 130)], [run('三', 10, 180)]])])
    expect(told(shape!)).toEqual(['一', '二', '三'])
    expect(shape!.paragraphs.map(({ pitch, before }) => [Math.round(pitch), before])).toEqual([
      [30, 0],
      [30, 0],
      [50, 0],
    ])
  })

  test('that begin elsewhere are indented', () => {
    const [shape] = textShapes([flow([[run('一二', 10, 100)], [run('“三”', 10, 130, { trimmed: 10 })]])])
    expect(shape!.rect.left).toBe(0)
    expect(shape!.paragraphs.map(({ indent }) => indent)).toEqual([10, 0])
  })
})

test('a small number at the top of a large one stands apart, though the slide has it in a line of its own', () => {
  const shapes = textShapes([
    flow([[run('150', 10, 200, { size: 168 })], [run('[6]', 520, 90, { size: 14 })], [run('名', 10, 270)]]),
  ])
  expect(shapes.map(told)).toEqual([['150⏎名'], ['[6]']])
  expect(shapes.flatMap(({ paragraphs }) => paragraphs).every(({ pitch }) => pitch > 0)).toBe(true)
})

describe('texts that belong together', () => {
  test('are one shape with the room between them', () => {
    const item = (marker: number) => ({ item: { marker, color: [1, 2, 3, 1] as const, level: 0 } })
    const [shape, ...others] = textShapes([
      flow([[run('甲', 40, 100)]], item(1)),
      flow([[run('乙', 40, 150)]], item(2)),
    ])
    expect(others).toEqual([])
    expect(told(shape!)).toEqual(['甲', '乙'])
    const places = shape!.paragraphs.map(({ before, indent, bullet }) => [Math.round(before), indent, bullet?.marker])
    expect(places).toEqual([
      [0, 24, 1],
      [26, 24, 2],
    ])
    expect(shape!.rect.left).toBe(16)
  })
})

describe('runs', () => {
  test('of one look are one', () => {
    expect(textRuns([run('一', 0, 10), run('二', 20, 10), run('三', 40, 10, { bold: true })])).toMatchObject([
      { text: '一二' },
      { text: '三', bold: true },
    ])
  })

  test.for([
    ['side by side', 40, ['一二三']],
    ['with the air of typography between them', 42, ['一二三']],
    ['with a space between them', 44.5, ['一二 三']],
    ['far from each other', 60, ['一二', ' ', '三']],
  ] as const)('%s', ([, left, texts]) => {
    expect(textRuns([run('一二', 0, 10), run('三', left, 10)]).map(({ text }) => text)).toEqual(texts)
  })

  test('have no white space at the ends of a line', () => {
    expect(textRuns([run(' 一 ', 0, 10), run('二 ', 60, 10)]).map(({ text }) => text)).toEqual(['一 二'])
  })

  test('that link elsewhere are parted by a space that is no link', () => {
    const link = (slide: number) => ({ link: { slide }, underline: true })
    const runs = textRuns([run('4', 0, 10, link(4)), run('30', 25, 10, link(30))])
    expect(runs.map(({ text, link, underline }) => [text, link, underline])).toEqual([
      ['4', { slide: 4 }, true],
      [' ', undefined, false],
      ['30', { slide: 30 }, true],
    ])
  })

  test.for([
    ['Noto Serif SC', 'heading'],
    ['Noto Sans SC', 'body'],
    ['SimSun', 'body'],
    ['宋体', 'heading'],
  ] as const)('of %s have the face of %s', ([family, face]) => {
    expect(textRuns([run('一', 0, 10, { family })])[0]!.face).toBe(face)
  })
})

test('a run off its line has a box of its own', () => {
  const [main, mark] = textShapes([flow([[run('约11', 0, 100), run('推算', 50, 95, { size: 16 })]], { role: 'title' })])
  expect([told(main!), main!.role, told(mark!), mark!.role]).toEqual([['约11'], 'title', ['推算'], 'other'])
  expect(mark!.rect.left).toBe(50)
})

test('what is transparent is not written', () => {
  expect(textShapes([flow([[run('看不见', 0, 100, { color: [0, 0, 0, 0] })]])])).toEqual([])
})
