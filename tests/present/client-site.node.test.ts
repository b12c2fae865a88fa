import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fetchParts } from '../../components/present/fetch-parts.ts'
import { checkSite, compareSites } from '../../components/present/own-site.ts'

describe('a page of a deck that has changed', () => {
  it.each([
    ['an equal one', { own: 'a', served: 'a', tried: undefined }, 'same'],
    ['another one', { own: 'a', served: 'b', tried: undefined }, 'reload'],
    ['another one, after a third', { own: 'a', served: 'c', tried: 'b' }, 'reload'],
    ['one for which that was done', { own: 'a', served: 'b', tried: 'b' }, 'stuck'],
    ['another one where nothing can be kept', { own: 'a', served: 'b', tried: null }, 'stuck'],
    ['none', { own: 'a', served: '', tried: undefined }, 'same'],
    ['one, and has none itself', { own: '', served: 'b', tried: undefined }, 'same'],
  ] as const)('where the server has %s', (_, stamps, verdict) => {
    expect(compareSites(stamps)).toBe(verdict)
  })

  describe('in a browser', () => {
    const kept = new Map<string, string>()
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    }
    beforeEach(() => {
      kept.clear()
      vi.stubGlobal('document', { querySelector: () => ({ content: 'old' }) })
      vi.stubGlobal('sessionStorage', storage)
    })
    afterEach(() => vi.unstubAllGlobals())

    it('is loaded anew once for each stamp', () => {
      expect(['old', 'new', 'new', 'newer', 'newer', 'old'].map(checkSite)).toEqual([
        'same',
        'reload',
        'stuck',
        'reload',
        'stuck',
        'same',
      ])
    })

    it('is not, where that cannot be remembered', () => {
      const deny = (): never => {
        throw new Error('denied')
      }
      vi.stubGlobal('sessionStorage', { getItem: storage.getItem, setItem: deny })
      expect(checkSite('new')).toBe('stuck')
      vi.stubGlobal('sessionStorage', { getItem: deny, setItem: deny })
      expect(checkSite('new')).toBe('stuck')
    })
  })
})

describe('what is fetched ahead', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('is only what may be looked at, and the rest as soon as it may', async () => {
    const fetched: (number | null | undefined)[] = []
    const part = (page?: number | null) => ({ page, load: async () => void fetched.push(page) })
    let last: number | null | undefined
    const done = fetchParts([1, 2, undefined, 3, null, 4].map(part), page =>
      last === undefined ? undefined : last === null || (page !== null && page <= last),
    )
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fetched).toEqual([undefined])
    last = 2
    await vi.advanceTimersByTimeAsync(10_000)
    expect(fetched).toEqual([undefined, 1, 2])
    last = null
    await vi.advanceTimersByTimeAsync(10_000)
    await done
    expect(fetched).toEqual([undefined, 1, 2, 3, null, 4])
  })
})
