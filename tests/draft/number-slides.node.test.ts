import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { numberSlide } from '../../scripts/draft/number-slides.ts'
import { changed, materialWith, stated } from './figures.ts'

/** What stands on the slide of figures, as its tags. */
function tags(...figures: FigureInput[]): string[] {
  const material = materialWith(...figures)
  const { line, body, side = [] } = numberSlide(material.deck.figures, material)
  return [...(line === undefined ? [] : [line]), ...body, ...side]
}

const large = '<BigNumber id="a" size="xl" highlight />'
const long = { period: 'spring', note: '居全市前列' } as const
const points = (id: string): FigureInput =>
  stated(id, { unit: '个百分点', kind: 'growth', change: '拉动增长', comparedWith: '上年', value: 1 })

describe('a slide of large numbers', () => {
  it.each<[string, FigureInput[], string[]]>([
    ['one number is alone', [stated('a', {})], [large]],
    [
      'one number with its change has that beside it, though the title says it',
      [stated('a', {}), changed('a', 5, '增长')],
      [large, `<FigureGrid :cols="1" :ids="['a-growth']" />`],
    ],
    [
      'a change that the title says stands not beside others',
      [stated('a', {}), changed('a', 5, '增长'), stated('b', {})],
      [large, `<FigureGrid :cols="1" :ids="['b']" />`],
    ],
    [
      'amounts stand in a row with their changes, before what has none',
      [stated('a', {}), ...['b', 'c', 'd'].map(id => stated(id, {})), changed('d', 5, '增长')],
      [large, `<FigureGrid :cols="2" size="s" :ids="['d', 'd-growth', 'b', 'c']" />`],
    ],
    [
      'three that need more than a line each stand with the one that leads in a full grid',
      [stated('a', {}), ...['b', 'c', 'd'].map(id => stated(id, long))],
      [`<FigureGrid :cols="2" highlight="a" :ids="['a', 'b', 'c', 'd']" />`],
    ],
    [
      'points stand under the title',
      [stated('a', {}), points('b'), stated('c', {})],
      [expect.stringContaining('<Fig id="b" />') as string, large, `<FigureGrid :cols="1" :ids="['c']" />`],
    ],
    [
      'points that a line does not hold together stand together beside the number',
      [stated('a', {}), ...['第一产业', '第二产业', '第三产业'].map(id => points(id))].map((figure, index) => ({
        ...figure,
        id: 'abcd'[index]!,
        label: index === 0 ? '产值' : `${figure.label}对地区经济增长的拉动`,
      })),
      [large, `<FigureGrid :cols="1" size="s" :ids="['b', 'c', 'd']" />`],
    ],
  ])('%s', (_, figures, expected) => {
    expect(tags(...figures)).toEqual(expected)
  })

  it('says how what leads it has changed, wherever that is told', () => {
    const material = materialWith(stated('a', {}), stated('b', {}), changed('a', 5, '增长'))
    const { title } = numberSlide(material.deck.figures.slice(0, 2), material)
    expect(title).toBe('## a<Fig id="a" highlight />，比上年<Fig id="a-growth" />')
  })
})
