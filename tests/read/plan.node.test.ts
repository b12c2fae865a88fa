import type { RouteRecordRaw } from 'vue-router'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMemoryHistory, createRouter } from 'vue-router'
import { planContents } from '../../components/read/contents.ts'
import { headingLevels } from '../../components/read/headings.ts'
import { lastEntered } from '../../components/read/use-place.ts'
import { NARROW } from '../../components/read/reading.ts'
import addRoutes from '../../setup/routes.ts'

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
    expect(
      planContents([
        { no: 1, title: '封面', level: 1 },
        { no: 2, title: '甲', level: 1 },
        { no: 3, title: '细目', level: 2 },
        { no: 4, title: '', level: 1 },
        { no: 5, title: '乙', level: 1 },
      ]),
    ).toEqual([
      { title: '甲', no: 2, last: 4 },
      { title: '乙', no: 5, last: Infinity },
    ])
  })
})

describe('the slide that is being read', () => {
  const entries = (...changes: [target: string, isIntersecting: boolean][]) =>
    changes.map(([target, isIntersecting]) => ({ target, isIntersecting }))

  it.each([
    ['is the one that came into sight', entries(['4', false], ['5', true]), '5'],
    [
      'is no other that was in sight for a moment alone, as when slides above grew',
      entries(['5', false], ['5', true], ['6', true], ['6', false]),
      '5',
    ],
    ['stays what it was where none came', entries(['4', false]), undefined],
  ])('%s', (_, changes, target) => {
    expect(lastEntered(changes)).toBe(target)
  })
})

describe('where an address leads, by the routes of the plain site', () => {
  afterEach(() => vi.unstubAllGlobals())

  /** Slidev's own, as far as they matter. */
  const slidev: RouteRecordRaw[] = [
    ...['/presenter/:no', '/overview', '/notes', '/:no'].map(path => ({
      name: path === '/:no' ? 'play' : path,
      path,
      component: {},
    })),
    { path: '/', redirect: '/1' },
  ]

  interface Visitor {
    narrow?: boolean
    /** What the session keeps; nothing where it is denied. */
    kept?: Map<string, string> | 'denied'
  }

  /** Where someone stands who opens the deck at the first of these addresses, and goes on to the others. */
  async function visit(
    paths: readonly string[],
    { narrow = true, kept = new Map<string, string>() }: Visitor = {},
  ): Promise<string> {
    vi.stubGlobal('__HUIBAO_SITE__', '')
    vi.stubGlobal('window', {
      matchMedia: (query: string) => ({ matches: query === NARROW && narrow }),
      get sessionStorage() {
        if (kept === 'denied') throw new Error('denied')
        return {
          getItem: (key: string) => kept.get(key) ?? null,
          setItem: (key: string, value: string) => void kept.set(key, value),
          removeItem: (key: string) => void kept.delete(key),
        }
      },
    })
    const routes = addRoutes(slidev).map(
      route => ('component' in route ? { ...route, component: {} } : route) as RouteRecordRaw,
    )
    const router = createRouter({ history: createMemoryHistory(), routes })
    for (const path of paths) await router.push(path)
    return decodeURI(router.currentRoute.value.fullPath)
  }

  it.each([
    ['/5', '/read#5'],
    ['/', '/read#1'],
    ['/5?clicks=2&skin=夜', '/read?skin=夜#5'],
    ['/read#7', '/read#7'],
    ['/5?slide', '/5?slide'],
    ['/presenter/5', '/presenter/5'],
    ['/overview', '/overview'],
    ['/notes', '/notes'],
    ['/print?range=5', '/print?range=5'],
  ])('%s opens %s in a narrow window, and itself in a wide one', async (path, there) => {
    expect(await visit([path])).toBe(there)
    expect(await visit([path], { narrow: false })).toBe(path === '/' ? '/1' : path)
  })

  it('to slides for who turns pages already', async () => {
    expect(await visit(['/overview', '/5'])).toBe('/5')
  })

  it('to slides for the session once they were asked for, until the page to read is opened', async () => {
    const kept = new Map<string, string>()
    const visited = []
    for (const path of ['/5?slide', '/6', '/read', '/6']) visited.push(await visit([path], { kept }))
    expect(visited).toEqual(['/5?slide', '/6', '/read', '/read#6'])
  })

  it('to slides only where that is asked for each time, where nothing can be kept', async () => {
    expect([
      await visit(['/5?slide'], { kept: 'denied' }),
      await visit(['/5'], { kept: 'denied' }),
      await visit(['/read'], { kept: 'denied' }),
    ]).toEqual(['/5?slide', '/read#5', '/read'])
  })
})
