import type { FormatStyle } from '../format.ts'
import type { DeckData } from './context.ts'
import type { Tag } from './scan.ts'
import { FORMAT_STYLES } from '../format.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from '../reading/change.ts'
import { basisOf, directionOf } from '../changes.ts'
import { isPoints } from '../units.ts'
import { componentName, idsOfTag, propOf } from './ids.ts'
import { scanTags } from './scan.ts'

/** The props by which the inline figure takes its id. */
const FIG = { Fig: ['id', 'of'] }

/** What stands for a figure tag that cannot be resolved. */
export type Unresolved = (id: string) => string

/** The `as` of a figure tag; `worded` where it has none. */
export function styleOf(tag: Tag): string {
  const attribute = tag.attributes.find(({ name }) => propOf(name).prop === 'as')
  return attribute?.value?.replace(/^['"`]|['"`]$/g, '') ?? 'worded'
}

/**
 * Whether a figure tag leaves its sign word to the words before it, which say the same: 同比增长<Fig id="…" />. A tag
 * with an `as` of its own is left alone.
 */
export function isSignSaid(tag: Tag, before: string, data: Pick<DeckData, 'findFigure'>): boolean {
  if (tag.attributes.some(({ name }) => propOf(name).prop === 'as')) return false
  const { change, unit = '' } = data.findFigure(idsOfTag(tag, FIG)[0]?.id ?? '') ?? {}
  const said = changeAtEnd(before)
  if (change === undefined || said === undefined || said.reached) return false
  // What 降幅 names changes itself: 降幅1.1个百分点 would not say that it narrowed.
  if (NAMES_OF_CHANGE.test(said.word) && isPoints(unit)) return false
  const basis = basisOf(said.word) ?? basisOf(change)
  return directionOf(said.word) === directionOf(change) && (basisOf(change) ?? basis) === basis
}

/** Whether `style` is one that the formatter knows. */
export function isStyle(style: string): style is FormatStyle {
  return (FORMAT_STYLES as readonly string[]).includes(style)
}

/** Whether a tag is the inline figure, `<Fig id="…" />`. */
export function isFigureTag(tag: Tag): boolean {
  return componentName(tag.name) === 'Fig'
}

function printed(
  tag: Tag,
  before: string,
  data: DeckData,
  unresolved: Unresolved,
  bind: (text: string, id: string) => string,
): string {
  const id = idsOfTag(tag, FIG)[0]?.id ?? ''
  const figure = data.findFigure(id)
  if (!figure) return unresolved(id)
  const style = isSignSaid(tag, before, data) ? 'plain' : styleOf(tag)
  const text = data.formatFigure(figure, isStyle(style) ? style : 'worded')
  return bind(figure.derived && style !== 'period' ? `${text}（${data.derivedMark}）` : text, id)
}

/**
 * Replaces every `<Fig id="…" as="…" />` of a text by the printed figure, derived ones marked; other tags stay, or go
 * where `keepTags` is false. For texts that no Vue compiler sees: notes and titles.
 * @param bind puts what is printed into an element, where the text is HTML
 */
export function printFigures(
  text: string,
  data: DeckData,
  unresolved: Unresolved,
  keepTags = true,
  bind: (text: string, id: string) => string = printed => printed,
): string {
  let result = ''
  let at = 0
  for (const tag of scanTags(text)) {
    const figure = isFigureTag(tag)
    result += text.slice(at, figure || !keepTags ? tag.start : tag.end)
    if (figure && tag.type !== 'close') result += printed(tag, text.slice(0, tag.start), data, unresolved, bind)
    at = tag.end
  }
  return result + text.slice(at)
}
