import { describe, expect, it } from 'vitest'
import type { FigureInput } from '../../model/figure.ts'
import { draftSlides } from '../../scripts/draft/draft.ts'
import { glanceSlide, leadsOf, openingTitle, scoreSlides } from '../../scripts/draft/frame-slides.ts'
import { materialOf } from '../../scripts/draft/material.ts'
import { messageSlides } from '../../scripts/draft/chapter-slides.ts'
import { deckOf, deckWith, stated } from './figures.ts'

interface Part {
  name: string
  figures: readonly FigureInput[]
}

/** A deck of these chapters, what leads each of them, and what it is drafted from. */
function told(...parts: Part[]) {
  const deck = deckWith({
    chapters: parts.map(({ name }, index) => ({ id: `c${index}`, title: name, short: name, topic: name })),
    figures: parts.map(({ figures }, index) => ({ file: `data/figures/c${index}.ts`, chapter: `c${index}`, figures })),
  })
  const material = materialOf(deck)
  const chapters = deck.chapters.map(chapter => ({ chapter, messages: messageSlides(chapter, material) }))
  return { deck, material, leads: leadsOf(chapters, material) }
}

/** Chapters of so many amounts each, which all differ. */
const parts = (...counts: number[]): Part[] =>
  counts.map((count, index) => ({
    name: `第${'甲乙丙丁戊己庚辛壬'[index]}章`,
    figures: Array.from({ length: count }, (_, at) =>
      stated(`f${index}-${at}`, { label: `${'甲乙丙丁戊己庚辛壬'[index]}${at}`, value: 100 * (index + 1) + at }),
    ),
  }))

const idsOn = (body: readonly string[]): string[] => body.join().match(/(?<=')f[\d-]+(?=')/g) ?? []

describe('the overview', () => {
  it.each([
    [1, 4],
    [2, 4],
    [4, 4],
    [5, 6],
    [7, 8],
    [8, 8],
    [9, 8],
  ])('of %i chapters has a full grid of %i figures, each chapter in it that has room', (chapters, cells) => {
    const { leads, material } = told(...parts(...Array.from({ length: chapters }, () => 7)))
    const ids = glanceSlide(leads, material).flatMap(({ body }) => idsOn(body))
    expect(ids).toHaveLength(cells)
    expect(new Set(ids.map(id => id.split('-')[0])).size).toBe(Math.min(chapters, 8))
  })

  it('shows no number twice, in another scale neither', () => {
    const same = (name: string, id: string): Part => ({ name, figures: [stated(id, { value: 551.8 })] })
    const other = { ...same('回顾', 'f1-0') }
    const { leads } = told(same('全年', 'f0-0'), {
      ...other,
      figures: [stated('f1-0', { value: 55.18, unit: '十亿元' }), stated('f1-1', { unit: '家' })],
    })
    expect(leads.map(own => own.map(({ id }) => id))).toEqual([['f0-0'], ['f1-1']])
  })
})

describe('the scoreboard', () => {
  it.each([
    [['农业', '工业'], ['# 农业、工业：交出的答卷']],
    [['2031年工作回顾', '五年来的工作回顾', '2032年主要目标', '民生实事办理情况'], ['# 各章交出的答卷']],
    [
      ['2031年工作回顾', '五年来的工作回顾', '2032年主要目标', '民生实事办理情况', '城乡建设'],
      ['# 各章交出的答卷（一）', '# 各章交出的答卷（二）'],
    ],
  ])('of %j is called after its chapters where a line holds them', (names, titles) => {
    const { leads, material } = told(
      ...names.map((name, index) => ({
        name,
        figures: [
          stated(`f${index}-0`, { value: index + 1 }),
          stated(`f${index}-1`, { value: index + 10, unit: '家' }),
        ],
      })),
    )
    expect(scoreSlides(leads, material).map(({ title }) => title)).toEqual(titles)
  })
})

it('draws no scoreboard of what the overview has shown', () => {
  const { leads, material } = told(...parts(1, 1))
  expect(scoreSlides(leads, material)).toEqual([])
})

it('names no chapter above the numbers of an overview of one', () => {
  const bodyOf = (...counts: number[]): string => {
    const { leads, material } = told(...parts(...counts))
    return glanceSlide(leads, material)[0]!.body.join()
  }
  expect(bodyOf(7)).not.toContain('chapters')
  expect(bodyOf(7, 7)).toContain('chapters')
})

describe('the opening of a chapter', () => {
  it('counts the chapters that have slides', () => {
    const { deck } = told({ name: '引言', figures: [] }, ...parts(1, 1))
    expect(draftSlides(deck, { title: '汇报' }).slides.match(/第.章讲/g)).toEqual(['第一章讲', '第二章讲'])
  })

  it.each([
    ['三、农业', '农业'],
    ['（2031年2月）', '商贸'],
    ['2099年打算', '商贸'],
  ])('that is headed %s is called %s', (title, expected) => {
    const deck = deckOf(stated('a', {}))
    expect(openingTitle({ ...deck.chapters[0]!, title }, deck)).toBe(expected)
  })
})
