import { adviseTargets } from '../advise/advise.ts'
import { tagOf } from '../advise/tag.ts'
import type { Figure } from '../../model/figure.ts'
import type { Target } from '../../model/target.ts'
import { chunks } from './groups.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
import { joined, plainWords } from './said.ts'
import { clauseOf } from './sentence.ts'
import { LONGEST_LINE, LONGEST_TITLE, type MessageSlide, plannedTime, within } from './slide.ts'
import { heading } from './titles.ts'

/** Most targets on a slide, and most that are drawn rather than listed. */
const MOST = 10
const MOST_DRAWN = 4

/** The slides of a chapter's targets: what was done of the plans, and then what is planned. */
export function targetSlides(targets: readonly Target[], material: Material): MessageSlide[] {
  const [done, ahead] = [targets.filter(({ done }) => done), targets.filter(({ done }) => !done)]
  return [done, ahead].flatMap(own => chunks(own, MOST).map(each => targetSlide(each, material)))
}

function targetSlide(targets: readonly Target[], material: Material): MessageSlide {
  const figures = [...new Set(targets.flatMap(({ done, plan, rate }) => [done ?? plan, ...(rate ? [rate] : [])]))]
  const shown = [
    ...new Set(
      targets.flatMap(({ done, plan, before, rate }) => [done, plan, before, rate].filter(each => each !== null)),
    ),
  ]
  const told = targets[0]!.done ? tellDone(targets, material) : tellAhead(targets, material)
  const { fitting } = adviseTargets(targets, material.deck)
  const listed = fitting.find(({ component }) => component === 'TargetTable')!
  const drawn = fitting.find(({ component }) => component === 'Bullet')
  const isDrawn = drawn !== undefined && targets.length <= MOST_DRAWN
  const { component, props } = isDrawn ? drawn : listed
  const note = noteOf(figures, material.find)
  return {
    head: { layout: 'chart', chapter: targets[0]!.plan.chapter.id, time: plannedTime(note.length) },
    title: heading(told.title),
    ...(told.line !== undefined && { line: told.line }),
    body: [tagOf({ component, props: isDrawn ? { ...props, highlight: told.lead.id } : props })],
    note: note.markdown,
    lead: told.lead,
    figures: shown,
  }
}

interface Told {
  title: ReturnType<typeof clauseOf>
  line?: string
  lead: Figure
}

/** What was reached, and below it what was not. */
function tellDone(targets: readonly Target[], material: Material): Told {
  const of = (outcome: Target['outcome']): Figure[] =>
    targets.filter(target => target.outcome === outcome).map(({ done }) => done!)
  const [met, missed] = [of('met'), of('missed')]
  const all = targets.map(({ done }) => done!)
  const lead = met[0] ?? all[0]!
  const clause = clauseOf(lead, material.find, true)
  const words = met.includes(lead) ? '，达到目标' : missed.includes(lead) ? '，没有达到目标' : ''
  const title = joined([clause, plainWords(words)])
  const behind = within(
    missed.filter(figure => figure !== lead).map(figure => clauseOf(figure, material.find)),
    LONGEST_LINE - 7,
  )
  const line = met.length === 0 || behind.length === 0 ? undefined : `${joined(behind, '，').markdown}，没有达到目标。`
  return { title, lead, ...(line !== undefined && { line }) }
}

/** The plans that say most. */
function tellAhead(targets: readonly Target[], material: Material): Told {
  const plans = targets.map(({ plan }) => plan)
  const lead = plans[0]!
  const next = plans.find(({ kind }) => kind !== lead.kind)
  const clauses = within(
    [clauseOf(lead, material.find, true), ...(next ? [clauseOf(next, material.find)] : [])],
    LONGEST_TITLE,
  )
  return { title: joined(clauses, '，'), lead }
}
