import type { ReadingFacts, LayoutSnapshot } from '../facts.ts'
import type { Finding, RuleFinding } from '../../finding.ts'
import { LEAST_NARROW_SIZE, SIZE_TOLERANCE } from '../limits.ts'
import { clipped } from './clipped.ts'
import { outside } from './outside.ts'
import { overlap } from './overlap.ts'
import { flowText, px, worstOfEach } from './rule.ts'
import { unit } from './unit.ts'

/** A finding, and the slide that it is on; 0 for what is on none. */
type SlideFinding = RuleFinding & Pick<Finding, 'slide'>

/**
 * On a phone nothing has to be scrolled sideways, nothing is cut off or overlaps, text can be read, and numbers keep
 * their units.
 */
export function judgeNarrow({ snapshots, wide, scrollWidth }: ReadingFacts, width: number): SlideFinding[] {
  const judged = snapshots.flatMap(snapshot =>
    [outside, overlap, clipped, unit]
      // A page that scrolls is as high as what it holds.
      .flatMap(({ judge }) => judge({ ...snapshot, bodies: snapshot.bodies.map(body => ({ ...body, along: 0 })) }))
      .concat(tooSmall(snapshot))
      .map(finding => ({ slide: snapshot.no, ...finding })),
  )
  if (scrollWidth <= width) return judged
  const reaching = wide.map(({ no, element, right }): SlideFinding => ({
    slide: no,
    element,
    text: '（元件）',
    measured: `右边到 ${px(right)}，整页要横向滚动`,
    expected: `不超过窗口的 ${px(width)}`,
    advice: '请让它随窗口变窄，或换行',
    excess: right - width,
  }))
  const known = new Set(judged.map(({ slide, element }) => `${slide} ${element}`))
  return [
    ...judged,
    ...worstOfEach(reaching)
      .map(each => each as SlideFinding)
      .filter(({ slide, element }) => !known.has(`${slide} ${element}`)),
  ]
}

function tooSmall({ pieces, flows }: LayoutSnapshot): RuleFinding[] {
  return worstOfEach(
    pieces
      .filter(({ size }) => size < LEAST_NARROW_SIZE - SIZE_TOLERANCE)
      .map(({ element, size, flow }) => ({
        element,
        text: flowText(flows[flow]!),
        measured: px(size),
        expected: `不小于 ${px(LEAST_NARROW_SIZE)}`,
        advice: '请加大字号',
        excess: LEAST_NARROW_SIZE - size,
      })),
  )
}
