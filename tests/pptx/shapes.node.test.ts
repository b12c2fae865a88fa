import { describe, expect, test } from 'vitest'
import { boxShapes } from '../../scripts/export/pptx/from-facts/box.ts'
import { clipSteps } from '../../scripts/export/pptx/from-facts/clip.ts'
import { drawingShape, pictureShape } from '../../scripts/export/pptx/from-facts/drawing.ts'
import { boundsOf, geometryOf, stepsOf } from '../../scripts/export/pptx/from-facts/path.ts'
import { slideShapes } from '../../scripts/export/pptx/from-facts/slide.ts'
import type { BorderFact, BoxFact, PaintedItem, VectorFact } from '../../scripts/export/pptx/facts.ts'
import { flow, run } from './support/facts.ts'

const IDENTITY = [1, 0, 0, 1, 0, 0] as const
const RED = [166, 28, 35, 1] as const
const rect = { left: 10, top: 20, right: 110, bottom: 70 }

function geometry(path: string, matrix: VectorFact['matrix'] = IDENTITY) {
  const steps = stepsOf({ path, matrix })
  return { geometry: geometryOf(steps, boundsOf(steps)), bounds: boundsOf(steps) }
}

describe('a path', () => {
  test.for([
    ['M0 0L10 0L10 5L0 5Z', 'rect'],
    ['M0 0H10V5H0Z', 'rect'],
    ['M0 0L10 0L10 5L0 5L0 0', 'rect'],
    ['M0 0L10 0L10 5L0 5', 'path'],
    ['M0 0L10 1L10 5L0 5Z', 'path'],
    ['M0 0L10 0L10 5Z', 'path'],
    ['M0 0L10 5', 'line'],
    ['M0 0L10 0', 'line'],
    ['M0 0L5 0L10 0', 'line'],
    ['M0 0A5 5 0 1 1 10 0A5 5 0 1 1 0 0Z', 'path'],
    ['M0 0H10V5H0ZM20 0H30V5H20Z', 'path'],
  ] as const)('%s is a %s', ([path, form]) => {
    expect(geometry(path).geometry.form).toBe(form)
  })

  test.for([
    ['M0 0L10 5', false],
    ['M0 5L10 0', true],
    ['M10 0L0 5', true],
    ['M10 5L0 0', false],
  ] as const)('%s rises: %s', ([path, rising]) => {
    expect(geometry(path).geometry).toEqual({ form: 'line', rising })
  })

  test('is moved, scaled and turned', () => {
    expect(geometry('M0 0H10V5H0Z', [2, 0, 0, 3, 100, 200]).bounds).toEqual({
      left: 100,
      top: 200,
      right: 120,
      bottom: 215,
    })
    expect(geometry('M0 0L10 0', [0, 1, -1, 0, 0, 0]).bounds).toEqual({ left: 0, top: 0, right: 0, bottom: 10 })
  })

  test('has curves for arcs', () => {
    const { geometry: circle, bounds } = geometry('M0 5A5 5 0 1 1 10 5A5 5 0 1 1 0 5Z')
    expect(circle.form === 'path' && circle.steps.some(({ to }) => to === 'curve')).toBe(true)
    expect(bounds.right - bounds.left).toBeCloseTo(10, 1)
  })

  test('that no browser draws is none', () => {
    expect(stepsOf({ path: 'M0 0L0 NaN', matrix: IDENTITY })).toEqual([])
  })
})

describe('what an SVG cuts', () => {
  const clip = { left: 0, top: 0, right: 6, bottom: 100 }

  test('is left alone where all of it is seen', () => {
    const steps = stepsOf({ path: 'M0 0C1 1 5 5 6 6Z', matrix: IDENTITY })
    expect(clipSteps(steps, clip)).toBe(steps)
  })

  test('ends where it is cut, each outline by itself', () => {
    const steps = stepsOf({ path: 'M0 0H10V5H0ZM2 10H20V12H2ZM8 0H9V9H8Z', matrix: IDENTITY })
    const cut = clipSteps(steps, clip)
    expect(cut.filter(({ to }) => to === 'move')).toHaveLength(2)
    expect(boundsOf(cut)).toEqual({ left: 0, top: 0, right: 6, bottom: 12 })
  })

  test('is gone where nothing of it is seen', () => {
    expect(clipSteps(stepsOf({ path: 'M8 0H9V9H8Z', matrix: IDENTITY }), clip)).toEqual([])
  })
})

describe('a box', () => {
  const side = (side: BorderFact['side'], rest: Partial<BorderFact> = {}): BorderFact => ({
    side,
    width: 2,
    color: RED,
    style: 'solid',
    ...rest,
  })
  const sides = (rest: Partial<BorderFact> = {}) =>
    (['left', 'top', 'right', 'bottom'] as const).map(each => side(each, rest))
  const box = (rest: Partial<BoxFact>): BoxFact => ({ kind: 'box', rect, borders: [], radius: 0, ...rest })

  test('with a border all round is one shape, whose line lies in it', () => {
    expect(boxShapes(box({ fill: RED, borders: sides(), radius: 3 }))).toMatchObject([
      {
        rect: { left: 11, top: 21, right: 109, bottom: 69 },
        geometry: { form: 'rect', radius: 2 },
        fill: { hex: 'a61c23', alpha: 1 },
        line: { width: 2, dash: [] },
      },
    ])
  })

  test('with a border on a side has a bar there', () => {
    expect(boxShapes(box({ fill: RED, borders: [side('top')] }))).toMatchObject([
      { rect },
      { rect: { ...rect, bottom: 22 }, fill: { hex: 'a61c23' } },
    ])
  })

  test('with a broken line on a side has a line there', () => {
    expect(boxShapes(box({ borders: [side('left', { style: 'dashed' })] }))).toMatchObject([
      { rect: { ...rect, left: 11, right: 11 }, geometry: { form: 'line' }, line: { dash: [6, 6] } },
    ])
  })

  test('as round as it is large is an ellipse', () => {
    const square = { ...rect, right: 60 }
    expect(boxShapes(box({ rect: square, fill: RED, radius: 25 }))[0]!.geometry.form).toBe('ellipse')
  })
})

test('a picture shows what its frame shows', () => {
  const whole = { left: 10, top: 0, right: 110, bottom: 200 }
  expect(pictureShape({ kind: 'picture', rect, whole, source: 'a', alt: '山' })).toMatchObject({
    rect,
    crop: { left: 0, top: 0.1, right: 0, bottom: 0.65 },
    alt: '山',
  })
})

describe('a drawing', () => {
  const vector = (path: string, rest: Partial<VectorFact> = {}): VectorFact => ({
    kind: 'vector',
    path,
    matrix: IDENTITY,
    fill: RED,
    ...rest,
  })

  test('is one group with its description', () => {
    const group = drawingShape({ alt: '图', parts: [vector('M0 0H10V5H0Z'), flow([[run('十', 12, 5)]])] })
    expect(group).toMatchObject({ kind: 'group', alt: '图', shapes: [{ kind: 'vector' }, { kind: 'text' }] })
    expect(group!.rect.right).toBe(32)
  })

  test('leaves out what is not drawn', () => {
    expect(drawingShape({ alt: '', parts: [vector('M0 0L10 0'), vector('M0 0')] })).toBeUndefined()
  })
})

describe('a slide', () => {
  const SLIDE = { width: 1280, height: 720 }
  const ground = (color: BoxFact['fill']): BoxFact => ({
    kind: 'box',
    rect: { left: 0, top: 0, right: 1280, bottom: 720 },
    fill: color!,
    borders: [],
    radius: 0,
  })
  const shapesOf = (items: PaintedItem[]) => slideShapes({ ...SLIDE, items })

  test('has the last of what covers it for its ground', () => {
    const { background, shapes } = shapesOf([ground([255, 255, 255, 1]), ground(RED), flow([[run('一', 0, 100)]])])
    expect(background).toEqual({ hex: 'a61c23', alpha: 1 })
    expect(shapes).toHaveLength(1)
  })

  test('keeps a veil over it', () => {
    const { background, shapes } = shapesOf([ground(RED), ground([0, 0, 0, 0.2])])
    expect([background?.hex, shapes.length]).toEqual(['a61c23', 1])
  })

  test.for([
    ['below one another', [run('甲', 40, 100)], [run('乙', 40, 140)], 1],
    ['beside one another', [run('甲', 40, 100)], [run('乙', 400, 100)], 2],
    ['far from one another', [run('甲', 40, 100)], [run('乙', 40, 400)], 2],
  ] as const)('has texts of one block that stand %s in as many shapes', ([, first, second, count]) => {
    expect(shapesOf([flow([[...first]], { block: 3 }), flow([[...second]], { block: 3 })]).shapes).toHaveLength(count)
  })

  test('leaves room beside what its placeholders hold', () => {
    const [title, number] = shapesOf([
      flow([[run('标题标题', 72, 100)]], { role: 'title', block: 1 }),
      flow([[run('13', 1190, 700)]], { role: 'number', block: 2 }),
    ]).shapes
    expect(title!.rect).toMatchObject({ left: 72, right: 172 })
    expect(number!.rect).toMatchObject({ left: 1174, right: 1230 })
  })
})
