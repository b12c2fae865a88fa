import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { Command } from '../../components/present/protocol.ts'
import type { MeetingState } from '../../scripts/present/state/backplane.ts'
import { KeptState } from '../../scripts/present/state/kept.ts'
import { decide, elapsedOf, initialState, release, resumed, shownOf } from '../../scripts/present/state/machine.ts'

const laptop = { id: 'laptop', name: '电脑' }
const phone = { id: 'phone', name: '手机' }
const at = { pages: 4, site: 'one', now: 5_000 }
const begun = initialState(1_000)

function after(state: MeetingState, ...commands: Command[]): MeetingState {
  return commands.reduce((before, command) => {
    const verdict = decide(before, command, laptop, at)
    if ('rejected' in verdict) throw new Error(verdict.rejected)
    return verdict.state
  }, state)
}
const refusal = (state: MeetingState, command: Command, actor = laptop): string | undefined => {
  const verdict = decide(state, command, actor, at)
  return 'rejected' in verdict ? verdict.rejected : undefined
}

describe('who drives', () => {
  it('is whoever acts first', () => {
    expect(after(begun, { type: 'next' }).driver).toEqual(laptop)
    expect(after(begun, { type: 'pointer', pointer: null }).driver).toEqual(laptop)
  })

  it('others are refused everything but taking over and counting clicks', () => {
    const driven = after(begun, { type: 'next' })
    const commands: Command[] = [
      { type: 'next' },
      { type: 'prev' },
      { type: 'goto', page: 1 },
      { type: 'screen', screen: 'black' },
      { type: 'release' },
      { type: 'pointer', pointer: null },
      { type: 'draw', page: 1, svg: '' },
      { type: 'timer', status: 'running' },
      { type: 'next', expectRev: driven.rev },
    ]
    expect(commands.map(command => refusal(driven, command, phone))).toEqual(commands.map(() => 'not-driver'))
    expect(refusal(driven, { type: 'totals', totals: [1] }, phone)).toBeUndefined()
    expect(decide(driven, { type: 'take' }, phone, at)).toEqual({
      state: { ...driven, rev: driven.rev + 1, driver: phone },
    })
  })

  it('gives it back with release, and loses it with the pairing', () => {
    const driven = after(begun, { type: 'next' })
    expect(after(driven, { type: 'release' }).driver).toBeNull()
    expect(release(driven, 'laptop')).toEqual({ ...driven, rev: driven.rev + 1, driver: null })
    expect(release(driven, 'phone')).toBe(driven)
  })

  it('hears of it before a stale revision does', () => {
    const driven = after(begun, { type: 'next' })
    expect(refusal(driven, { type: 'next', expectRev: 0 }, phone)).toBe('not-driver')
    expect(refusal(driven, { type: 'next', expectRev: driven.rev - 1 })).toBe('stale')
    expect(refusal(driven, { type: 'next', expectRev: driven.rev })).toBeUndefined()
  })
})

describe('turning pages', () => {
  const counted = after(begun, { type: 'totals', totals: [0, 2, 1, 0] })

  it('goes through the clicks of each slide, and back', () => {
    const places: [number, number][] = []
    let state = counted
    for (let count = 0; count < 8; count += 1) {
      state = after(state, { type: 'next' })
      places.push([state.page, state.clicks])
    }
    expect(places).toEqual([
      [2, 0],
      [2, 1],
      [2, 2],
      [3, 0],
      [3, 1],
      [4, 0],
      [4, 0],
      [4, 0],
    ])
    const back: [number, number][] = []
    for (let count = 0; count < 7; count += 1) {
      state = after(state, { type: 'prev' })
      back.push([state.page, state.clicks])
    }
    expect(back).toEqual([
      [3, 1],
      [3, 0],
      [2, 2],
      [2, 1],
      [2, 0],
      [1, 0],
      [1, 0],
    ])
  })

  it('knows of a slide what was counted last, and of one that nobody has counted nothing', () => {
    const partly = after(begun, { type: 'totals', totals: [null, 2] })
    expect(partly.totals).toEqual([null, 2])
    expect(after(partly, { type: 'totals', totals: [0, null, null, 1] }).totals).toEqual([0, 2, null, 1])
    expect(after(partly, { type: 'totals', totals: [null, 1] }).totals).toEqual([null, 1])
    expect(after(partly, { type: 'totals', totals: [null, 2, null, null, 7] }).totals).toEqual([null, 2, null, null])
    expect(after(partly, { type: 'totals', totals: [null] })).toBe(partly)
    // What nobody has counted is skipped by steps, and not taken away from those who know where they go.
    expect(after(partly, { type: 'next' }, { type: 'next' }, { type: 'next' })).toMatchObject({ page: 2, clicks: 2 })
    expect(after(partly, { type: 'goto', page: 3, clicks: 1 })).toMatchObject({ page: 3, clicks: 1 })
  })

  it('without totals goes from slide to slide', () => {
    expect(after(begun, { type: 'next' }, { type: 'next' })).toMatchObject({ page: 3, clicks: 0 })
  })

  it('to a slide keeps clicks within its own', () => {
    expect(after(counted, { type: 'goto', page: 2, clicks: 9 })).toMatchObject({ page: 2, clicks: 2 })
    expect(after(counted, { type: 'goto', page: 4 })).toMatchObject({ page: 4, clicks: 0 })
    expect(refusal(counted, { type: 'goto', page: 5 })).toBe('malformed')
  })

  it('costs one revision where something changes, and none elsewhere', () => {
    const driven = after(counted, { type: 'goto', page: 2, clicks: 1 })
    expect(driven.rev).toBe(counted.rev + 1)
    for (const command of [
      { type: 'goto', page: 2, clicks: 1 },
      { type: 'screen', screen: 'slides' },
      { type: 'take' },
      { type: 'pointer', pointer: null },
      { type: 'totals', totals: [0, 2, 1, 0] },
    ] as Command[])
      expect(after(driven, command)).toBe(driven)
    expect(after(driven, { type: 'screen', screen: 'black' }).rev).toBe(driven.rev + 1)
  })
})

describe('the clock', () => {
  const later = (state: MeetingState, now: number, ...commands: Command[]): MeetingState =>
    commands.reduce((before, command) => {
      const verdict = decide(before, command, laptop, { ...at, now })
      if ('rejected' in verdict) throw new Error(verdict.rejected)
      return verdict.state
    }, state)

  it('starts with the first turn that moves the deck, and with none after that', () => {
    for (const command of [
      { type: 'prev' },
      { type: 'goto', page: 1 },
      { type: 'screen', screen: 'black' },
      { type: 'take' },
    ] as Command[])
      expect(later(begun, 9_000, command).timer.status).toBe('stopped')
    const running = later(begun, 9_000, { type: 'next' })
    expect(running.timer).toEqual({ status: 'running', elapsed: 0, since: 9_000 })
    expect(later(running, 12_000, { type: 'next' }).timer).toEqual(running.timer)
    const paused = later(running, 12_000, { type: 'timer', status: 'paused' })
    expect(later(paused, 20_000, { type: 'next' }).timer).toEqual(paused.timer)
  })

  it('is reckoned by the server alone: halted, gone on, and put back to nothing', () => {
    const running = later(begun, 10_000, { type: 'timer', status: 'running' })
    const paused = later(running, 14_000, { type: 'timer', status: 'paused' })
    expect([elapsedOf(running.timer, 14_000), elapsedOf(paused.timer, 99_000)]).toEqual([4_000, 4_000])
    const again = later(paused, 20_000, { type: 'timer', status: 'running' })
    expect(elapsedOf(again.timer, 21_000)).toBe(5_000)
    expect(later(again, 30_000, { type: 'timer', status: 'running' })).toBe(again)
    const stopped = later(again, 30_000, { type: 'timer', status: 'stopped' })
    expect(elapsedOf(stopped.timer, 50_000)).toBe(0)
    expect(later(stopped, 60_000, { type: 'next' }).timer).toMatchObject({ status: 'running', since: 60_000 })
  })
})

describe('what the audience may look at', () => {
  it('is noted from the beginning, and kept when it is limited later', () => {
    const turned = after(begun, { type: 'next' }, { type: 'goto', page: 4 }, { type: 'prev' })
    expect([turned.browse, turned.shown]).toEqual([true, '1-4'])
    const jumped = after(begun, { type: 'goto', page: 3 }, { type: 'browse', on: false })
    expect([jumped.browse, jumped.shown]).toEqual([false, '1,3'])
    expect(refusal(jumped, { type: 'browse', on: true }, phone)).toBe('not-driver')
  })

  it.each(['black', 'qr', 'break', 'end'] as const)(
    'under %s is not what the deck is moved to, until it is seen',
    screen => {
      const covered = after(begun, { type: 'goto', page: 2 }, { type: 'screen', screen }, { type: 'goto', page: 4 })
      expect(covered.shown).toBe('1-2')
      expect(after(covered, { type: 'browse', on: false }, { type: 'take' }).shown).toBe('1-2')
      expect(resumed(covered, { ...at, now: 20_000 }).shown).toBe('1-2')
      expect(resumed(covered, { ...at, site: 'two', now: 20_000 }).shown).toBe('1')
      expect(after(covered, { type: 'goto', page: 3 }, { type: 'screen', screen: 'slides' }).shown).toBe('1-3')
    },
  )

  it('is of one deck: of another the first slide, and where it stands', () => {
    const jumped = after(begun, { type: 'goto', page: 2 }, { type: 'goto', page: 4 }, { type: 'prev' })
    expect([shownOf(jumped, 'one'), shownOf(jumped, 'two')]).toEqual(['1-4', '1,3'])
    expect(resumed(jumped, { ...at, now: 20_000 })).toMatchObject({ shown: '1-4', site: 'one' })
    expect(resumed(jumped, { ...at, site: 'two', now: 20_000 })).toMatchObject({ shown: '1,3', site: 'two' })
    // Where servers with different decks share a meeting, each turn counts for the deck of its server.
    expect(decide(jumped, { type: 'goto', page: 4 }, laptop, { ...at, site: 'two' })).toMatchObject({
      state: { shown: '1,4', site: 'two' },
    })
  })
})

describe('an earlier run taken up again', () => {
  const earlier = {
    ...after(begun, { type: 'totals', totals: [1, 1, 1, 1] }, { type: 'goto', page: 4, clicks: 1 }),
    epoch: 9_000,
  }

  it('is at the same slide, with a later epoch and revision', () => {
    expect(resumed(earlier, { ...at, now: 20_000 })).toEqual({ ...earlier, epoch: 20_000, rev: earlier.rev + 1 })
  })

  it('by a clock that was put back is later all the same', () => {
    expect(resumed(earlier, { ...at, now: 3 })).toMatchObject({ epoch: 9_001, rev: earlier.rev + 1 })
  })

  it('with fewer slides is at the last one', () => {
    expect(resumed(earlier, { ...at, pages: 2, now: 20_000 })).toMatchObject({ page: 2, clicks: 0, totals: [1, 1] })
  })
})

describe('a state that an earlier version has kept', () => {
  it('is at first in all that was not kept', () => {
    const { epoch, rev, page, clicks, driver, timer, totals } = begun
    expect(v.parse(KeptState, { epoch, rev, page, clicks, driver, timer, totals })).toEqual(begun)
  })
})
