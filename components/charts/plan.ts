import type { Figure } from '../../model/figure.ts'
import { isSameBase, valueIn } from '../../model/units.ts'
import { KIND_NAMES, kindName, MEASURED_KINDS, type Kind } from '../../model/vocabulary.ts'
import { type Edge, edgeNote, edgeOf } from './edges.ts'
import type { ChartTheme } from './theme.ts'
import { type LabelOptions, type ValueLabel, valueLabel } from './value-label.ts'

/** What a mark is on its slide: the one thing it is about, what that is compared with, or context. */
export type Emphasis = 'highlight' | 'compare' | 'context'

/** What a deck may say about the figures of a chart. */
export interface FigureProps {
  /** Id of the figure in red. Default: the first. */
  highlight?: string
  /** Id of the figure in navy that the highlight is compared with. Default: none. */
  compare?: string
  /** Ids that a click each makes the highlight; before the first click everything is grey. */
  steps?: readonly string[]
  /** How many of the clicks have been made. Default: all. */
  step?: number
  /** Allows figures of different periods; each then names its own. Default: `false`. */
  mixedPeriods?: boolean
}

/** The props of a chart that takes a list of figures. */
export interface ListProps extends FigureProps {
  /** Ids of its figures. */
  ids: readonly string[]
}

/** The props of `FigureProps`, for Vue. */
export const figureVueProps = { highlight: String, compare: String, mixedPeriods: Boolean }

/** A figure before it is drawn. */
export interface Item {
  id: string
  name: string
  /** Said below the name: the period, where periods are mixed; empty for nothing. */
  sub: string
  /** In the unit of the chart's first figure; negative for a reduction, where that is drawn to the left of zero. */
  value: number
  edge: Edge
  label: ValueLabel
  emphasis: Emphasis
}

/** A chart before it is drawn. */
export interface Plan {
  items: readonly Item[]
  /** Explains the ends of what is not exact; empty where all is. */
  note: string
  figures: readonly Figure[]
  /** Whether the description names periods. */
  mixed: boolean
}

/** Thrown when figures are not fit for the chart that they were given to. */
export class ChartDataError extends Error {
  override readonly name = 'ChartDataError'
  /** Ids of the figures that the chart was given. */
  readonly ids: readonly string[]
  /** Why it cannot be drawn, and where there is a way out, what to do. */
  readonly reason: string

  /** @param chart Chinese name of the chart */
  constructor(chart: string, ids: readonly string[], reason: string) {
    super(`${chart}画不出来（${ids.join('、') || '没有数据编号'}）：${reason}`)
    this.ids = ids
    this.reason = reason
  }
}

/** @throws ChartDataError always. */
export function reject(chart: string, figures: readonly Figure[], reason: string): never {
  const ids = figures.map(({ id }) => id)
  throw new ChartDataError(chart, ids, reason)
}

/** What figures have to be, to stand in one chart. */
export interface FigureRules {
  /** Least and most number of them, each standing there once. Default: any. */
  count?: readonly [least: number, most: number]
  /** Default: any. */
  kinds?: readonly Kind[]
  /** Which chart takes others. */
  advice?: string
  /** What they have in common, next to their period; of units the base, for scales convert. Default: nothing. */
  same?: 'measure' | 'unit'
}

/** @throws ChartDataError where figures break the rules, or are of different periods that the deck does not mean. */
export function assertFigures(chart: string, figures: readonly Figure[], rules: FigureRules, mixed = false): void {
  const { count, kinds, advice, same } = rules
  const [least, most] = count ?? [0, Infinity]
  const [first] = figures
  if (figures.length < least || figures.length > most)
    reject(chart, figures, `要${least === most ? least : `${least}到${most}`}项数据，给了${figures.length}项`)
  const twice = figures.find(({ id }, index) => figures.findIndex(figure => figure.id === id) !== index)
  if (count && twice) reject(chart, figures, `“${twice.id}”给了两次`)
  const odd = figures.find(({ kind }) => kinds && !kinds.includes(kind))
  const names =
    kinds === MEASURED_KINDS ? '金额、数量、占比等从零起的数' : kinds?.map(kind => KIND_NAMES[kind]).join('、')
  if (odd) reject(chart, figures, `“${odd.id}”是${kindName(odd)}，这里只画${names}；${advice}`)
  // From zero on there is no length, area or count that is less than nothing.
  const below = kinds?.includes('growth') ? undefined : figures.find(({ value }) => value < 0)
  const proportion = figures.find(({ parts }) => kinds && parts)
  if (proportion) reject(chart, figures, `“${proportion.id}”是几个数的比，不是一个长度；请用 Compare 或写成大数`)
  if (kinds && below) reject(chart, figures, `“${below.id}”小于零，长度、面积和个数没有负的；有正有负的请用 GrowthBars`)
  const assertSame = (
    what: string,
    read: (figure: Figure) => string,
    otherwise: string,
    alike = (a: string, b: string) => a === b,
  ): void => {
    const other = figures.find(figure => !alike(read(figure), read(first!)))
    if (other)
      reject(
        chart,
        figures,
        `${what}不同：“${first!.id}”是${read(first!)}，“${other.id}”是${read(other)}；${otherwise}`,
      )
  }
  if (same === 'measure') assertSame('类别', ({ kind }) => KIND_NAMES[kind], '请分成几张图')
  if (same) assertSame('单位', ({ unit }) => unit, '请分成几张图', isSameBase)
  const otherwise = '确要同图请加 mixed-periods，图上会逐项注明时段'
  if (!mixed) assertSame('时段', ({ period }) => period.text, otherwise)
}

/** Whether labels have to name their periods. */
export function hasMixedPeriods(figures: readonly Figure[]): boolean {
  return new Set(figures.map(({ period }) => period.id)).size > 1
}

/** @throws ChartDataError where an id that is to be emphasised is not among the figures. */
function planEmphasis(chart: string, figures: readonly Figure[], props: FigureProps): (id: string) => Emphasis {
  const { highlight, compare, steps, step = steps?.length ?? 0 } = props
  const named = [['要突出的', highlight], ['要对比的', compare], ...(steps ?? []).map(id => ['steps 里的', id])]
  for (const [what, id] of named)
    if (id !== undefined && !figures.some(figure => figure.id === id))
      reject(chart, figures, `${what}“${id}”不在这张图里`)
  const highlighted = steps ? steps[step - 1] : (highlight ?? figures[0]?.id)
  return id => (id === highlighted ? 'highlight' : highlighted !== undefined && id === compare ? 'compare' : 'context')
}

/** A figure by itself, without emphasis. */
export function planItem(figure: Figure, label?: LabelOptions): Item {
  const { id, short: name, value } = figure
  return { id, name, sub: '', value, edge: edgeOf(figure), label: valueLabel(figure, label), emphasis: 'context' }
}

/** How figures of a chart are planned, where otherwise than in the order given and as they are. */
export interface PlanOptions {
  /** Puts them into order. */
  order?: (a: Figure, b: Figure) => number
  label?: LabelOptions
  /** What else is said of a figure below its name. */
  sub?: (figure: Figure) => string
}

/**
 * Plans figures that a chart draws each by itself.
 * @throws ChartDataError where they break its rules
 */
export function planFigures(
  chart: string,
  given: readonly Figure[],
  rules: FigureRules,
  props: FigureProps,
  { order, label, sub }: PlanOptions = {},
): Plan {
  assertFigures(chart, given, rules, props.mixedPeriods)
  const figures = order ? [...given].sort(order) : given
  const mixed = hasMixedPeriods(figures)
  const emphasisOf = planEmphasis(chart, figures, props)
  const value = valueIn(figures[0]?.unit ?? '')
  const items = figures.map(figure => ({
    ...planItem(figure, label),
    ...(rules.same && { value: value(figure) }),
    sub: [mixed ? figure.period.text : '', sub?.(figure) ?? ''].filter(Boolean).join(' · '),
    emphasis: emphasisOf(figure.id),
  }))
  return { items, note: edgeNote(items.map(({ edge }) => edge)), figures, mixed }
}

/** Colour of a number at a mark of this emphasis, on paper. */
export function valueColor(emphasis: Emphasis, { color }: ChartTheme): string {
  return emphasis === 'context' ? color.ink : color[emphasis]
}

/** Colour and weight of a name at a mark of this emphasis. */
export function nameLook(emphasis: Emphasis, { color }: ChartTheme): { color: string; fontWeight: 400 | 700 } {
  return emphasis === 'context' ? { color: color.soft, fontWeight: 400 } : { color: color.ink, fontWeight: 700 }
}
