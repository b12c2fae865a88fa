import { describe, expect, it } from 'vitest'
import { toDeckData } from '../../model/slides/data.ts'
import { shownFigures } from '../../model/slides/shown.ts'
import { sourceProblems } from '../../model/slides/source-problems.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { isNotice } from '../../scripts/check/finding.ts'
import { draftSlides } from '../../scripts/draft/draft.ts'
import { testContext } from '../scripts/support/context.ts'
import { draftedDeck, FIRST_DECK } from './drafted-deck.ts'
import { changed, deckOf, stated } from './figures.ts'

const HEAD = { title: '年终汇报' }

describe('drafted slides', () => {
  it.each([
    ['the first deck', FIRST_DECK, []],
    ['a bulletin', 'bulletin', ['--source', '原文.md']],
    ['a work report', 'work-report', ['--source', '原文.txt']],
    ['another district', 'other-district', []],
  ])('of %s have no fault in what they say', async (_, fixture, source) => {
    const { root } = await draftedDeck(`drafted-${fixture === FIRST_DECK ? 'first-deck' : fixture}`, fixture, HEAD)
    const { findings } = await checkDeck(parseCheckArgs(['facts', ...source]), testContext(root))
    const faults = findings.filter(finding => !isNotice(finding))
    expect(faults.map(({ where, text, measured }) => `${where} ${text} ${measured}`)).toEqual([])
  })

  it.each([0, 1, 2, 7, 60])('of a chapter of %i figures show them all, and are read as they are written', count => {
    const deck = deckOf(
      ...Array.from({ length: count }, (_, index) => stated(`f${index}`, { label: `指标${'甲乙丙丁戊'[index % 5]}` })),
    )
    const { slides, unused } = draftSlides(deck, HEAD)
    expect(sourceProblems(slides)).toEqual([])
    expect(unused).toEqual([])
    expect(new Set(shownFigures(slides, toDeckData(deck))).size).toBe(count)
    expect(slides.match(/^layout: (?:numbers|chart)$/gm)?.length ?? 0).toBeLessThanOrEqual(Math.ceil(count / 4) + 2)
    expect(draftSlides(deck, HEAD)).toEqual({ slides, unused, names: [] })
  })

  it('leave what the data marks as unused to the appendix', () => {
    const deck = deckOf(stated('a', {}), stated('b', {}), stated('c', {}))
    const marked = { file: 'data/unused.ts', unused: [{ id: 'b', reason: '已停用' }] }
    const { slides, unused } = draftSlides(deck, HEAD, { figures: [], unused: marked })
    expect(shownFigures(slides, toDeckData(deck)).sort()).toEqual(['a', 'c'])
    expect(unused).toEqual([])
    expect(slides).toContain('layout: appendix')
  })

  it('lead with what says most, and say how it changed', () => {
    const { slides } = draftSlides(
      deckOf(
        stated('shops', { label: '商铺', unit: '家', value: 12 }),
        stated('sales', { label: '销售额', value: 900 }),
        changed('sales', 6.5, '增长'),
      ),
      HEAD,
    )
    expect(slides).toContain('## 销售额<Fig id="sales" highlight />，比上年<Fig id="sales-growth" />')
    expect(slides).toContain('<BigNumber id="sales" size="xl" highlight />')
  })

  it('keep a title with a number that is no figure, and list it', () => {
    const title = '三个一行动汇报'
    expect(draftSlides(deckOf(stated('a', {})), { title }).names).toEqual([{ text: title, reason: '文稿的名称' }])
  })

  it('list the names of chapters with the number of another year, without what goes round them', () => {
    const deck = deckOf(stated('a', {}))
    const chapter = { ...deck.chapters[0]!, title: '二、2099年打算', short: '2099年打算', topic: '打算' }
    expect(draftSlides({ ...deck, chapters: [chapter] }, HEAD).names).toEqual([
      { text: '2099年打算', reason: '章的标题' },
    ])
  })
})
