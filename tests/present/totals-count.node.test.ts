import { describe, expect, it } from 'vitest'
import { TotalsCount } from '../../components/present/totals-count.ts'

describe('the clicks that a page counts', () => {
  it('are news as long as the server does not know them', () => {
    const count = new TotalsCount()
    expect(count.news([undefined, undefined], 1)).toBeUndefined()
    expect(count.news([undefined, 2], 1)).toEqual([null, 2])
    expect(count.news([undefined, 2], 1)).toEqual([null, 2])
    count.told([null, 2], 1)
    expect(count.news([undefined, 2], 1)).toBeUndefined()
    expect(count.news([0, 2], 1)).toEqual([0, 2])
  })

  it('are news to a server that has begun anew', () => {
    const count = new TotalsCount()
    count.told(count.news([1], 1)!, 1)
    expect(count.news([1], 1)).toBeUndefined()
    expect(count.news([1], 2)).toEqual([1])
  })

  it('do not become fewer while a slide is drawn anew', () => {
    const count = new TotalsCount()
    count.told(count.news([1, 3], 1)!, 1)
    expect(count.news([0, 3], 1)).toBeUndefined()
    expect(count.news([undefined, 3], 1)).toBeUndefined()
    expect(count.news([2, 3], 1)).toEqual([2, 3])
  })
})
