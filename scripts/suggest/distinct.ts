import type { Period } from '../../model/figure.ts'
import type { FigureDraft } from './figures.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { spanEnd, spanYear, type Span } from '../../model/span.ts'
import { KIND_NAMES, kindOf } from '../../model/vocabulary.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'

/**
 * Gives each draft a label of its own, and an id by that. Of several that are called alike, the first of the article's
 * own time keeps its label; the others get what tells them apart: their time, what they change, their chapter.
 */
export function distinguish(drafts: readonly FigureDraft[], periods: readonly Period[]): void {
  const taken = new Map<string, FigureDraft>()
  const idOf = uniqueIds()
  const implied = resolvePeriod(periods.find(each => each.implied)?.id ?? '', periods)?.span ?? null
  for (const draft of drafts) {
    const { figure } = draft
    const names = namesOf(draft, timeOf(resolvePeriod(figure.period, periods)?.span ?? null, implied))
    const name = names.find(each => !taken.has(each))
    if (name === undefined) figure.doubt = [figure.doubt, '与别的数据同名'].filter(Boolean).join('；')
    const label = name ?? counted(names.at(-1)!, taken)
    if (label === `${figure.label}${growthOf(draft)}` && label !== figure.label) figure.short = figure.label
    figure.label = label
    taken.set(label, draft)
  }
  for (const draft of drafts) draft.figure.id = idOf(draft.figure.label)
}

/** What a draft may be called, the shortest first. */
function namesOf(draft: FigureDraft, time: string): string[] {
  const { figure, statement, planned } = draft
  const { label } = figure
  const { section } = statement
  const grown = growthOf(draft)
  const timed = planned ? time.replace('期末的', '') : time
  const measured = KIND_NAMES[kindOf(figure)]
  const told = [label, grown && `${label}${grown}`, timed && `${timed}${label}`].filter(Boolean)
  const chapter = section.chapter?.short ?? ''
  return [
    ...told,
    `${label}（${measured}）`,
    ...told.map(each => `${each}（${chapter}）`),
    `${timed}${label}（${chapter}，${measured}）`,
  ]
}

/** What a change is called behind what changes; empty for a level. */
function growthOf({ statement: { found } }: FigureDraft): string {
  if (found.change === null) return ''
  return found.sign > 0 ? '增速' : '变化'
}

/** A time as seen from the one that the article is about; empty for that, and where it is not known. */
function timeOf(span: Span | null, implied: Span | null): string {
  if (!span) return '此前的'
  if (!implied || spanEnd(span) === spanEnd(implied)) return ''
  const years = spanYear(span) - spanYear(implied)
  if (years === -1) return '上年'
  if (years === 1) return '来年'
  return years < 0 ? '期初的' : years > 1 ? '远期' : ''
}

function counted(name: string, taken: ReadonlyMap<string, unknown>): string {
  const marks = [...'甲乙丙丁戊己庚辛壬癸']
  const free = marks.map(mark => `${name}${mark}`).find(each => !taken.has(each))
  return free ?? counted(`${name}又`, taken)
}
