import { describe, expect, it } from 'vitest'
import type { ComparedSlide, DeckRecord } from '../../scripts/diff/record.ts'
import { diffText } from '../../scripts/diff/text.ts'
import { soundSource } from '../support/deck-source.ts'
import { diffOf, recordOf, slide } from './support/records.ts'

const TITLES = ['商铺累计与新开的数', '销售额一季度增长', '公园与绿地的建设']

const deck = (slides: ComparedSlide[], pictures: DeckRecord['pictures'] = {}): DeckRecord =>
  recordOf(soundSource(), { slides: slides.map((each, index) => ({ ...each, no: index + 1 })), pictures })

const sound = (change: Partial<ComparedSlide> = {}): ComparedSlide[] =>
  TITLES.map((title, index) => slide(index + 1, { title, text: `正文${title}`, ...(index === 1 ? change : {}) }))

describe('a slide', () => {
  it.each<[string, Partial<ComparedSlide>, object]>([
    ['title', { title: '销售额一季度大增' }, { title: { before: TITLES[1], after: '销售额一季度大增' } }],
    ['note', { note: '多说一句' }, { note: { before: '', after: '多说一句' } }],
    ['text', { text: '正文' }, { text: { before: `正文${TITLES[1]}`, after: '正文' } }],
    [
      'settings',
      { settings: { layout: 'numbers', time: '60' } },
      {
        settings: [
          { key: 'layout', before: 'chart', after: 'numbers' },
          { key: 'time', before: null, after: '60' },
        ],
      },
    ],
    ['pictures', { pictures: ['a.svg'] }, { pictures: ['a.svg'] }],
    [
      'figures that print the same',
      { written: `${TITLES[1]}\n<Fig id="b" />\n` },
      { written: { before: `${TITLES[1]}\n正文${TITLES[1]}\n`, after: `${TITLES[1]}\n<Fig id="b" />\n` } },
    ],
  ])('tells what changed: %s', (_, change, expected) => {
    const { slides } = diffOf(deck(sound()), deck(sound(change), { 'a.svg': '1' }))
    expect(slides).toEqual([
      {
        state: 'changed',
        before: { no: 2, title: TITLES[1] },
        after: { no: 2, title: change.title ?? TITLES[1] },
        moved: false,
        chapter: 'trade',
        ...expected,
      },
    ])
  })

  it('changes with the figures that it shows, and in its appendix with their clauses', () => {
    const slides = [
      slide(1, { title: '甲', shows: ['shops'] }),
      slide(2, { title: '乙', lists: ['shops', 'shops-new'] }),
    ]
    const [value, clause] = [soundSource(), soundSource()]
    Object.assign(value.figures[0]!.figures[0]!, { value: 310, evidence: { column: '数说', clause: '商铺累计310家' } })
    Object.assign(clause.figures[0]!.figures[0]!, { evidence: { column: '数说', clause: '全区商铺累计300家' } })
    const before = recordOf(soundSource(), { slides })
    const changed = (source: typeof value): unknown[] =>
      diffOf(before, recordOf(source, { slides })).slides.map(({ after, figures }) => [after!.no, figures])
    expect(changed(value)).toEqual([
      [1, ['shops']],
      [2, ['shops']],
    ])
    expect(changed(clause)).toEqual([[2, ['shops']]])
  })

  it('changes with a picture that has the same name', () => {
    const slides = [slide(1, { pictures: ['photos/a.jpg'] })]
    const diff = diffOf(deck(slides, { 'photos/a.jpg': '1' }), deck(slides, { 'photos/a.jpg': '2' }))
    expect(diff).toMatchObject({
      same: false,
      pictures: [{ state: 'changed', file: 'photos/a.jpg' }],
      slides: [{ state: 'changed', pictures: ['photos/a.jpg'] }],
    })
  })

  it('changes with a quote that it shows', () => {
    const slides = [slide(1, { refers: ['quote:keeper'] })]
    const source = soundSource()
    source.quotes = { ...source.quotes, quotes: [{ ...source.quotes.quotes[0]!, role: '店主' }] }
    const diff = diffOf(recordOf(soundSource(), { slides }), recordOf(source, { slides }))
    expect(diff.slides).toMatchObject([{ refers: ['quote:keeper'] }])
  })

  it('is told by both numbers where others came, went and moved', () => {
    const [a, b, c] = sound()
    const fresh = slide(0, { title: '全新的一页' })
    const diff = diffOf(deck([a!, b!, c!]), deck([fresh, b!, { ...c!, note: '多说一句' }, a!]))
    expect(diff.slides.map(({ state, before, after, moved }) => [state, before?.no, after?.no, moved])).toEqual([
      ['added', undefined, 1, false],
      ['changed', 3, 3, false],
      ['moved', 1, 4, true],
    ])
    const text = diffText(diff, 'brackets')
    expect(text).toContain('移  第 4 页（原第 1 页）《商铺累计与新开的数》')
    expect(text).toContain('添  第 1 页《全新的一页》')
    expect(diffText(diffOf(deck([a!, b!]), deck([b!])), 'brackets')).toContain('去  原第 1 页《商铺累计与新开的数》')
  })
})

it('the text is coloured on a terminal', () => {
  const diff = diffOf(deck(sound()), deck(sound({ title: '销售额一季度大增' })))
  expect(diffText(diff, 'ansi')).toContain('\u001b[')
  expect(diffText(diff, 'brackets')).not.toContain('\u001b[')
})
