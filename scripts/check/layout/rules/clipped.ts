import type { Box, Piece, LayoutSnapshot } from '../facts.ts'
import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { overhang } from '../../../../components/rect.ts'
import { EDGE_TOLERANCE } from '../limits.ts'
import { flowText, px, worstOfEach } from './rule.ts'

/**
 * One omission mark or three full stops behind something; two marks (……) are punctuation, and by itself it is what a
 * table prints instead of a number.
 */
const CUT_END = /[^…]…$|[^.]\.{3}$/
const ADVICE = '请缩短文字，或给它留出足够的地方'

/** All of a text is there. */
export const clipped: Rule = {
  id: 'clipped',
  judge: snapshot =>
    worstOfEach([
      ...snapshot.pieces.flatMap(piece => cutOff(piece, snapshot)),
      ...snapshot.flows.flatMap((flow): RuleFinding[] => {
        const text = flowText(flow)
        return CUT_END.test(text)
          ? [{ element: flow.element, text, measured: '末尾是省略号', expected: '文字完整', advice: ADVICE, excess: 0 }]
          : []
      }),
    ]),
}

/** Whether a box cuts off some of a text. */
export function isCutOff(piece: Piece, snapshot: LayoutSnapshot): boolean {
  return cutOff(piece, snapshot).length > 0
}

function cutOff(piece: Piece, { boxes, flows, drawings }: LayoutSnapshot): RuleFinding[] {
  const drawing = piece.drawing === undefined ? undefined : drawings[piece.drawing]!.rect
  for (let index = piece.box; index !== undefined; index = boxes[index]!.parent) {
    const box = boxes[index]!
    // Text that leaves its drawing is told of as such, not as cut by the box that the drawing fills.
    if (drawing && Math.max(...Object.values(overhang(drawing, box.rect))) <= EDGE_TOLERANCE) continue
    const { across, along } = overhang(piece.ink, box.rect)
    const by = Math.max(box.clipsX ? across : 0, box.clipsY ? along : 0)
    if (by <= EDGE_TOLERANCE) continue
    return [
      {
        element: piece.element,
        text: flowText(flows[piece.flow]!),
        measured: `${how(box)} ${px(by)}`,
        expected: '文字完整',
        advice: ADVICE,
        excess: by,
      },
    ]
  }
  return []
}

function how({ element, shortens }: Box): string {
  if (shortens === undefined) return `被 ${element} 裁去`
  return `被 ${element} ${shortens === 'ellipsis' ? '用省略号（text-overflow）' : '按行数（line-clamp）'}截去`
}
