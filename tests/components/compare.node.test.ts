import { describe, expect, it } from 'vitest'
import { planCompare } from '../../components/compare.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { printFigures } from '../../model/slides/figure-text.ts'
import { idsOfTag } from '../../model/slides/ids.ts'
import { figureProps } from '../../model/figure-props.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { findFigure as findCell, tables } from '../charts/fixture-tables.ts'
import { data } from '../setup/deck-data.ts'

describe('two periods of a measure', () => {
  it('are told with the change that the later one states', () => {
    const plan = planCompare({ from: 'gdp@2020/total', to: 'gdp@2021/total', change: 'gdp@2021/growth' }, id =>
      findCell(id)!,
    )
    expect([plan.from, plan.to, plan.change!].map(({ period, value }) => [period.text, value])).toEqual([
      ['2020年', 1711.6],
      ['2021年', 2311.1],
      ['2021年', 11],
    ])
  })

  it.each([
    ['<Compare from="gdp@2020/total" to="gdp@2021/total" change="gdp@2021/growth" />', []],
    ['<Compare from="gdp@2021/total" to="gdp@2020/total" />', [/from 是2021年的，晚于 to 的2020年；请对调/]],
    ['<Compare from="gdp@2020/total" to="gdp@2021/growth" />', [/类别不同/]],
    [
      '<Compare from="gdp@2020/total" to="gdp@2021/total" change="gdp@2020/growth" />',
      [/“gdp@2020\/growth”不是“gdp@2021\/total”的变化/],
    ],
    ['<Compare from="counties@城关区/total" to="counties@安平县/total" />', [/两条数据都是2021年的/]],
  ])('%s', (text, expected) => {
    expect(
      refusedCharts(text, { findFigure: findCell, findTable: id => tables.find(table => table.id === id) }).map(
        ({ message }) => message,
      ),
    ).toEqual(expected.map(pattern => expect.stringMatching(pattern)))
  })
})

it('a figure is named by `of` as well as by `id`', () => {
  const [tag] = scanTags('<Fig of="gdp" />')
  expect(idsOfTag(tag!, figureProps)).toEqual([{ sort: 'figure', id: 'gdp', at: 9 }])
  expect(printFigures('共<Fig of="gdp" />', data, id => `?${id}`)).toBe('共[gdp]')
})
