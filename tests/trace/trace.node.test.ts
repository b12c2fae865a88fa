import { describe, expect, it } from 'vitest'
import { formatTrace } from '../../scripts/trace/format.ts'
import { trace } from '../../scripts/trace/trace.ts'
import { tableFiles } from '../support/tables.ts'
import { facts, SLIDES, source, type Parts } from '../check/support/facts-deck.ts'

const slides = SLIDES.replace('# 海湾', '# 海湾300\n\n<Fig id="shops" as="period" />').replace(
  /---\nlayout: quote/,
  '---\nlayout: appendix\n---\n\n<AppendixTable chapter="trade" />\n\n---\nlayout: quote',
)
const run = async (query: string, parts: Parts = {}) => trace(query, await facts({ article: null, slides, ...parts }))
const ids = async (query: string): Promise<string[]> => (await run(query)).figures.map(({ id }) => id)

describe('a figure', () => {
  it('of a table is followed to its row and column', async () => {
    const data = source(s => (s.tables = tableFiles()))
    const shown = slides.replace('# 海湾300', '# 海湾<Fig id="counties@城关区/growth" />')
    expect(formatTrace(await run('counties@城关区/growth', { source: data, slides: shown }), 'brackets')).toBe(
      `城关区地区生产总值增速  增长8.0%
  编号：counties@城关区/growth（data/tables/gdp.ts#counties@城关区/growth）
  口径：增幅（%），与上年相比，是“城关区地区生产总值”的增幅
  时段：2021年
  出处：商贸，表3《各县（区）地区生产总值》
  原表：“城关区”行，“比上年增长（%）”列
  出现 2 处：
    第 1 页《海湾增长8.0%》 标题（Fig id）：增长8.0%  slides.md:5
    第 3 页 附录（AppendixTable chapter）：增长8.0%  slides.md:29`,
    )
  })

  it('is followed from its clause to every place', async () => {
    expect(formatTrace(await run('shops-new'), 'brackets')).toBe(`新开商铺  40余家
  编号：shops-new（data/figures/trade.ts#shops-new）
  口径：数量（家），属于“商铺累计”的一部分
  时段：2031年
  出处：商贸，数说
  原句：新开商铺【40余家】
  据此推算：
    原有商铺 不足260家（shops-base）
  出现 3 处：
    第 2 页《商铺累计300家，新开40余家》 标题（Fig id）：40余家  slides.md:13
    第 2 页《商铺累计300家，新开40余家》 图表（StackedBars pairs）：40余家  slides.md:15
    第 3 页 附录（AppendixTable chapter）：40余家  slides.md:29`)
  })

  it('is followed to each clause that prints it again', async () => {
    const again = source(s => Object.assign(s.figures[0]!.figures[0]!.evidence, { also: ['街上有300家商铺'] }))
    expect(formatTrace(await run('shops', { source: again }), 'brackets')).toContain(
      '  原句：商铺累计【300家】\n  又见：街上有300家商铺\n',
    )
  })

  it('that is derived shows its formula', async () => {
    expect(formatTrace(await run('shops-base'), 'brackets')).toContain(`原有商铺  不足260家（推算）
  编号：shops-base（data/derived.ts#shops-base）
  口径：数量（家）
  时段：2031年
  出处：商贸
  算式：300家 − 40余家，保留 0 位小数
    商铺累计 300家（shops）
    新开商铺 40余家（shops-new）`)
  })

  it('is printed in each place as it is there', async () => {
    const { places } = (await run('sales-growth')).figures[0]!
    expect(places.map(({ slide, medium, text }) => [slide, medium, text])).toEqual([
      [2, 'number', '同比增长6.5%'],
      [2, 'note', '同比增长6.5%'],
      [3, 'appendix', '同比增长6.5%'],
    ])
    expect((await run('shops')).figures[0]!.places[0]).toMatchObject({
      slide: 1,
      medium: 'body',
      text: '2031年',
      where: 'slides.md:7',
    })
  })

  it('has its number in colour on a terminal', async () => {
    expect(formatTrace(await run('shops'), 'ansi')).toContain('商铺累计\u001B[')
  })

  it('is found by its label too', async () => {
    expect(await ids('新建公园')).toEqual(['parks-new'])
  })
})

describe('a number', () => {
  it.each([
    ['300', ['shops']],
    ['300家', ['shops']],
    ['３００家', ['shops']],
    ['300户', []],
    ['30', []],
    ['40', ['shops-new']],
    ['40家', ['shops-new']],
    ['40余家', ['shops-new']],
    ['突破40家', []],
    ['260家', ['shops-base']],
    ['6.5%', ['sales-growth']],
    ['+6.5%', ['sales-growth']],
    ['同比增长6.5%', ['sales-growth']],
    ['下降6.5%', []],
    ['6.50', ['sales-growth']],
    ['x6.5', []],
    ['−6.5', ['sales-growth']],
  ])('%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected)
  })

  it('is found where it is typed, apart from components and longer numbers', async () => {
    expect((await run('300')).typed).toMatchObject([{ slide: 1, text: '# 海湾300', where: 'slides.md:5' }])
    expect((await run('30')).typed).toEqual([])
    expect(formatTrace(await run('300'), 'brackets')).toContain('“300”手写在（不来自数据）：')
  })
})

describe('what is not there', () => {
  it.each([
    ['shops-nww', ['shops', 'shops-new', 'shops-base']],
    ['301家', ['shops', 'shops-base', 'shops-new']],
  ])('%s has neighbours', async (query, expected) => {
    const found = await run(query)
    expect(found.figures).toEqual([])
    expect(found.nearest.map(({ id }) => id)).toEqual(expected)
    expect(formatTrace(found, 'brackets')).toContain(`没有找到“${query}”。\n最接近的是：`)
    expect(formatTrace(found, 'brackets').split('\n').at(-1)).toBe('全部编号见 npm run -s figures。')
  })
})
