import { findLostSpeech } from '../../scripts/export/paper/notes-pages.ts'
import { describe, expect, it } from 'vitest'
import { missingFrom } from '../../scripts/export/pdf-text.ts'

describe('the texts of a slide that a page of a PDF lacks', () => {
  it.each<[string, string[], string, string[]]>([
    ['none where all are there', ['货畅其流', '灯火'], '货畅其流\n灯火', []],
    ['none for another order', ['货畅其流', '灯火'], '灯 火 货畅 其流', []],
    ['one that is not there', ['货畅其流', '灯火'], '货畅其流', ['灯火']],
    ['one of two that are the same', ['灯火', '灯火'], '灯火', ['灯火']],
    ['none that shares characters with one that is not there', ['灯火通明', '灯火'], '灯火', ['灯火通明']],
    ['none in other forms', ['ＡＢ 12％', 'ﬁx', 'hall'], 'AB12%FIX HALL', []],
    ['none that is nothing', [' ', '\u200b'], '', []],
    ['none for what a style sheet adds', ['货畅其流'], '“货畅其流', []],
  ])('are %s', (_, pieces, page, missing) => {
    const texts = pieces.map(text => ({ text }))
    expect(missingFrom(texts, page).map(({ text }) => text)).toEqual(missing)
  })
})

describe('what is said', () => {
  const said = [
    { slide: 1, text: '甲乙' },
    { slide: 2, text: '丙丁' },
  ]

  it('is told where it has not been printed, though the slides say as much', () => {
    expect(findLostSpeech(said, ['甲乙 丙', '丁'])).toEqual([])
    expect(findLostSpeech(said, ['丙丁', '甲乙'], [{ text: '丙丁' }])).toEqual([
      { slide: 2, message: '讲稿里的“丙丁”没有印出来' },
    ])
  })
})
