import type { EChartsCoreOption } from 'echarts/core'
import { customInnerStore } from 'echarts/lib/chart/custom/CustomSeries.js'
import { getECData } from 'echarts/lib/util/innerStore.js'

/**
 * Lengths. From the zero line: of a figure (`bar`), and of the whole that a share or reduction is of, filled (`whole`)
 * or empty (`track`). Within others: a part at the end of its total and what was there before, what a reduction left
 * out. Beside a bar: what was planned, at its own length (`goal`). A `step` goes on, up or down, from where the one
 * before it ends.
 */
type LengthMark = 'bar' | 'goal' | 'segment' | 'step' | 'whole' | 'track' | 'part' | 'base' | 'cut'
/** Ends of bars and rings that are not exact: teeth or a wave, or a hollow tip. */
type EndMark = 'ragged' | 'tip'
/**
 * A share as a piece of a ring, and what of the ring is empty; cells of a waffle, empty or as far as they are filled.
 */
type ShareMark = 'arc' | 'arc-rest' | 'cell' | 'fill'
/** A counted thing, and one that stands for what is not exact. */
type CountMark = 'icon' | 'hollow'
/** A number at its height over time. */
type PlaceMark = 'point'
/** A district, as dark as the class of its number; the colour of a class, at the figure with its least number. */
type ShadeMark = 'region' | 'swatch'
/**
 * What an option of the deck's own draws of a figure: a bar whose end says nothing of exactness, a slice of its one
 * pie, or something that nobody measures.
 */
type OwnMark = 'own-bar' | 'slice' | 'drawn'
/**
 * Texts: the name of a figure, its value or what is said of it, its value as the end of a class, and numbers of the
 * drawing itself.
 */
type TextMark = 'label' | 'value' | 'limit' | 'scale'

/**
 * What a part of a chart is, for whoever measures or reads the drawing; `zero` is the line from which lengths begin.
 */
export type MarkKind =
  LengthMark | PlaceMark | EndMark | ShareMark | CountMark | ShadeMark | OwnMark | TextMark | 'zero'

/**
 * The name of a data item, or the `info` of an element that a custom series or `graphic` draws: it becomes `data-mark`
 * and `data-figure` of the SVG element. What is printed at a data item is a `value`; the labels of a category axis,
 * whose categories are ids of figures, are of the kind that the axis has for an id. An item whose name is needed
 * otherwise has it as `mark`.
 * @param valueOf the figure whose value is printed at the item, empty for a number of the drawing itself. Default: its
 *   own
 */
export function markName(kind: MarkKind, figure = '', valueOf = figure): string {
  return `${kind} ${figure} ${valueOf}`
}

/** As far as it concerns marks, an element of a drawing. */
interface Node {
  parent?: Node | null
  /** What a text is attached to. */
  __hostTarget?: Node | null
  /** What of an axis an element is. */
  anid?: string
}

/**
 * What an element of a drawing says of itself, as `resolveMark` understands it; none where it says nothing. The letters
 * of a text have that text for a parent.
 */
export function rawMarkOf(element: object): string | undefined {
  let text = false
  for (let node: Node | null | undefined = element; node; node = node.__hostTarget ?? node.parent) {
    const { seriesIndex, dataIndex, eventData } = getECData(node)
    const info = customInnerStore(node).info ?? eventData?.info
    if (typeof info === 'string') return info
    if (eventData?.targetType === 'axisLabel')
      return `@${eventData.componentType} ${eventData.componentIndex} ${eventData.value}`
    if (node.anid === 'line') return markName('zero')
    if (node.__hostTarget) text = true
    else if (dataIndex !== undefined && !(node as { isGroup?: boolean }).isGroup)
      return `@${text ? 'text' : 'series'} ${seriesIndex} ${dataIndex}`
  }
  return undefined
}

/** Looks up in its option what an element of a chart draws. */
export function resolveMark(
  raw: string | undefined,
  option: EChartsCoreOption,
): readonly [kind: string, figure: string] {
  const [kind = '', of = '', item = ''] = raw?.split(' ') ?? []
  if (!kind.startsWith('@')) return [kind, of]
  const component = kind.slice(1)
  if (component !== 'series' && component !== 'text')
    // What an axis says of no figure belongs to the drawing. Ids are unique: where there are several axes of a kind,
    // more follows.
    return [
      item === ''
        ? 'scale'
        : (([option[component]].flat()[Number(of)] as { id?: string } | undefined)?.id?.split(' ')[0] ?? ''),
      item,
    ]
  const { data } = [option.series].flat()[Number(of)] as { data?: readonly { name?: string; mark?: string }[] }
  const { name, mark = name } = data?.[Number(item)] ?? {}
  const [own = '', figure = '', valueOf = ''] = mark?.split(' ') ?? []
  if (component === 'text' && own !== '') return valueOf ? ['value', valueOf] : ['scale', '']
  return [own, figure]
}

/** Gives marked elements of a drawing their `data-mark` and `data-figure`; those that are so no more lose them. */
export function nameMarks(svg: SVGElement, option: EChartsCoreOption): void {
  for (const element of svg.querySelectorAll<SVGElement>('[ecmeta_mark], [data-mark]')) {
    const [mark, figure] = resolveMark(element.getAttribute('ecmeta_mark') ?? undefined, option)
    for (const [name, value] of [
      ['mark', mark],
      ['figure', figure],
    ] as const) {
      if (value) element.dataset[name] = value
      else delete element.dataset[name]
    }
  }
}
