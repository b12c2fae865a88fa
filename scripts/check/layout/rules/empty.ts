import type { Fill, LayoutSnapshot } from '../facts.ts'
import type { Rule } from './rule.ts'
import { overhang, type Rect } from '../../../../components/rect.ts'
import { largestEmptyRect } from '../geometry.ts'
import { EMPTY_SHARE } from '../limits.ts'

/**
 * No empty rectangle takes half of the slide. Taken is what text blackens, images, the painted parts of drawings, and
 * backgrounds that differ from the slide's own; hairlines, borders and generated ornaments are not. The margins
 * are part of the slide, so that an empty rectangle may reach its edges.
 */
export const empty: Rule = {
  id: 'empty',
  judge: snapshot => {
    const { width, height } = snapshot
    const { left, top, right, bottom } = largestEmptyRect(width, height, takenBy(snapshot))
    const share = ((right - left) * (bottom - top)) / (width * height)
    if (share < EMPTY_SHARE) return []
    const percent = (value: number): string => `${Math.round(value * 100)}%`
    return [
      {
        element: '.hb-slide',
        text: `（${region({ left, top, right, bottom }, snapshot)}）`,
        measured: `空着 ${Math.round(right - left)} × ${Math.round(bottom - top)} px，占页面 ${percent(share)}`,
        expected: `最大的空白矩形不到页面的 ${percent(EMPTY_SHARE)}`,
        advice: '请看一眼；空得没有道理的，请放大主要内容，或重新排布',
        // A page may be sparse on purpose.
        severity: 'notice',
        excess: share,
      },
    ]
  },
}

function takenBy({ width, height, pieces, drawings, shapes, fills }: LayoutSnapshot): Rect[] {
  const page = { left: 0, top: 0, right: width, bottom: height }
  const covers = ({ rect }: Fill): boolean => Math.max(...Object.values(overhang(page, rect))) <= 1
  // Of those that cover the slide the last one is seen.
  const ground = fills.findLast(covers)
  const svgs = new Set(shapes.map(({ drawing }) => drawing))
  return [
    ...pieces.map(({ ink }) => ink),
    ...drawings.filter((_, index) => !svgs.has(index)).map(({ rect }) => rect),
    ...shapes.map(({ rect }) => rect),
    ...fills.filter(fill => fill.picture || (!covers(fill) && fill.color !== ground?.color)).map(({ rect }) => rect),
  ]
}

/** Where on the slide a region is: what people see before they read pixels. */
function region({ left, top, right, bottom }: Rect, { width, height }: LayoutSnapshot): string {
  const across = (left + right) / 2 / width
  const along = (top + bottom) / 2 / height
  const side = across < 0.4 ? '左' : across > 0.6 ? '右' : ''
  const end = along < 0.4 ? '上' : along > 0.6 ? '下' : ''
  return side + end === '' ? '中部' : `${side}${end}${side === '' || end === '' ? '部' : '方'}`
}
