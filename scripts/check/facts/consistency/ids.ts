import { checkSlide } from '../../../../model/slides/check.ts'
import type { DeckData } from '../../../../model/slides/context.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/** Every id on a slide or in a note is one of the data; those of figures that are wrong themselves are known, too. */
export function ids({ slides, data, source }: Facts): Finding[] {
  const written = new Set(
    [...source.figures.flatMap(({ figures }) => figures), ...source.derived.figures].map(figure => figure?.id),
  )
  const lenient: DeckData = {
    ...data,
    isKnown: (id, sort) => data.isKnown(id, sort) || (sort === 'figure' && written.has(id)),
  }
  return slides.flatMap(slide =>
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
}
