import { describe, expect, it } from 'vitest'
import { barChart, planBar } from '../../components/charts/bar-chart.ts'
import { beforeAfter, planBeforeAfter } from '../../components/charts/before-after.ts'
import { growthBars, planGrowth } from '../../components/charts/growth-bars.ts'
import { isotypeChart, planIsotype } from '../../components/charts/isotype-chart.ts'
import { planRanks, rankBars } from '../../components/charts/rank-bars.ts'
import { planReduction, reductionPair } from '../../components/charts/reduction-pair.ts'
import { planDonut, shareDonut } from '../../components/charts/share-donut.ts'
import { planWaffle, shareWaffle } from '../../components/charts/share-waffle.ts'
import { planTable } from '../../components/data-table.ts'
import { commonScale } from '../../components/charts/shared-scale.ts'
import { planStacked, stackedBars } from '../../components/charts/stacked-bars.ts'
import { chartTheme, chartThemeOf } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import type { ChartFacts, Mark, Point } from '../../scripts/check/numbers/facts.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import type { RuleFinding } from '../../scripts/check/finding.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import { figureOf, figures, figuresOf, findFigure } from '../charts/fixture-figures.ts'
import { figures as cells, findFigure as findCell, tableOf, twenty } from '../charts/fixture-tables.ts'
import { drawing, type Drawing, type Look } from './support/drawing.ts'
import { data as other, boundElement, chart, mark, rectangle, textRun, snapshot } from './support/numbers.ts'

const data = { ...other, figures, findFigure }
const said = (judged: readonly RuleFinding[]): string[] => judged.map(({ text, measured }) => `${text}${measured}`)
const told = (charts: ChartFacts[], last = true): string[] => said(judgeCharts({ charts, data, last }))
const matching = (patterns: readonly RegExp[]): unknown[] => patterns.map(each => expect.stringMatching(each))

const SHARES = ['share-trade', 'share-green']
const GROWTHS = ['growth-industry', 'growth-trade', 'drop-energy']
const plans = {
  bars: planBar(figuresOf('shops', 'firms', 'firms-new')),
  roughly: planBar(figuresOf('bays')),
  shares: planBar(figuresOf(...SHARES)),
  growths: planGrowth(figuresOf(...GROWTHS)),
  stacked: planStacked([{ total: figureOf('firms'), part: figureOf('firms-new'), rest: figureOf('firms-before') }]),
  donuts: planDonut(figuresOf(...SHARES)),
  waffle: planWaffle(figuresOf('share-trade')),
  reduction: planReduction(figureOf('cut'), figureOf('cut-rest')),
  icons: planIsotype(figuresOf('schools', 'nurseries'), { icon: 'school' }),
  manyEach: planIsotype(figuresOf('shops'), { icon: 'house', per: 200 }),
  columns: planBeforeAfter(figureOf('firms-before'), figureOf('firms')),
}

const drawBars = (plan = plans.bars, look?: Look) => drawing(barChart, plan, plan.figures, look)
const drawRanks = (plan = planRanks(tableOf('counties')), look?: Look) => drawing(rankBars, plan, plan.figures, look)
const drawGrowths = (plan = plans.growths, look?: Look) => drawing(growthBars, plan, plan.figures, look)
const drawStacked = (plan = plans.stacked, look?: Look) =>
  drawing(stackedBars, plan, figuresOf('firms', 'firms-new', 'firms-before'), look)
const drawDonuts = (plan = plans.donuts, look?: Look) => drawing(shareDonut, plan, plan.figures, look)
const drawWaffle = (plan = plans.waffle, look?: Look) => drawing(shareWaffle, plan, plan.figures, look)
const drawReduction = (plan = plans.reduction, look?: Look) => drawing(reductionPair, plan, plan.figures, look)
const drawIcons = (plan = plans.icons, look?: Look) => drawing(isotypeChart, plan, plan.figures, look)
const drawColumns = (plan = plans.columns, look?: Look) => drawing(beforeAfter, plan, plan.figures, look)

/** Charts of every kind, each with what it says to those who cannot see it. */
const sound = (look: Look = {}): [name: string, chart: Drawing, summary: string][] => [
  ['bars', drawBars(plans.bars, look), barChart.describe(plans.bars)],
  ['a bar that is not exact', drawBars(plans.roughly, look), barChart.describe(plans.roughly)],
  ['bars of shares', drawBars(plans.shares, look), barChart.describe(plans.shares)],
  ['growths', drawGrowths(plans.growths, look), growthBars.describe(plans.growths)],
  ['stacked bars', drawStacked(plans.stacked, look), stackedBars.describe(plans.stacked)],
  ['donuts', drawDonuts(plans.donuts, look), shareDonut.describe(plans.donuts)],
  ['a waffle', drawWaffle(plans.waffle, look), shareWaffle.describe(plans.waffle)],
  ['a reduction', drawReduction(plans.reduction, look), reductionPair.describe(plans.reduction)],
  ['icons', drawIcons(plans.icons, look), isotypeChart.describe(plans.icons)],
  ['icons for many each', drawIcons(plans.manyEach, look), isotypeChart.describe(plans.manyEach)],
  ['columns', drawColumns(plans.columns, look), beforeAfter.describe(plans.columns)],
]

describe('charts as they are drawn', () => {
  it.each<[string, Look]>([
    ['the whole of a slide', {}],
    ['half of a slide', { width: 520, height: 380 }],
    ['a slide of the other skin', { theme: chartThemeOf('night', 'hall') }],
    ['a page that is read', { theme: chartThemeOf('red', 'page'), width: 640, height: 700 }],
    [
      'a slide with larger letters',
      { theme: { ...chartTheme, size: { chartLabel: 25, chartValue: 32, chartSmall: 21 } } },
    ],
  ])('are silent on %s', (_, look) => {
    expect(sound(look).flatMap(([name, chart]) => told([chart]).map(found => `${name}: ${found}`))).toEqual([])
  })

  it('may have parts that a click has yet to unfold', () => {
    const folded = drawStacked(planStacked(plans.stacked.pairs, { build: true, step: 0 }))
    expect(told([folded], false)).toEqual([])
    expect(told([folded])).toEqual(matching([/^（新培育科创企业240余家）画成 0 px/]))
  })

  it('share one scale where they are of one measure', () => {
    const both = [planBar(figuresOf('output')), planBar(figuresOf('trade'))]
    const room = { width: 560, height: 430 }
    const entries = both.map(plan => ({
      measure: barChart.measure!(plan),
      fit: barChart.layout(plan, chartTheme, room).scale,
    }))
    const scale = commonScale(entries[0]!.measure, entries)!
    expect(told(both.map(plan => drawBars(plan, { ...room, scale })))).toEqual([])
    expect(told(both.map(plan => drawBars(plan, room)))).toEqual(matching([/^（外贸总额410\.5亿元）画成.*相差/]))
  })
})

describe("a chart with another number than its figure's", () => {
  /** A list in which the entries of some figures, or all, are other ones. */
  function changed<Entry extends { id: string }>(
    list: readonly Entry[],
    change: (entry: Entry) => Partial<Entry>,
    ...ids: string[]
  ): Entry[] {
    return list.map(entry => (ids.length === 0 || ids.includes(entry.id) ? { ...entry, ...change(entry) } : entry))
  }

  const { bars, roughly, growths, columns, donuts, waffle, icons, stacked, reduction } = plans
  const barred = (change: (value: number) => number, ...ids: string[]) =>
    drawBars({ ...bars, items: changed(bars.items, ({ value }) => ({ value: change(value) }), ...ids) })
  const grown = (change: (own: number) => number, id: string) =>
    drawGrowths({ ...growths, items: changed(growths.items, ({ value }) => ({ value: change(value) }), id) })
  const turned = (change: (value: number) => number) =>
    drawDonuts({ ...donuts, items: changed(donuts.items, ({ value }) => ({ value: change(value) }), 'share-trade') })
  const filled = (change: (value: number) => number) =>
    drawWaffle({ ...waffle, items: changed(waffle.items, ({ value }) => ({ value: change(value) })) })
  const counted = (change: (count: number) => number, id: string) =>
    drawIcons({ ...icons, items: changed(icons.items, ({ count }) => ({ count: change(count) }), id) })
  const parted = (change: (part: number) => number) =>
    drawStacked({
      ...stacked,
      bars: stacked.bars.map(bar => ({ ...bar, part: { ...bar.part, value: change(bar.part.value) } })),
    })
  const before = (change: Partial<(typeof columns.items)[0]>) =>
    drawColumns({ ...columns, items: [{ ...columns.items[0], ...change }, columns.items[1]] })

  it.each<[string, ChartFacts, RegExp[]]>([
    ['a bar three percent longer', barred(value => value * 1.03, 'firms'), [/^（科创企业640家）画成 .*相差 3%$/]],
    ['a bar two percent shorter', barred(value => value * 0.98, 'firms'), [/^（科创企业640家）画成 .*相差 2%$/]],
    [
      'an axis that is cut off',
      barred(value => value - 200),
      [/^（科创企业640家）.*相差/, /^（新培育科创企业240余家）.*相差/],
    ],
    [
      'lengths that change places',
      barred(value => 880 - value, 'firms', 'firms-new'),
      [/^（科创企业640家）.*相差/, /^（新培育科创企业240余家）.*相差/],
    ],
    [
      'the shortest bar long enough to be seen',
      barred(value => Math.max(value, 500)),
      [/^（新培育科创企业240余家）.*相差/],
    ],
    ['a growth squared', grown(change => change ** 2 / 12.5, 'growth-trade'), [/^（贸易同比增长4%）.*相差 68%$/]],
    [
      'a growth on the side of reductions',
      grown(change => -change, 'growth-trade'),
      [/^（贸易同比增长4%）数朝减少一侧画$/],
    ],
    [
      'a reduction on the side of growths',
      grown(change => -change, 'drop-energy'),
      [/^（能耗同比下降7\.25%）降幅朝增长一侧画$/],
    ],
    ['a part a tenth shorter', parted(part => part * 0.9), [/^（新培育科创企业240余家）.*相差 10%$/]],
    [
      'more left of a reduction',
      drawReduction({
        ...reduction,
        items: [reduction.items[0], { ...reduction.items[1], value: reduction.items[1].value * 1.1 }],
      }),
      [/^（剩余环节37\.5%）.*相差 10%$/, /^（审批环节压缩62\.5%）.*相差 6%$/],
    ],
    ['a lower column before', before({ value: 320 }), [/^（科创企业年初数不足400家）.*相差 20%$/]],
    ['a ring three percent shorter', turned(value => value * 0.97), [/^（外贸占比36\.4%）环形画成整圈的 35\.31%$/]],
    ['a cell too many', filled(value => value + 1), [/^（外贸占比36\.4%）100 格里涂满 37\.4 格$/]],
    ['no part of a cell', filled(Math.floor), [/^（外贸占比36\.4%）100 格里涂满 36 格$/]],
    ['an icon too many', counted(count => count + 1, 'schools'), [/^（新建小学6所）画了 7 个图标$/]],
    ['half an icon less', counted(count => count - 0.5, 'nurseries'), [/^（新建幼儿园11所）画了 10\.5 个图标$/]],
    [
      'icons for fewer than drawn',
      drawIcons({ ...plans.manyEach, per: 100 }),
      [/^（新增商户900余家）画了 4\.5 个图标、1 个空心$/],
    ],
    [
      'an even end for about so many',
      drawBars({ ...roughly, items: changed(roughly.items, () => ({ edge: 'flat' })) }),
      [/^（改造泊位约5000个）末端没有画出“约”$/],
    ],
    [
      'an even end for less than so many',
      before({ edge: 'flat' }),
      [/^（科创企业年初数不足400家）末端没有画出“不足”$/],
    ],
  ])('%s', (_, drawn, expected) => {
    expect(told([drawn])).toEqual(matching(expected))
  })
})

describe('a chart that is drawn otherwise than planned', () => {
  const [reduction, waffle, donuts, columns] = [drawReduction(), drawWaffle(), drawDonuts(), drawColumns()]
  /** @param change what becomes of a mark; undefined where it goes */
  function spoilt(
    drawn: ChartFacts,
    spoils: (mark: Mark) => boolean,
    change: (mark: Mark) => Partial<Mark> | undefined,
  ) {
    const changes = drawn.marks.map(each => [each, spoils(each) ? change(each) : {}] as const)
    return { ...drawn, marks: changes.flatMap(([each, other]) => (other ? [{ ...each, ...other }] : [])) }
  }
  const of =
    (id: string) =>
    ({ figure }: Mark): boolean =>
      figure === id
  const sort =
    (id: string) =>
    ({ kind }: Mark): boolean =>
      kind === id
  const unpainted = () => ({ painted: false })
  const moved =
    (move: (point: Point) => Point) =>
    ({ kind, figure, box: { left, top, right, bottom } }: Mark) =>
      mark(kind, figure, rectangle(left, top, right - left, bottom - top).map(move))
  const shorter = (share: number) => {
    const zero = reduction.marks.find(sort('zero'))!.box.left
    return moved(([x, y]) => [zero + (x - zero) * share, y])
  }
  const ringed =
    (change: (turn: NonNullable<Mark['turn']>) => NonNullable<Mark['turn']>) =>
    ({ turn }: Mark): Partial<Mark> =>
      turn ? { turn: change(turn) } : {}
  const narrower = ({ box }: Mark) => ({ box: { ...box, right: box.left + (box.right - box.left) * 0.85 } })
  const firstRow = Math.min(...waffle.marks.map(({ box }) => box.bottom))
  const others: Readonly<Record<string, string>> = { firms: 'firms-before', 'firms-before': 'firms' }
  const renamed = columns.words.map(word => (word.kind === 'value' ? word : { ...word, figure: others[word.figure]! }))

  it.each<[string, ChartFacts, RegExp[]]>([
    [
      'a bar of another figure',
      spoilt(drawBars(), of('firms'), () => ({ figure: 'firms-new' })),
      [
        /^（新培育科创企业240余家）.*相差/,
        /^（新培育科创企业240余家）末端没有画出“余”$/,
        /^（科创企业640家）图里没有画这条数据$/,
      ],
    ],
    ['a zero line that is not seen', spoilt(drawBars(), sort('zero'), unpainted), [/^看不见零线/]],
    [
      'a bar of which a style sheet cuts',
      spoilt(reduction, of('cut-rest'), () => ({ cut: true })),
      [/^（剩余环节37\.5%）图形被样式裁去了一部分$/],
    ],
    [
      'a base on another scale than what is left of it',
      spoilt(reduction, sort('whole'), shorter(0.9)),
      [/^（审批环节压缩62\.5%）.*相差 10%$/],
    ],
    [
      'a ring that does not begin at the top',
      spoilt(
        donuts,
        of('share-trade'),
        ringed(turn => ({ ...turn, start: turn.start + 4.8 })),
      ),
      [/^（外贸占比36\.4%）环形不从正上方起，差整圈的 4\.8%$/],
    ],
    [
      'a ring against the clock',
      spoilt(
        donuts,
        of('share-trade'),
        ringed(({ share, ...turn }) => ({ ...turn, share: -share })),
      ),
      [/^（外贸占比36\.4%）环形画成整圈的 -36\.4%$/],
    ],
    [
      'a ring that is none',
      spoilt(donuts, of('share-trade'), ({ kind }) => (kind === 'arc' ? { turn: undefined as never } : {})),
      [/^（外贸占比36\.4%）环形不是一段圆环，无从测量$/],
    ],
    [
      'a row of cells less',
      spoilt(
        waffle,
        ({ box }) => box.bottom - firstRow < 1,
        () => undefined,
      ),
      [/^（外贸占比36\.4%）90 格里涂满/],
    ],
    [
      'cells of the colour of the paper',
      spoilt(waffle, sort('fill'), unpainted),
      [/^（外贸占比36\.4%）.*格里涂满 0 格$/, /^（外贸占比36\.4%）图形没有画出来$/],
    ],
    ['icons that are not seen', spoilt(drawIcons(), of('schools'), unpainted), [/^（新建小学6所）图形没有画出来$/]],
    ['a row of smaller icons', spoilt(drawIcons(), of('schools'), narrower), [/^（新建小学6所）宽 .* px，别的/]],
    [
      'a row of icons less',
      spoilt(drawIcons(), of('schools'), () => undefined),
      [/^（新建小学6所）图里没有画这条数据$/],
    ],
    [
      'names of columns that change places',
      { ...columns, words: renamed },
      [/^科创企业年初数这是科创企业640家的文字，.*次序与图形相反$/],
    ],
  ])('%s', (_, drawn, expected) => {
    expect(told([drawn])).toEqual(matching(expected))
  })
})

describe('bars on both sides of zero', () => {
  const balances = [figureOf('trade'), { ...figureOf('output'), qualifier: 'none' as const, value: -35 }]
  const giant = [{ ...figureOf('growth-industry'), value: 575 }, figureOf('growth-trade'), figureOf('drop-energy')]
  const judged = (own: Figure[], change: (value: number) => number = value => value): string[] => {
    const find = (id: string) => own.find(figure => figure.id === id)
    const plan = planGrowth(own)
    const items = plan.items.map(item => ({ ...item, value: change(item.value) }))
    const drawn = drawGrowths({ ...plan, items })
    return said(judgeCharts({ charts: [drawn], data: { ...data, figures: own, findFigure: find }, last: true }))
  }

  it('keep a giant and what is small on one scale', () => {
    expect(judged(giant)).toEqual([])
    expect(judged(giant, value => Math.sign(value) * Math.max(Math.abs(value), 20))).toEqual(
      matching([/^（贸易同比增长4%）.*相差/, /^（能耗同比下降7\.25%）.*相差/]),
    )
  })

  it('may be of balances, of which some are below zero', () => {
    expect(judged(balances)).toEqual([])
    expect(judged(balances, Math.abs)).toEqual(matching([/降幅朝增长一侧画/]))
  })
})

describe('ranked bars', () => {
  const counties = planRanks(tableOf('counties'))
  const many = planRanks(twenty)
  const own = [...many.figures, ...cells]
  const find = (id: string) => findCell(id) ?? own.find(figure => figure.id === id)
  const ranked = { ...data, figures: own, findFigure: find }
  const judged = (chart: ChartFacts): string[] => said(judgeCharts({ charts: [chart], data: ranked, last: true }))
  const spoilt = (plan: typeof many, id: string, change: (value: number) => number) =>
    drawRanks({
      ...plan,
      items: plan.items.map(item => (item.id === id ? { ...item, value: change(item.value) } : item)),
    })

  it('are silent as they are drawn, in one column or two', () => {
    const growths = planRanks(tableOf('industries'), { measure: 'growth' })
    for (const plan of [counties, many, planRanks(twenty, { top: 5 }), growths]) {
      expect(judged(drawRanks(plan))).toEqual([])
      expect(judged(drawRanks(plan, { theme: chartThemeOf('red', 'page'), width: 358, height: 900 }))).toEqual([])
    }
  })

  it.each<[string, ChartFacts, RegExp]>([
    [
      'a bar too long',
      spoilt(counties, 'counties@上河区/total', value => value * 1.03),
      /^（上河区305\.2亿元）.*相差 3%$/,
    ],
    [
      'one in the second column',
      spoilt(many, 'counties@平顶县/total', value => value * 1.1),
      /^（平顶县30\.2亿元）.*相差 10%$/,
    ],
    [
      'the smallest long enough to be seen',
      spoilt(many, 'counties@辛河区/total', value => Math.max(value, 20)),
      /^（辛河区6\.5亿元）.*相差/,
    ],
  ])('tell %s', (_, drawn, expected) => {
    expect(judged(drawn)).toEqual(matching([expected]))
  })

  it('have places that follow from the numbers', () => {
    const drawn = drawRanks(many)
    const on = snapshot({ data: ranked, charts: [drawn], shown: many.figures })
    const place = (figure: string, text: string): string[] =>
      said(judgeBoundElement(boundElement({ figure, role: 'label', text, chart: 0 }), on))
    const places = drawn.words.filter(({ text }) => /^\d+$/.test(text))
    expect(places).toHaveLength(20)
    expect(places.flatMap(({ figure, text }) => place(figure, text))).toEqual([])
    expect(place('counties@上河区/total', '3上河区')).toEqual([])
    expect(place('counties@上河区/total', '2上河区')).toEqual(matching([/的次序写成了“2上河区”/]))
    expect(place('counties@上河区/total', '3安平县')).not.toEqual([])
    expect(place('counties@上河区/total', '2')).toEqual(matching([/图里 counties@上河区\/total 的次序写成了“2”/]))
  })
})

describe('the bars of a table', () => {
  const { rows, figures: own } = planTable({ of: 'counties', bars: 'total' }, tableOf)
  const inTable = { ...data, figures: [...cells], findFigure: findCell }
  /** As `DataTable` draws them: each with a zero line of its own, all of them at one place. */
  const drawn = (lengthOf: (percent: number, row: number) => number): ChartFacts => {
    const marks = rows.flatMap(({ cells }, index) =>
      cells.flatMap(({ figure, bar }) => {
        const top = 30 * index
        const zero = mark('zero', '', [
          [200, top],
          [200, top + 18],
        ])
        return figure && bar !== undefined
          ? [zero, mark('bar', figure.id, rectangle(200, top, 3.4 * lengthOf(bar, index), 18))]
          : []
      }),
    )
    return { ...chart(marks), figures: own.map(({ id }) => id) }
  }
  const judged = (facts: ChartFacts): string[] => said(judgeCharts({ charts: [facts], data: inTable, last: true }))

  it('are as long as their numbers', () => {
    expect(judged(drawn(percent => percent))).toEqual([])
  })

  it.each<[string, (percent: number, row: number) => number, RegExp[]]>([
    ['one too long', (percent, row) => (row === 2 ? percent * 1.03 : percent), [/^（上河区305\.2亿元）.*相差 3%$/]],
    [
      'short ones long enough to be seen',
      percent => Math.max(percent, 8),
      [/^（黎阳县43\.4亿元）/, /^（沁源东区40\.9亿元）/, /^（平顶县30\.2亿元）/],
    ],
  ])('tell %s', (_, lengthOf, expected) => {
    expect(judged(drawn(lengthOf))).toEqual(matching(expected))
  })
})

describe('a chart of figures', () => {
  const drawnAs = (
    changes: Readonly<Record<string, Partial<Figure>>>,
    draw: (own: Figure[]) => ChartFacts,
  ): string[] => {
    const own = Object.entries(changes).map(([id, change]) => ({ ...figureOf(id), ...change }))
    const find = (id: string) => own.find(figure => figure.id === id)
    return said(judgeCharts({ charts: [draw(own)], data: { ...data, figures: own, findFigure: find }, last: true }))
  }
  const asRatio = (value: number): Partial<Figure> => ({ kind: 'ratio', unit: '%', value })

  it('may draw hardly anything, and all of it', () => {
    for (const value of [0.003, 0.05, 99.99, 100])
      expect(drawnAs({ 'share-trade': { value } }, own => drawDonuts(planDonut(own)))).toEqual([])
  })

  it('may exceed the track of what a ratio is of', () => {
    const bars = (own: Figure[]) => drawBars(planBar(own))
    expect(drawnAs({ 'share-trade': asRatio(102.5), 'share-green': asRatio(96) }, bars)).toEqual([])
    expect(drawnAs({ 'share-trade': asRatio(102.5) }, bars)).toEqual([])
    const drawn = bars([{ ...figureOf('share-trade'), ...asRatio(102.5) }])
    expect(drawn.marks.filter(({ kind }) => kind === 'track')).toHaveLength(1)
  })
})

describe('a ring of a share that is not exact', () => {
  const open = figures.map(figure => (figure.id === 'share-trade' ? { ...figure, qualifier: '余' as const } : figure))
  const find = (id: string) => open.find(figure => figure.id === id)
  const judged = (chart: ChartFacts): string[] =>
    said(judgeCharts({ charts: [chart], data: { ...data, figures: open, findFigure: find }, last: true }))

  it('has an end that says so', () => {
    expect(judged(drawDonuts(planDonut([find('share-trade')!])))).toEqual([])
    expect(judged(drawDonuts())).toEqual(matching([/^（外贸占比36\.4余%）末端没有画出“余”$/]))
  })
})

describe('the words of a chart', () => {
  const on = (chart: ChartFacts) => snapshot({ data, charts: [chart], shown: figuresOf(...chart.figures) })
  const printed = (chart: ChartFacts, figure: string, text: string, role = 'value'): string[] =>
    said(judgeBoundElement(boundElement({ figure, role, text, chart: 0 }), on(chart)))
  const announced = (chart: ChartFacts, text: string): string[] =>
    said(
      judgeTextRun(textRun({ channel: 'attribute', chart: 0, parts: [{ text, boundElement: undefined }] }), on(chart)),
    )

  it.each(sound())("are the data's: %s", (_, chart, summary) => {
    expect(chart.words.flatMap(({ figure, text, kind }) => printed(chart, figure, text, kind))).toEqual([])
    expect(chart.scales.flatMap(text => printed(chart, '', text, 'scale'))).toEqual([])
    expect(announced(chart, summary)).toEqual([])
  })

  it.each<[string, ChartFacts, string, string, string, RegExp]>([
    ['a number rounded', drawDonuts(), 'share-trade', '36%', 'value', /图里 share-trade 的数写成了“36%”/],
    ['no qualifier', drawBars(plans.roughly), 'bays', '5000个', 'value', /图里 bays 的数写成了“5000个”/],
    ['no sign', drawGrowths(), 'growth-trade', '4%', 'value', /增幅没有增减词也没有正负号/],
    ['another number beside it', drawStacked(), 'firms', '累计640家，翻番', 'value', /“翻番”不来自任何数据/],
    ['the name of another figure', drawBars(), 'firms', '新增商户', 'label', /旁边的名称是另一条数据（shops）的/],
    ['another thing for an icon', drawIcons(plans.manyEach), '', '一个图标代表100家', 'scale', /“100家”不来自任何数据/],
  ])('tell %s', (_, chart, figure, text, role, expected) => {
    expect(printed(chart, figure, text, role)).toEqual(matching([expected]))
  })

  it('name one measure at two times after the later one, where both are drawn', () => {
    const firms = figureOf('firms')
    const before = {
      ...firms,
      ...{ id: 'firms-once', label: `上年的${firms.label}`, short: `上年的${firms.short}` },
      period: { ...firms.period, id: '2030', end: '2030-12-31' },
    }
    const judge = (figure: typeof before, text: string, ids: string[]): string[] => {
      const all = [...figures, figure]
      const find = (id: string) => all.find(each => each.id === id)
      const chart = { ...drawBars(), figures: ids }
      const on = snapshot({ data: { ...data, figures: all, findFigure: find }, charts: [chart], shown: [] })
      return said(judgeBoundElement(boundElement({ figure: figure.id, role: 'label', text, chart: 0 }), on))
    }
    const both = ['firms', 'firms-once']
    const wrong = matching([/旁边的名称是另一条数据（firms）的/])
    expect(judge(before, firms.short, both)).toEqual([])
    expect(judge(before, firms.short, ['firms-once'])).toEqual(wrong)
    expect(judge({ ...before, period: firms.period }, firms.short, both)).toEqual(wrong)
    expect(judge({ ...before, label: '商户', short: '商户' }, firms.short, both)).toEqual(wrong)
  })

  it('on an axis may be the years of what it shows, and no others', () => {
    const tick = (text: string): string[] =>
      said(
        judgeBoundElement(boundElement({ role: 'scale', text, chart: 0 }), {
          ...on(drawBars()),
          data: { ...data, names: [] },
        }),
      )
    expect(tick('2031')).toEqual([])
    expect(tick('2029')).toEqual(matching([/“2029”不来自任何数据/]))
    expect(tick('2031家')).toEqual(matching([/“2031家”不来自任何数据/]))
  })

  it.each([
    ['前者是后者的2倍', /“2倍”不来自任何数据/],
    ['科创企业0.064万家', /“0\.064万家”不来自任何数据/],
  ])('announce no %s', (more, expected) => {
    expect(announced(drawBars(), `${barChart.describe(plans.bars)}${more}`)).toEqual(matching([expected]))
  })
})
