import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import { figureSlides, messageSlides } from '../../scripts/draft/chapter-slides.ts'
import { hasRoomBeside } from '../../scripts/draft/chart-slides.ts'
import { groupFigures } from '../../scripts/draft/groups.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { quoteSlide } from '../../scripts/draft/quote-slides.ts'
import { changed, deckWith, inChapter, materialWith, stated } from './figures.ts'

/** The titles of the slides of figures, as they print, and what stands on them. */
function slides(...figures: FigureInput[]): { title: string; shown: string[] }[] {
  const material = materialWith(...figures)
  const all = material.deck.figures
  const data = toDeckData(material.deck)
  return figureSlides(all, all, material).map(({ title = '', body, side = [] }) => ({
    title: printFigures(title, data, id => id).replace('## ', ''),
    shown: [...body, ...side],
  }))
}

const alone = (id: string, label: string, value: number): FigureInput => {
  const { of: _, ...growth } = changed(id, value, value < 0 ? '下降' : '增长')
  return { ...growth, id, label }
}
const count = (id: string, label: string, value: number): FigureInput => stated(id, { label, unit: '个', value })

it('says once which shares a ring is of', () => {
  const share = (id: string, value: number): FigureInput =>
    stated(id, { label: `${id}产业占比`, unit: '%', kind: 'share', whole: '全部', value })
  const { shown } = slides(share('a', 30), share('b', 70))[0]!
  expect(shown).toEqual([`<ShareDonut :parts="['b', 'a']" highlight="a" />`])
})

it.each([
  ['新区的投资总额', true],
  ['按照年度计划分期实施的投资总额', false],
])('a chart that names %s has room for numbers beside it: %s', (label, room) => {
  const material = materialWith(stated('a', { label }), stated('b', { label: '老区的投资总额' }))
  const [group] = groupFigures({ free: material.deck.figures, all: material.deck.figures, material }).groups
  expect(hasRoomBeside(group!, [])).toBe(room)
})

describe('a chart', () => {
  it.each<[string, FigureInput[], string]>([
    [
      'of changes is led by the first, and goes on with the one that differs most',
      [alone('whole', '投资', -3.8), alone('b', '工业投资', 8.9), alone('c', '高技术投资', 41.5)],
      '投资下降3.8%，高技术投资增长41.5%',
    ],
    [
      'of amounts is led by the first, not by the longest bar',
      [
        stated('all', { label: '人均收入', unit: '元', value: 34582 }),
        stated('town', { label: '城镇人均收入', unit: '元', value: 43860 }),
        changed('all', 5.9, '增长'),
      ],
      '人均收入34582元，比上年增长5.9%',
    ],
    [
      'of several measures in two periods is led by the first of them',
      [
        stated('a0', {
          label: '期初的绿化率',
          short: '期初的绿化率',
          unit: '%',
          kind: 'rate',
          value: 38.2,
          period: '2030',
        }),
        stated('a', { label: '绿化率', unit: '%', kind: 'rate', value: 38.9 }),
        stated('b0', {
          label: '期初的入学率',
          short: '期初的入学率',
          unit: '%',
          kind: 'rate',
          value: 60,
          period: '2030',
        }),
        stated('b', { label: '入学率', unit: '%', kind: 'rate', value: 90 }),
      ],
      '绿化率从38.2%提高到38.9%',
    ],
  ])('%s', (_, figures, title) => {
    expect(slides(...figures).map(each => each.title)).toEqual([title])
  })

  it('has two numbers that are compared above what else stands there', () => {
    const ratio = { unit: '', kind: 'ratio', value: [1.85, 1] } as const
    const [slide] = slides(
      stated('old', { label: '上年收入比', short: '收入比', ...ratio, period: '2030' }),
      stated('new', { label: '收入比', ...ratio, value: [1.82, 1] }),
      count('a', '公园', 4),
    )
    expect(slide!.shown).toEqual([
      '<div class="hb-stack">',
      '<Compare from="old" to="new" />',
      `<FigureGrid :cols="1" size="s" :ids="['a']" />`,
      '</div>',
    ])
  })
})

describe('what is thin', () => {
  const chart = [count('x', '技改项目', 52), count('y', '扩能项目', 46)]

  it('stands beside the chart near which it is stated', () => {
    expect(slides(...chart, count('park', '公园', 4))).toHaveLength(1)
  })

  it('stands together, where a number that says more would be left alone', () => {
    const all = slides(...chart, count('park', '公园', 4), count('road', '道路', 6), stated('fund', { label: '投入' }))
    expect(all.map(({ shown }) => shown)).toEqual([
      [`<BarChart :ids="['x', 'y']" highlight="x" />`],
      ['<BigNumber id="fund" size="xl" highlight />', `<FigureGrid :cols="1" :ids="['park', 'road']" />`],
    ])
  })

  it('of one sort is told in one breath', () => {
    const rate = (id: string, label: string, value: number): FigureInput =>
      stated(id, { label, unit: '‰', kind: 'rate', value })
    const all = slides(
      ...['甲', '乙', '丙', '丁'].map((name, index) => stated(`f${index}`, { label: `${name}项` })),
      rate('born', '出生率', 5.6),
      rate('died', '死亡率', 8.1),
      rate('grown', '自然增长率', -2.5),
    )
    expect(all).toHaveLength(2)
    expect(all.filter(({ shown }) => /born|died|grown/.test(shown.join()))).toHaveLength(1)
  })
})

describe('a quote', () => {
  const voice = { column: '话说', clause: 'a' }
  const quote = { id: 'q', chapter: 'trade', column: '话说', text: '好', speaker: '张三', role: '商户' }
  const quoting = (...figures: FigureInput[]) =>
    deckWith({ ...inChapter(figures), columns: ['数说', '话说'], quotes: { file: '', quotes: [quote] } })

  it.each([
    [1, [`<FigureGrid :cols="1" size="s" :ids="['v0']" />`]],
    [3, [`<FigureGrid :cols="3" size="s" :ids="['v0', 'v1', 'v2']" />`]],
    [4, []],
  ])('stands with the %i numbers of its column, where they are few', (length, body) => {
    const voiced = Array.from({ length }, (_, index) => stated(`v${index}`, { evidence: voice }))
    const deck = quoting(stated('a', {}), ...voiced)
    const material = materialOf(deck)
    expect(quoteSlide(deck.quotes[0]!, material).body).toEqual(body)
    const told = messageSlides(deck.chapters[0]!, material).flatMap(({ figures }) => figures.map(({ id }) => id))
    expect(told.includes('v0')).toBe(body.length === 0)
  })
})
