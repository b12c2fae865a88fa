import { describe, expect, it } from 'vitest'
import { bulletChart, planBullet } from '../../components/charts/bullet-chart.ts'
import { ChartDataError } from '../../components/charts/plan.ts'
import { chartThemeOf } from '../../components/charts/theme.ts'
import { resolveDeck } from '../../model/deck.ts'
import type { Target } from '../../model/target.ts'
import { judgeBoundElement } from '../../scripts/check/numbers/bound-elements.ts'
import { judgeCharts } from '../../scripts/check/numbers/charts.ts'
import type { Mark } from '../../scripts/check/numbers/facts.ts'
import { judgeTextRun } from '../../scripts/check/numbers/text-runs.ts'
import { drawing, type Drawing, type Look } from '../check/support/drawing.ts'
import { boundElement, data as other, snapshot, textRun } from '../check/support/numbers.ts'
import { sourceWithTargets } from '../support/targets.ts'
import { textBoxesOf, renderSvg } from './render.ts'

const deck = resolveDeck<string>(sourceWithTargets())
const data = { ...other, names: [], figures: deck.figures, findFigure: deck.findFigure, periods: deck.periods }
const target = (id: string): Target => deck.targets.find(each => each.id === id)!
const ALL = ['growth', 'idleness', 'work', 'housing', 'saving']
const plan = (ids: readonly string[] = ALL, props: object = {}) => planBullet(ids.map(target), props)
const draw = (ids?: readonly string[], look?: Look): Drawing => {
  const planned = plan(ids)
  return drawing(bulletChart, planned, planned.figures, look)
}
const told = (...charts: Drawing[]): string[] =>
  judgeCharts({ charts, data, last: true }).map(({ text, measured }) => `${text}${measured}`)

const LOOKS: [string, Look][] = [
  ['the whole of a slide', {}],
  ['half of a slide', { width: 520, height: 380 }],
  ['4:3', { width: 848, height: 620 }],
  ['a slide of the other skin', { theme: chartThemeOf('night', 'hall') }],
  ['a page that is read', { theme: chartThemeOf('red', 'page'), width: 358, height: 420 }],
]

describe('bars beside their plans', () => {
  it.each(LOOKS)('are as long as their numbers on %s', (_, look) => {
    expect(told(draw(ALL, look), draw(['work'], look))).toEqual([])
  })

  it.each(LOOKS)('stand with their words in the room that there is on %s', (_, look) => {
    const { width = 1136, height = 430 } = look
    const boxes = textBoxesOf(renderSvg(bulletChart, plan(), look))
    expect(boxes.length).toBeGreaterThan(8)
    for (const { left, right, top, bottom } of boxes) {
      expect(left).toBeGreaterThanOrEqual(-0.5)
      expect(right).toBeLessThanOrEqual(width + 0.5)
      expect(top).toBeGreaterThanOrEqual(-0.5)
      expect(bottom).toBeLessThanOrEqual(height + 0.5)
    }
  })

  it.each<[string, (marks: Mark[]) => Mark[], RegExp]>([
    [
      'a bar that is too long for its plan',
      marks =>
        marks.map(mark =>
          mark.kind === 'bar' && mark.figure === 'jobs'
            ? { ...mark, box: { ...mark.box, right: mark.box.right + 40 } }
            : mark,
        ),
      /新增就业.*画成.*与数据相差/,
    ],
    [
      'a plan that is set too low',
      marks =>
        marks.map(mark =>
          mark.kind === 'goal' && mark.figure === 'idle-plan'
            ? { ...mark, box: { ...mark.box, right: mark.box.right - 60 } }
            : mark,
        ),
      /失业率.*与数据相差/,
    ],
    ['a plan that is not drawn', marks => marks.filter(({ figure }) => figure !== 'jobs-plan'), /没有画这条数据/],
    ['an end that looks exact', marks => marks.filter(({ kind }) => kind !== 'ragged'), /末端没有画出“以上”/],
  ])('are found where they are wrong: %s', (_, spoil, expected) => {
    const chart = draw()
    const found = told({ ...chart, marks: spoil(chart.marks) })
    expect(found.length).toBeGreaterThan(0)
    expect(found.join('\n')).toMatch(expected)
  })

  it("have the data's words", () => {
    const chart = draw()
    const on = snapshot({ data, charts: [chart], shown: chart.figures.map(id => deck.getFigure(id)) })
    const wrong = chart.words.flatMap(({ figure, text, kind }) =>
      judgeBoundElement(boundElement({ figure, role: kind, text, chart: 0 }), on),
    )
    const parts = [{ text: bulletChart.describe(plan()), boundElement: undefined }]
    expect([...wrong, ...judgeTextRun(textRun({ channel: 'attribute', chart: 0, parts }), on)]).toEqual([])
    expect(chart.words.map(({ text }) => text)).toContain('目标增长6%以上，✓达成')
  })

  it('are told to those who cannot see them', () => {
    expect(bulletChart.describe(plan(['growth', 'idleness']))).toBe(
      '产值增速增长6.4%，目标增长6%以上，达成；失业率5.8%，目标5.5%以内，未达成（目标对照图）。',
    )
  })

  it('highlight what was done, one click after the other', () => {
    const emphasised = (props: object): string[] =>
      plan(ALL, props).items.flatMap(({ id, emphasis }) => (emphasis === 'highlight' ? [id] : []))
    expect(emphasised({})).toEqual([])
    expect(emphasised({ highlight: 'idle' })).toEqual(['idle'])
    expect(emphasised({ steps: ['output', 'jobs'], step: 1 })).toEqual(['output'])
    expect(emphasised({ steps: ['output', 'jobs'] })).toEqual(['jobs'])
  })
})

describe('bars beside their plans refuse', () => {
  it.each<[string, () => unknown, RegExp]>([
    ['what is not done yet', () => plan(['work-next']), /“work-next”还没有完成数；请用 TargetTable/],
    [
      'a rise beside a fall',
      () => planBullet([{ ...target('saving'), done: { ...target('saving').done!, value: 3.2 } }]),
      /“energy-plan”小于零/,
    ],
    ['no targets', () => plan([]), /要1到6个目标，给了0个/],
    ['too many', () => plan([...ALL, ...ALL]), /给了10个；更多的请用 TargetTable/],
    ['one twice', () => plan(['work', 'work']), /给了两次/],
    ['a highlight that is not there', () => plan(ALL, { highlight: 'jobs-plan' }), /要突出的“jobs-plan”不在/],
    [
      'ranges',
      () => planBullet([{ ...target('growth'), plan: { ...target('growth').plan, to: 7 } }]),
      /“output-plan”是范围/,
    ],
    [
      'plans of nothing',
      () => planBullet([{ ...target('growth'), plan: { ...target('growth').plan, value: 0 } }]),
      /“output-plan”是零/,
    ],
    [
      'places',
      () => planBullet([{ ...target('growth'), plan: { ...target('growth').plan, kind: 'rank' } }]),
      /“output-plan”是位次/,
    ],
  ])('%s', (_, asked, reason) => {
    let thrown: unknown
    try {
      asked()
    } catch (error) {
      thrown = error
    }
    expect(thrown).toBeInstanceOf(ChartDataError)
    expect((thrown as ChartDataError).reason).toMatch(reason)
  })
})
