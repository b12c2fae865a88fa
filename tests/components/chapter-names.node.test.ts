import { expect, it } from 'vitest'
import { chapterNames } from '../../components/chapter-names.ts'

it('a chapter that is named by its field of work is named once', () => {
  expect(chapterNames({ short: '深蓝', topic: '港口贸易' })).toEqual(['深蓝', '港口贸易'])
  expect(chapterNames({ short: '农业', topic: '农业' })).toEqual(['农业'])
})
