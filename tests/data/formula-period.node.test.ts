import { describe, expect, it } from 'vitest'
import { resolveDeck } from '../../model/deck.ts'
import { figure, minus, plus, type Expression } from '../../model/expression.ts'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource, DerivedInput } from '../../model/source.ts'
import { validate } from '../../model/validate.ts'
import { soundSource } from '../support/deck-source.ts'
import { gdp } from '../support/tables.ts'

/** A deck with a series of years, another of days, and one figure derived from them. */
function deckWith(expression: Expression, more: Partial<DerivedInput> = {}): DeckSource {
  const people = (id: string, value: number, date: string): FigureInput => ({
    ...{ id, label: `${date}常住人口`, value, unit: '万人', period: `@${date}` },
    evidence: { column: '数说', clause: `常住人口${value}万人`, period: `${date.slice(0, 4)}年末` },
  })
  const source = soundSource()
  source.figures[0]!.figures.push(people('people-2020', 40, '2020-12-31'), people('people-2021', 42, '2021-12-31'))
  const derived: DerivedInput = {
    ...{ id: 'gain', label: '增加的地区生产总值', unit: '亿元', kind: 'amount', decimals: 1, expression },
    ...more,
  }
  return {
    ...source,
    tables: [{ file: 'data/tables/gdp.ts', tables: [gdp] }],
    derived: { ...source.derived, figures: [...source.derived.figures, derived] },
  }
}

const messages = (source: DeckSource): string[] => validate(source).map(({ id, message }) => `${id} ${message}`)
const total = (year: number): Expression => figure(`gdp@${year}/total`)
const people = { label: '增加的常住人口', unit: '万人', kind: 'count', decimals: 0 } as const

describe('the period of what is derived', () => {
  it('goes from the first year to the last of one amount that grew', () => {
    const source = deckWith(minus(total(2021), total(2016)))
    expect(messages(source)).toEqual([])
    expect(resolveDeck<string>(source).getFigure('gain').period).toMatchObject({
      ...{ id: '2016/2021', begin: '2016-01-01', end: '2021-12-31' },
    })
  })

  it('is the one that is written, where it covers those of what goes in', () => {
    const sum = plus(plus(total(2019), total(2020)), total(2021))
    const source = deckWith(sum, { period: '2019/2021', label: '三年累计的地区生产总值' })
    expect(messages(source)).toEqual([])
    expect(resolveDeck<string>(source).getFigure('gain').period.id).toBe('2019/2021')
  })

  it.each<[string, Expression, Partial<DerivedInput>, string]>([
    [
      'a sum over years does not tell it',
      plus(total(2019), total(2020)),
      {},
      "算式用到不同时段的数（2019年、2020年），结果是哪一段的，请在这一条里写明：period: '2019/2020'",
    ],
    [
      'two days do not tell it',
      minus(figure('people-2021'), figure('people-2020')),
      people,
      "算式用到不同时段的数（2021年末、2020年末），结果是哪一段的，请在这一条里写明：period: '2020-12-31/2021-12-31'",
    ],
    [
      'what is written leaves one of them out',
      minus(total(2021), total(2016)),
      { period: '2017/2021' },
      "算式用到不同时段的数（2021年、2016年），period 写的是2017—2021年，没有包括它们；应从第一个到最后一个：period: '2016/2021'",
    ],
    [
      'percent of two times make points',
      minus(figure('gdp@2021/growth'), figure('gdp@2020/growth')),
      { unit: '%', kind: 'rate', period: '2020/2021' },
      '算式是2021年、2020年两个时段的“%”相减，得的是点数，不能写成“%”；请用原文写的百分点',
    ],
  ])('is asked for: %s', (_, expression, more, message) => {
    expect(messages(deckWith(expression, more))).toEqual([`gain ${message}`])
  })

  it('may be of two days', () => {
    const period = '2020-12-31/2021-12-31'
    expect(messages(deckWith(minus(figure('people-2021'), figure('people-2020')), { ...people, period }))).toEqual([])
  })
})
