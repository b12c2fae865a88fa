import { adviseTargets } from '../advise/advise.ts'
import { tagOf } from '../advise/tag.ts'
import type { Figure } from '../../model/figure.ts'
import type { Target } from '../../model/target.ts'
import { chunks } from './groups.ts'
import type { Material } from './material.ts'
import { noteOf } from './note.ts'
import { layoutOf } from './number-slides.ts'
import { figureTag, joined, plainWords, type Said } from './said.ts'
import { clauseOf, type Find, subjectOf } from './sentence.ts'
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
  const note = noteOf(figures, material.find)
  const cells = shown.filter(figure => figure !== told.lead)
  const { head, ...laid } =
    targets.length > 1 ? drawnOrListed(targets, told.lead, material) : layoutOf(told.lead, cells)
  return {
    ...laid,
    head: { ...head, chapter: targets[0]!.plan.chapter.id, time: plannedTime(note.length) },
    title: heading(told.title),
    ...(told.line !== undefined && { line: told.line }),
    note: note.markdown,
    lead: told.lead,
    figures: shown,
  }
}

/** Several targets in one drawing, as long as they are few, or in a table; one alone is told in large numbers. */
function drawnOrListed(
  targets: readonly Target[],
  lead: Figure,
  { deck }: Material,
): Pick<MessageSlide, 'head' | 'body' | 'side'> {
  const { fitting } = adviseTargets(targets, deck)
  const listed = fitting.find(({ component }) => component === 'TargetTable')!
  const drawn = fitting.find(({ component }) => component === 'Bullet')
  const isDrawn = drawn !== undefined && targets.length <= MOST_DRAWN
  const { component, props } = isDrawn ? drawn : listed
  return {
    head: { layout: 'chart' },
    body: [tagOf({ component, props: isDrawn ? { ...props, highlight: lead.id } : props })],
  }
}

interface Told {
  title: Said
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

/** The first plan, and the first one of another kind. */
function tellAhead(targets: readonly Target[], { find }: Material): Told {
  const [first] = targets
  const lead = first!.plan
  const next = targets.find(({ plan }) => plan.kind !== lead.kind && plan.period.id === lead.period.id)
  const clauses = within(
    [planClause(first!, find, true), ...(next ? [planClause(next, find)] : [])],
    LONGEST_TITLE - lead.period.text.length,
  )
  return { title: joined([figureTag(lead, { period: true }), joined(clauses, '，')]), lead }
}

/** A plan by the name of what was done before: its own name may say of which time it is. */
function planClause({ plan, before }: Target, find: Find, highlight = false): Said {
  if (!before) return clauseOf(plan, find, highlight)
  return joined([plainWords(`${subjectOf(before, find)}目标`), figureTag(plan, { highlight })])
}
