import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDeck, loadSource } from '../../model/load.ts'
import type { SheetFigureInput } from '../../model/figure.ts'
import { readRefresh, writeRefresh } from '../../scripts/refresh/run.ts'
import { xlsx, type Cell } from '../check/support/office.ts'
import { draftedDeck, removeScratch } from '../cells/support/deck.ts'
import { changes, NAME, NEXT } from './support/changes.ts'

afterAll(removeScratch)

const list = (rows: Cell[][], title: string | null = '2026年1—2月') => xlsx({ 表: [[title], ...rows] })
const HEADS: Cell[] = ['指标', '单位', '累计']
const [OUTPUT, FIRMS]: [Cell[], Cell[]] = [
  ['产值', '亿元', 25.6],
  ['企业', '家', 60],
]
const indicators = (...rows: Cell[][]) => list([HEADS, ...rows])
const towns = (heads: Cell[], ...rows: Cell[][]) => list([['单位：万元'], ['镇', ...heads], ...rows])
const years = (heads: Cell[], ...rows: Cell[][]) => list([['单位：万元'], ['镇', ...heads], ...rows], '各镇产值')

describe('figures of a list', () => {
  it.each<[string, Uint8Array, Uint8Array, string[]]>([
    [
      'a unit that nobody knows',
      indicators(OUTPUT, FIRMS),
      indicators(OUTPUT, ['企业', '唛头', 60]),
      [expect.stringContaining('表!C4 不认识的单位“唛头” → 认识的单位；“唛头”要是单位')],
    ],
    [
      'a unit that is gone',
      indicators(OUTPUT, FIRMS),
      list([
        ['指标', '累计'],
        ['产值', 25.6],
        ['企业', 60],
      ]),
      [expect.stringContaining('表!B3 “累计”没有单位')],
    ],
    [
      'no time',
      indicators(OUTPUT, FIRMS),
      list([HEADS, OUTPUT, FIRMS], '主要指标'),
      [expect.stringContaining('表!C3 标题、列名、工作表名和文件名里都没有写是哪年哪月')],
    ],
  ])('are refused with %s', async (_, from, to, expected) => {
    expect(await changes(from, to, { name: '月报.xlsx' })).toEqual(expected)
  })

  it.each<[string, Uint8Array, string[]]>([
    [
      'a row that is gone, before another',
      indicators(FIRMS),
      ['gone chanzhi C3 25.6亿元→ !新表里找不到这一行或这一列，数据还是原来的'],
    ],
    [
      'a row in the place of which stands another in another unit',
      indicators(['用电量', '千瓦时', 7], FIRMS),
      ['gone chanzhi C3 25.6亿元→ !新表里找不到这一行或这一列，数据还是原来的', 'new 用电量，累计 C3 →7'],
    ],
    [
      'a row in the place of which stands another in its unit',
      indicators(['税收', '亿元', 7], FIRMS),
      ['changed chanzhi C3 25.6亿元→7亿元 !待核，按位置取的：行名、列名原来是“产值”“累计”，现在是“税收”“累计”'],
    ],
    ['a row of its name in two tables', list([HEADS, OUTPUT, FIRMS, [], ['表二'], HEADS, OUTPUT, FIRMS]), []],
  ])('are told of %s', async (_, to, expected) => {
    expect(await changes(indicators(OUTPUT, FIRMS), to, { name: NAME })).toEqual(expected)
  })

  it('are in doubt where their unit is one of something else', async () => {
    const root = await draftedDeck(indicators(OUTPUT, FIRMS), NAME)
    const read = await readRefresh(root, indicators(OUTPUT, ['企业', '%', 60]), NAME)
    expect(read.changes.filter(({ warnings }) => warnings.length > 0)).toMatchObject([
      { id: 'qiye', warnings: ['单位变了：家 → %'] },
    ])
    await writeRefresh(root, read)
    const figures = (await loadSource(root)).figures.flatMap(file => file.figures as SheetFigureInput[])
    expect(figures.map(({ doubt }) => doubt)).toEqual([undefined, '单位原来是“家”，现在是“%”，不是一回事'])
  })

  it('stay in doubt where they were found by their place alone, until a person says otherwise', async () => {
    const root = await draftedDeck(indicators(OUTPUT, FIRMS), NAME)
    const taxes = indicators(['税收', '亿元', 7], FIRMS)
    const doubts = async () =>
      (await loadSource(root)).figures.flatMap(({ figures }) => (figures as SheetFigureInput[]).map(each => each.doubt))
    await writeRefresh(root, await readRefresh(root, taxes, NAME))
    expect(await doubts()).toEqual([expect.stringContaining('按位置取的'), undefined])
    await writeRefresh(root, await readRefresh(root, taxes, NAME))
    expect(await doubts()).toEqual([expect.stringContaining('按位置取的'), undefined])
  })

  it('tell where their time does not go on with the workbook', async () => {
    const heads: Cell[] = ['指标', '单位', '1月', '2月', '3月']
    const months = (title: string, ...output: Cell[]) =>
      list([heads, ['产值', '亿元', ...output], ['企业', '家', '约3', '约4', '约5']], title)
    expect(await changes(months('2026年2月', '约1', '约2', null), months('2026年3月', '约1', '约2', null))).toEqual([
      'same chanzhi D3 〔约〕2亿元→〔约〕2亿元 !时段没有往后移，还是2026年2月',
      'same qiye D4 〔约〕4家→〔约〕4家 !时段没有往后移，还是2026年2月',
    ])
  })
})

describe('a time that a person gives', () => {
  const undated = list([HEADS, OUTPUT, FIRMS], '主要指标')
  it.each<[string, Uint8Array, string, string[]]>([
    ['serves what says none', undated, '2026-01/2026-03', []],
    [
      'is refused against what the workbook says',
      indicators(OUTPUT, FIRMS),
      '2026-03',
      ['表!1 写的是2026年1—2月 → 与 --period 2026-03（2026年3月）一致；请改其中一个'],
    ],
    ['may say the same', indicators(OUTPUT, FIRMS), '2026-01/2026-02', []],
  ])('%s', async (_, to, period, expected) => {
    expect(await changes(indicators(OUTPUT, FIRMS), to, { name: '月报.xlsx', period })).toEqual(expected)
  })
})

describe('a table', () => {
  const [EAST, WEST]: [Cell[], Cell[]] = [
    ['东镇', 400, 8],
    ['西镇', 200, 5],
  ]
  const BOTH: Cell[] = ['产值', '增长（%）']
  it.each<[string, Uint8Array, Uint8Array, string[]]>([
    [
      'another unit in one of its cells',
      towns(BOTH, EAST, WEST),
      towns(BOTH, EAST, ['西镇', '3.2亿元', 5]),
      ['表!B5 3.2亿元，单位是“亿元” → 同一列用一种单位，前面用的是“万元”'],
    ],
    [
      'a qualifier',
      towns(BOTH, EAST, WEST),
      towns(BOTH, EAST, ['西镇', '60余', 5]),
      ['表!B5 60余 → 整张表里的格只有数，没有“余”“约”“增长”这样的词'],
    ],
    [
      'a unit of something else',
      towns(BOTH, EAST, WEST),
      list([['单位：户'], ['镇', ...BOTH], EAST, WEST]),
      ['表!B4 400，单位是“户” → 这一列原来的单位“万元”，或它的倍数'],
    ],
    [
      'no unit any more',
      towns(BOTH, EAST, WEST),
      list([[], ['镇', ...BOTH], EAST, WEST]),
      [expect.stringContaining('表!B4 “产值”没有单位')],
    ],
    [
      'two rows of one name',
      towns(BOTH, EAST, WEST),
      towns(BOTH, EAST, WEST, ['西镇', 1, 1]),
      ['表!6 行名“西镇”与上面的一行相同 → 各行的名称不同'],
    ],
  ])('is refused with %s', async (_, from, to, expected) => {
    expect(await changes(from, to)).toEqual(expected)
  })

  it.each<[string, Uint8Array, Uint8Array, string[]]>([
    [
      'another unit in all of a column',
      towns(BOTH, EAST, WEST),
      list([['单位：亿元'], ['镇', ...BOTH], EAST, WEST]),
      [
        'changed biao@东镇/value B4 400万元→400亿元 !单位变了：万元 → 亿元 !差了十倍以上',
        'changed biao@西镇/value B5 200万元→200亿元 !单位变了：万元 → 亿元 !差了十倍以上',
      ],
    ],
    [
      'another unit in a row',
      list([
        ['指标', '单位', '2024年', '2025年'],
        ['产值', '亿元', 1, 2],
        ['企业', '家', 3, 4],
      ]),
      list([
        ['指标', '单位', '2024年', '2025年'],
        ['产值', '万元', 10_000, 20_000],
        ['企业', '家', 3, 4],
      ]),
      [
        'changed biao@产值/p2024 C3 1亿元→10000万元 !单位变了：亿元 → 万元',
        'changed biao@产值/p2025 D3 2亿元→20000万元 !单位变了：亿元 → 万元',
      ],
    ],
    [
      'a row of another kind beside its own',
      list([
        ['指标', '单位', '2024年', '2025年'],
        ['产值', '亿元', 1, 2],
        ['企业', '家', 3, 4],
      ]),
      list([
        ['指标', '单位', '2024年', '2025年'],
        ['产值', '亿元', 1, 2],
        ['企业', '家', 3, 4],
        ['增速', '%', 5, 6],
      ]),
      ['new 增速，2024年 C5 →5', 'new 增速，2025年 D5 →6'],
    ],
    [
      'a column that it does not have',
      towns(['产值'], ['东镇', 400], ['西镇', 200]),
      towns(BOTH, EAST, WEST),
      ['new 东镇，增长 C4 →8', 'new 西镇，增长 C5 →5'],
    ],
  ])('is read with %s', async (_, from, to, expected) => {
    expect(await changes(from, to)).toEqual(expected)
  })

  it.each<[string, Uint8Array, Uint8Array, [period: string, cells: string][]]>([
    [
      'years that have moved on',
      years(['2024年', '2025年', '2026年'], ['东镇', 1, 2, 3], ['西镇', 4, 5, 6]),
      years(['2025年', '2026年', '2027年'], ['东镇', 2, 3, 7], ['西镇', 5, 6, 8]),
      [
        ['2025', '2、5'],
        ['2026', '3、6'],
        ['2027', '7、8'],
      ],
    ],
    [
      'a year more, of which the table has none',
      years(['2024年', '2025年'], ['东镇', 1, 2], ['西镇', 4, 5]),
      years(['2024年', '2025年', '2026年'], ['东镇', 1, 2, 3], ['西镇', 4, 5, 6]),
      [
        ['2024', '1、4'],
        ['2025', '2、5'],
      ],
    ],
    [
      'years in another order',
      years(['2024年', '2025年'], ['东镇', 1, 2], ['西镇', 4, 5]),
      years(['2025年', '2024年'], ['东镇', 2, 1], ['西镇', 5, 4]),
      [
        ['2024', '1、4'],
        ['2025', '2、5'],
      ],
    ],
    [
      'this year and the last',
      list([
        ['镇', '2026年1—2月（万元）', '2025年1—2月（万元）'],
        ['东镇', 1, 2],
        ['西镇', 3, 4],
      ]),
      list(
        [
          ['镇', '2026年1—3月（万元）', '2025年1—3月（万元）'],
          ['东镇', 5, 6],
          ['西镇', 7, 8],
        ],
        '2026年1—3月',
      ),
      [
        ['2026-01/2026-03', '5、7'],
        ['2025-01/2025-03', '6、8'],
      ],
    ],
    [
      'a column for the year so far, which was of a month',
      list(
        [
          ['镇', '2月（万元）'],
          ['东镇', 1],
          ['西镇', 3],
        ],
        '2026年2月',
      ),
      list(
        [
          ['镇', '3月（万元）'],
          ['东镇', 5],
          ['西镇', 7],
        ],
        '2026年1—3月',
      ),
      [['2026-03', '5、7']],
    ],
  ])('takes the numbers of the right time from %s', async (_, from, to, expected) => {
    const root = await draftedDeck(from, NAME)
    await writeRefresh(root, await readRefresh(root, to, '产值.xlsx'))
    expect((await loadDeck(root)).problems).toEqual([])
    const { measures, cells, period } = (await loadSource(root)).tables![0]!.tables[0]!
    expect(
      measures.map((measure, index) => [measure.period ?? period, cells.map(line => line[index + 1]).join('、')]),
    ).toEqual(expected)
  })

  it('is refused where a column is no longer there', async () => {
    const [from, to] = [
      years(['2024年', '2025年'], ['东镇', 1, 2], ['西镇', 4, 5]),
      years(['2025年', '2027年'], ['东镇', 2, 3], ['西镇', 5, 6]),
    ]
    expect(await changes(from, to, { name: '产值.xlsx' })).toEqual([
      '表!4 没有“2024年”这一列，有的是：2025年、2027年 → 列名与上次一样（其中的时间可以往后移）',
      '表!4 没有“2025年”这一列，有的是：2025年、2027年 → 列名与上次一样（其中的时间可以往后移）',
    ])
  })
})

it('is refused where it has no table', async () => {
  const root = await draftedDeck(indicators(OUTPUT, FIRMS), NAME)
  await expect(readRefresh(root, xlsx({ 表: [['只有一句话']] }), NEXT)).rejects.toThrow('里没有找到表')
})

it.each<[string, string, Cell[][], string | null]>([
  [
    'of another name with little of it',
    '别的.xlsx',
    [OUTPUT],
    '别的.xlsx 和《云溪区月报》对不上：3 条数据里只找到 1 条的格',
  ],
  ['of its name with little of it', NEXT, [OUTPUT], null],
  ['of another name with most of it', '别的.xlsx', [OUTPUT, FIRMS], null],
  ['of its name with nothing of it', NEXT, [['航线', '条', 9]], '对不上：3 条数据里只找到 0 条的格'],
])('a file %s is taken for the only map, or refused', async (_, name, rows, refused) => {
  const root = await draftedDeck(indicators(OUTPUT, FIRMS, ['就业', '人', 33]), NAME)
  const read = readRefresh(root, indicators(...rows), name)
  if (refused === null) expect(await read).toMatchObject({ title: '云溪区月报' })
  else await expect(read).rejects.toThrow(refused)
})

it('is not written where what it makes is not in order', async () => {
  const root = await draftedDeck(towns(['产值', '户数（户）'], ['东镇', 400, 8], ['西镇', 200, 5]), NAME)
  const file = path.join(root, 'data/tables/biao.ts')
  const before = (await readFile(file, 'utf8')).replace("rows: 'subjects',", "rows: 'subjects',\n    ours: '西镇',")
  await writeFile(file, before)
  const read = await readRefresh(root, towns(['产值', '户数（户）'], ['东镇', 400, 8], ['南镇', 1, 2]), NEXT)
  await expect(writeRefresh(root, read)).rejects.toThrow('没有“西镇”这一行')
  expect(await readFile(file, 'utf8')).toBe(before)
})
