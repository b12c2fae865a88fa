import { describe, expect, expectTypeOf, it } from 'vitest'
import { resolveDeck } from '../../model/deck.ts'
import { formatFigure } from '../../model/format.ts'
import { packDeck, unpackDeck, type PackedDeck } from '../../model/packed.ts'
import { surveyDeck } from '../../model/survey.ts'
import { outcomeOf } from '../../model/target-outcome.ts'
import type { Outcome, RateId, TargetDirection, TargetInput } from '../../model/target.ts'
import { validate } from '../../model/validate.ts'
import { sourceWithTargets, targets } from '../support/targets.ts'

const deck = resolveDeck<string>(sourceWithTargets())
const find = (id: string) => deck.targets.find(target => target.id === id)!
const messages = (target: unknown): string[] =>
  validate(sourceWithTargets([target])).map(({ file, id, message }) => `${file} ${id} ${message}`)

describe('targets', () => {
  it('are sound', () => {
    expect(validate(sourceWithTargets())).toEqual([])
  })

  it.each<[string, TargetDirection, Outcome | null]>([
    ['growth', 'least', 'met'],
    ['idleness', 'most', 'missed'],
    ['work', 'least', 'met'],
    ['work-half', 'least', 'early'],
    ['saving', 'about', 'met'],
    ['housing', 'least', 'unsure'],
    ['work-next', 'least', null],
  ])('%s asks for %s and is %s', (id, direction, outcome) => {
    expect(find(id)).toMatchObject({ direction, outcome })
  })

  it('are called as what was done, unless they say so', () => {
    expect(deck.targets.map(({ label }) => label).slice(0, 2)).toEqual(['产值增速', '城镇失业率'])
    expect(find('work-next').label).toBe('新增就业')
  })

  it('make a rate of the number that the plan states', () => {
    const rate = deck.getFigure('jobs-rate')
    expect(formatFigure(rate)).toBe('104.0%')
    expect(rate).toMatchObject({ label: '新增就业完成率', kind: 'completion', derived: { formula: '52000人 ÷ 5万人' } })
    expect(find('work').rate).toBe(rate)
    expectTypeOf<RateId<(typeof targets)[number]>>().toEqualTypeOf<'jobs-rate'>()
  })

  it('reach the browser whole', () => {
    const { targets } = unpackDeck(JSON.parse(JSON.stringify(packDeck(deck))) as PackedDeck)
    expect(targets).toEqual(deck.targets)
  })

  it('go where what they name is wrong', () => {
    const { deck: sound, problems } = surveyDeck(sourceWithTargets([...targets, { id: 'odd', plan: 'nothing' }]))
    expect(problems.map(({ id }) => id)).toEqual(['odd'])
    expect(sound.targets).toHaveLength(targets.length)
  })
})

describe('a plan', () => {
  it.each([
    ['jobs-next', true],
    ['jobs-plan', true],
    ['idle-plan', true],
    ['jobs', undefined],
    ['jobs-half', undefined],
    ['shops', undefined],
  ])('is told from a fact: %s', (id, planned) => {
    expect(deck.getFigure(id).planned).toBe(planned)
  })

  it('is one by its clause, whether a target names it or not', () => {
    const { figures } = resolveDeck<string>(sourceWithTargets([]))
    expect(figures.filter(({ planned }) => planned).map(({ id }) => id)).toEqual([
      'output-plan',
      'jobs-plan',
      'energy-plan',
      'homes-plan',
      'jobs-next',
    ])
  })
})

describe('whether a target is met', () => {
  it.each<[plan: string, done: string, direction: TargetDirection, Outcome]>([
    ['output-plan', 'output-about', 'least', 'unsure'],
    ['output-plan', 'output-about', 'about', 'met'],
    ['output-plan', 'output', 'exact', 'missed'],
    ['output-plan', 'output-plan', 'least', 'met'],
    ['output-plan', 'output-plan', 'most', 'unsure'],
    ['energy-plan', 'energy-up', 'least', 'missed'],
    ['energy-plan', 'energy', 'least', 'met'],
    ['energy-plan', 'energy', 'most', 'missed'],
    ['homes-plan', 'homes', 'most', 'unsure'],
    ['jobs-plan', 'jobs', 'most', 'missed'],
    ['jobs', 'jobs', 'exact', 'met'],
  ])('%s by %s, %s: %s', (plan, done, direction, outcome) => {
    expect(outcomeOf(deck.getFigure(plan), deck.getFigure(done), direction)).toBe(outcome)
  })

  it('leaves the number out where the plan does', () => {
    const plan = { ...deck.getFigure('output'), value: 6, qualifier: '超过' } as const
    const done = { ...deck.getFigure('output'), value: 6 }
    expect(outcomeOf(plan, done, 'least')).toBe('missed')
    expect(outcomeOf(plan, { ...done, qualifier: '突破' }, 'least')).toBe('met')
  })

  it('takes a range for its ends', () => {
    const plan = { ...deck.getFigure('output'), value: 6, to: 6.5 }
    const done = (value: number) => ({ ...deck.getFigure('output'), value })
    expect(outcomeOf(plan, done(6.2), 'exact')).toBe('met')
    expect(outcomeOf(plan, done(6.6), 'exact')).toBe('missed')
    expect(outcomeOf(plan, done(6.6), 'least')).toBe('met')
    expect(outcomeOf(plan, done(5.9), 'most')).toBe('met')
  })
})

describe('a target is refused, with file and id,', () => {
  it.each<[string, TargetInput | object, RegExp]>([
    ['without a plan', { id: 'a' }, /data\/targets\.ts a plan：不能缺少/],
    ['with another field', { id: 'a', plan: 'jobs-plan', goal: 5 }, /goal：没有这个字段/],
    ['with a strange direction', { id: 'a', plan: 'jobs-plan', direction: 'up' }, /应为：least、most、about、exact/],
    ['for an unknown figure', { id: 'a', plan: 'job-plan' }, /plan 指向不存在的“job-plan”，最接近的是：jobs-plan/],
    ['for a derived figure', { id: 'a', plan: 'jobs-plan', done: 'shops-base' }, /done 指向推算的“shops-base”/],
    ['without a direction', { id: 'a', plan: 'homes-plan', done: 'homes' }, /“homes-plan”没有限定词.*direction.*least/],
    ['of two kinds', { id: 'a', plan: 'output-plan', done: 'idle' }, /不是一类：.*增幅.*比率（%）/],
    ['of two bases', { id: 'a', plan: 'jobs-plan', done: 'homes' }, /不是一类：.*数量（万人）.*数量（套）/],
    ['of the plan itself', { id: 'a', plan: 'jobs-plan', done: 'jobs-plan' }, /done 与 plan 是同一条“jobs-plan”/],
    [
      'that is done before its time',
      { id: 'a', plan: 'jobs-next', done: 'jobs', direction: 'least' },
      /done 应与 plan 同一时段，或是其中一段（“jobs-next”是2032年的，“jobs”是2031年的）；上期的数请写在 before/,
    ],
    ['that starts in its own time', { id: 'a', plan: 'jobs-plan', before: 'jobs' }, /before 应在 plan 的时段开始之前/],
    ['with a rate of nothing', { id: 'a', plan: 'jobs-plan', rate: 'r' }, /rate 要有 done 才能推算/],
    ['with a rate of a growth', { id: 'a', plan: 'output-plan', done: 'output', rate: 'r' }, /完成率只算大于零的/],
    [
      'with a rate of a limit',
      { id: 'a', plan: 'jobs-plan', done: 'jobs', direction: 'most', rate: 'r' },
      /请去掉 rate/,
    ],
    ['with a rate of a used id', { id: 'a', plan: 'jobs-plan', done: 'jobs', rate: 'shops' }, /编号“shops”重复/],
  ])('%s', (_, target, expected) => {
    expect(messages(target)).toEqual([expect.stringMatching(expected)])
  })
})
