import { describe, expect, it } from 'vitest'
import { chapters, columns, figures, quotes } from 'virtual:huibao/deck'
import { formatFigure } from '../../model/format.ts'
import { names } from '../../data/names.ts'
import { parseUnit } from '../../model/units.ts'
import { readQuantities } from '../../model/reading/quantities.ts'

const stated = figures.filter(({ derived }) => !derived)

describe('the data of this deck', () => {
  it('has every figure of the source', () => {
    const counts = Object.fromEntries(
      columns.map(column => [column, stated.filter(({ evidence }) => evidence.column === column).length]),
    )
    expect(counts).toEqual({ 导语: 1, 话说: 3, 评说: 26, 数说: 49 })
  })

  it.each([
    ['smart-industry-output', '突破1600亿元'],
    ['high-tech-new', '60余家'],
    ['cases-handled', '14万余件'],
    ['green-area-new', '150万平方米以上'],
    ['parking-upgraded', '约10000个'],
    ['industry-growth-rank', '第二位'],
    ['approval-time-cut', '压缩87.8%'],
    ['cases-filed-drop', '同比下降55.3%'],
    ['public-kindergartens-share', '52.05%'],
    ['high-tech-base', '不足70家'],
    ['approval-time-rest', '12.2%'],
    ['trade-city-total', '约5892亿元'],
    ['contract-average', '约11.2亿元'],
  ])('prints %s as %s', (id, text) => {
    expect(
      formatFigure(
        figures.find(figure => figure.id === id)!,
        'worded',
      ),
    ).toBe(text)
  })

  it('claims every quantity of its clauses, names aside', () => {
    const inNames = names.map(({ text }) => text)
    const unclaimed = stated.flatMap(({ chapter, evidence: { clause } }) =>
      readQuantities(clause)
        .filter(({ unit }) => parseUnit(unit) !== undefined)
        .filter(({ start, end }) => !inNames.some(name => name.includes(clause.slice(start, end))))
        .filter(
          ({ value, unit, qualifier }) =>
            !stated.some(
              figure =>
                figure.chapter === chapter &&
                Math.abs(figure.value) === value &&
                figure.unit === unit &&
                figure.qualifier === qualifier,
            ),
        )
        .map(({ value, unit }) => `${value}${unit}：${clause}`),
    )
    expect(unclaimed).toEqual([])
  })

  it('has one voice for each chapter', () => {
    expect(quotes.map(({ chapter }) => chapter)).toEqual(chapters.map(({ id }) => id))
  })
})
