import { phrases } from '../phrases.ts'
import { componentName } from './ids.ts'
import { scanTags } from './scan.ts'
import { type Insertion, isMarked, textsBetween, wordBreaks } from './word-breaks.ts'

/** Components whose slot is a line of words and numbers. */
const ITEMS: ReadonlySet<string> = new Set(['CheckItem', 'Milestone'])

/** Whether a line may end behind a text and a number begin the next one. */
const endsBeforeNumber = (text: string): boolean => text !== '' && phrases(`${text}0`).at(-1) === '0'

/**
 * What lets the items of checklists and timelines break between words and before numbers; a browser would break Chinese
 * between any two characters. Items with emphasis of their own are left alone.
 */
export function itemBreaks(content: string): Insertion[] {
  const tags = scanTags(content)
  return tags.flatMap((open, index) => {
    if (open.type !== 'open' || !ITEMS.has(componentName(open.name))) return []
    const inside = tags.slice(
      index + 1,
      tags.findIndex((tag, at) => at > index && tag.name === open.name),
    )
    const [from, to] = [open.end, tags[index + 1 + inside.length]?.start ?? open.end]
    const texts = textsBetween(
      content.slice(from, to),
      inside.map(tag => ({ ...tag, start: tag.start - from, end: tag.end - from })),
    )
    if (texts.some(isMarked)) return []
    const places = texts.flatMap((piece, at) => [
      ...wordBreaks(piece),
      ...(at < inside.length && endsBeforeNumber(piece.text.trim()) ? [piece.from + piece.text.length] : []),
    ])
    return places.map(at => ({ at: from + at, text: '<wbr>' }))
  })
}
