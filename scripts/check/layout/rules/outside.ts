import type { Box, Drawing, Piece, LayoutSnapshot } from '../facts.ts'
import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { overhang, type Rect } from '../../../../components/rect.ts'
import { EDGE_TOLERANCE, GLYPH_TOLERANCE } from '../limits.ts'
import { flowText, px, worstOfEach } from './rule.ts'

interface Exit {
  /** What is left. */
  what: string
  by: number
  advice: string
}

/** Text and pictures stay on the slide, in the boxes that they are laid out in, and in their drawing. */
export const outside: Rule = {
  id: 'outside',
  judge: snapshot =>
    worstOfEach([
      ...snapshot.pieces.flatMap(piece =>
        tell(piece.element, flowText(snapshot.flows[piece.flow]!), exitOfText(piece, snapshot)),
      ),
      ...snapshot.drawings.flatMap(drawing => tell(drawing.element, '（图）', exitOfDrawing(drawing, snapshot))),
      ...snapshot.shapes.flatMap(({ element, rect, drawing, clipped }) =>
        tell(
          element,
          '（图形）',
          clipped
            ? undefined
            : exitFrom(rect, snapshot.drawings[drawing]!.rect, '图的边界', GLYPH_TOLERANCE, '请放大图或给图形留出余地'),
        ),
      ),
    ]),
}

function tell(element: string, text: string, exit: Exit | undefined): RuleFinding[] {
  if (!exit) return []
  return [
    {
      element,
      text,
      measured: `超出${exit.what} ${px(exit.by)}`,
      expected: `在${exit.what}以内`,
      advice: exit.advice,
      excess: exit.by,
    },
  ]
}

function exitOfText({ ink, slot, box, drawing }: Piece, snapshot: LayoutSnapshot): Exit | undefined {
  return (
    exitFromSlide(ink, box, snapshot) ??
    (drawing === undefined
      ? undefined
      : exitFrom(ink, snapshot.drawings[drawing]!.rect, '图的边界', EDGE_TOLERANCE, '请缩短文字或放大图')) ??
    (drawing === undefined ? exitFromBoxes(slot, box, snapshot.boxes, '请缩短文字、减小字号或加宽所在的框') : undefined)
  )
}

function exitOfDrawing({ rect, box, free }: Drawing, snapshot: LayoutSnapshot): Exit | undefined {
  const { boxes } = snapshot
  if (free && box !== undefined && isOut(rect, boxes[box]!.rect)) return exitFromSlide(rect, box, snapshot)
  return exitFromSlide(rect, box, snapshot) ?? exitFromBoxes(rect, box, boxes, '请缩小图，或删减同一页上的内容')
}

function exitFromSlide(
  rect: Rect,
  box: number | undefined,
  { width, height, boxes }: LayoutSnapshot,
): Exit | undefined {
  let shown = rect
  for (const each of boxesFrom(box, boxes)) shown = shownIn(shown, each)
  return exitFrom(
    shown,
    { left: 0, top: 0, right: width, bottom: height },
    '页面',
    EDGE_TOLERANCE,
    '请删减内容、减小字号或移进页面',
  )
}

/** Up to the first box that leaves its own on purpose. */
function exitFromBoxes(rect: Rect, index: number | undefined, boxes: readonly Box[], advice: string): Exit | undefined {
  let shown = rect
  for (const box of boxesFrom(index, boxes)) {
    shown = shownIn(shown, box)
    const exit = exitFrom(shown, box.rect, `所在的框 ${box.element}`, GLYPH_TOLERANCE, advice)
    if (exit || (box.free && (box.parent === undefined || isOut(box.rect, boxes[box.parent]!.rect)))) return exit
  }
  return undefined
}

/** What a box cuts off is not seen outside of it. */
function shownIn({ left, top, right, bottom }: Rect, { rect, clipsX, clipsY }: Box): Rect {
  return {
    left: clipsX ? Math.max(left, rect.left) : left,
    right: clipsX ? Math.min(right, rect.right) : right,
    top: clipsY ? Math.max(top, rect.top) : top,
    bottom: clipsY ? Math.min(bottom, rect.bottom) : bottom,
  }
}

function isOut(inner: Rect, outer: Rect): boolean {
  const { across, along } = overhang(inner, outer)
  return Math.max(across, along) > EDGE_TOLERANCE
}

function* boxesFrom(index: number | undefined, boxes: readonly Box[]): Generator<Box> {
  for (let each = index; each !== undefined; each = boxes[each]!.parent) yield boxes[each]!
}

function exitFrom(inner: Rect, outer: Rect, what: string, tolerance: number, advice: string): Exit | undefined {
  const { across, along } = overhang(inner, outer)
  const by = Math.max(across, along)
  return by > tolerance ? { what, by, advice } : undefined
}
