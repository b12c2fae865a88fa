import { refusedCharts } from '../../../../components/charts/refusals.ts'
import { contentOffset, lineAt } from '../../../../model/slides/source.ts'
import type { Finding } from '../../finding.ts'
import { onSlide, type Facts } from '../facts.ts'

/** What charts themselves refuse: figures that do not belong together, or not into that chart. */
export function refused({ slides, data }: Facts): Finding[] {
  return slides.flatMap(slide =>
    refusedCharts(slide.contentRaw, data).map(({ component, at, message }) =>
      onSlide('consistency', slide, lineAt(slide, contentOffset(slide) + at), {
        element: `<${component}>`,
        text: '',
        measured: message,
        expected: '图里的数据彼此相配，画得出来',
        advice: '请核对图里的编号和属性；数据里缺关系的，补上 of',
      }),
    ),
  )
}
