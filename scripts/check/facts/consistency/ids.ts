import { idsOf } from '../../../../model/context.ts'
import { withShares } from '../../../../model/shares.ts'
import { checkSlide } from '../../../../model/slides/check.ts'
import type { DeckData } from '../../../../model/slides/context.ts'
import { appendixProblems } from '../../../../model/slides/slides.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/**
 * Every id on a slide or in a note is one of the data, every part of an appendix is there; ids of figures that are
 * wrong themselves are known, too.
 */
export function ids({ slides, data, source }: Facts): Finding[] {
  const stated = source.figures.flatMap(({ figures }) => figures.flatMap(withShares))
  const written = new Set(idsOf([...stated, ...source.derived.figures]))
  const lenient: DeckData = {
    ...data,
    isKnown: (id, sort) => data.isKnown(id, sort) || (sort === 'figure' && written.has(id)),
  }
  const own = slides.flatMap(slide =>
    checkSlide(slide, lenient).map(({ line = 1, message }) =>
      onSlide('consistency', slide, line, {
        element: slide.file,
        text: '',
        measured: message,
        expected: '幻灯片和备注里的编号、写法都是数据里有的',
        advice: '请照最接近的编号改',
      }),
    ),
  )
  const tables = appendixProblems(slides, data).map(({ slide, line, message }) =>
    onSlide('consistency', slides[slide - 1]!, line, {
      element: '<AppendixTable>',
      text: '',
      measured: message,
      expected: '附录的每一页都在，各页都有数据',
      advice: '请补上缺的页，删去多的页；或只写一个不带 :part、:of 的 AppendixTable',
    }),
  )
  return [...own, ...tables]
}
