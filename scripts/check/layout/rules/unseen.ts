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
    const texts = snapshot.unseen.filter(
      ({ flow }) => !snapshot.pieces.some(piece => piece.flow === flow && told(piece)),
    )
    // What keeps several texts from being seen is one fault.
    return [...Map.groupBy(texts, ({ reason }) => reason).values()].map(own => tell(own, snapshot))
  },
}

function tell(texts: readonly UnseenText[], { flows }: LayoutSnapshot): RuleFinding {
  const { element, reason, flow } = texts[0]!
  const own = texts.filter(each => each.flow === flow)
  const missing = own.map(({ characters }) => characters).join('')
  const count = own.reduce((sum, each) => sum + each.count, 0)
  const others = new Set(texts.map(each => each.flow)).size - 1
  const which = missing.length < count / 2 ? `“${shorten(missing)}”` : ''
  return {
    element,
    text: flowText(flows[flow]!),
    measured: `${which}${others > 0 ? `和另外 ${others} 处` : ''}看不见：${reason}`,
    expected: '写在页面上的字都看得见',
    advice: '请让它看得见；不要的字请删去',
    excess: missing.length / count,
  }
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 12 ? `${characters.slice(0, 12).join('')}……` : text
}
