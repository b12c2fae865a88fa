import { setImmediate as turn } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CoalescingQueue } from '../../scripts/present/stream/coalesce.ts'

async function turns(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await turn()
}

describe('a coalescing queue without delay', () => {
  it('comes in order and whole, one at a time', async () => {
    const handed: number[] = []
    const waiting = new CoalescingQueue<number>(item => handed.push(item), { most: 4 })
    for (const item of [1, 2, 3, 4]) waiting.push(item)
    expect(handed).toEqual([])
    await turns(1)
    expect(handed).toEqual([1])
    waiting.push(5)
    await turns(5)
    expect(handed).toEqual([1, 2, 3, 4, 5])
  })

  it('is the last alone where too many wait, and goes on after that', async () => {
    const handed: number[] = []
    const waiting = new CoalescingQueue<number>(item => handed.push(item), { most: 4 })
    for (let item = 1; item <= 100; item += 1) waiting.push(item)
    await turns(8)
    expect(handed.at(-1)).toBe(100)
    expect(handed.length).toBeLessThanOrEqual(4)
    expect(handed).toEqual([...handed].sort((a, b) => a - b))
    waiting.push(101)
    await turns(2)
    expect(handed.at(-1)).toBe(101)
  })

  it('does not come after the end', async () => {
    const handed: number[] = []
    const waiting = new CoalescingQueue<number>(item => handed.push(item), { most: 4 })
    waiting.push(1)
    waiting.stop()
    await turns(3)
    expect(handed).toEqual([])
  })
})

describe('a coalescing queue with a delay', () => {
  afterEach(() => void vi.useRealTimers())

  it('delivers the last of what came meanwhile, and waits as long as it is told then', () => {
    vi.useFakeTimers()
    const delivered: number[] = []
    let delay = 40
    const queue = new CoalescingQueue<number>(item => delivered.push(item), { most: 1, delay: () => delay })
    for (const item of [1, 2, 3]) queue.push(item)
    vi.advanceTimersByTime(39)
    expect(delivered).toEqual([])
    vi.advanceTimersByTime(1)
    expect(delivered).toEqual([3])
    delay = 100
    queue.push(4)
    vi.advanceTimersByTime(99)
    expect(delivered).toEqual([3])
    vi.advanceTimersByTime(1)
    expect(delivered).toEqual([3, 4])
    vi.advanceTimersByTime(1_000)
    expect(delivered).toEqual([3, 4])
  })

  it('delivers nothing after the end', async () => {
    const delivered: number[] = []
    const queue = new CoalescingQueue<number>(item => delivered.push(item), { most: 1, delay: () => 1 })
    queue.push(1)
    queue.stop()
    await new Promise(resolve => setTimeout(resolve, 20))
    expect(delivered).toEqual([])
  })
})
