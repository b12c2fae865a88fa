import type { LayoutSnapshot, Piece, UnseenText } from '../facts.ts'
import type { RuleFinding } from '../../finding.ts'
import type { Rule } from './rule.ts'
import { isIn, overfullBodies } from '../geometry.ts'
import { isCutOff } from './clipped.ts'
import { leavesItsPlace } from './outside.ts'
import { flowText } from './rule.ts'

/** What is written on a slide is painted on it, whatever might keep it from that. */
export const unseen: Rule = {
  id: 'unseen',
  judge: snapshot => {
    const overfull = overfullBodies(snapshot)
    // What has no room, or is cut off at an edge, is told of as such.
    const told = (piece: Piece): boolean =>
      isIn(overfull, piece.box, snapshot) || leavesItsPlace(piece, snapshot) || isCutOff(piece, snapshot)
    return [...Map.groupBy(snapshot.unseen, ({ flow }) => flow)]
      .filter(([flow]) => !snapshot.pieces.some(piece => piece.flow === flow && told(piece)))
      .map(([flow, texts]) => tell(flow, texts, snapshot))
  },
}

function tell(flow: number, texts: readonly UnseenText[], { flows }: LayoutSnapshot): RuleFinding {
  const { element, reason } = texts[0]!
  const missing = texts.map(({ characters }) => characters).join('')
  const count = texts.reduce((sum, each) => sum + each.count, 0)
  const text = flowText(flows[flow]!)
  return {
    element,
    text,
    measured: missing.length < text.length / 2 ? `“${shorten(missing)}”看不见：${reason}` : `看不见：${reason}`,
    expected: '写在页面上的字都看得见',
    advice: '请让它看得见；不要的字请删去',
    excess: missing.length / count,
  }
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}……` : text
}
