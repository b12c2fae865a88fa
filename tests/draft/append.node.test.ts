import { expect, it } from 'vitest'
import { withSlides } from '../../scripts/draft/append.ts'
import type { DraftSlide } from '../../scripts/draft/slide.ts'

const slide: DraftSlide = { head: { layout: 'numbers' }, title: '## 新的', body: [], note: '新的。' }
const added = '---\nlayout: numbers\n---\n\n## 新的\n\n<!--\n新的。\n-->\n'
const first = '---\nlayout: cover\n---\n\n# 旧的\n'

it.each([
  [
    'before the last one',
    `${first}\n---\nlayout: end\n---\n\n# 谢谢\n`,
    `${first}\n${added}\n---\nlayout: end\n---\n\n# 谢谢\n`,
  ],
  [
    'before the appendix',
    `${first}\n---\nlayout: appendix\nchapter: a\n---\n\n# 依据\n`,
    `${first}\n${added}\n---\nlayout: appendix\nchapter: a\n---\n\n# 依据\n`,
  ],
  [
    'before a last one whose layout stands in quotes',
    `${first}\n---\nlayout: "end" # 谢谢\n---\n\n# 谢谢\n`,
    `${first}\n${added}\n---\nlayout: "end" # 谢谢\n---\n\n# 谢谢\n`,
  ],
  [
    'before the last one, whatever a code block shows',
    `${first}\n~~~\n---\nlayout: end\n---\n~~~\n\n---\nlayout: end\n---\n`,
    `${first}\n~~~\n---\nlayout: end\n---\n~~~\n\n${added}\n---\nlayout: end\n---\n`,
  ],
  ['at the end of slides that have neither', first, `${first}\n${added}`],
])('new slides stand %s, and what is there keeps its bytes', (_, written, expected) => {
  expect(withSlides(written, [slide])).toBe(expected)
  expect(withSlides(written.replaceAll('\n', '\r\n'), [slide])).toBe(expected.replaceAll('\n', '\r\n'))
})

it('slides of which some lines end otherwise keep their bytes, and new ones end as what they stand behind', () => {
  const cover = first.replaceAll('\n', '\r\n')
  const end = '\n---\nlayout: end\n---\n\n# 谢谢\n'
  expect(withSlides(`${cover}${end}`, [slide])).toBe(`${cover}\n${added}${end}`)
  expect(withSlides(`${first}\r\n${end}`, [slide])).toBe(`${first}\r\n\n${added}${end}`)
})

it('without new slides nothing changes', () => {
  expect(withSlides(first, [])).toBe(first)
})
