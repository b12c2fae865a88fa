import type { Period } from '../../model/figure.ts'
import { addDoubt, type FigureDraft } from './figures.ts'
import { placeOf } from './statements.ts'
import { LIST_MARK, RUN_IN_HEADING } from '../../model/reading/periods.ts'
import { normalize } from '../../model/reading/text.ts'
import { readNumbers } from '../../model/reading/numbers.ts'
import { resolvePeriod } from '../../model/periods.ts'
import { spanEnd, spanYear, type Span } from '../../model/span.ts'
import { KIND_NAMES, kindOf } from '../../model/vocabulary.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'
import { IMPLIED } from './implied.ts'
import { BEFORE } from './when.ts'

/**
 * Gives each draft a label of its own, and an id by that. Of several that are called alike, the first that is of the
 * article's own time keeps its label; the others get what tells them apart: their time, what they are said of, what
 * their sentence or paragraph is about, their chapter.
 */
export function distinguish(drafts: readonly FigureDraft[], periods: readonly Period[]): void {
  const taken = new Map<string, FigureDraft>()
  const implied = resolvePeriod(periods.find(each => each.implied)?.id ?? '', periods)?.span ?? null
  const timed = drafts.map(draft => ({ draft, time: timeOf(draft, periods, implied) }))
  for (const { draft, time } of [
    ...timed.filter(({ time }) => time === ''),
    ...timed.filter(({ time }) => time !== ''),
  ]) {
    const { figure } = draft
    const other = taken.get(figure.label)
    const name = other
      ? namesOf(draft, other, time, subjectOf(draft, drafts)).find(each => !taken.has(each))
      : figure.label
    if (name === undefined) addDoubt(figure, '与别的数据同名')
    const label = name ?? marked(figure.label, taken)
    if (other && label === `${figure.label}${growthOf(draft)}`) figure.short = figure.label
    figure.label = label
    taken.set(label, draft)
  }
  const idOf = uniqueIds()
  for (const { figure } of drafts) figure.id = idOf(figure.label)
}

/** What a draft may be called where another one has its label, the best first. */
function namesOf(draft: FigureDraft, other: FigureDraft, time: string, subject: string): string[] {
  const { figure, statement } = draft
  const { label } = figure
  const chapter = statement.section.chapter?.short ?? ''
  const grown = `${label}${growthOf(draft)}`
  const said = statement.label.context
  const [heading, otherHeading] = [headingOf(draft), headingOf(other)]
  const elsewhere =
    chapter !== '' && chapter !== other.statement.section.chapter?.short && readNumbers(chapter).length === 0
  const [kind, otherKind] = [kindOf(figure), kindOf(other.figure)]
  return [
    time && `${time}${label}`,
    grown !== label && grown,
    time && grown !== label && `${time}${grown}`,
    subject !== '' && !isBeside(draft, other) && !label.includes(subject) && `${subject}${label}`,
    said !== '' && !label.startsWith(said) && `${said}${label}`,
    heading !== '' && heading !== otherHeading && `${label}（${heading}）`,
    elsewhere && `${label}（${chapter}）`,
    elsewhere && `${time}${grown}（${chapter}）`,
    kind !== otherKind && `${label}（${KIND_NAMES[kind]}）`,
  ].filter((name): name is string => typeof name === 'string' && name !== '')
}

/** Whether two statements are of one sentence. */
const isBeside = ({ statement: a }: FigureDraft, { statement: b }: FigureDraft): boolean =>
  a.section === b.section && a.offset === b.offset

/** What the first number of a statement's part of its sentence counts or measures; empty for that one itself. */
function subjectOf(draft: FigureDraft, drafts: readonly FigureDraft[]): string {
  const { statement } = draft
  const begin = statement.sentence.slice(0, statement.found.start).search(/[^；;]*$/)
  const first = drafts.find(other => isBeside(draft, other) && other.statement.found.start >= begin)
  return first && first.statement !== statement ? first.statement.label.subject : ''
}

/** Longest heading that goes into a label: characters. */
const LONGEST_HEADING = 12

/** What the paragraph of a statement is about: what heads it, or the nearest heading; empty where that tells none. */
function headingOf({ statement }: FigureDraft): string {
  const { section, found, offset } = statement
  const { start } = placeOf(statement)
  const paragraph = section.text.slice(section.text.lastIndexOf('\n', start - 1) + 1, offset + found.start)
  const headings = section.headings.get(section.lines[start] ?? 0) ?? []
  const told = [RUN_IN_HEADING.exec(normalize(paragraph))?.[0] ?? '', ...headings.slice(0, 1)]
  const names = told.map(heading => normalize(heading).replace(LIST_MARK, '').replace(/。$/, ''))
  return names.find(name => name !== '' && name.length <= LONGEST_HEADING && readNumbers(name).length === 0) ?? ''
}

/** What a change is called behind what changes; empty for a level. */
function growthOf({ figure, statement: { found } }: FigureDraft): string {
  if (found.change === null || /(?:增速|变化)(?:目标)?$/.test(figure.label)) return ''
  return found.sign > 0 ? '增速' : '变化'
}

/** A time as seen from the one that the article is about; empty for that, and where it is not known. */
function timeOf({ figure }: FigureDraft, periods: readonly Period[], implied: Span | null): string {
  const { id, span, text } = resolvePeriod(figure.period, periods)!
  if (id === BEFORE.id) return '此前的'
  if (!span) return id === IMPLIED ? '' : text
  if (!implied || spanEnd(span) === spanEnd(implied)) return ''
  const years = spanYear(span) - spanYear(implied)
  if (years === -1) return '上年'
  if (years === 1) return '来年'
  return years < 0 ? '期初的' : years > 1 ? '远期' : ''
}

/** A name with a mark that tells it from others. */
function marked(name: string, taken: ReadonlyMap<string, unknown>): string {
  return (
    [...'甲乙丙丁戊己庚辛壬癸'].map(mark => `${name}${mark}`).find(each => !taken.has(each)) ??
    marked(`${name}又`, taken)
  )
}
