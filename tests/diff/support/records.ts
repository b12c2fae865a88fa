import { expect } from 'vitest'
import type { DeckSource } from '../../../model/source.ts'
import { surveyDeck } from '../../../model/survey.ts'
import { compareDecks } from '../../../scripts/diff/compare.ts'
import type { DeckDiff } from '../../../scripts/diff/diff.ts'
import { recordData } from '../../../scripts/diff/read-data.ts'
import type { ComparedSlide, DeckRecord } from '../../../scripts/diff/record.ts'

/** What a deck of this data says, whose slides and pictures are told. */
export function recordOf(
  source: DeckSource,
  rest: Partial<Pick<DeckRecord, 'title' | 'pictures' | 'slides'>> = {},
): DeckRecord {
  const { deck, problems } = surveyDeck(source)
  expect(problems).toEqual([])
  return { title: '', pictures: {}, slides: [], ...rest, ...recordData(deck, source) }
}

/** The diff of two decks. */
export function diffOf(before: DeckRecord, after: DeckRecord): DeckDiff {
  return compareDecks({ name: 'HEAD', record: before }, { name: '现在的文稿', record: after })
}

/** A slide that says little. */
export function slide(no: number, more: Partial<ComparedSlide> = {}): ComparedSlide {
  const { title = '', text = '', note = '' } = more
  return {
    no,
    title,
    chapter: 'trade',
    settings: { layout: 'chart' },
    text,
    note,
    written: `${title}\n${text}\n${note}`,
    shows: [],
    lists: [],
    refers: [],
    pictures: [],
    ...more,
  }
}
