import { isOnOneLine, union, type Rect } from '../../../../components/rect.ts'

/** Part of a text node that stands on one line. */
export interface Run {
  text: string
  rect: DOMRect | Rect
}

const range = document.createRange()

/**
 * The runs of a text node, a line each, as the browser has broken it. Collapsed white space is left out.
 * @param upright whether lines run downwards; they are not told apart then
 */
export function runsOf(node: Text, upright: boolean): Run[] {
  range.selectNodeContents(node)
  const rects = [...range.getClientRects()].filter(hasArea)
  if (rects.length === 0) return []
  if (rects.length === 1 || upright)
    return [{ text: collapseWhitespace(node.data), rect: rects.reduce<Rect>(union, rects[0]!) }]
  const runs: Run[] = []
  let offset = 0
  for (const character of node.data) {
    range.setStart(node, offset)
    offset += character.length
    range.setEnd(node, offset)
    const rect = [...range.getClientRects()].filter(hasArea).at(-1)
    if (!rect) continue
    const run = runs.at(-1)
    if (run && isOnOneLine(run.rect, rect)) {
      run.text += character
      run.rect = union(run.rect, rect)
    } else {
      runs.push({ text: character, rect })
    }
  }
  return runs
    .map(({ text, rect }) => ({ text: collapseWhitespace(text), rect }))
    .filter(({ text }) => text.trim() !== '')
}

function hasArea(rect: DOMRect): boolean {
  return rect.width > 0 && rect.height > 0
}

function collapseWhitespace(text: string): string {
  return text.replace(/[ \t\n\r\f]+/g, ' ')
}
