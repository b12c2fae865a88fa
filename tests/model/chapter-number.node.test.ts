import { expect, it } from 'vitest'
import { chapterNumber } from '../../model/chapter-number.ts'

const CHAPTERS = [{ id: 'preface' }, { id: 'economy' }, { id: 'city' }]

it.each([
  ['counts from 1, in the order of the data', 'city', ['city', 'economy', 'preface'], 3],
  ['leaves out a chapter that no slide belongs to', 'economy', [undefined, 'economy', 'city', 'economy'], 1],
  ['is none where no slide belongs to it', 'preface', ['economy'], undefined],
  ['is none for a chapter that the deck does not have', 'other', ['other'], undefined],
])('the number of a chapter %s', (_, id, ofSlides, expected) => {
  expect(chapterNumber(id, CHAPTERS, ofSlides)).toBe(expected)
})
