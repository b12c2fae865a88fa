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
  ['at the end of slides that have neither', first, `${first}\n${added}`],
])('new slides stand %s, and what is there keeps its bytes', (_, written, expected) => {
  expect(withSlides(written, [slide])).toBe(expected)
  expect(withSlides(written.replaceAll('\n', '\r\n'), [slide])).toBe(expected.replaceAll('\n', '\r\n'))
})

it('without new slides nothing changes', () => {
  expect(withSlides(first, [])).toBe(first)
})
