import { describe, expect, it } from 'vitest'
import { matchSlides, similarity } from '../../scripts/diff/match.ts'
import { pairEntries } from '../../scripts/diff/pairs.ts'
import { ascending, commonPlaces } from '../../scripts/diff/sequence.ts'
import { nearChanges, wordChanges } from '../../scripts/diff/words.ts'

describe('a longest common subsequence', () => {
  it.each([
    ['abcd', 'abcd', 'abcd'],
    ['abcd', 'acbd', 'acd'],
    ['', 'abc', ''],
    ['abc', 'xyz', ''],
    ['xaybzc', 'abc', 'abc'],
  ])('of %s and %s is as long as %s', (before, after, expected) => {
    const places = commonPlaces([...before], [...after])
    expect(places).toHaveLength(expected.length)
    for (const [i, j] of places) expect(before[i]).toBe(after[j])
    expect(places.map(([i]) => i)).toEqual(places.map(([i]) => i).sort((a, b) => a - b))
  })

  it('tells which numbers keep their order', () => {
    expect([...ascending([0, 1, 4, 2, 3])]).toEqual([0, 1, 2, 3])
    expect(ascending([2, 1, 0]).size).toBe(1)
  })
})

describe('the words of a text that changed', () => {
  it.each([
    ['先看产业。', '先看产业，再看民生。', '先看产业{+，再看民生+}。'],
    ['产值860.5亿元', '产值870.5亿元', '产值[-860.5-]{+870.5+}亿元'],
    ['都一样', '都一样', '都一样'],
    ['', '新的', '{+新的+}'],
    ['旧的', '', '[-旧的-]'],
    [
      '<BarChart :ids="[\'a\']" />',
      '<BarChart :ids="[\'b\']" />',
      '[-<BarChart :ids="[\'a\']" />-]{+<BarChart :ids="[\'b\']" />+}',
    ],
    ['a < b，好', 'a < b，差', 'a < b，[-好-]{+差+}'],
  ])('%s → %s', (before, after, expected) => {
    const stretches = wordChanges(before, after)
    const marked = stretches.map(({ kind, text }) =>
      kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `{+${text}+}`,
    )
    expect(marked.join('')).toBe(expected)
    const side = (other: string): string => stretches.map(({ kind, text }) => (kind === other ? '' : text)).join('')
    expect([side('added'), side('gone')]).toEqual([before, after])
  })

  it('are shown with a little of what stands beside them', () => {
    const [head, tail] = ['一二三四五六七八九十'.repeat(2), '甲乙丙丁戊己庚辛壬癸'.repeat(2)]
    const shown = nearChanges([
      { kind: 'same', text: head },
      { kind: 'added', text: '新' },
      { kind: 'same', text: tail },
    ])
    expect(shown.map(({ text }) => text)).toEqual([`…${head.slice(-12)}`, '新', `${tail.slice(0, 12)}…`])
  })
})

describe('entries of two lists', () => {
  const pairs = (before: string[], after: string[]): string[] =>
    pairEntries(
      before.map(text => ({ text })),
      after.map(text => ({ text })),
      ({ text }) => text,
      ({ text }) => text[0]!,
    ).map(({ before, after }) => `${before?.text ?? '∅'}→${after?.text ?? '∅'}`)

  it.each([
    [
      ['a', 'b'],
      ['a', 'b'],
      ['a→a', 'b→b'],
    ],
    [
      ['a', 'b', 'c'],
      ['a', 'c'],
      ['a→a', 'b→∅', 'c→c'],
    ],
    [['b'], ['a', 'b'], ['∅→a', 'b→b']],
    [
      ['a1', 'b'],
      ['a2', 'b'],
      ['a1→a2', 'b→b'],
    ],
    [['a1', 'a2'], ['a3'], ['a1→∅', 'a2→∅', '∅→a3']],
    [
      ['a1', 'a2'],
      ['a2', 'a3'],
      ['a1→a3', 'a2→a2'],
    ],
  ])('%j and %j', (before, after, expected) => {
    expect(pairs(before, after).sort()).toEqual([...expected].sort())
  })
})

describe('slides of two versions', () => {
  const slides = (texts: string[]) =>
    texts.map(text => ({ fingerprint: text, words: text.split(' '), title: /#\w+/.exec(text)?.[0] ?? '' }))
  const match = (before: string[], after: string[]): string[] =>
    matchSlides(slides(before), slides(after)).map(
      ({ before, after, moved }) => `${before ?? '∅'}→${after ?? '∅'}${moved ? ' moved' : ''}`,
    )

  it.each<[string, string[], string[], string[]]>([
    ['stay', ['a b', 'c d'], ['a b', 'c d'], ['0→0', '1→1']],
    ['are found where one came in before them', ['a b', 'c d'], ['x y', 'a b', 'c d'], ['∅→0', '0→1', '1→2']],
    ['are found where one went', ['a b', 'x y', 'c d'], ['a b', 'c d'], ['0→0', '1→∅', '2→1']],
    ['are found where words changed', ['a b c d', 'e f g h'], ['a b c x', 'e f g y'], ['0→0', '1→1']],
    ['are others where most words changed', ['a b c d'], ['a x y z'], ['0→∅', '∅→0']],
    [
      'are found by a title where all else changed',
      ['#t a b c d', '#u e'],
      ['#u e', '#t v x y z'],
      ['1→0', '0→1 moved'],
    ],
    ['are told to have moved', ['a b', 'c d', 'e f'], ['c d', 'e f', 'a b'], ['1→0', '2→1', '0→2 moved']],
    [
      'are found where they moved and changed',
      ['a b c', 'd e', 'f g'],
      ['d e', 'f g', 'a b x'],
      ['1→0', '2→1', '0→2 moved'],
    ],
    ['that are equal keep their order', ['a', 'a', 'a'], ['a', 'a'], ['0→0', '1→1', '2→∅']],
    ['go to the most alike', ['a b c d', 'a b c e'], ['a b c e f', 'a b c d f'], ['1→0', '0→1 moved']],
    ['may all be new', [], ['a'], ['∅→0']],
  ])('%s', (_, before, after, expected) => {
    expect(match(before, after)).toEqual(expected)
  })

  it('share their words from none to all', () => {
    const [a, b, c] = slides(['a b c d', 'a b x y', 'p q'])
    expect([similarity(a!, a!), similarity(a!, b!), similarity(a!, c!)]).toEqual([1, 0.5, 0])
  })
})
