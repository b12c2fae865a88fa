import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SheetFigureInput } from '../../model/figure.ts'
import type { TableInput } from '../../model/table.ts'
import { tablesOfSource } from '../../scripts/check/facts/tables.ts'
import { readArticles } from '../../scripts/lib/facts/read-article.ts'
import { sourceViews } from '../../scripts/review/sources.ts'
import type { SourceBlock } from '../../scripts/review/view.ts'
import { ARTICLE, facts, source, type Source } from '../check/support/facts-deck.ts'
import { docx, paragraph, wordTable, xlsx } from '../check/support/office.ts'
import { temporaryFolder } from '../scripts/support/context.ts'

/** A block in a line: numbers with what they are behind them, clauses in brackets with whose they are. */
function told(block: SourceBlock): string {
  if (block.sort === 'table') {
    const rows = block.rows.map(cells =>
      cells.map(({ text, sort, ids }) => text + (sort ? `〔${ids.join() || sort}〕` : '')).join(' | '),
    )
    return [block.caption, block.heads.join(' | '), ...rows].join(' / ')
  }
  const marks = [
    ...block.numbers.map(({ end, sort, ids }) => ({ at: end, order: 0, text: `〔${ids.join() || sort}〕` })),
    ...block.clauses.map(({ start }) => ({ at: start, order: 2, text: '[' })),
    ...block.clauses.map(({ end, id }) => ({ at: end, order: 1, text: `]${id}` })),
  ].sort((a, b) => b.at - a.at || b.order - a.order)
  const text = marks.reduce((line, { at, text }) => line.slice(0, at) + text + line.slice(at), block.text)
  return `${block.heading ? '# ' : ''}${text}`
}

const blocks = (views: ReturnType<typeof sourceViews>): string[] => views.flatMap(({ blocks }) => blocks.map(told))

describe('an article', () => {
  it('has each number marked as a figure, a name, a period or none of these, and the clauses of figures', async () => {
    const article = ARTICLE.replace('新建公园3个。', '新建公园3个，植树500株；2031年，3号院。').replace(
      '商业街',
      '海湾区的一年',
    )
    const deck = await facts({
      article,
      source: source(deck => {
        deck.names = { file: 'data/names.ts', names: [{ text: '3号院', reason: '口语' }] }
      }),
    })
    const [view, ...others] = sourceViews(deck)
    expect(others).toEqual([])
    expect(view).toMatchObject({ title: '', file: '原文.txt' })
    expect(blocks([view!]).slice(1)).toEqual([
      '# 商贸',
      '# 评说商贸',
      '一季度〔period〕，[销售额同比增长6.5%〔sales-growth〕]sales-growth。',
      '# 数说商贸',
      '[商铺累计300家〔shops〕]shops；[新开商铺40余家〔shops-new〕]shops-new。',
      '# 话说商贸',
      '我的商埔不大。[生意好做了。]quote:keeper',
      '——商户某店主',
      '# 园林',
      '# 数说园林',
      '[新建公园3个〔parks-new〕]parks-new，植树500株〔open〕；2031年〔period〕，3号〔name〕院。',
    ])
  })

  it('that is not at hand is what the data has of it, each clause once', async () => {
    const deck = await facts({ article: null })
    expect(sourceViews(deck).map(({ file }) => file)).toEqual([null])
    expect(blocks(sourceViews(deck))).toEqual([
      '# 商贸数说',
      '[商铺累计300家〔shops〕]shops',
      '[新开商铺40余家〔shops-new〕]shops-new',
      '# 商贸评说',
      '[销售额同比增长6.5%〔sales-growth〕]sales-growth',
      '# 园林数说',
      '[新建公园3个〔parks-new〕]parks-new',
      '# 商贸话说',
      '[生意好做了。]quote:keeper',
    ])
  })
})

const towns = (): TableInput => ({
  id: 'towns',
  label: '各镇产值',
  chapter: 'trade',
  period: '2031',
  evidence: { source: 'bulletin', table: '表1' },
  rows: 'subjects',
  measures: [
    { id: 'output', label: '产值', head: '产值（亿元）', unit: '亿元' },
    { id: 'growth', label: '产值增速', head: '比上年增长（%）', unit: '%', change: '增长', of: 'output' },
  ],
  cells: [
    ['东镇', '400.5', '8.0'],
    ['西镇', '200.0', '-1.5'],
  ],
  skip: [{ row: '北镇', reason: '已并入东镇' }],
})

const west = (): SheetFigureInput => ({
  id: 'west-people',
  label: '西镇人口',
  value: 3,
  unit: '万人',
  period: '2031',
  evidence: { source: 'workbook', sheet: '人口', cell: 'B3', row: '西镇', column: '人口（万人）' },
})

/** The deck with a bulletin in Word, a table in it, and a workbook besides its article. */
const several = (change: (deck: Source) => void = () => {}): ReturnType<typeof source> =>
  source(deck => {
    deck.sources = [
      { id: 'article', title: '海湾区的一年', publisher: '海湾报', file: '原文.txt' },
      { id: 'bulletin', title: '公报', file: '公报.docx', undivided: true },
      { id: 'workbook', title: '人口表', file: '人口.xlsx', partial: '只取西镇' },
    ]
    deck.tables = [{ file: 'data/tables/towns.ts', tables: [towns()] }]
    deck.figures.push({ file: 'data/figures/people.ts', chapter: 'parks', figures: [west() as never] })
    change(deck)
  })

describe('several sources', () => {
  it('are shown one behind the other, tables of Word and Excel where they stand', async () => {
    const folder = temporaryFolder()
    const rows = [
      ['镇', '产值（亿元）', '比上年增长（%）'],
      ['东镇', '400.5', '8.0'],
      ['西镇', '200.0', '-1.6'],
      ['北镇', '7.0', '1.0'],
    ]
    writeFileSync(
      path.join(folder, '公报.docx'),
      docx(paragraph('全年降雨900毫米。') + paragraph('表1 各镇产值') + wordTable(rows) + paragraph('完。')),
    )
    writeFileSync(
      path.join(folder, '人口.xlsx'),
      xlsx({
        人口: [
          ['镇', '人口（万人）'],
          ['东镇', 5],
          ['西镇', 3],
        ],
      }),
    )
    const written = several()
    const article = await readArticles(folder, ['公报.docx', '人口.xlsx'], written)
    const views = sourceViews({ ...(await facts({ source: written, article: null })), article })
    expect(views.map(({ title, file }) => [title, file])).toEqual([
      ['《海湾区的一年》（海湾报）', null],
      ['《公报》', '公报.docx'],
      ['《人口表》', '人口.xlsx'],
    ])
    expect(blocks(views.slice(1))).toEqual([
      '全年降雨900毫米〔open〕。',
      '表1 各镇产值 / 镇 | 产值（亿元） | 比上年增长（%） / 东镇 | 400.5〔towns@东镇/output〕 | 8.0〔towns@东镇/growth〕 / 西镇 | 200.0〔towns@西镇/output〕 | -1.6〔open〕 / 北镇 | 7.0〔untaken〕 | 1.0〔untaken〕',
      '完。',
      '人口 / 镇 | 人口（万人） / 东镇 | 5〔untaken〕 / 西镇 | 3〔west-people〕',
    ])
  })

  it('have cells of a workbook read as the check reads them', async () => {
    const folder = temporaryFolder()
    const heads = ['镇', '产值（亿元）', '比上年增长（%）']
    writeFileSync(
      path.join(folder, '产值.xlsx'),
      xlsx({ 产值: [heads, ['东镇', 400.5, 8], ['西镇', '２００', '(1.5)'], ['北镇', '约7亿元', '']] }),
    )
    const written = source(deck => {
      deck.sources = [{ id: 'bulletin', title: '产值', file: '产值.xlsx', undivided: true }]
      const cells: TableInput['cells'] = [
        ['东镇', '400.5', '8'],
        ['西镇', '200', '-1.5'],
      ]
      deck.tables = [
        { file: 'data/tables/towns.ts', tables: [{ ...towns(), cells, evidence: { table: '产值' }, skip: [] }] },
      ]
    })
    const article = await readArticles(folder, ['产值.xlsx'], written)
    const given = { ...(await facts({ source: written, article: null })), article }
    expect(blocks(sourceViews(given))).toEqual([
      '产值 / 镇 | 产值（亿元） | 比上年增长（%） / 东镇 | 400.5〔towns@东镇/output〕 | 8〔towns@东镇/growth〕 / 西镇 | 200〔towns@西镇/output〕 | (1.5)〔towns@西镇/growth〕 / 北镇 | 约7亿元〔open〕 | ',
    ])
    expect(tablesOfSource(given, article).map(({ measured }) => measured)).toEqual([
      '《各镇产值》：原表的行“北镇”（第 4 行）没有写成数据',
    ])
  })

  it('that are not at hand are the tables and cells that the data has of them', async () => {
    const views = sourceViews(await facts({ source: several(), article: null }))
    expect(blocks(views.slice(1))).toEqual([
      '表1《各镇产值》 /  | 产值（亿元） | 比上年增长（%） / 东镇 | 400.5〔towns@东镇/output〕 | 8.0〔towns@东镇/growth〕 / 西镇 | 200.0〔towns@西镇/output〕 | -1.5〔towns@西镇/growth〕',
      '人口 / 单元格 | 行 | 列 | 数 / B3 | 西镇 | 人口（万人） | 3〔west-people〕',
    ])
  })
})
