import type { FormatStyle } from '../format.ts'
import type { DeckData } from './context.ts'
import type { Tag } from './scan.ts'
import { FORMAT_STYLES } from '../format.ts'
import { componentName, idsOfTag, propOf } from './ids.ts'
import { scanTags } from './scan.ts'

/** What stands for a figure tag that cannot be resolved. */
export type Unresolved = (id: string) => string

/** The `as` of a figure tag; `plain` where it has none. */
export function styleOf(tag: Tag): string {
  const attribute = tag.attributes.find(({ name }) => propOf(name).prop === 'as')
  return attribute?.value?.replace(/^['"`]|['"`]$/g, '') ?? 'plain'
}

/** Whether `style` is one that the formatter knows. */
export function isStyle(style: string): style is FormatStyle {
  return (FORMAT_STYLES as readonly string[]).includes(style)
}

/** Whether a tag is the inline figure, `<Fig id="…" />`. */
export function isFigureTag(tag: Tag): boolean {
  return componentName(tag.name) === 'Fig'
}

function printed(tag: Tag, data: DeckData, unresolved: Unresolved, bind: (text: string, id: string) => string): string {
  const id = idsOfTag(tag, { Fig: ['id'] })[0]?.id ?? ''
  const figure = data.findFigure(id)
  if (!figure) return unresolved(id)
  const style = styleOf(tag)
  const text = data.formatFigure(figure, isStyle(style) ? style : 'plain')
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
    if (figure && tag.type !== 'close') result += printed(tag, data, unresolved, bind)
    at = tag.end
  }
  return result + text.slice(at)
}
