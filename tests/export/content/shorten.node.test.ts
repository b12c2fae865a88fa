import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseContent, writeContent } from '../../../scripts/export/content/operations.ts'
import { shortenContent } from '../../../scripts/export/content/shorten.ts'

function shorten(content: string, scale = 1): string | undefined {
  const shortened = shortenContent(parseContent(content)!, scale)
  return shortened && writeContent(shortened.operations).replaceAll('\n', ' ').trim()
}

describe('coordinates', () => {
  it.each<[what: string, content: string, expected: string]>([
    ['have two decimals', '1.23456 -7.899 m .0049 -.0051 l S', '1.23 -7.9 m 0 -.01 l S'],
    [
      'have more where they are drawn larger',
      '20 0 0 20 .123456 0 cm .12345 0 m 1 2 l S',
      '20 0 0 20 .12 0 cm .1235 0 m 1 2 l S',
    ],
    [
      'have fewer where they are drawn smaller',
      '.01 0 0 -.01 0 540 cm 123.456 0 m 1 2 l S',
      '.01 0 0 -.01 0 540 cm 123 0 m 1 2 l S',
    ],
    [
      'are of the space around again',
      'q 20 0 0 20 0 0 cm Q .12345 0 m 1 2 l S',
      'q 20 0 0 20 0 0 cm Q .12 0 m 1 2 l S',
    ],
    ['are turned', '0 20 -20 0 0 0 cm .12345 0 m 1 2 l S', '0 20 -20 0 0 0 cm .1235 0 m 1 2 l S'],
    ['leave edges where neighbours have theirs', '.004 0 .102 1 re .106 0 1 1 re f', '0 0 .11 1 re .11 0 1 1 re f'],
    ['of text are rounded', 'BT 1 0 0 -1 7.12345 9 Tm <01> Tj ET', 'BT 1 0 0 -1 7.12 9 Tm <01> Tj ET'],
    [
      'of text do not drift',
      'BT 1 0 0 -1 0 0 Tm 1.004 0 Td 1.004 0 Td 1.004 0 Td ET',
      'BT 1 0 0 -1 0 0 Tm 1 0 Td 1.01 0 Td 1 0 Td ET',
    ],
    ['of text are of its own space', 'BT 20 0 0 20 0 0 Tm .12345 0 Td ET', 'BT 20 0 0 20 0 0 Tm .1235 0 Td ET'],
    ['without numbers after the point stay', '1000000 -30 m 0 0 l S', '1000000 -30 m 0 0 l S'],
  ])('%s', (_, content, expected) => {
    expect(shorten(content)).toBe(expected)
  })
})

describe('rectangles', () => {
  const LINES = '0 0 m 4 0 l 4 2 l 0 2 l 0 0 l h'
  const UPRIGHT = '0 0 m 0 2 l 4 2 l 4 0 l h'
  it.each<[what: string, content: string, expected: string]>([
    ['are written as such', `${LINES} f`, '0 0 4 2 re f'],
    ['are also where they are stroked, from the same corner', `${LINES} S`, '0 0 4 2 re S'],
    ['are not where a stroke would begin elsewhere', `${UPRIGHT} S`, '0 0 m 0 2 l 4 2 l 4 0 l h S'],
    ['are where nothing is stroked, in the same direction', `${UPRIGHT} f`, '0 2 4 -2 re f'],
    ['are clipped by', `${UPRIGHT} W n`, '0 2 4 -2 re W n'],
    ['are several', `${LINES} ${UPRIGHT} f*`, '0 0 4 2 re 0 2 4 -2 re f*'],
    ['have right angles', '0 0 m 4 0 l 5 2 l 0 2 l h f', '0 0 m 4 0 l 5 2 l 0 2 l f'],
    ['are closed', '0 0 m 4 0 l 4 2 l 0 2 l S', '0 0 m 4 0 l 4 2 l 0 2 l S'],
  ])('%s', (_, content, expected) => {
    expect(shorten(content)).toBe(expected)
  })
})

describe('areas', () => {
  const TRIANGLE = '0 0 m 4 0 l 4 2 l 0 0 l h'
  it.each<[what: string, content: string, expected: string]>([
    ['need no line back', `${TRIANGLE} f`, '0 0 m 4 0 l 4 2 l f'],
    ['keep it where it is stroked', `${TRIANGLE} B`, '0 0 m 4 0 l 4 2 l 0 0 l h B'],
    ['keep where the path goes on from there', '0 0 m 4 0 l 4 2 l h 1 1 l f', '0 0 m 4 0 l 4 2 l h 1 1 l f'],
  ])('%s', (_, content, expected) => {
    expect(shorten(content)).toBe(expected)
  })
})

/** A quarter of an ellipse around nothing, as Skia writes it: as many pieces, each of second degree. */
function quarter(width: number, height: number, pieces: number): string {
  const at = (index: number): number => ((Math.PI / 2) * index) / pieces
  const middle = Math.cos(Math.PI / 4 / pieces)
  const curves = Array.from({ length: pieces }, (_, index) => {
    const [from, to, corner] = [at(index), at(index + 1), at(index + 0.5)]
    const points = [from, to].map(angle => [
      (Math.cos(angle) + (2 * Math.cos(corner)) / middle) / 3,
      (Math.sin(angle) + (2 * Math.sin(corner)) / middle) / 3,
    ])
    return (
      [...points, [Math.cos(to), Math.sin(to)]]
        .map(([x, y]) => `${(width * x!).toFixed(5)} ${(height * y!).toFixed(5)}`)
        .join(' ') + ' c'
    )
  })
  return `${width.toFixed(5)} 0 m ${curves.join(' ')}`
}

describe('arcs', () => {
  it.each<[what: string, content: string, curves: number]>([
    ['of a circle', quarter(10, 10, 8), 1],
    ['of an ellipse', quarter(20, 5, 4), 1],
    ['of a large circle, which one curve would miss', quarter(400, 400, 8), 2],
    ['that are a curve already', quarter(10, 10, 1), 1],
    ['with a corner between them', `${quarter(10, 10, 4)} -5 15 -10 15 -10 10 c`, 2],
  ])('%s', (_, content, curves) => {
    expect(shorten(`${content} f`)!.match(/ c /g)).toHaveLength(curves)
  })

  it('are where they were', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 600, noNaN: true }),
        fc.double({ min: 0.2, max: 1, noNaN: true }),
        fc.constantFrom(16, 32),
        (width, part, pieces) => {
          const height = width * part
          const words = shorten(`${quarter(width, height, pieces)} f`)!.split(' ')
          let from = words.slice(0, 2).map(Number)
          for (let at = 3; words[at + 6] === 'c'; at += 7) {
            const curve = [from, ...[0, 2, 4].map(index => words.slice(at + index, at + index + 2).map(Number))]
            for (const place of [0.25, 0.5, 0.75, 1]) {
              const [x, y] = pointAt(curve, place)
              // The distance from an ellipse, to the first degree.
              const slope = Math.hypot(x / width ** 2, y / height ** 2)
              expect(Math.abs((x / width) ** 2 + (y / height) ** 2 - 1) / 2 / slope).toBeLessThan(0.0125)
            }
            from = curve[3]!
          }
        },
      ),
      { seed: 1 },
    )
  })
})

function pointAt(curve: readonly number[][], place: number): [number, number] {
  const rest = 1 - place
  const weights = [rest ** 3, 3 * rest ** 2 * place, 3 * rest * place ** 2, place ** 3]
  const along = (axis: number): number => weights.reduce((sum, weight, index) => sum + weight * curve[index]![axis]!, 0)
  return [along(0), along(1)]
}

it('leaves all else as it is', () => {
  const content =
    '/P <</MCID 1 >> BDC q /G3 gs .12345 .5 1 rg [3.12345 1] 0 d 1.23456 w BT /F1 20.12345 Tf (a 1.23456 m) Tj ' +
    '[<01> -20.12345 <02>] TJ ET /X1 Do Q EMC'
  expect(shorten(content)).toBe(content)
})

it('tells how large what it draws is drawn', () => {
  const operations = parseContent('q .5 0 0 2 0 0 cm /X1 Do Q /X1 Do /X2 Do')!
  expect(shortenContent(operations, 3)!.drawn).toEqual(
    new Map([
      ['X1', 6],
      ['X2', 3],
    ]),
  )
})

it.each([
  ['too few numbers', '1 m'],
  ['too many', '1 2 3 l'],
  ['names for numbers', '/A 1 m'],
  ['an exponent', '1e3 1 m'],
  ['a matrix that is none', '1 0 0 1 cm'],
  ['a step that is none', 'BT (a) Td ET'],
])('touches nothing where it meets %s', (_, content) => {
  expect(shorten(content)).toBe(undefined)
})
