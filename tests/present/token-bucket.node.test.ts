import { beforeEach, describe, expect, it } from 'vitest'
import { TokenBucket } from '../../scripts/present/token-bucket.ts'

let clock = 0
const now = (): number => clock
beforeEach(() => {
  clock = 1_000_000
})

/** How many of so many tries are allowed. */
function taken(bucket: TokenBucket, tries: number, key = 'a'): number {
  return Array.from({ length: tries }, () => bucket.take(key)).filter(Boolean).length
}

describe('a token bucket', () => {
  it('gives so many an interval, to each key by itself', () => {
    const bucket = new TokenBucket({ capacity: 3, refill: 3, interval: 1_000, now })
    for (let count = 0; count < 3; count += 1) {
      expect([bucket.wait('a'), bucket.take('a')]).toEqual([0, true])
      clock += 100
    }
    expect([bucket.wait('a'), bucket.take('a')]).toEqual([700, false])
    expect([bucket.wait('b'), bucket.take('b')]).toEqual([0, true])
    clock += 699
    expect([bucket.wait('a'), bucket.take('a')]).toEqual([1, false])
    clock += 1
    expect([bucket.wait('a'), taken(bucket, 50)]).toEqual([0, 3])
  })

  it('gives a burst, then refills at its rate, and never holds more than its capacity', () => {
    const bucket = new TokenBucket({ capacity: 5, refill: 1, interval: 100, now })
    expect(taken(bucket, 20)).toBe(5)
    clock += 200
    expect(taken(bucket, 20)).toBe(2)
    clock += 150
    expect(taken(bucket, 20)).toBe(1)
    clock += 50
    expect(taken(bucket, 20)).toBe(1)
    clock += 60_000
    expect(taken(bucket, 20)).toBe(5)
    expect(taken(bucket, 1, 'b')).toBe(1)
  })

  it('is never above its rate for long: a burst, and what has come back', () => {
    const bucket = new TokenBucket({ capacity: 10, refill: 10, interval: 60_000, now })
    let count = 0
    for (let second = 0; second < 3_600; second += 1) {
      count += taken(bucket, 5)
      clock += 1_000
    }
    expect(count).toBe(600)
  })

  it('makes nobody wait longer for going on trying', () => {
    const bucket = new TokenBucket({ capacity: 2, refill: 2, interval: 1_000, now })
    expect(taken(bucket, 50)).toBe(2)
    expect(bucket.wait('a')).toBe(1_000)
    clock += 400
    expect(taken(bucket, 50)).toBe(0)
    expect(bucket.wait('a')).toBe(600)
  })

  it('gives nothing by a clock that is put back, and locks nobody out by it', () => {
    const bucket = new TokenBucket({ capacity: 2, refill: 2, interval: 1_000, now })
    taken(bucket, 2)
    clock -= 3_600_000
    expect([bucket.wait('a'), bucket.take('a')]).toEqual([1_000, false])
    clock += 1_000
    expect([bucket.wait('a'), bucket.take('a')]).toEqual([0, true])
    // Who asks how long to wait, and does nothing else, is not locked out either.
    taken(bucket, 2)
    clock -= 3_600_000
    expect(bucket.wait('a')).toBe(1_000)
    clock += 1_000
    expect(bucket.wait('a')).toBe(0)
  })

  it('forgets keys that are too many, the one that took longest ago first', () => {
    const bucket = new TokenBucket({ capacity: 1, refill: 1, interval: 1_000, now })
    bucket.take('first')
    for (let count = 0; count < 9_999; count += 1) bucket.take(`address ${count}`)
    expect(bucket.wait('first')).toBe(1_000)
    bucket.take('one more')
    expect([bucket.wait('first'), bucket.wait('address 0'), bucket.wait('one more')]).toEqual([0, 1_000, 1_000])
  })
})
