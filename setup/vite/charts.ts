import type { SlideInfo } from '@slidev/types'
import type { DeckData } from '../../model/slides/context.ts'
import type { DeckProblem } from '../../model/slides/problems.ts'
import { checkedSlide, displayPath } from '../../model/slides/slides.ts'
import { contentOffset, lineAt } from '../../model/slides/source.ts'

/**
 * The charts that refuse their figures: each would be a red box on its slide.
 * @param root folder of the deck
 */
export async function chartProblems(
  slides: readonly SlideInfo[],
  data: Pick<DeckData, 'findFigure' | 'findTable' | 'findTarget' | 'findMap'>,
  root: string,
): Promise<DeckProblem[]> {
  // ECharts comes with it, which takes half a second.
  const { refusedCharts } = await import('../../components/charts/refusals.ts')
  return slides.flatMap((slide, index) => {
    const checked = checkedSlide(slide)
    return refusedCharts(checked.contentRaw, data).map(({ at, message }) => ({
      file: displayPath(slide.source.filepath, root),
      line: lineAt(checked, contentOffset(checked) + at),
      slide: index + 1,
      message,
    }))
  })
}
