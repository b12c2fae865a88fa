import type { RouteLocationNormalized } from 'vue-router'
import type { PublicState } from '../../components/present/protocol.ts'
import { describe, expect, it, vi } from 'vitest'
import { arrivalGuard } from '../../components/present/arrival.ts'
import { arrive, begin, hear, isSamePlace, lookBack, resume, target } from '../../components/present/follow.ts'
import { coalesce } from '../../components/present/coalesce.ts'
import { state as stateAt } from './support/stream.ts'

const at = (page: number, clicks = 0) => ({ page, clicks })

describe('a viewer', () => {
  const following = hear(begin, at(5, 1))

  it('follows from the beginning, to wherever the presenter goes', () => {
    expect(target(begin, at(1))).toBeUndefined()
    expect(target(following, at(1))).toEqual(at(5, 1))
    expect(target(following, undefined)).toEqual(at(5, 1))
    expect(target(following, at(5, 1))).toBeUndefined()
    expect(target(hear(following, at(6)), at(5, 1))).toEqual(at(6))
  })

  it('that is taken along goes on following', () => {
    expect(arrive(following, at(4), { asked: true }).following).toBe(true)
    expect(arrive(following, at(5, 1), { asked: false }).following).toBe(true)
  })

  it.each([
    ['another slide', at(4)],
    ['another click', at(5, 0)],
  ])('that goes to %s looks back', (_, here) => {
    const back = arrive(following, here, { asked: false, total: 3 })
    expect(back.following).toBe(false)
    expect(target(hear(back, at(7)), here)).toBeUndefined()
  })

  it('is not taken for one who looks back where a slide has fewer clicks than were asked for', () => {
    const last = hear(begin, at(4, 1000))
    expect(arrive(last, at(4, 2), { asked: false, total: 2 }).following).toBe(true)
    expect(arrive(last, at(4, 1), { asked: false, total: 2 }).following).toBe(false)
    expect(target(last, at(4, 2), 2)).toBeUndefined()
    expect(isSamePlace(at(4, 3), at(4, 2))).toBe(false)
  })

  it('comes back to where the presenter is by then', () => {
    const back = hear(lookBack(following), at(8))
    expect(target(resume(back), at(2))).toEqual(at(8))
  })

  it('may leave before the presenter has been heard', () => {
    expect(arrive(begin, at(3), { asked: false }).following).toBe(true)
    expect(target(hear(lookBack(begin), at(8)), at(3))).toBeUndefined()
  })
})

describe('the first navigation', () => {
  const location = (no: string, query: Record<string, string> = {}, matched = [{}]) =>
    ({ params: { no }, query, matched }) as unknown as RouteLocationNormalized
  const start = location('', {}, [])
  const state: PublicState = { ...stateAt(2), page: 7, clicks: 2 }
  const visit = (guard: ReturnType<typeof arrivalGuard>, to: RouteLocationNormalized, from = start) =>
    guard.call(undefined, to, from as never, () => {})

  it('leads to where the presenter is, keeping the rest of the address', async () => {
    const guard = arrivalGuard({ state: async () => state, lookingBack: () => false })
    expect(await visit(guard, location('1', { skin: 'night' }))).toEqual({
      path: '/7',
      query: { skin: 'night', clicks: '2' },
      replace: true,
    })
    expect(await visit(guard, location('7', { clicks: '2' }))).toBe(true)
  })

  it('leads to no slide that the audience may not see yet', async () => {
    const arrive = (reachable: string) =>
      visit(arrivalGuard({ state: async () => ({ ...state, reachable }), lookingBack: () => false }), location('1'))
    expect(await arrive('1-6')).toBe(true)
    expect(await arrive('1-7')).toMatchObject({ path: '/7' })
  })

  it('asks once, and later navigations not at all', async () => {
    const ask = vi.fn(async () => state)
    const guard = arrivalGuard({ state: ask, lookingBack: () => false })
    await visit(guard, location('1'))
    await visit(guard, location('7'))
    expect(await visit(guard, location('3'), location('2'))).toBe(true)
    expect(ask).toHaveBeenCalledTimes(1)
  })

  it('leaves alone who was looking back, but not a screen that only follows', async () => {
    const guard = arrivalGuard({ state: async () => state, lookingBack: () => true })
    expect(await visit(guard, location('3'))).toBe(true)
    expect(await visit(guard, location('3', { kiosk: '' }))).toMatchObject({ path: '/7' })
  })

  it('waits for no server that fails, nor for one that does not answer', async () => {
    expect(
      await visit(
        arrivalGuard({ state: () => Promise.reject(new Error('away')), lookingBack: () => false }),
        location('1'),
      ),
    ).toBe(true)
    vi.useFakeTimers()
    const slow = visit(arrivalGuard({ state: () => new Promise(() => {}), lookingBack: () => false }), location('1'))
    await vi.advanceTimersByTimeAsync(1_000)
    vi.useRealTimers()
    expect(await slow).toBe(true)
  })
})

describe('work of which the last counts', () => {
  it('is done one after the other, without what was overtaken, whatever fails', async () => {
    const done: number[] = []
    const ends: (() => void)[] = []
    const run = coalesce(async (value: number) => {
      done.push(value)
      await new Promise<void>(resolve => ends.push(resolve))
      throw new Error('failed')
    })
    for (const value of [1, 2, 3]) run(value)
    expect(done).toEqual([1])
    ends.shift()!()
    await vi.waitFor(() => expect(done).toEqual([1, 3]))
    ends.shift()!()
    await Promise.resolve()
    run(4)
    await vi.waitFor(() => expect(done).toEqual([1, 3, 4]))
  })
})
