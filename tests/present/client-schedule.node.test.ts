import { describe, expect, it } from 'vitest'
import { isSameTimer, slidevTimer, timerOf } from '../../components/present/timer.ts'
import { clock, delay, scheduleAt } from '../../components/present/schedule.ts'
import { currentSite, siteExtension } from '../../setup/vite/site.ts'

describe('what was planned', () => {
  it('is summed over the slides; those without a time take none', () => {
    const times = [40, 60, undefined, 20]
    expect(scheduleAt(times, 1)).toEqual({ before: 0, until: 40, total: 120 })
    expect(scheduleAt(times, 3)).toEqual({ before: 100, until: 100, total: 120 })
    expect(scheduleAt(times, 4)).toEqual({ before: 100, until: 120, total: 120 })
    expect(scheduleAt([], 1)).toEqual({ before: 0, until: 0, total: 0 })
  })

  it.each([
    [99, -1],
    [100, 0],
    [110, 0],
    [120, 0],
    [125.4, 5],
  ])('at second %f, a slide planned from 100 to 120 is %i late', (elapsed, late) => {
    expect(delay({ before: 100, until: 120, total: 300 }, elapsed)).toBe(late)
  })

  it.each([
    [0, '0:00'],
    [5.9, '0:05'],
    [65, '1:05'],
    [725, '12:05'],
    [3_725, '1:02:05'],
    [-3, '0:00'],
  ])('%f seconds are %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text)
  })
})

describe('the clock', () => {
  const NOW = 1_000_000

  it.each([
    { status: 'stopped', elapsed: 0 },
    { status: 'running', elapsed: 90_000 },
    { status: 'paused', elapsed: 90_000 },
  ] as const)('$status is the same in Slidev and on the server', timer => {
    expect(timerOf(slidevTimer(timer, NOW), NOW)).toEqual(timer)
  })

  it('that runs is told from one that somebody has touched', () => {
    expect(isSameTimer({ status: 'running', elapsed: 5_000 }, { status: 'running', elapsed: 5_900 })).toBe(true)
    expect(isSameTimer({ status: 'running', elapsed: 5_000 }, { status: 'running', elapsed: 9_000 })).toBe(false)
    expect(isSameTimer({ status: 'running', elapsed: 5_000 }, { status: 'paused', elapsed: 5_000 })).toBe(false)
    expect(isSameTimer({ status: 'stopped', elapsed: 0 }, { status: 'stopped', elapsed: 9_000 })).toBe(true)
  })
})

describe('the site that is built', () => {
  it.each([
    ['audience', 'audience'],
    ['presenter', 'presenter'],
    ['', undefined],
    ['other', undefined],
    [undefined, undefined],
  ])('HUIBAO_SITE=%s is %s', (value, site) => {
    expect(currentSite({ HUIBAO_SITE: value })).toBe(site)
  })

  it('changes the headmatter and no other slide', async () => {
    const { transformSlide } = siteExtension('audience')
    const slides = [{ title: '题', presenter: true }, { presenter: true }]
    for (const slide of slides) await transformSlide!('', slide)
    expect(slides).toEqual([
      expect.objectContaining({ title: '题', presenter: false, download: false }),
      { presenter: true },
    ])
  })
})
