import { phrases } from '../phrases.ts'
import { componentName } from './ids.ts'
import { scanTags } from './scan.ts'
import { type Insertion, isMarked, textsBetween, wordBreaks } from './word-breaks.ts'

/**
 * Components whose slot is a line of words and numbers, with the longest run of words that fits into one of their
 * lines: the sixth part of a slide, which a milestone may have, has seven characters.
 */
const ITEMS: ReadonlyMap<string, number | undefined> = new Map([
  ['CheckItem', undefined],
  ['Milestone', 6],
])

/** Whether a line may end behind a text and a number begin the next one. */
const endsBeforeNumber = (text: string): boolean => text !== '' && phrases(`${text}0`).at(-1) === '0'

/**
 * What lets the items of checklists and timelines break between words and before numbers; a browser would break Chinese
 * between any two characters. Items with emphasis of their own are left alone.
 */
export function itemBreaks(content: string): Insertion[] {
  const tags = scanTags(content)
  return tags.flatMap((open, index) => {
    const name = componentName(open.name)
    if (open.type !== 'open' || !ITEMS.has(name)) return []
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
      ...wordBreaks(piece, ITEMS.get(name)),
      ...(at < inside.length && endsBeforeNumber(piece.text.trim()) ? [piece.from + piece.text.length] : []),
    ])
    return places.map(at => ({ at: from + at, text: '<wbr>' }))
  })
}
