import { describe, expect, it } from 'vitest'
import type { Review, Verdict } from '../../model/review.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import type { Facts } from '../../scripts/check/facts/facts.ts'
import { signed } from '../../scripts/check/facts/signed.ts'
import { reviewItems } from '../../scripts/review/items.ts'
import { facts, source, told, type Source } from './support/facts-deck.ts'

const says = (verdict: Verdict['verdict'], fingerprint: string, word?: string): Verdict => ({
  verdict,
  at: '2031-03-01T08:00:00Z',
  fingerprint,
  ...(word !== undefined && { word }),
})

/** Everything of a deck as these people confirm it. */
const confirmedBy = (deck: Facts, ...people: string[]): Review =>
  Object.fromEntries(
    reviewItems(deck).map(({ id, fingerprint }) => [
      id,
      Object.fromEntries(people.map(by => [by, says('confirmed', fingerprint)])),
    ]),
  )

const changed = (change: (deck: Source) => void): Promise<Facts> => facts({ source: source(change) })

describe('figures that are shown', () => {
  it('have to be confirmed by two people, quotes and derived ones too', async () => {
    const deck = await facts()
    expect(told(signed(deck, {}))).toEqual([
      'data/figures/trade.ts#shops 还没有人确认',
      'data/figures/trade.ts#shops-new 还没有人确认',
      'data/figures/trade.ts#sales-growth 还没有人确认',
      'data/derived.ts#shops-base 还没有人确认',
      'data/quotes.ts#keeper 还没有人确认',
      'data/figures/parks.ts#parks-new 还没有人确认',
    ])
    expect(signed(deck, confirmedBy(deck, '李明')).map(({ measured }) => measured)).toEqual(
      Array(6).fill('只有李明确认过'),
    )
    expect(signed(deck, confirmedBy(deck, '李明', '王芳'))).toEqual([])
  })

  it('have nobody against them', async () => {
    const deck = await facts()
    const review = confirmedBy(deck, '李明', '王芳')
    const { shops } = review
    const { fingerprint } = shops!['李明']!
    const objected = { ...review, shops: { ...shops, 赵强: says('objected', fingerprint, '应为 310') } }
    expect(signed(deck, objected).map(({ element, measured }) => `${element} ${measured}`)).toEqual([
      'shops 赵强有异议：“应为 310”',
    ])
  })

  it('need nobody as long as no slide shows them', async () => {
    const deck = await facts({ slides: '# 海湾\n\n<BigNumber id="shops" />\n\n<!--\n<Fig id="parks-new" />\n-->\n' })
    expect(signed(deck, {}).map(({ element }) => element)).toEqual(['shops'])
  })
})

describe('a figure that changes', () => {
  const shops = (deck: Source) => deck.figures[0]!.figures[0]!
  const changes: Readonly<Record<string, (deck: Source) => void>> = {
    'its value': deck =>
      Object.assign(shops(deck), { value: 310, evidence: { column: '数说', clause: '商铺累计310家' } }),
    'its unit': deck =>
      Object.assign(shops(deck), {
        value: 3,
        unit: '百家',
        decimals: 0,
        evidence: { column: '数说', clause: '商铺累计3百家' },
      }),
    'its qualifier': deck =>
      Object.assign(shops(deck), { qualifier: '余', evidence: { column: '数说', clause: '商铺累计300余家' } }),
    'its label': deck => (shops(deck).label = '商铺'),
    'its period': deck =>
      Object.assign(shops(deck), {
        period: 'spring',
        evidence: { column: '数说', clause: '商铺累计300家', period: '一季度' },
      }),
    'the dates of its period': deck => (deck.periods = [{ ...deck.periods[0]!, text: '2030年' }, deck.periods[1]!]),
    'its clause': deck => (shops(deck).evidence.clause = '商铺累计300家;新开'),
    'its column': deck => (shops(deck).evidence.column = '评说'),
    'what it is compared with': deck => (shops(deck).comparedWith = '上年'),
    'its note': deck => (shops(deck).note = '居首位'),
  }

  it.each(Object.keys(changes))('loses its confirmations: %s', async name => {
    const before = await facts()
    const after = await changed(changes[name]!)
    const findings = signed(after, confirmedBy(before, '李明', '王芳'))
    expect(findings.find(({ element }) => element === 'shops')?.measured).toBe(
      '还没有人确认（李明、王芳确认以后又改过）',
    )
  })

  it('takes those of what is computed from it along', async () => {
    const review = confirmedBy(await facts(), '李明', '王芳')
    const after = await changed(changes['its value']!)
    expect(signed(after, review).map(({ element }) => element)).toEqual(['shops', 'shops-base'])
  })

  it('that is wrong cannot be confirmed at all', async () => {
    const review = confirmedBy(await facts(), '李明', '王芳')
    const after = await changed(deck => (shops(deck).value = 310))
    expect(signed(after, review).map(({ element, measured }) => `${element} ${measured}`)).toContain(
      'shops 这一条数据有错，没法确认',
    )
  })

  it.each<[string, (deck: Source) => void]>([
    ['the width of characters in its clause', deck => (shops(deck).evidence.clause = '商铺累计３００家')],
    ['a doubt that is taken away', deck => (shops(deck).doubt = '单位不明')],
    [
      'a title of its chapter',
      deck => (deck.chapters = deck.chapters.map(each => ({ ...each, title: `${each.title}篇` }))),
    ],
    [
      'a second source',
      deck =>
        (deck.sources = [
          { id: 'a', title: '甲' },
          { id: 'b', title: '乙' },
        ]),
    ],
  ])('keeps them: %s', async (_, change) => {
    const review = confirmedBy(await facts(), '李明', '王芳')
    expect(signed(await changed(change), review).map(({ element }) => element)).not.toContain('shops')
  })
})

it('is asked for by --signed, beside whatever else is checked', () => {
  const rules = (...args: string[]): string[] => [...parseCheckArgs(args).rules.values()].flatMap(own => [...own])
  expect(rules()).not.toContain('signed')
  expect(rules('facts')).not.toContain('signed')
  expect(rules('--signed')).toEqual(expect.arrayContaining(['signed', 'evidence', 'digits']))
  expect(rules('orphan', '--signed').sort()).toEqual(['orphan', 'signed'])
  expect(rules('signed')).toEqual(['signed'])
})
