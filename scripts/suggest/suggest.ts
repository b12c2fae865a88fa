import type { Chapter } from '../../model/figure.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableFile, TableInput } from '../../model/table.ts'
import { readQuantities } from '../../model/reading/quantities.ts'
import { collapseSpaces, toHalfWidth } from '../../model/reading/text.ts'
import type { SourceTable } from '../../model/reading/tables.ts'
import { contextOf } from '../../model/sound-figures.ts'
import { readSpans } from '../../model/span.ts'
import { targetRules } from '../../model/target-rules.ts'
import { validate } from '../../model/validate.ts'
import { titleOf } from '../check/facts/table-source.ts'
import { chapterFile, emptySource } from '../lib/data-files/canonical.ts'
import { parseArticle, type Article } from '../lib/facts/article.ts'
import { draftTable, nameOf } from '../lib/facts/draft-table.ts'
import { outlineOf, type Outline } from '../lib/facts/outline.ts'
import { tableParts } from '../lib/facts/table-parts.ts'
import type { Prose } from '../lib/facts/read-article.ts'
import type { DeckDraft } from '../lib/draft.ts'
import { uniqueIds } from '../lib/pinyin-id.ts'
import { distinguish } from './distinct.ts'
import { addDoubt, draftFigure, linkFigures, type FigureDraft } from './figures.ts'
import { impliedPeriod, periodsFromWriting, periodsWithoutYear, undatedDoubt } from './implied.ts'
import { namesOf } from './names.ts'
import { factsOfDraft, settleEvidence, settleRelations } from './settle.ts'
import { isInHeading, statementsOf } from './statements.ts'
import { draftTargets } from './targets.ts'
import { BEFORE } from './when.ts'
import { dateIn, dayWritten } from './written.ts'

/** An article, as it was read. */
interface GivenDocument extends Prose {
  /** Name of its file. */
  file: string
}

interface SuggestOptions {
  /** The year that the article is about. Default: as the article says. */
  year?: number
}

/** Id of the article among the sources of the draft. */
const SOURCE = 'article'
const UNDATED = '原文没有说是哪一年'
/** The chapter of what stands before the first one, and of an article without any. */
const WHOLE = '综述'

/**
 * Drafts a deck's data from an article, by rules: chapters, periods, figures with their evidence, tables, targets, and
 * names for the numbers that are no figures. The draft passes the check of its data against the article; what is unsure
 * bears a doubt.
 */
export function suggest({ text, whole, file }: GivenDocument, { year }: SuggestOptions = {}): DeckDraft {
  const divided = outlineOf(text)
  const { period: implied, doubt } = impliedPeriod(divided, text, year) ?? {}
  // Of a lead without a title above it nothing says where it begins: such an article is read as a whole.
  const outline = divided.title === '' && hasLead(divided, text) ? { ...divided, chapters: [], columns: [] } : divided
  const chapters = chaptersOf(outline, { text, whole })
  const title = outline.title || file
  const undivided = outline.chapters.length === 0 && outline.title === ''
  const frame: DeckSource = {
    ...emptySource(),
    columns: undivided ? [] : outline.columns,
    sources: [{ id: SOURCE, title, file, ...(undivided && { undivided }) }],
    chapters,
    periods: [...(implied ? [implied, ...periodsFromWriting(text, implied)] : periodsWithoutYear(text)), BEFORE],
  }
  const article = parseArticle(text, frame, file, { id: SOURCE, title: '', undivided }, whole)
  const headings = [title, ...outline.subtitle, ...chapters.map(chapter => chapter.title)].map(line =>
    collapseSpaces(toHalfWidth(line)),
  )
  const doubtsOf: Whole['doubtsOf'] = ({ figure: { evidence }, untold }) =>
    implied ? [untold ? doubt : undefined, undatedDoubt(evidence.period, text)] : [UNDATED]
  const about: Whole = { headings, doubtsOf, day: dayWritten(text) }
  const source = withNames(withTargets(withFigures(withTables(frame, article), article, about)), article)
  return {
    title,
    ...(outline.subtitle.length > 0 && { subtitle: outline.subtitle.join('　') }),
    source,
  }
}

/** Whether a text has numbers above its first chapter. */
function hasLead({ chapters: [first] }: Pick<Outline, 'chapters'>, text: string): boolean {
  return first !== undefined && readQuantities(text.slice(0, Math.max(text.indexOf(first.title), 0))).length > 0
}

function chaptersOf({ title, subtitle, chapters }: Outline, { text, whole }: Prose): Chapter[] {
  const idOf = uniqueIds()
  const first = chapters[0]?.title
  // Lines that are no paragraphs of their own go on below the heading; a date there would be the paragraph's time.
  const dated = !whole && subtitle.some(line => readSpans(toHalfWidth(line)).length > 0 || dateIn(toHalfWidth(line)))
  const head = (dated ? subtitle.at(-1) : title) || WHOLE
  const opens = first === undefined || (title !== '' && hasLead({ chapters }, text))
  return [...(opens ? [{ title: head, short: WHOLE }] : []), ...chapters].map(({ title, short }) => ({
    id: idOf(short),
    title,
    short,
    topic: short,
  }))
}

/** A deck with its drafts, which go on with it until their evidence is settled. */
interface Drafted {
  source: DeckSource
  drafts: readonly FigureDraft[]
}

function withTables(frame: DeckSource, { sections, tables }: Article): DeckSource {
  if (tables.length === 0) return frame
  const idOf = uniqueIds()
  const implied = frame.periods[0]!
  const chapterOf = ({ first }: SourceTable): string =>
    sections.findLast(({ lines, chapter }) => chapter && (lines[0] ?? 0) <= first)?.chapter?.id ?? frame.chapters[0]!.id
  const drafts = tables
    .flatMap(table => tableParts(table).map(part => ({ table, part })))
    .map(({ table, part }) => ({
      table,
      draft: draftTable(part, chapterOf(table), idOf(nameOf(table)), implied).table,
    }))
  const isSound = (draft: TableInput): boolean =>
    validate({ ...frame, tables: [{ file: '', tables: [draft] }] }).every(({ id }) => id !== draft.id)
  const files = frame.chapters.flatMap(({ id }): TableFile[] => {
    const own = drafts.filter(({ draft }) => draft.chapter === id)
    const skip = own
      .filter(({ draft }) => !isSound(draft))
      .map(({ table }) => ({ table: titleOf(table), reason: '没有读成数据（待核）' }))
    const sound = own.map(({ draft }) => draft).filter(isSound)
    return own.length === 0
      ? []
      : [{ file: chapterFile('tables', id), source: SOURCE, tables: sound, ...(skip.length > 0 && { skip }) }]
  })
  return { ...frame, tables: files }
}

/** What is known of an article as a whole. */
interface Whole {
  headings: readonly string[]
  /** What a person has to look at, of the time of a draft. */
  doubtsOf: (draft: FigureDraft) => readonly (string | undefined)[]
  /** The day on which it was written, where it tells that. */
  day: string | undefined
}

function withFigures(frame: DeckSource, article: Article, { headings, doubtsOf, day }: Whole): Drafted {
  const opening = frame.chapters[0]!
  const statements = article.sections.flatMap(section => statementsOf({ ...section, chapter: section.chapter ?? null }))
  const own = statements
    .filter(({ section }) => section.chapter !== null || frame.sources![0]!.undivided)
    .filter(statement => !isInHeading(statement, headings))
  const drafts = own.map(statement => draftFigure(statement, frame.periods, day))
  for (const draft of drafts) for (const doubt of doubtsOf(draft)) addDoubt(draft.figure, doubt)
  distinguish(drafts, frame.periods)
  linkFigures(drafts)
  const sourceOf = (kept: readonly FigureDraft[]): DeckSource => ({
    ...frame,
    figures: frame.chapters.map(({ id }) => ({
      file: chapterFile('figures', id),
      chapter: id,
      figures: kept
        .filter(({ statement }) => (statement.section.chapter?.id ?? opening.id) === id)
        .map(({ figure }) => figure),
    })),
  })
  const unsettled = settleEvidence(drafts, article, sourceOf)
  const kept = settleRelations(
    drafts.filter(draft => !unsettled.has(draft)),
    sourceOf,
  )
  return { source: sourceOf(kept), drafts: kept }
}

function withTargets({ source, drafts }: Drafted): DeckSource {
  const file = 'data/targets.ts'
  const context = contextOf(source)
  const drafted = draftTargets(drafts, target => targetRules(target, context).length === 0)
  for (const { plan, doubt } of drafted) addDoubt(plan.figure, doubt)
  const targets = drafted.map(({ target }) => target)
  return targets.length === 0 ? source : { ...source, targets: { file, targets } }
}

function withNames(source: DeckSource, article: Article): DeckSource {
  const named = { ...source, periods: source.periods.filter(({ id, implied }) => implied || isUsed(id, source)) }
  return { ...named, names: { file: 'data/names.ts', names: namesOf(factsOfDraft(named, article), article) } }
}

function isUsed(period: string, { figures }: DeckSource): boolean {
  return figures.some(file => file.figures.some(figure => figure.period === period))
}
