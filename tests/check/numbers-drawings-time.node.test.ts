import { describe, expect, it } from 'vitest'
import { charts } from '../../components/charts/registry.ts'
import { chartTheme, chartThemeOf } from '../../components/charts/theme.ts'
import type { Figure } from '../../model/figure.ts'
import type { RuleFinding } from '../../scripts/check/finding.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import type { Mark } from '../../scripts/check/numbers/facts.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import { changedTable, figures, findFigure, finders, getFigure } from '../charts/fixture-tables.ts'
import { drawing, type Drawing, type Look } from './support/drawing.ts'
import { boundElement, data as other, mark, rectangle, snapshot, textRun } from './support/numbers.ts'

const data = { ...other, names: [], figures, findFigure }
const said = (judged: readonly RuleFinding[]): string[] => judged.map(({ text, measured }) => `${text}${measured}`)
const told = (...drawn: Drawing[]): string[] => said(judgeCharts({ charts: drawn, data, last: true }))
const matching = (patterns: readonly RegExp[]): unknown[] => patterns.map(each => expect.stringMatching(each))

interface Asked {
  component: string
  props: object
}

const LINE = { component: 'TrendChart', props: { of: 'gdp', measure: 'total' } }
const CUT = { component: 'TrendChart', props: { of: 'gdp', measure: 'total', base: 'data' } }
const GROWTH = { component: 'TrendChart', props: { of: 'gdp', measure: 'growth' } }
const COLUMNS = { component: 'TrendChart', props: { of: 'gdp', measure: 'total', type: 'columns' } }
const BOTH = { component: 'TotalAndGrowth', props: { of: 'gdp', total: 'total', growth: 'growth' } }
const LINED = { ...BOTH, props: { ...BOTH.props, growthAs: 'line' } }
const STACK = { component: 'StackedColumns', props: { of: 'added' } }
const RING = {
  component: 'ShareDonut',
  props: { parts: ['tertiary', 'secondary', 'primary'].map(each => `shares@2021/${each}`) },
}
const SLOPE = { component: 'Slope', props: { of: 'added', from: '2017' } }
const STEPS = { component: 'Contribution', props: { of: 'industries' } }
const sound: [string, Asked][] = [
  ['a line', LINE],
  ['a line on an axis that is cut', CUT],
  ['a line of growths', GROWTH],
  ['a line with a gap, a break and a part of a year', { component: 'TrendChart', props: { of: 'retail' } }],
  ['three lines', { component: 'TrendChart', props: { of: 'added', measure: ['primary', 'secondary', 'tertiary'] } }],
  ['columns', COLUMNS],
  ['totals and their growth', BOTH],
  ['totals and their growth as a line', LINED],
  ['stacked columns', STACK],
  ['stacked columns of shares', { component: 'StackedColumns', props: { of: 'shares' } }],
  ['a ring of parts', RING],
  ['a ring with a rest', { component: 'ShareDonut', props: { parts: RING.props.parts.slice(0, 2) } }],
  ['parts and their total', STEPS],
  ['parts and a rest', { component: 'Contribution', props: { of: 'industries', row: '第三产业', rest: true } }],
  ['slopes', SLOPE],
  [
    'slopes of which the first is highest',
    {
      component: 'Slope',
      props: { pairs: ['tertiary', 'primary'].map(each => [`added@2017/${each}`, `added@2021/${each}`]) },
    },
  ],
  ['slopes from zero', { component: 'Slope', props: { of: 'added', base: 'zero' } }],
  ['a slope through zero', { component: 'Slope', props: { pairs: [['gdp@2015/growth', 'gdp@2021/growth']] } }],
  ['columns of growths', { component: 'TrendChart', props: { of: 'gdp', measure: 'growth', type: 'columns' } }],
]

/** @param change what cells are drawn as, other than the data has them */
function draw(
  { component, props }: Asked,
  look: Look = {},
  change: (figure: Figure) => Partial<Figure> = () => ({}),
): Drawing {
  const chart = charts[component]!
  const find = (id: string): Figure => ({ ...getFigure(id), ...change(getFigure(id)) })
  const plan = chart.plan(props, { ...finders, figure: find, table: id => changedTable(id, change) }) as {
    figures: readonly Figure[]
  }
  return drawing(chart, plan, plan.figures, look)
}

describe('charts over time as they are drawn', () => {
  it.each<[string, Look]>([
    ['the whole of a slide', {}],
    ['half of a slide', { width: 520, height: 380 }],
    ['a slide of the other skin', { theme: chartThemeOf('night', 'hall') }],
    ['a page that is read', { theme: chartThemeOf('red', 'page'), width: 358, height: 420 }],
    ['a scale of its own', { theme: chartTheme, scale: 0.05 }],
  ])('are silent on %s', (_, look) => {
    const findings = sound.flatMap(([name, asked]) => told(draw(asked, look)).map(found => `${name}: ${found}`))
    expect(findings).toEqual([])
  })

  it.each(sound)("have the data's words: %s", (_, asked) => {
    const drawn = draw(asked)
    const on = snapshot({ data, charts: [drawn], shown: drawn.figures.map(getFigure) })
    const printed = (figure: string, text: string, role: string): string[] =>
      said(judgeBoundElement(boundElement({ figure, role, text, chart: 0 }), on))
    expect(drawn.words.flatMap(({ figure, text, kind }) => printed(figure, text, kind))).toEqual([])
    expect(drawn.scales.flatMap(text => printed('', text, 'scale'))).toEqual([])
    const chart = charts[asked.component]!
    const text = chart.describe(chart.plan(asked.props, finders))
    expect(
      said(judgeTextRun(textRun({ channel: 'attribute', chart: 0, parts: [{ text, boundElement: undefined }] }), on)),
    ).toEqual([])
  })

  it('share one scale over a slide, where they are of one measure', () => {
    expect(told(draw(LINE, { scale: 0.1 }), draw(COLUMNS, { scale: 0.1 }))).toEqual([])
    expect(told(draw(LINE, { scale: 0.1 }), draw(COLUMNS, { scale: 0.12 }))[0]).toMatch(/相差/)
  })
})

const only =
  (id: string, change: (value: number) => number) =>
  (figure: Figure): Partial<Figure> =>
    figure.id === id ? { value: change(figure.value) } : {}

describe('a chart over time with another number than its figure’s', () => {
  it.each<[string, Asked, (figure: Figure) => Partial<Figure>, RegExp[]]>([
    [
      'a point three percent higher',
      LINE,
      only('gdp@2019/total', value => value * 1.03),
      [/^（2019年1652\.1亿元）.*相差 3/],
    ],
    [
      'a point at half its height',
      LINE,
      only('gdp@2021/total', value => value / 2),
      [/^（2021年2311\.1亿元）.*相差 (?:50|49)/],
    ],
    ['a point elsewhere on a cut axis', CUT, only('gdp@2018/total', value => value * 1.05), [/^（2018年1645\.6亿元）/]],
    [
      'a growth for a fall',
      GROWTH,
      only('gdp@2015/growth', value => -value),
      [/^（2015年下降2\.9%）数朝减少一侧画|降幅朝增长一侧画/],
    ],
    [
      'a growth on a line that is half as high',
      LINED,
      only('gdp@2018/growth', value => value / 2),
      [/^（2018年增长7\.4%）.*相差 (?:49|50)/],
    ],
    [
      'a column two percent lower',
      COLUMNS,
      only('gdp@2017/total', value => value * 0.98),
      [/^（2017年1477\.5亿元）.*相差 2%$/],
    ],
    [
      'a segment a tenth less',
      STACK,
      only('added@2019/secondary', value => value * 0.9),
      [/^（2019年21\.0亿元）.*相差 10%$/],
    ],
    [
      'a part of a ring a tenth less',
      RING,
      only('shares@2021/secondary', value => value * 0.9),
      [/^（2021年24\.9%）环形画成整圈的 22\.41%$/],
    ],
    [
      'an end of a slope a tenth less',
      SLOPE,
      only('added@2021/tertiary', value => value * 0.9),
      [/^（2021年62\.4亿元）.*相差 (?:9|10)/],
    ],
    [
      'columns less a constant',
      COLUMNS,
      ({ value, unit }) => (unit === '亿元' ? { value: value - 900 } : {}),
      [/./, /./, /./, /./, /./],
    ],
  ])('%s', (_, asked, change, expected) => {
    expect(told(draw(asked, {}, change))).toEqual(matching(expected))
  })
})

describe('a chart over time that is drawn otherwise than planned', () => {
  function spoilt(drawn: Drawing, change: (mark: Mark) => Partial<Mark> | undefined): Drawing {
    const marks = drawn.marks.flatMap(each => {
      const other = change(each)
      return other === undefined ? [] : [{ ...each, ...other }]
    })
    return { ...drawn, marks }
  }
  const moved =
    (id: string, x: number, y: number) =>
    ({ kind, figure, box: { left, top, right, bottom } }: Mark): Partial<Mark> =>
      figure === id ? mark(kind, figure, rectangle(left + x, top + y, right - left, bottom - top)) : {}
  const [line, cut, columns] = [draw(LINE), draw(CUT), draw(COLUMNS)]

  it.each<[string, Drawing, RegExp[]]>([
    [
      'a part of a ring apart from the one before it',
      spoilt(draw(RING), ({ figure, turn }) =>
        figure === 'shares@2021/primary' ? { turn: { ...turn!, start: turn!.start - 3 } } : {},
      ),
      [/^（2021年6\.8%）环形不从正上方起，差整圈的 3%$/],
    ],
    [
      'a part apart from the one before it',
      spoilt(draw(STEPS), moved('industries@第二产业/value', 9, 0)),
      [/^（第二产业22\.7亿元）不接在前一部分的末端，差 9 px$/, /^（第三产业62\.4亿元）不接在前一部分的末端/],
    ],
    ['a point of another year', spoilt(line, moved('gdp@2016/total', 700, 0)), [/2016年1269\.2亿元/, /.*/]],
    ['a point that slipped', spoilt(line, moved('gdp@2016/total', 0, 9)), [/^（2016年1269\.2亿元）画成/]],
    [
      'a point that is left out',
      spoilt(line, ({ figure }) => (figure === 'gdp@2016/total' ? undefined : {})),
      [/^（2016年1269\.2亿元）图里没有画这条数据$/],
    ],
    ['a cut axis that does not say so', { ...cut, texts: [] }, [/^看不见零线，也没有说纵轴不从零开始$/]],
    [
      'a segment apart from what is below it',
      spoilt(draw(STACK), moved('added@2019/tertiary', 0, -9)),
      [/^（2019年55\.7亿元）.*差 9 px$/],
    ],
    [
      'a column that hangs in the air',
      spoilt(columns, moved('gdp@2016/total', 0, -9)),
      [/^（2016年1269\.2亿元）.*条形不从零线起，差 .* px$/],
    ],
  ])('%s', (_, drawn, expected) => {
    const found = told(drawn)
    expect(found.slice(0, expected.length)).toEqual(matching(expected))
  })
})
