import { describe, expect, it } from 'vitest'
import { formatFigure } from '../../model/format.ts'
import type { Figure, FigureInput } from '../../model/figure.ts'
import { consistency } from '../../scripts/check/facts/consistency.ts'
import { forms } from '../../scripts/check/facts/consistency/forms.ts'
import { facts, SLIDES, source, told, type Parts, type Source } from './support/facts-deck.ts'

const shop = (source: Source, index = 0) => source.figures[0]!.figures[index]!
const run = async (parts: Parts): Promise<string[]> => told(consistency(await facts({ article: null, ...parts })))
const withData = (change: (source: Source) => void): Promise<string[]> => run({ source: source(change) })
const onSlide = (text: string, rest: Parts = {}): Promise<string[]> =>
  run({ slides: SLIDES.replace('# 海湾\n', `# 海湾\n\n${text}\n`), plain: [], ...rest })

const share = (id: string, value: number, more: Partial<FigureInput> = {}): FigureInput => ({
  id,
  label: `占比${id}`,
  value,
  unit: '%',
  kind: 'share',
  whole: '全部商铺',
  period: 'year',
  evidence: { column: '数说', clause: `占比${id}达${value}%` },
  ...more,
})

describe('consistency of the data', () => {
  it('is content with data that is in order', async () => {
    expect(await run({})).toEqual([])
  })

  it('tells of a proportion that nearly makes 100', async () => {
    const structure =
      (...value: number[]) =>
      (s: Source) => {
        const evidence = { column: '数说', clause: `三次产业结构为${value.join(':')}` }
        s.figures[0]!.figures.push({
          id: 'structure',
          label: '三次产业结构',
          value,
          unit: '',
          period: 'year',
          evidence,
        })
      }
    expect(await withData(structure(22.8, 34.5, 43.7))).toEqual([
      'data/figures/trade.ts#structure 22.8:34.5:43.7相加是 101',
    ])
    expect(await withData(structure(22.8, 34.5, 42.8))).toEqual([])
    expect(await withData(structure(3, 2, 1))).toEqual([])
  })

  it.each<[string, (source: Source) => void, string]>([
    [
      'an id used twice',
      s => Object.assign(shop(s, 1), { id: 'shops', of: undefined }),
      'data/figures/trade.ts#shops 编号“shops”重复，已见于 data/figures/trade.ts 的 shops',
    ],
    [
      'a label used twice',
      s => Object.assign(shop(s, 1), { label: '商铺累计' }),
      'data/figures/trade.ts#shops-new 名称“商铺累计”重复，已见于 data/figures/trade.ts 的 shops',
    ],
    [
      "a short label that is another's",
      s => Object.assign(shop(s, 1), { short: '商铺累计' }),
      'data/figures/trade.ts#shops-new 与“shops”（商铺累计）用同一个名称，单位和类别也相同',
    ],
    [
      'a part beyond its whole',
      s => Object.assign(shop(s, 1), { value: 400, evidence: { column: '数说', clause: '新开商铺400余家' } }),
      'data/figures/trade.ts#shops-new 部分（400余家）大于整体“shops”（300家），请核对数值和限定词，或改 of',
    ],
    [
      'a part that its qualifier makes larger',
      s => Object.assign(shop(s, 1), { value: 300, evidence: { column: '数说', clause: '新开商铺300余家' } }),
      'data/figures/trade.ts#shops-new 部分（300余家）大于整体“shops”（300家），请核对数值和限定词，或改 of',
    ],
    ['a share of 146.8 %', s => s.figures[0]!.figures.push(share('a', 146.8)), 'data/figures/trade.ts#a 占比是146.8%'],
    [
      'a reduction of more than everything',
      s =>
        Object.assign(shop(s, 2), {
          value: -106.5,
          kind: 'growth',
          change: '下降',
          evidence: { column: '评说', clause: '销售额下降106.5%', period: '一季度' },
        }),
      'data/figures/trade.ts#sales-growth 降幅是106.5%',
    ],
    [
      'shares that exceed their whole',
      s => s.figures[0]!.figures.push(share('a', 60.5), share('b', 39.7)),
      'data/figures/trade.ts#b 同一整体的各占比相加是 100.2%（占比a60.5%、占比b39.7%）',
    ],
    [
      'shares that their qualifiers make too much',
      s =>
        s.figures[0]!.figures.push(
          share('a', 60, { qualifier: '余', evidence: { column: '数说', clause: '占比a达60余%' } }),
          share('b', 41),
        ),
      'data/figures/trade.ts#b 同一整体的各占比相加是 101%（占比a60余%、占比b41%）',
    ],
    [
      'one number written down twice',
      s => s.figures[1]!.figures.push({ ...s.figures[1]!.figures[0]!, id: 'parks-more', label: '公园' }),
      'data/figures/parks.ts#parks-more 与“parks-new”是原句里的同一个数',
    ],
  ])('finds %s', async (_, change, expected) => {
    expect(await withData(change)).toContain(expected)
  })

  it.each<[string, (source: Source) => void]>([
    ['shares that make up their whole', s => s.figures[0]!.figures.push(share('a', 33.3), share('b', 66.7))],
    ['shares that rounding makes too much', s => s.figures[0]!.figures.push(share('a', 60), share('b', 40.5))],
    ['shares each rounded up', s => s.figures[0]!.figures.push(share('a', 33.4), share('b', 33.4), share('c', 33.3))],
    [
      'a share beside the one that was planned',
      s => {
        s.figures[0]!.figures.push(share('a', 60), share('b', 60))
        s.targets = { file: 'data/targets.ts', targets: [{ id: 'a', plan: 'b', done: 'a', direction: 'least' }] }
      },
    ],
    ['shares of other wholes', s => s.figures[0]!.figures.push(share('a', 60), share('b', 60, { whole: '全部公园' }))],
    [
      'shares of other periods',
      s =>
        s.figures[0]!.figures.push(
          share('a', 60),
          share('b', 60, { period: 'spring', evidence: { column: '数说', clause: '占比b达60%', period: '一季度' } }),
        ),
    ],
    [
      'shares that overlap, with a reason',
      s => s.figures[0]!.figures.push(share('a', 60), share('b', 60, { overlap: '两者可以兼有' })),
    ],
    ['a label that a change shares with what changes', s => Object.assign(shop(s, 2), { short: '商铺累计' })],
    [
      'one clause with two equal numbers',
      s => {
        const clause = '新建公园3个、广场3个'
        s.figures[1]!.figures[0]!.evidence.clause = clause
        s.figures[1]!.figures.push({
          ...s.figures[1]!.figures[0]!,
          id: 'squares',
          label: '新建广场',
          evidence: { column: '数说', clause },
        })
      },
    ],
  ])('lets %s be', async (_, change) => {
    expect(await withData(change)).toEqual([])
  })
})

describe('what a slide names', () => {
  it.each([
    ['<Fig id="nope" />', '没有编号为“nope”的数据，最接近的是：shops、shops-new、shops-base'],
    ['<Fig id="shops" as="bold" />', '没有“bold”这种写法'],
  ])('is of the data: %s', async (text, expected) => {
    expect((await onSlide(text)).map(told => told.slice(0, `第 1 页 slides.md:7 ${expected}`.length))).toEqual([
      `第 1 页 slides.md:7 ${expected}`,
    ])
  })

  it('has a label of its own', async () => {
    expect(await onSlide('<BigNumber id="shops-new" label="商铺累计" />')).toEqual([
      '第 1 页 slides.md:7 label 写的是“shops”（商铺累计）的名称',
    ])
    expect(await onSlide('<BigNumber id="shops-new" label="新开" />\n<BigNumber id="shops" label="新开" />')).toEqual([
      '第 1 页 slides.md:8 label 写的是“shops-new”（新开商铺）的名称',
    ])
    expect(await onSlide('<BigNumber id="shops-new" label="新开的商铺" />')).toEqual([])
  })
})

describe('charts of a figure and what belongs to it', () => {
  const stacked = (total: string, part: string, rest: string): string =>
    `<StackedBars :pairs="[{ total: '${total}', part: '${part}', rest: '${rest}' }]" />`
  const twoParts = source(s => {
    s.figures[0]!.figures.push({
      id: 'stalls-new',
      label: '新开摊位',
      value: 20,
      unit: '家',
      kind: 'count',
      period: 'year',
      evidence: { column: '数说', clause: '新开摊位20家' },
    })
  })

  const reduced = source(s =>
    Object.assign(shop(s, 2), {
      value: -6.5,
      change: '下降',
      evidence: { column: '评说', clause: '销售额下降6.5%', period: '一季度' },
    }),
  )

  it('draw a part of that total, and what it leaves', async () => {
    expect(await onSlide(stacked('shops', 'shops-new', 'shops-base'), { source: twoParts })).toEqual([])
    expect(await onSlide(stacked('shops', 'stalls-new', 'shops-base'), { source: twoParts })).toEqual([
      expect.stringMatching(/^第 1 页 slides\.md:7 <StackedBars> .*“stalls-new”不是“shops”的一部分/),
    ])
    expect(await onSlide(stacked('shops', 'shops-new', 'stalls-new'), { source: twoParts })).toEqual([
      expect.stringMatching(/^第 1 页 slides\.md:7 <StackedBars> .*“stalls-new”不是由“shops”减“shops-new”推算的/),
    ])
  })

  it('tell a change of what is after it, and the rest of a reduction', async () => {
    expect(
      await onSlide('<BeforeAfter before="shops-new" after="shops" change="sales-growth" mixed-periods />'),
    ).toEqual([expect.stringMatching(/^第 1 页 slides\.md:7 <BeforeAfter> .*“sales-growth”不是“shops”的变化/)])
    expect(
      await onSlide('<ReductionPair id="sales-growth" rest="shops-share" />', {
        source: source(s => {
          Object.assign(shop(s, 2), reduced.figures[0]!.figures[2])
          s.figures[0]!.figures.push(
            share('shops-share', 93.5, {
              period: 'spring',
              evidence: { column: '数说', clause: '占比shops-share达93.5%', period: '一季度' },
            }),
          )
        }),
      }),
    ).toEqual([
      expect.stringMatching(/^第 1 页 slides\.md:7 <ReductionPair> .*“shops-share”不是由“sales-growth”推算的剩余部分/),
    ])
  })

  it('are given what their props take', async () => {
    expect(await onSlide('<BarChart />')).toEqual([expect.stringMatching(/<BarChart> 属性没有写全，或写法不对/)])
    expect(await onSlide('<Isotype :ids="[\'parks-new\']" icon="tree-house" />')).toEqual([
      expect.stringMatching(/没有图标“tree-house”，有：/),
    ])
    // What only the browser can compute shows there.
    expect(await onSlide('<BarChart :ids="chosen" />')).toEqual([])
    expect(await onSlide('<BarChart v-for="id of [\'sales-growth\']" :ids="[id]" />')).toEqual([])
  })
})

describe('what a chart highlights', () => {
  const titled = (title: string, highlight: string, ids = `['shops', 'shops-new']`): Promise<string[]> =>
    run({
      plain: [],
      slides: SLIDES.replace('# 海湾\n', `# ${title}\n\n<BarChart :ids="${ids}" ${highlight} />\n`),
    })
  const told = '第 1 页 slides.md:7 标题说的是“shops”，图里突出的是“shops-new”'

  it.each([
    ['another figure than the title states', '累计<Fig id="shops" />', 'highlight="shops-new"', [told]],
    ['another one, in an expression', '累计<Fig id="shops" />', `:highlight="'shops-new'"`, [told]],
    ['what the title states', '累计<Fig id="shops" />', 'highlight="shops"', []],
    ['one of what it states', '<Fig id="shops" />，新开<Fig id="shops-new" />', 'highlight="shops-new"', []],
    ['what no number of the title is about', '新建<Fig id="parks-new" />', 'highlight="shops-new"', []],
    ['what it highlights by itself', '累计<Fig id="shops" />', '', []],
    ['another at each click', '累计<Fig id="shops" />', `highlight="shops-new" :steps="['shops']"`, []],
  ])('is compared with the title: %s', async (_, title, highlight, expected) => {
    expect(await titled(title, highlight)).toEqual(expected)
  })
})

describe('what is printed', () => {
  it.each<[string, (text: string) => string, string[]]>([
    ['the figure', text => text, []],
    [
      'less digits',
      text => text.replace('6.5', '7'),
      ['data/figures/trade.ts#sales-growth 印成“同比增长7%”，读出来不是数据里的 同比增长6.5%'],
    ],
    [
      'no qualifier',
      text => text.replace('余', ''),
      ['data/figures/trade.ts#shops-new 印成“40家”，读出来不是数据里的 余 40家'],
    ],
  ])('reads as its figure: %s', async (_, change, expected) => {
    const print = (figure: Figure): string => change(formatFigure(figure, 'worded'))
    expect(told(forms(await facts({ article: null }), print))).toEqual(expected)
  })

  it.each<[string, Partial<Figure>]>([
    ['narrows', { label: '价格降幅', value: 1.1, unit: '个百分点', kind: 'growth', change: '收窄' }],
    [
      'is a proportion',
      { label: '城乡收入比', value: Number.NaN, parts: [1.86, 1], as: '1.86:1', unit: '', kind: 'ratio' },
    ],
    [
      'is above another level',
      { value: 0.6, unit: '个百分点', kind: 'growth', change: '高于', comparedWith: '全市平均' },
    ],
  ])('reads as its figure behind its label, where that %s', async (_, over) => {
    const all = await facts({ article: null })
    const figure = { ...all.deck.getFigure('parks-new'), decimals: 2, ...over }
    expect(
      told(
        forms({ ...all, deck: { ...all.deck, figures: [figure] } }, each =>
          formatFigure({ ...each, decimals: 1 }, 'worded'),
        ),
      ),
    ).toEqual([])
    expect(
      told(
        forms({ ...all, deck: { ...all.deck, figures: [{ ...figure, value: 7, parts: [7, 1] }] } }, () =>
          formatFigure({ ...figure, decimals: 1 }, 'worded'),
        ),
      ),
    ).toHaveLength(1)
  })

  it('is what the formatter makes of the decimals that are asked for', async () => {
    const all = await facts({ article: null })
    const printed = { ...all.deck.getFigure('shops-new'), decimals: 0, value: 40.6 }
    expect(told(consistency({ ...all, deck: { ...all.deck, figures: [printed] } }))).toContain(
      'data/figures/trade.ts#shops-new 印成“41余家”，读出来不是数据里的 余 40.6家',
    )
  })
})

describe('figures of different periods', () => {
  const springParks = source(s =>
    Object.assign(s.figures[1]!.figures[0]!, {
      period: 'spring',
      unit: '家',
      evidence: { column: '数说', clause: '新建公园3家', period: '一季度' },
    }),
  )

  it('are not drawn in one chart that does not say so', async () => {
    const found = await onSlide("<BarChart :ids=\"['shops', 'parks-new']\" />", { source: springParks })
    expect(found).toEqual([
      expect.stringMatching(/^第 1 页 slides\.md:7 <BarChart> .*时段不同.*确要同图请加 mixed-periods/),
    ])
    expect(
      await onSlide("<BarChart :ids=\"['shops', 'parks-new']\" mixed-periods />", { source: springParks }),
    ).toEqual([])
    expect(await onSlide("<BarChart :ids=\"['shops', 'shops-new']\" />")).toEqual([])
  })

  it('may be what is left of a whole', async () => {
    expect(await run({ source: source(s => Object.assign(s.derived.figures[0]!, { period: 'spring' })) })).toEqual([])
  })

  it('stand together only where a source line names their periods, or they themselves do', async () => {
    const grid = "<FigureGrid :ids=\"['shops', 'sales-growth']\" />"
    expect(await onSlide(grid)).toEqual([])
    expect(await onSlide(grid, { plain: ['cover'] })).toEqual([
      '第 1 页 slides.md:7 同一页有不同时段的数据，这种版面没有出处行注明时段（商铺累计为2031年，销售额为2031年一季度）',
    ])
    const named = `${grid}\n\n<Fig id="shops" as="period" />，<Fig id="sales-growth" as="period" />`
    expect(await onSlide(named, { plain: ['cover'] })).toEqual([])
  })
})

describe('tables of the appendix', () => {
  const tables = (chapter: string, parts: readonly string[]): string =>
    parts.map(part => `---\nlayout: appendix\n---\n\n<AppendixTable chapter="${chapter}" ${part} />\n`).join('\n')

  it.each([
    [
      'a part that is missing',
      [':part="1" :of="2"'],
      ['第 4 页 slides.md:33 “trade”的附录分成 2 页，缺第 2 页，会漏掉数据'],
    ],
    [
      'a part that stands twice',
      ['', ':part="1" :of="1"'],
      ['第 5 页 slides.md:39 “parks”的附录第 1 页写了两次，请删去一页'],
    ],
    ['a part past the end', [':part="3" :of="2"'], [expect.stringMatching(/^第 4 页 .* 对不上/)]],
    [
      'a part without rows',
      [':part="1" :of="2"', ':part="2" :of="2"'],
      [expect.stringMatching(/却只有 1 条数据，会有空页/)],
    ],
    ['all parts', [':part="1" :of="1"'], []],
  ])('%s', async (what, parts, expected) => {
    const chapter = what.endsWith('missing') ? 'trade' : 'parks'
    expect(
      (await run({ slides: `${SLIDES}\n${tables(chapter, parts)}` })).filter(each => each.includes('附录')),
    ).toEqual(expected)
  })
})
