import { describe, expect, it } from 'vitest'
import { actionOf } from '../../components/present/presenter/keys.ts'
import { clock, delay, endTime, scheduleAt, timeOfDay } from '../../components/present/schedule.ts'
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

describe('the end of the meeting', () => {
  const NOW = new Date(2026, 10, 30, 14, 5).getTime()
  const schedule = { before: 100, until: 220, total: 400 }

  it.each([
    ['ahead of the plan, all of the slide is still to come', 40, '14:10'],
    ['within the slide, the rest of it', 160, '14:09'],
    ['behind the plan, only what comes after it', 900, '14:08'],
  ])('%s', (_, elapsed, time) => {
    expect(timeOfDay(endTime(schedule, elapsed, NOW))).toBe(time)
  })
})

describe('keys of the presenter’s page', () => {
  const press = (key: string, more: object = {}) => actionOf({ key, target: null, ...more } as unknown as KeyboardEvent)
  const on = (selector: string) => ({
    target: { closest: (asked: string) => (asked.split(', ').includes(selector) ? {} : null) },
  })

  it.each([
    ['PageDown', 'next'],
    [' ', 'next'],
    ['ArrowLeft', 'prev'],
    ['B', 'black'],
    ['.', 'black'],
    ['5', { digit: 5 }],
  ])('%j does what remote controls and other programs do: %j', (key, action) => {
    expect(press(key)).toEqual(action)
  })

  it('are left to fields, to the browser, and to a button that they press', () => {
    expect(press('b', on('input'))).toBeUndefined()
    expect(press('5', { ctrlKey: true })).toBeUndefined()
    expect(press('Enter', on('button'))).toBeUndefined()
    expect(press('ArrowRight', on('button'))).toBe('next')
  })

  it('turn pages as long as they are held, and do everything else once', () => {
    expect(press('ArrowRight', { repeat: true })).toBe('next')
    expect(press('b', { repeat: true })).toBeUndefined()
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
