import { describe, expect, it } from 'vitest'
import { titleBreaks } from '../../model/slides/title-breaks.ts'

/** The content with `{` and `}` around clauses and `¦` at breaks between words. */
function marked(content: string): string {
  return titleBreaks(content)
    .toReversed()
    .reduce((text, { at, text: inserted }) => {
      const mark = inserted === '<wbr>' ? '¦' : inserted.startsWith('</') ? '}' : '{'
      return text.slice(0, at) + mark + text.slice(at)
    }, content)
}

describe('titleBreaks', () => {
  it('keeps clauses together, and numbers with the word before and the punctuation behind', () => {
    expect(marked('## 出口增长<Fig id="a" />，总额<Fig id="b" highlight />')).toBe(
      '## {出口¦增长<Fig id="a" />，}{总额<Fig id="b" highlight />}',
    )
  })

  it('lets a line end behind a number where a word follows', () => {
    expect(marked('## <Fig id="a" />停车位完成改造')).toBe('## {<Fig id="a" />¦停车位¦完成¦改造}')
  })

  it('parts no character that is escaped', () => {
    expect(marked('## &#123;{产值}}增长&lt;税收&gt;')).toMatch(/^## \{&#123;.*&lt;.*&gt;\}$/)
  })

  it('begins anew behind a line break', () => {
    expect(marked('# 走向了<br>“四高”')).toBe('# {走向了}<br>{“四高”}')
  })

  it('leaves everything but titles alone, and titles with emphasis or markup', () => {
    expect(titleBreaks('正文一段，很长。\n\n- 条目')).toEqual([])
    expect(titleBreaks('```sh\n# 安装，然后运行\n```')).toEqual([])
    expect(titleBreaks('<!--\n# 备注，不是标题\n-->')).toEqual([])
    expect(titleBreaks('## 第一**粗，细**')).toEqual([])
    expect(titleBreaks('## 第一<b>粗，细</b>')).toEqual([])
  })

  it('finds every title of a slide', () => {
    expect(marked('# 总览\n\n文字\n\n### 分项')).toBe('# {总览}\n\n文字\n\n### {分项}')
  })
})
