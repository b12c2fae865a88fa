import type { Body, Box, Drawing, Piece, LayoutSnapshot } from '../facts.ts'
import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { overhang, type Rect } from '../../../../components/rect.ts'
import { boxesFrom, isIn, overfullBodies } from '../geometry.ts'
import { EDGE_TOLERANCE, GLYPH_TOLERANCE } from '../limits.ts'
import { flowText, px } from './rule.ts'

/** How a slide's body is called where its text would stand. */
export const BODY = '（版心）'

interface Exit {
  /** What is left: the page, or the index of a box or a drawing. */
  from: string
  what: string
  by: number
  advice: string
}

/** Something that leaves what it should stay in. */
interface Leaver {
  element: string
  text: string
  exit: Exit
}

/** Text and pictures stay on the slide, in the boxes that they are laid out in, and in their drawing. */
export const outside: Rule = {
  id: 'outside',
  judge: snapshot => {
    const overfull = overfullBodies(snapshot)
    // What has no room in its slide leaves whatever it meets: that is one fault, and none of its own.
    const judged = (box: number | undefined): boolean => !isIn(overfull, box, snapshot)
    const { pieces, flows, drawings, shapes } = snapshot
    const leavers = [
      ...pieces
        .filter(({ box }) => judged(box))
        .flatMap(piece => leaver(piece.element, flowText(flows[piece.flow]!), exitOfText(piece, snapshot))),
      ...drawings
        .filter(({ box }) => judged(box))
        .flatMap(drawing => leaver(drawing.element, '（图）', exitOfDrawing(drawing, snapshot))),
      ...shapes
        .filter(({ drawing, clipped }) => !clipped && judged(drawings[drawing]!.box))
        .flatMap(({ element, rect, drawing }) =>
          leaver(
            element,
            '（图形）',
            exitFromDrawing(rect, drawing, snapshot, GLYPH_TOLERANCE, '请放大图或给图形留出余地'),
          ),
        ),
    ]
    return [
      ...overfull.map(tellBody),
      ...[...Map.groupBy(leavers, ({ exit: { from } }) => from).values()].map(tellLeavers),
    ]
  },
}

function tellBody({ element, across, along }: Body): RuleFinding {
  return {
    element,
    text: BODY,
    measured: along >= across ? `内容超出版心 ${px(along)}` : `内容比版心宽出 ${px(across)}`,
    expected: '在版心以内',
    advice: along >= across ? '请删减，或拆成两页' : '请删减或缩小',
    excess: Math.max(across, along),
  }
}

/** What leaves the same thing is told of once, by the first of it. */
function tellLeavers(leavers: readonly Leaver[]): RuleFinding {
  const { element, text, exit } = leavers[0]!
  const by = Math.max(...leavers.map(each => each.exit.by))
  const count = new Set(leavers.map(each => JSON.stringify([each.element, each.text]))).size
  return {
    element,
    text,
    measured: `${count > 1 ? `和另外 ${count - 1} 处` : ''}超出${exit.what}${count > 1 ? '，最多' : ''} ${px(by)}`,
    expected: `在${exit.what}以内`,
    advice: exit.advice,
    excess: by,
  }
}

function leaver(element: string, text: string, exit: Exit | undefined): Leaver[] {
  return exit ? [{ element, text, exit }] : []
}

/** Whether a text leaves the page, its box or its drawing. */
export function leavesItsPlace(piece: Piece, snapshot: LayoutSnapshot): boolean {
  return exitOfText(piece, snapshot) !== undefined
}

function exitOfText({ ink, slot, box, drawing }: Piece, snapshot: LayoutSnapshot): Exit | undefined {
  return (
    exitFromSlide(ink, box, snapshot) ??
    (drawing === undefined
      ? exitFromBoxes(slot, box, snapshot.boxes, '请缩短文字、减小字号或加宽所在的框')
      : exitFromDrawing(ink, drawing, snapshot, EDGE_TOLERANCE, '请缩短文字或放大图'))
  )
}

function exitFromDrawing(
  rect: Rect,
  index: number,
  { drawings }: LayoutSnapshot,
  tolerance: number,
  advice: string,
): Exit | undefined {
  return exitFrom(rect, drawings[index]!.rect, { from: `drawing ${index}`, what: '图的边界', advice }, tolerance)
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
  const told = { from: 'page', what: '页面', advice: '请删减内容、减小字号或移进页面' }
  return exitFrom(shown, { left: 0, top: 0, right: width, bottom: height }, told, EDGE_TOLERANCE)
}

/** Up to the first box that leaves its own on purpose. */
function exitFromBoxes(rect: Rect, index: number | undefined, boxes: readonly Box[], advice: string): Exit | undefined {
  let shown = rect
  for (const box of boxesFrom(index, boxes)) {
    shown = shownIn(shown, box)
    const told = { from: `box ${boxes.indexOf(box)}`, what: `所在的框 ${box.element}`, advice }
    const exit = exitFrom(shown, box.rect, told, GLYPH_TOLERANCE)
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

function exitFrom(inner: Rect, outer: Rect, told: Omit<Exit, 'by'>, tolerance: number): Exit | undefined {
  const { across, along } = overhang(inner, outer)
  const by = Math.max(across, along)
  return by > tolerance ? { ...told, by } : undefined
}
