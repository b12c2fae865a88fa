import { describe, expect, expectTypeOf, it } from 'vitest'
import { resolveDeck } from '../../model/deck.ts'
import { formatFigure } from '../../model/format.ts'
import { surveyDeck } from '../../model/survey.ts'
import type { CellId, TableInput } from '../../model/table.ts'
import { validate } from '../../model/validate.ts'
import { soundSource } from '../support/deck-source.ts'
import { tableFiles, type gdp, type TableCellId } from '../support/tables.ts'

type Writable<Type> = Type extends string | undefined ? Type : { -readonly [Key in keyof Type]: Writable<Type[Key]> }
type Tables = [counties: Writable<TableInput>, gdp: Writable<TableInput>, industries: Writable<TableInput>]

const withTables = (breakIt: (...tables: Tables) => void = () => {}): ReturnType<typeof soundSource> => {
  const files = tableFiles()
  breakIt(...(files[0]!.tables as unknown as Tables))
  return { ...soundSource(), tables: files }
}
const messages = (breakIt: (...tables: Tables) => void): string[] =>
  validate(withTables(breakIt)).map(({ file, id, message }) => `${file} ${id} ${message}`)

const deck = resolveDeck<TableCellId>(withTables())

describe('a table', () => {
  it('heads its rows as it says, or by what they are', () => {
    const head = (breakIt?: (...tables: Tables) => void) =>
      resolveDeck(withTables(breakIt)).tables.map(table => table.head)
    expect(head().slice(0, 2)).toEqual(['名称', '时段'])
    expect(head(counties => (counties.head = '县（区）'))[0]).toBe('县（区）')
  })
})

describe('the cells of a table', () => {
  it.each<[TableCellId, object]>([
    [
      'counties@城关区/total',
      { label: '城关区地区生产总值', short: '城关区', value: 565.7, unit: '亿元', kind: 'amount', decimals: 1 },
    ],
    [
      'counties@城关区/growth',
      { value: 8, decimals: 1, change: '增长', of: 'counties@城关区/total', comparedWith: '上年' },
    ],
    ['counties@平顶县/rank', { kind: 'rank', value: 12 }],
    ['gdp@2019/total', { label: '地区生产总值', short: '2019年', value: 1652.1 }],
    ['gdp@2015/growth', { change: '下降', of: 'gdp@2015/total' }],
    ['industries@地区生产总值/value', { label: '地区生产总值' }],
    ['industries@工业/value', { label: '工业增加值', of: 'industries@第二产业/value' }],
    ['industries@第二产业/value', { of: 'industries@地区生产总值/value' }],
    ['industries@住宿和餐饮业/growth', { label: '住宿和餐饮业增长', change: '下降' }],
  ])('are figures: %s', (id, expected) => {
    expect(deck.getFigure(id)).toMatchObject(expected)
  })

  it.each<[TableCellId, string]>([
    ['counties@城关区/total', '565.7亿元'],
    ['counties@城关区/growth', '增长8.0%'],
    ['counties@城关区/rank', '第一位'],
    ['gdp@2017/growth', '增长7%'],
    ['gdp@2015/growth', '下降2.9%'],
    ['industries@住宿和餐饮业/growth', '下降20.1%'],
    ['industries@交通运输、仓储和邮政业/value', '10亿元'],
    ['industries@住宿和餐饮业/value', '3.0亿元'],
  ])('print as the source does: %s is %s', (id, printed) => {
    expect(formatFigure(deck.getFigure(id), 'worded')).toBe(printed)
  })

  it('of a change carry its sign, whichever way the column tells it', () => {
    expect(deck.getFigure('industries@住宿和餐饮业/growth')).toMatchObject({ value: -20.1, kind: 'growth' })
    expect(formatFigure(deck.getFigure('industries@住宿和餐饮业/growth'), 'signed')).toBe('−20.1%')
    const falls = resolveDeck<string>(withTables(c => Object.assign(c.measures[2]!, { change: '降低' })))
    expect(falls.getFigure('counties@城关区/growth')).toMatchObject({ value: -8, change: '降低' })
  })

  it('are of the period of their row, column or table', () => {
    expect(deck.getFigure('gdp@2019/total').period.text).toBe('2019年')
    expect(deck.getFigure('counties@城关区/total').period.text).toBe('2021年')
  })

  it('say where they stand', () => {
    expect(deck.getFigure('counties@城关区/total').evidence).toEqual({
      column: '数据表',
      clause: '表3《各县（区）地区生产总值》，城关区，地区生产总值（亿元）',
      cell: { table: '表3《各县（区）地区生产总值》', row: '城关区', column: '地区生产总值（亿元）' },
    })
  })

  it('stand in their chapter where the source has no columns', () => {
    const { figures, quotes, ...rest } = withTables()
    const bare = resolveDeck<string>({
      ...rest,
      columns: [],
      figures: figures.map(file => ({ ...file, figures: [] })),
      derived: { ...rest.derived, figures: [] },
      quotes: { ...quotes, quotes: [] },
    })
    expect(bare.getFigure('counties@城关区/total').evidence).not.toHaveProperty('column')
  })

  it('stand behind the other figures of their chapter', () => {
    const ids = deck.figures.map(({ id }) => id as string)
    expect(ids.indexOf('counties@城关区/rank')).toBeGreaterThan(ids.indexOf('shops-base'))
    expect(ids.indexOf('gdp@2021/growth')).toBeLessThan(ids.indexOf('parks-new'))
  })

  it('have no measure in their ids where there is one only', () => {
    const single = resolveDeck<string>(
      withTables((_, gdp) => {
        gdp.measures.pop()
        gdp.cells.forEach(row => row.pop())
      }),
    )
    expect(single.getFigure('gdp@2019')).toMatchObject({ value: 1652.1, evidence: { cell: { row: '2019' } } })
  })

  it('have typed ids, gaps none', () => {
    type Single = CellId<{
      readonly id: 'a'
      readonly label: ''
      readonly chapter: ''
      readonly evidence: object
      readonly rows: 'periods'
      readonly measures: readonly [{ readonly id: 'x'; readonly label: '' }]
      readonly cells: readonly [readonly ['2019', '1'], readonly ['2020', '…']]
    }>
    expectTypeOf<Single>().toEqualTypeOf<'a@2019'>()
    expectTypeOf<CellId<typeof gdp>>().toExtend<`gdp@${string}/total` | `gdp@${string}/growth`>()
    expectTypeOf<'industries@工业/growth'>().toExtend<TableCellId>()
    expectTypeOf<'industries@房地产业/growth'>().not.toExtend<TableCellId>()
  })
})

describe('the tables of a deck', () => {
  const [counties, series, industries] = deck.tables

  it('have rows, measures, and a figure or a gap for each cell', () => {
    expect(counties!.rows.map(({ text }) => text).slice(0, 2)).toEqual(['城关区', '安平县'])
    expect(series!.rows.map(({ text }) => text).at(-1)).toBe('2021年')
    expect(counties!.cell('城关区', 'total')).toBe(deck.getFigure('counties@城关区/total'))
    expect(series!.cell('2020')).toBe(deck.getFigure('gdp@2020/total'))
    expect(industries!.cell('房地产业', 'growth')).toEqual({ gap: '…' })
    expect(industries!.cell('林业', 'growth')).toBeUndefined()
  })

  it('know what adds up to what', () => {
    expect(industries!.parts.get('地区生产总值')).toEqual(['第一产业', '第二产业', '第三产业'])
    expect(industries!.parts.get('第二产业')).toEqual(['工业', '建筑业'])
  })
})

describe('loading a table', () => {
  it('accepts those that are in order', () => {
    expect(messages(() => {})).toEqual([])
  })

  it.each<[string, (...tables: Tables) => void, string]>([
    [
      'a cell that is no number',
      c => (c.cells[0]![2] = '565.7亿'),
      '行“城关区”，列“total”：应为原表印的数字，原表没有数的，照写 …、– 或空（现为 "565.7亿"）',
    ],
    [
      'a cell that is no text',
      c => ((c.cells[0] as unknown[])[2] = 565.7),
      '行“城关区”，列“total”：应为原表印的数字，原表没有数的，照写 …、– 或空，写成文字（现为 565.7）',
    ],
    [
      'a sign of another unit',
      c => (c.cells[0]![2] = '565.7%'),
      '行“城关区”，列“total”：印的是“%”，单位却是“亿元”（现为 "565.7%"）',
    ],
    ['a row that is too short', c => c.cells[1]!.pop(), '行“安平县”：有 2 格，应为 3 格（rank、total、growth）'],
    ['a row twice', c => c.cells.push(['安平县', '2', '320.7', '9.9']), '行“安平县”重复'],
    ['a measure twice', c => (c.measures[2]!.id = 'total'), '列“total”重复'],
    ['a chapter', c => (c.chapter = 'trad'), '没有“trad”这一章，最接近的是：trade、parks'],
    ['a period', c => (c.period = 'yeer'), '没有时段“yeer”，最接近的是：year、spring'],
    ['no period', c => delete c.period, '列“total”：没有写时段，请在表或列上写明 period'],
    [
      'a row that is no period',
      (_, g) => (g.cells[0]![0] = '去年'),
      '行“去年”：没有时段“去年”，最接近的是：year、spring',
    ],
    [
      'no unit',
      c => delete c.measures[1]!.unit,
      '行“城关区”，列“total”：没有单位，请在列上写 unit，或在 units 里写这一行的',
    ],
    [
      'a unit of several kinds',
      c => Object.assign(c.measures[2]!, { change: undefined }),
      '列“growth”：单位“%”不止一种用处，请写明 kind',
    ],
    ['a rank that is none', c => (c.cells[0]![1] = '1.5'), '行“城关区”，列“rank”：位次应为不小于1的整数（现为 "1.5"）'],
    [
      'a row of its own that is not there',
      c => (c.ours = '城关'),
      'ours：没有“城关”这一行，最接近的是：城关区、安平县、上河区',
    ],
    ['a part of itself', (_, __, i) => (i.parts!['第二产业'] = ['第二产业']), 'parts：“第二产业”不能是自己的一部分'],
    [
      'a measure of another that is not there',
      c => (c.measures[2]!.of = 'totl'),
      '列“growth”的 of：没有“totl”这一列，最接近的是：total、rank、growth',
    ],
    [
      'a name that ids cannot hold',
      c => (c.cells[0]![0] = '城/关'),
      '行“城/关”：行名要用在编号里，不能有空格、斜线、@和引号；请改行名，原表的写法写在 heads',
    ],
    [
      'a word without another way',
      c => Object.assign(c.measures[2]!, { change: '压缩' }),
      '列“growth”：与“压缩”相反的词请写在 fall',
    ],
    [
      'a field that there is none of',
      c => Object.assign(c, { colour: 'red' }),
      'colour：没有这个字段（现为 "colour"）',
    ],
  ])('finds %s', (_, breakIt, expected) => {
    expect(messages(breakIt).map(text => text.replace(/^\S+ \S+ /, ''))).toContain(expected)
  })

  it('finds everything at once, each with file and table', () => {
    const found = messages((c, g) => {
      c.cells[0]![2] = 'x'
      c.cells[1]![3] = 'y'
      g.cells[0]![1] = 'z'
    })
    expect(found.map(text => text.split('：')[0])).toEqual([
      'data/tables/gdp.ts counties 行“城关区”，列“total”',
      'data/tables/gdp.ts counties 行“安平县”，列“growth”',
      'data/tables/gdp.ts gdp 行“2015”，列“total”',
    ])
  })

  it('leaves out a table that is not in order, and keeps the others', () => {
    const { deck, problems } = surveyDeck(withTables(c => (c.cells[0]![2] = 'x')))
    expect(problems).toHaveLength(1)
    expect(deck.tables.map(({ id }) => id)).toEqual(['gdp', 'industries'])
    expect(deck.findFigure('counties@城关区/growth')).toBeUndefined()
  })

  it('takes units by row', () => {
    const { deck, problems } = surveyDeck(
      withTables(c => {
        delete c.measures[1]!.unit
        c.units = Object.fromEntries(c.cells.map(([row], index) => [row, index === 0 ? '万元' : '亿元'] as const))
      }),
    )
    expect(problems).toEqual([])
    expect(deck.getFigure('counties@城关区/total').unit).toBe('万元')
    expect(deck.getFigure('counties@安平县/total').unit).toBe('亿元')
  })
})
