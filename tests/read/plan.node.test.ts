import type { RouteLocationNormalized } from 'vue-router'
import { describe, expect, it } from 'vitest'
import { planContents } from '../../components/read/contents.ts'
import { headingLevels } from '../../components/read/headings.ts'
import { forgetWish, readingGuard } from '../../setup/reading.ts'

describe('the levels of headings on the reading page', () => {
  it.each([
    ['a cover, chapters and slides', ['H1', 'H1', 'H2', 'H2', 'H3', 'H1', 'H2'], [1, 2, 3, 3, 4, 2, 3]],
    ['no cover title', ['H2', 'H2', 'H1'], [1, 2, 2]],
    ['no chapters', ['H1', 'H2', 'H2'], [1, 2, 3]],
    ['a level left out', ['H1', 'H1', 'H4', 'H2'], [1, 2, 3, 3]],
    ['no headings', [], []],
  ])('%s', (_, tags, levels) => {
    expect(headingLevels(tags)).toEqual(levels)
  })
})

describe('the table of contents', () => {
  it('lists the slides with a heading of the first level, the cover aside, each up to the next', () => {
    expect(planContents([
      { no: 1, title: '封面', level: 1 },
      { no: 2, title: '甲', level: 1 },
      { no: 3, title: '细目', level: 2 },
      { no: 4, title: '', level: 1 },
      { no: 5, title: '乙', level: 1 },
    ])).toEqual([{ title: '甲', no: 2, last: 4 }, { title: '乙', no: 5, last: Infinity }])
  })
})

describe('who is sent to the reading page', () => {
  const opened = { matched: [] } as unknown as RouteLocationNormalized
  const inside = { matched: [{}] } as unknown as RouteLocationNormalized
  const to = (query: RouteLocationNormalized['query'] = {}): RouteLocationNormalized => ({ params: { no: '5' }, query }) as unknown as RouteLocationNormalized

  function visit({ narrow = true, from = opened, query = {}, kept = new Map<string, string>(), denied = false }: {
    narrow?: boolean
    from?: RouteLocationNormalized
    query?: RouteLocationNormalized['query']
    kept?: Map<string, string>
    denied?: boolean
  } = {}): unknown {
    const store = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    }
    const guard = readingGuard({
      narrow: () => narrow,
      store: () => {
        if (denied)
          throw new Error('denied')
        return store
      },
    })
    return guard.call(undefined, to(query), from, () => {})
  }

  it('is whoever opens a slide in a narrow window, at that slide and with what else the address asks for', () => {
    expect(visit({ query: { skin: '夜', clicks: '2' } })).toEqual({ path: '/read', hash: '#5', query: { skin: '夜' }, replace: true })
  })

  it.each([
    ['a wide window', { narrow: false }],
    ['someone who turns pages already', { from: inside }],
    ['someone who asks for slides', { query: { slide: null } }],
    ['someone who asks for slides where nothing can be kept', { query: { slide: null }, denied: true }],
  ])('is not %s', (_, visitor) => {
    expect(visit(visitor)).toBe(true)
  })

  it('is whoever cannot keep a wish and does not state it', () => {
    expect(visit({ denied: true })).toMatchObject({ path: '/read' })
  })

  it('is not who has asked for slides before, until they go back to reading', () => {
    const kept = new Map<string, string>()
    visit({ query: { slide: null }, kept })
    expect(visit({ kept })).toBe(true)
    forgetWish({ store: () => ({ getItem: key => kept.get(key) ?? null, setItem: () => {}, removeItem: key => void kept.delete(key) }) })
    expect(visit({ kept })).toMatchObject({ path: '/read' })
  })
})
