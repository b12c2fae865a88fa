import { describe, expect, it } from 'vitest'
import type { Period } from '../../model/figure.ts'
import { isSamePeriod, resolvePeriod, sourceYear } from '../../model/periods.ts'
import { spanCode } from '../../model/span.ts'

const periods: readonly Period[] = [
  { id: 'by-november', text: '截至11月', stated: ['截至11月'] },
  { id: 'year', text: '2020年', stated: ['今年'], implied: true },
  { id: 'plan', text: '“十三五”规划期', span: '2016/2020', stated: ['“十三五”'] },
  { id: 'always', text: '历年', stated: ['历年'] },
]

describe('the period that a figure names', () => {
  it.each<[string, string | undefined, string | null | undefined]>([
    ['year', '2020年', '2020'],
    ['by-november', '截至11月', '../2020-11'],
    ['plan', '“十三五”规划期', '2016/2020'],
    ['always', '历年', null],
    ['2019', '2019年', '2019'],
    ['2020-01/2020-11', '2020年1—11月', '2020-01/2020-11'],
    ['@2020-12-31', '2020年末', '@2020-12-31'],
    ['yaer', undefined, undefined],
    ['2020-13', undefined, undefined],
  ])('%s is %s', (named, text, code) => {
    const period = resolvePeriod(named, periods)
    expect(period?.text).toBe(text)
    expect(period && (period.span ? spanCode(period.span) : null)).toBe(code)
  })

  it('is one time under an id and under a code', () => {
    const same = (a: string, b: string): boolean => isSamePeriod(resolvePeriod(a, periods)!, resolvePeriod(b, periods)!)
    expect([same('year', '2020'), same('year', '2019'), same('always', 'always'), same('always', 'year')]).toEqual([
      true,
      false,
      true,
      false,
    ])
  })

  it('is told from the year of the period that is implied', () => {
    expect(sourceYear(periods)).toBe(2020)
    expect(sourceYear([{ id: 'year', text: '今年', stated: [], implied: true }])).toBeUndefined()
    expect(sourceYear([])).toBeUndefined()
  })
})
