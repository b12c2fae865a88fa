import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { isTraditional } from '../../scripts/lib/facts/traditional.ts'
import { ROOT } from '../support/project.ts'

describe('a text in traditional characters', () => {
  it.each([
    ['2031年，地區生產總值241.4億元，比上年增長5.9%。財政收入12.3億元。', true],
    ['2031年，地区生产总值241.4亿元，比上年增长5.9%。财政收入12.3亿元。', false],
    [
      '二〇三一年，浉河区的汪喆、李堃、张玥三位同志到崀山镇调研，要求各单位抓紧推进各项重点工作，确保全年目标完成。',
      false,
    ],
    ['2031', false],
    ['', false],
  ])('%s: %s', (text, is) => {
    expect(isTraditional(text)).toBe(is)
  })

  it.each(['gate/source.txt', 'bulletin/原文.md'])('is none of %s', file => {
    expect(isTraditional(readFileSync(path.join(ROOT, 'tests/fixtures', file), 'utf8'))).toBe(false)
  })
})
