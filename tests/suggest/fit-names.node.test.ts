import { describe, expect, it } from 'vitest'
import { unfitNames, withFitNames } from '../../scripts/suggest/fit-names.ts'
import { draftFromWorkbook } from '../../scripts/lib/cells/draft.ts'
import { problemLines } from '../../scripts/lib/xlsx/problem-lines.ts'
import type { DeckSource } from '../../model/source.ts'
import { soundSource } from '../support/deck-source.ts'
import { xlsx, type Cell } from '../check/support/office.ts'

const TITLE = '汀岚县2031年主要指标'
const LONG = '城市建成区道路交通基础设施补短板项目年度计划完成投资额占全部政府投资项目计划完成投资额的比重'

/** The data of a sheet. */
function sourceOf(...rows: Cell[][]): DeckSource {
  return draftFromWorkbook([{ name: '月报.xlsx', bytes: xlsx({ 指标: [[TITLE], ...rows] }) }]).draft!.source
}

describe('names of a draft', () => {
  it.each([
    ['·商铺累计：', '商铺累计'],
    ['（一）商铺累计', '（一）商铺累计'],
    ['商铺（累计）', '商铺（累计）'],
    ['“商铺”累计', '“商铺”累计'],
    ['——', '——'],
    ['新开商铺。', '新开商铺。'],
  ])('%s is %s', (label, fit) => {
    const source = soundSource()
    source.figures[0]!.figures[0] = { ...source.figures[0]!.figures[0]!, label }
    expect(withFitNames(source).figures[0]!.figures[0]!.label).toBe(fit)
  })
})

describe('names of a workbook that slides have no place for', () => {
  it.each<[string, Cell[][], string[]]>([
    [
      'none',
      [
        ['指标', '单位', '绝对额'],
        ['产值', '亿元', 12],
      ],
      [],
    ],
    [
      'a long name of a figure',
      [
        ['指标', '单位', '绝对额'],
        [LONG, '%', 12.3],
        ['产值', '亿元', 3],
      ],
      [`指标 C3 名称“${LONG}”`],
    ],
    [
      'two columns of one name',
      [
        ['镇', '产值（亿元）', '产值（亿元）'],
        ['东镇', 12, 13],
        ['西镇', 1, 2],
      ],
      ['指标 “汀岚县主要指标” 有两列都叫“产值”'],
    ],
    [
      'a long name of a row of a table',
      [
        ['镇', '产值（亿元）'],
        [LONG, 12],
        ['东镇', 3],
      ],
      [`指标 “汀岚县主要指标” 行名“${LONG}”`],
    ],
  ])('%s', (_, rows, expected) => {
    expect(unfitNames(sourceOf(...rows)).map(({ sheet, ref, found }) => `${sheet} ${ref} ${found}`)).toEqual(expected)
  })
})

it('problems are told with rows in words, and long texts cut', () => {
  const problem = { sheet: '指标', expected: '各行的名称不同' }
  expect(
    problemLines([
      { ...problem, ref: '4', found: '产值' },
      { ...problem, ref: 'C5', found: '产'.repeat(70) },
    ]),
  ).toEqual([
    '工作簿有 2 处要改：',
    '  指标 第 4 行  现为：产值  应为：各行的名称不同',
    `  指标 C5  现为：${'产'.repeat(60)}……（共 70 字）  应为：各行的名称不同`,
  ])
})
