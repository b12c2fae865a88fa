import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import { emptySource } from '../../scripts/lib/data-files/canonical.ts'
import type { FigureDraft } from '../../scripts/suggest/figures.ts'
import { settleRelations } from '../../scripts/suggest/settle.ts'

const figure = (id: string, number: number, more: Partial<FigureInput> = {}): FigureInput => ({
  ...{ id, label: `名称${id}`, value: number, unit: '亿元', period: 'year' },
  evidence: { clause: `收入${number}亿元` },
  ...more,
})

const sourceWith = (drafts: readonly FigureDraft[]): DeckSource => ({
  ...emptySource(),
  chapters: [{ id: 'one', title: '一章', short: '一章', topic: '一章' }],
  periods: [{ id: 'year', text: '2031年', stated: [], implied: true }],
  figures: [{ file: 'data/figures/one.ts', chapter: 'one', figures: drafts.map(draft => draft.figure) }],
})

describe('drafts that go together', () => {
  it.each<[string, FigureInput[], string[]]>([
    ['a part of its whole', [figure('a', 20), figure('b', 15, { of: 'a' })], ['a', 'b of a']],
    ['a part that is larger', [figure('a', 20), figure('b', 25, { of: 'a' })], ['a', 'b']],
    ['a part of nothing', [figure('a', 20), figure('b', 15, { of: 'c' })], ['a', 'b']],
    ['a part that is wrong by itself', [figure('a', 20), figure('b', 15, { of: 'a', unit: '位' })], ['a']],
    ['a part of what is wrong', [figure('a', 20, { unit: '位' }), figure('b', 15, { of: 'a' })], ['b']],
  ])('are told from %s', (_, figures, kept) => {
    const drafts = figures.map(each => ({ figure: each }) as FigureDraft)
    const told = settleRelations(drafts, sourceWith).map(({ figure: { id, of } }) => (of ? `${id} of ${of}` : id))
    expect(told).toEqual(kept)
  })

  it('keep a link that is not what is wrong', () => {
    const [whole, part] = [figure('a', 20), figure('b', 15, { of: 'a', label: '' })]
    settleRelations([{ figure: whole }, { figure: part }] as FigureDraft[], sourceWith)
    expect(part.of).toBe('a')
  })
})
