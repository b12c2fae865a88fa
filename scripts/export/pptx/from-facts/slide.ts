import { isOnOneLine, type Rect } from '../../../../components/rect.ts'
import type { BoxFact, DrawingFact, FlowFact, PaintedItem, SlideFacts } from '../facts.ts'
import type { Ink, Shape, TextShape } from '../model.ts'
import { boxShapes } from './box.ts'
import { drawingShape, pictureShape } from './drawing.ts'
import { inkOf } from './ink.ts'
import { tableShape } from './table.ts'
import { textShapes } from './text.ts'

/** What is known of drawings beside what they paint. */
export interface DrawingKnowledge {
  /** The alternative text of a drawing. */
  describe: (drawing: DrawingFact) => string
  /** Draws a chart with the means of the office program; undefined where it has none for this one. */
  makeChart: (drawing: DrawingFact) => Shape[] | undefined
}

/** What a slide paints, as shapes. */
export function slideShapes(
  { items, width, height }: Pick<SlideFacts, 'items' | 'width' | 'height'>,
  knowledge: DrawingKnowledge = { describe: ({ alt }) => alt, makeChart: () => undefined },
): { background: Ink | undefined; shapes: Shape[] } {
  const grounds = leadingGrounds(items, { left: 0, top: 0, right: width, bottom: height })
  const rest = items.slice(grounds.length)
  return {
    background: grounds.length > 0 ? inkOf(grounds.at(-1)!.fill!) : undefined,
    shapes: blocksOf(rest)
      .flatMap(block => (Array.isArray(block) ? textShapes(block) : shapesOf(block, knowledge)))
      .map(shape => (shape.kind === 'text' && shape.role !== 'other' ? withRoom(shape, width) : shape)),
  }
}

/** Programs that break lines in placeholders whatever these say must not break one more often than the slide does. */
const ROOM = 0.25

/** A text with room beside it for what other fonts take. */
function withRoom(text: TextShape, width: number): TextShape {
  const { rect, role, paragraphs } = text
  const room = Math.max(16, ROOM * (rect.right - rect.left))
  const left = Math.max(0, rect.left - room)
  // The number of a slide stands at the right edge of its page, and grows to the left.
  if (role === 'number' && rect.left > width / 3)
    return { ...text, rect: { ...rect, left }, paragraphs: paragraphs.map(each => ({ ...each, align: 'right' })) }
  const align = paragraphs[0]!.align
  const right = Math.min(width, rect.right + room)
  return { ...text, rect: { ...rect, ...(align !== 'left' && { left }), ...(align !== 'right' && { right }) } }
}

/** The boxes that cover the whole slide before anything else is painted. */
function leadingGrounds(items: readonly PaintedItem[], slide: Rect): BoxFact[] {
  const covers = (item: PaintedItem): item is BoxFact =>
    item.kind === 'box' &&
    item.fill?.[3] === 1 &&
    item.gradient === undefined &&
    item.borders.length === 0 &&
    item.rect.left <= slide.left + 1 &&
    item.rect.top <= slide.top + 1 &&
    item.rect.right >= slide.right - 1 &&
    item.rect.bottom >= slide.bottom - 1
  const end = items.findIndex(item => !covers(item))
  return items.slice(0, end === -1 ? items.length : end).filter(covers)
}

/** Texts of one block belong together where each stands below the one before it. */
function blocksOf(items: readonly PaintedItem[]): (FlowFact[] | Exclude<PaintedItem, FlowFact>)[] {
  const blocks: (FlowFact[] | Exclude<PaintedItem, FlowFact>)[] = []
  const open = new Map<number, FlowFact[]>()
  for (const item of items) {
    const begun = item.kind === 'text' ? open.get(item.block) : undefined
    if (item.kind !== 'text') blocks.push(item)
    else if (begun && follows(begun.at(-1)!, item)) begun.push(item)
    else {
      const block = [item]
      open.set(item.block, block)
      blocks.push(block)
    }
  }
  return blocks
}

/** Whether a text goes on below another: a further item of a list, or paragraph of a quote. */
function follows(before: FlowFact, { align, lines }: FlowFact): boolean {
  const [above, below] = [before.lines.at(-1)?.[0], lines[0]?.[0]]
  if (!above || !below || align !== before.align) return false
  const near =
    below.rect.top - above.rect.bottom < below.size && Math.abs(below.rect.left - above.rect.left) < 4 * below.size
  return near && below.rect.top > above.rect.top && !isOnOneLine(above.rect, below.rect)
}

function shapesOf(item: Exclude<PaintedItem, FlowFact>, { describe, makeChart }: DrawingKnowledge): Shape[] {
  switch (item.kind) {
    case 'box':
      return boxShapes(item)
    case 'picture':
      return [pictureShape(item)]
    case 'table':
      return [tableShape(item)]
    case 'drawing': {
      const shape = drawingShape({ ...item, alt: describe(item) })
      return makeChart(item) ?? (shape ? [shape] : [])
    }
  }
}
