import type { Distance } from '../facts.ts'
import type { Rule } from './rule.ts'
import { CANVAS_WIDTH } from '../../../../model/slides/headmatter.ts'
import { LEAST_SIZE, SIZE_TOLERANCE } from '../limits.ts'
import { flowText, px, worstOfEach } from './rule.ts'

const KINDS: Record<Distance, string> = { hall: '正文', chart: '图表里的文字', near: '出处、页码和附录' }

/** Text can be read from where it is read: the hall's last row, or one's own hand. */
export const small: Rule = {
  id: 'small',
  judge: ({ pieces, flows, width }) =>
    worstOfEach(
      pieces.flatMap(piece => {
        const size = (piece.size * CANVAS_WIDTH) / width
        const least = LEAST_SIZE[piece.distance]
        if (size >= least - SIZE_TOLERANCE) return []
        const whole = flowText(flows[piece.flow]!)
        const own = piece.text.trim()
        return [
          {
            element: piece.element,
            text: own === whole || whole.length > 40 ? own : `${own}（在“${whole}”里）`,
            measured: px(size),
            expected: `${KINDS[piece.distance]}不小于 ${px(least)}（按页宽 ${CANVAS_WIDTH} 计）`,
            advice: '请加大字号，放不下就删减文字',
            excess: least - size,
          },
        ]
      }),
    ),
}
