import { describe, expect, it } from 'vitest'
import { planTargets } from '../../components/target-table.ts'
import { refusedCharts } from '../../components/charts/refusals.ts'
import { outcomeWords } from '../../components/targets.ts'
import { resolveDeck } from '../../model/deck.ts'
import { checkSlide } from '../../model/slides/check.ts'
import { toDeckData } from '../../model/slides/data.ts'
import { shownFigures } from '../../model/slides/shown.ts'
import { sourceWithTargets } from '../support/targets.ts'

const deck = resolveDeck<string>(sourceWithTargets())
const data = toDeckData(deck)
const plan = (...ids: string[]) => planTargets({ ids }, id => deck.targets.find(target => target.id === id)!)

describe('a table of targets', () => {
  it('has the columns that any target has', () => {
    expect(plan('growth', 'work', 'work-next').columns.map(({ role, period }) => [role, period?.period.text])).toEqual([
      ['before', '2031年'],
      ['plan', undefined],
      ['done', '2031年'],
      ['rate', undefined],
    ])
  })

  it('sets the plan of the year ahead beside what was done', () => {
    const { columns, rows, hasBars, hasOutcomes } = plan('work-next')
    expect(columns.map(({ role, head, period }) => `${period?.period.text}${head} ${role}`)).toEqual([
      '2031年完成 before',
      '2032年目标 plan',
    ])
    expect([rows[0]!.bar, rows[0]!.words, hasBars, hasOutcomes]).toEqual([undefined, undefined, false, false])
  })

  it('draws each bar beside its plan, all plans at one place', () => {
    const { rows, drawn, note } = plan('growth', 'work', 'housing', 'saving', 'work-next')
    const widest = 6.4 / 6
    expect(rows.map(({ bar }) => bar && { ...bar, goal: bar.goal.toFixed(3), done: bar.done.toFixed(3) })).toEqual([
      { goal: (100 / widest).toFixed(3), done: '100.000', edge: 'flat', side: 'right' },
      { goal: (100 / widest).toFixed(3), done: (104 / widest).toFixed(3), edge: 'flat', side: 'right' },
      { goal: (100 / widest).toFixed(3), done: (28000 / 300 / widest).toFixed(3), edge: 'saw', side: 'right' },
      { goal: (100 / widest).toFixed(3), done: (320 / 3 / widest).toFixed(3), edge: 'flat', side: '' },
      undefined,
    ])
    expect(drawn.map(({ id }) => id)).toEqual(['output', 'jobs', 'homes', 'energy'].flatMap(id => [id, `${id}-plan`]))
    expect(note).toBe('条：完成　竖线：目标　锯齿边：实际大于所标数　未定：是约数，能否达成定不了')
  })

  it.each([
    ['growth', '✓达成'],
    ['idleness', '×未达成'],
    ['housing', '◇未定'],
    ['work-half', '◐未到期'],
    ['saving', '✓达成'],
  ])('says in a sign and a word how %s went', (id, said) => {
    const { words } = plan(id).rows[0]!
    expect(`${words!.sign}${words!.word}`).toBe(said)
  })

  it('calls neither side of what is no bound worse', () => {
    expect(outcomeWords({ outcome: 'missed', direction: 'about' })!.word).toBe('偏离')
  })
})

describe('targets on slides', () => {
  it.each([
    ["<TargetTable :ids=\"['work', 'work-next']\" />", ['jobs-plan', 'jobs', 'jobs-rate', 'jobs-next']],
    ["<Bullet :ids=\"['work', 'growth']\" />", ['jobs-plan', 'jobs', 'output-plan', 'output']],
  ])('show their figures: %s', (text, ids) => {
    expect(shownFigures(text, data)).toEqual(ids)
  })

  it.each([
    ['<TargetTable :ids="[\'work\']" />', []],
    ['<TargetTable :ids="[]" />', [/目标表画不出来.*要1到10个目标，给了0个/]],
    ["<TargetTable :ids=\"['work', 'work']\" />", [/“work”给了两次/]],
    ['<Bullet :ids="[\'saving\']" />', []],
    ['<Bullet :ids="[\'work-next\']" />', [/目标对照图画不出来.*“work-next”还没有完成数.*请用 TargetTable/]],
    ['<CheckItem state="完成">一</CheckItem>', []],
    ['<CheckItem state="好了">一</CheckItem>', [/没有“好了”这种状态，state 只能是 完成、推进中、未启动/]],
  ])('are refused where they cannot be drawn: %s', (text, expected) => {
    expect(refusedCharts(text, data).map(({ message }) => message)).toEqual(
      expected.map(pattern => expect.stringMatching(pattern)),
    )
  })

  it.each([
    ['<TargetTable :ids="[\'wrk\']" />', [/没有编号为“wrk”的目标，最接近的是：work/]],
    ['<Milestone at="2031">开工</Milestone>', []],
    ['<Milestone at="year">开工</Milestone>', []],
    ['<Milestone at="2032">开工</Milestone>', []],
    ['<Milestone at="2031-13">开工</Milestone>', [/没有编号为“2031-13”的时段/]],
    ['<Milestone at="2031-05">开工</Milestone>', [/没有编号为“2031-05”的时段/]],
  ])('name what there is: %s', (contentRaw, expected) => {
    const slide = { raw: contentRaw, contentRaw, frontmatter: {}, start: 0, note: '' } as never
    expect(checkSlide(slide, data).map(({ message }) => message)).toEqual(
      expected.map(pattern => expect.stringMatching(pattern)),
    )
  })
})
