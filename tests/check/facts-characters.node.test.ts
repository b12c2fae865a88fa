import { describe, expect, it } from 'vitest'
import { completeness } from '../../scripts/check/facts/completeness.ts'
import { evidence } from '../../scripts/check/facts/evidence.ts'
import { foundClauses } from '../../scripts/check/facts/claims.ts'
import { lockOf } from '../../scripts/check/facts/lock.ts'
import { ARTICLE, facts, source, told } from './support/facts-deck.ts'

/** What the article says with another character in it, and what is found. */
async function found(from: string, to: string, data = source()): Promise<string[]> {
  expect(ARTICLE).toContain(from)
  const accepted = await facts({ source: data })
  const lock = lockOf(accepted.article!, foundClauses(accepted, accepted.article!))
  const parts = await facts({ article: ARTICLE.replaceAll(from, to), source: data, lock })
  const { faults, changes } = await evidence(parts)
  return told([...faults, ...changes, ...completeness(parts)])
}

describe('characters that the eye does not tell apart', () => {
  it.each([
    ['a radical', '同比', '同\u2F50'],
    ['a radical without an ideograph of its own', '增长', '增\u2ED3'],
    ['an ideograph encoded twice', '累计', '\uF94F计'],
    ['a zero-width space in a number', '300家', '3\u200B00家'],
    ['a zero-width space before a number', '累计300家', '累计\u200B300家'],
    ['a word joiner before a unit', '300家', '300\u2060家'],
    ['a soft hyphen', '新开商铺', '新开\u00AD商铺'],
    ['a variation selector', '6.5%', '6.5\uFE0F%'],
    ['a no-break space', '300家', '300\u00A0家'],
    ['a byte order mark in a line', '商铺累计', '\uFEFF商铺累计'],
    ['digits in full width', '300家', '３００家'],
  ])('%s makes no difference', async (_, from, to) => {
    expect(await found(from, to)).toEqual([])
  })

  it.each([
    ['quotes', '“商铺”累计300家', '"商铺"累计300家'],
    ['middle dots', '商铺·累计300家', '商铺•累计300家'],
    ['dashes of a range', '1—3月商铺累计300家', '1–3月商铺累计300家'],
  ])('nor does the shape of %s', async (_, clause, written) => {
    const data = source(s => void Object.assign(s.figures[0]!.figures[0]!.evidence, { clause }))
    const all = await facts({ source: data, article: ARTICLE.replace('商铺累计300家', written) })
    expect(foundClauses(all, all.article!).map(({ key }) => key)).toContain('shops')
  })

  it('nor does an ideograph encoded beyond the first plane', async () => {
    const data = source()
    const names = [...data.names!.names, { text: '千年海港', reason: '口语' }]
    expect(
      await found('我的商埔不大', '千年\u{2F901}港', { ...data, names: { ...data.names!, names } }),
    ).not.toContainEqual(expect.stringContaining('千年'))
  })

  it('what still differs is told by its code point', async () => {
    const data = source(s => void Object.assign(s.figures[0]!.figures[0]!.evidence, { clause: '商铺-累计300家' }))
    expect((await found('商铺累计300家', '商铺‐累计300家', data)).join('\n')).toContain(
      '“商铺‐累计300家”（原句是“-”（U+002D），原文是“‐”（U+2010））',
    )
  })

  it.each([
    ['radicals', '\u2F17\u2F06所', '十二所'],
    ['a radical', '\u2F0B所', '八所'],
    ['a Roman numeral', 'Ⅻ所', 'Ⅻ所'],
    ['a small Roman numeral', 'ⅻ所', 'ⅻ所'],
    ['a number in a circle', '⑫所', '⑫所'],
    ['twenty as one character', '廿三所', '廿三所'],
    ['thirty as one character', '卅所', '卅所'],
    ['digits with a zero-width space', '1\u200B2所', '12所'],
    ['digits between zero-width spaces', '\u200B9\u200B座', '9座'],
  ])('a number in %s is a number', async (_, number, read) => {
    expect(await found('我的商埔不大', `新建学校${number}`)).toContain(
      `原文.txt:12 原文里的“${read}”既不是数据，也没有列为名目`,
    )
  })
})
