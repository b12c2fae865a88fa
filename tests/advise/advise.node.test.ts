import { describe, expect, it } from 'vitest'
import { charts } from '../../components/charts/registry.ts'
import { advise } from '../../scripts/advise/advise.ts'
import { tagOf } from '../../scripts/advise/tag.ts'
import { adviceText } from '../../scripts/advise/text.ts'
import { figureProps } from '../../model/figure-props.ts'
import { idsOfTag } from '../../model/slides/ids.ts'
import { scanTags } from '../../model/slides/scan.ts'
import { resolveDeck } from '../../model/deck.ts'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { soundSource } from '../support/deck-source.ts'
import { tableFiles } from '../support/tables.ts'

const stated = (id: string, figure: Partial<FigureInput>): FigureInput => ({
  id,
  label: id,
  value: 5,
  unit: '亿元',
  period: 'year',
  evidence: { column: '数说', clause: id },
  ...figure,
})
const source = soundSource()
source.figures[0]!.figures.push(
  stated('sales', { value: 40 }),
  stated('sales-before', { value: 30, period: '2030' }),
  stated('sales-long-ago', { value: 20, period: '2029' }),
  stated('loss', { value: -3 }),
  stated('online', { value: 30, unit: '%', kind: 'share', whole: '销售额' }),
  stated('offline', { value: 70, unit: '%', kind: 'share', whole: '销售额' }),
  stated('sales-of-shops', { value: 25 }),
  stated('sales-of-markets', { value: 15 }),
  stated('trains', { value: 30.5, unit: '%', kind: 'share', whole: '客流' }),
  stated('buses', { value: 69.1, unit: '%', kind: 'share', whole: '客流' }),
  stated('digital', { value: 40, unit: '%', kind: 'share', whole: '销售额' }),
  stated('schools', { label: '新建学校', value: 4, unit: '所' }),
  stated('hospitals', { label: '新建医院', value: 2, unit: '所' }),
  stated('income', { short: '收入', value: 9 }),
  stated('income-before', { short: '收入', value: 8, period: '2030' }),
  stated('profit', { short: '利润', value: 3 }),
  stated('profit-before', { short: '利润', value: 4, period: '2030' }),
  stated('prices', { value: -2, unit: '%', kind: 'growth', change: '下降' }),
  stated('cars', { value: 312, unit: '%', kind: 'growth', change: '增长' }),
  stated('wages', { value: 7, unit: '%', kind: 'growth', change: '增长' }),
)
const deck = resolveDeck<string>({ ...source, tables: tableFiles() } as DeckSource)
const best = (...ids: string[]): string[] => advise(ids, deck).fitting.map(({ tag }) => tag)
const refused = (...ids: string[]): string[] => advise(ids, deck).refused.map(({ component }) => component)

describe('figures', () => {
  it.each<[string, string[], string]>([
    ['one number', ['sales'], `<BigNumber id="sales" />`],
    ['amounts of one period', ['sales', 'loss'], `<GrowthBars :ids="['sales', 'loss']" />`],
    ['changes', ['wages', 'prices'], `<GrowthBars :ids="['wages', 'prices']" />`],
    ['two periods', ['sales', 'sales-before'], `<BeforeAfter before="sales-before" after="sales" mixed-periods />`],
    [
      'several periods',
      ['sales', 'sales-long-ago', 'sales-before'],
      `<TrendChart :ids="['sales-long-ago', 'sales-before', 'sales']" />`,
    ],
    [
      'a part of a total whose rest is derived',
      ['shops', 'shops-new'],
      `<StackedBars :pairs="[{ total: 'shops', part: 'shops-new', rest: 'shops-base' }]" />`,
    ],
    ['parts of a whole', ['online', 'offline'], `<ShareDonut :parts="['online', 'offline']" />`],
    [
      'a total and all of its parts',
      ['sales', 'sales-of-shops', 'sales-of-markets'],
      `<Contribution total="sales" :parts="['sales-of-shops', 'sales-of-markets']" />`,
    ],
    ['shares that leave more than rounding does', ['trains', 'buses'], `<ShareDonut :ids="['trains', 'buses']" />`],
    ['changes with a giant', ['cars', 'wages', 'prices'], `<FigureGrid :ids="['cars', 'wages', 'prices']" />`],
    ['shares that may overlap', ['online', 'digital'], `<ShareDonut :ids="['online', 'digital']" />`],
    [
      'small counts of things',
      ['schools', 'hospitals'],
      `<Isotype :ids="['schools', 'hospitals']" :icon="['school', 'hospital']" />`,
    ],
    [
      'two measures in two periods',
      ['income', 'income-before', 'profit', 'profit-before'],
      `<Slope :pairs="[['income-before', 'income'], ['profit-before', 'profit']]" />`,
    ],
    ['different units', ['sales', 'parks-new'], `<FigureGrid :ids="['sales', 'parks-new']" />`],
  ])('%s', (_, ids, tag) => {
    expect(best(...ids)[0]).toBe(tag)
  })

  it('a share is shown as a donut or a waffle', () => {
    expect(best('online')).toEqual(
      expect.arrayContaining([`<ShareDonut :ids="['online']" />`, `<ShareWaffle :ids="['online']" />`]),
    )
  })

  it('numbers of several units have no giant among them', () => {
    const reasons = advise(['sales', 'parks-new'], deck).fitting.map(({ reason }) => reason)
    expect(reasons.filter(reason => reason.includes('特别大'))).toEqual([])
  })

  it('what does not show all that was asked for is not advised', () => {
    expect(best('shops', 'shops-new', 'parks-new').join()).not.toContain('StackedBars')
  })
})

describe('tables', () => {
  it.each([
    ['a total and its growth over years', 'gdp', '<TotalAndGrowth of="gdp" total="total" growth="growth" />'],
    ['peers, ours marked', 'counties', '<RankBars of="counties" measure="total" />'],
  ])('%s', (_, id, tag) => {
    expect(best(id)[0]).toBe(tag)
  })

  it('is never advised as something that refuses it', () => {
    const finders = {
      figure: deck.getFigure,
      table: (id: string) => deck.tables.find(each => each.id === id)!,
      target: (id: string) => deck.targets.find(each => each.id === id)!,
    }
    for (const { id } of deck.tables)
      for (const { component, props } of advise([id], deck).fitting)
        expect(() => charts[component]?.plan(props, finders)).not.toThrow()
  })
})

it('targets are shown as bars, or as a table', () => {
  const own = { ...source, tables: tableFiles() }
  own.figures[0]!.figures.push(stated('sales-plan', { value: 38, qualifier: '以上' }))
  own.targets = { file: 'data/targets.ts', targets: [{ id: 'sales-target', plan: 'sales-plan', done: 'sales' }] }
  const { fitting } = advise(['sales-target'], resolveDeck<string>(own as DeckSource))
  expect(fitting.map(({ component }) => component)).toEqual(['Bullet', 'TargetTable'])
})

it('a tag is read as what it was made of, whatever its ids are', () => {
  const ids = [`towns@"A"&B's<1>/total`, String.raw`towns@C\D`]
  for (const [props, sorts] of [
    [{ ids }, ids],
    [{ id: ids[0] }, ids.slice(0, 1)],
  ] as const) {
    const [tag] = scanTags(tagOf({ component: 'ShareDonut', props }))
    expect(idsOfTag(tag!, figureProps).map(({ id }) => id)).toEqual(sorts)
  }
})

it('what a chart refuses is named with its reason', () => {
  expect(refused('sales', 'parks-new')).toContain('BarChart')
  expect(adviceText(advise(['sales', 'parks-new'], deck))).toMatch(/不合适的：\n.*BarChart +类别不同/)
})

it('an unknown id is told with the nearest ones, and a table is asked about alone', () => {
  expect(() => advise(['salse'], deck)).toThrow('没有编号为“salse”')
  expect(() => advise(['gdp', 'sales'], deck)).toThrow('一次只能问一张表')
})
