import { defineComponent, h, type VNode } from 'vue'
import { periods } from 'virtual:huibao/deck'
import { findPeriod } from '../model/periods.ts'
import { compareSpans } from '../model/span.ts'
import { elementsIn } from './checklist.ts'
import '../styles/checklist.css'

/** Most milestones beside each other; more stand below each other. */
const MOST_BESIDE = 6

/** Orders milestones by the periods that they name; what names none stays where it is written. */
function inOrder(milestones: readonly VNode[]): VNode[] {
  const dated = milestones.map(node => ({ node, span: findPeriod(String(node.props?.at), periods)?.span }))
  if (dated.some(({ span }) => !span)) return [...milestones]
  return dated.sort((a, b) => compareSpans(a.span!, b.span!)).map(({ node }) => node)
}

/** `Milestone`s in the order of their dates, along a line. */
export default defineComponent({
  name: 'Timeline',
  setup(_, { slots }) {
    return () => {
      const milestones = inOrder(elementsIn(slots.default?.()))
      const many = milestones.length > MOST_BESIDE
      return h(
        'ol',
        { class: ['hb-timeline', { 'hb-timeline-many': many }], style: { '--count': milestones.length } },
        milestones,
      )
    }
  },
})
