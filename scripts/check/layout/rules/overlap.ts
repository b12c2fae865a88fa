import type { Rule } from './rule.ts'
import { intersection } from '../../../../components/rect.ts'
import type { Piece } from '../facts.ts'
import { isIn, overfullBodies } from '../geometry.ts'
import { GLYPH_TOLERANCE } from '../limits.ts'
import { flowText, px, worstOfEach } from './rule.ts'

/** The glyphs of one text do not reach into those of another. That their lines' boxes meet is of no account. */
export const overlap: Rule = {
  id: 'overlap',
  judge: snapshot => {
    const { pieces, flows } = snapshot
    const overfull = overfullBodies(snapshot)
    const spills = ({ box }: Piece): boolean => isIn(overfull, box, snapshot)
    return worstOfEach(
      pieces.flatMap((a, index) =>
        pieces.slice(index + 1).flatMap(b => {
          if (a.flow === b.flow && a.line === b.line) return []
          // What has no room in its slide is told of as such, not with all that it runs into.
          if (spills(a) !== spills(b)) return []
          const { width, height } = intersection(a.ink, b.ink)
          if (width <= GLYPH_TOLERANCE || height <= GLYPH_TOLERANCE) return []
          const other = a.flow === b.flow ? '自己的下一行' : `“${flowText(flows[b.flow]!)}”（${b.element}）`
          return [
            {
              element: a.element,
              text: flowText(flows[a.flow]!),
              measured: `与${other}重叠 ${px(width)} × ${px(height)}`,
              expected: '互不重叠',
              advice: '请拉开间距、缩短文字或换行',
              excess: width * height,
            },
          ]
        }),
      ),
    )
  },
}
