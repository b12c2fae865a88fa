import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { Turns } from '../../scripts/present/stream/turns.ts'

async function turns(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) await turn()
}

describe('what is handed on in turns', () => {
  it('comes in order and whole, one at a time', async () => {
    const handed: number[] = []
    const waiting = new Turns<number>(item => handed.push(item))
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
    const waiting = new Turns<number>(item => handed.push(item))
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
    const waiting = new Turns<number>(item => handed.push(item))
    waiting.push(1)
    waiting.stop()
    await turns(3)
    expect(handed).toEqual([])
  })
})
