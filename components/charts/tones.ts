import type { Figure } from '../../model/figure.ts'
import type { ChartTheme } from './theme.ts'
import { refuse } from './refuse.ts'

/** What a mark is on its slide: the one thing it is about, what that is compared with, or context. */
export type Tone = 'highlight' | 'compare' | 'context'

/** What a deck may say about the highlight of a chart. */
export interface ToneOptions {
  /** Id of the figure in red. Default: the first. */
  highlight?: string
  /** Id of the figure in navy that the highlight is compared with. Default: none. */
  compare?: string
  /** Ids that a click each makes the highlight; before the first click everything is grey. */
  steps?: readonly string[]
  /** How many of the clicks have been made. Default: all. */
  step?: number
}

/**
 * The tones of a chart's figures.
 * @throws ChartDataError where an id is not among them.
 */
export function planTones(
  chart: string,
  figures: readonly Figure[],
  { highlight, compare, steps, step = steps?.length }: ToneOptions,
): (id: string) => Tone {
  const named = [
    ['要突出的', highlight],
    ['要对比的', compare],
    ...(steps ?? []).map(id => ['steps 里的', id] as const),
  ] as const
  for (const [what, id] of named) {
    if (id !== undefined && !figures.some(figure => figure.id === id))
      refuse(chart, figures, `${what}“${id}”不在这张图里`)
  }
  const highlighted = steps ? steps[(step ?? 0) - 1] : (highlight ?? figures[0]?.id)
  return id => (id === highlighted ? 'highlight' : highlighted !== undefined && id === compare ? 'compare' : 'context')
}

/** Colour of a number at a mark of this tone, on paper. */
export function valueColor(tone: Tone, theme: ChartTheme): string {
  return tone === 'context' ? theme.color.ink : theme.color[tone]
}
