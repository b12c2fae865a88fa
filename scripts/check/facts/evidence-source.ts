import type { Chapter, FigureInput } from '../../../model/figure.ts'
import {
  fileLineOf,
  hasSource,
  ofSource,
  sectionName,
  sectionsOf,
  sentenceOf,
  spotName,
  type Article,
  type SourcePlace,
  type Spot,
} from '../../lib/facts/article.ts'
import { headingPeriod, periodsUnder } from '../../lib/facts/heading-period.ts'
import { findClause, findLines, nearestText } from '../../lib/facts/find.ts'
import { isSamePeriod, resolvePeriod } from '../../../model/periods.ts'
import { normalizeClause, unlikeMarks } from '../../../model/reading/text.ts'
import { givesPeriod, governingPeriod, isLeft, paragraphPeriod } from '../../../model/reading/periods.ts'
import { isAfter } from '../../../model/span.ts'
import type { SourceDocument } from '../../../model/source-document.ts'
import { chaptersIn, findSource, periodsIn, sourceIdOf, sourcesOf } from '../../../model/sources.ts'
import { writtenTables } from '../../../model/tables.ts'
import type { Finding } from '../finding.ts'
import { quantitiesOf } from '../../../model/reading/statement.ts'
import { outOfSentence } from './evidence-sentence.ts'
import { cellsAgainstSource } from './sheet-cells.ts'
import { inFile, inSource, placeIn, statedCells, statedClauses, statedTables, type Facts } from './facts.ts'
import {
  clauseHash,
  LOCK_FILE,
  acceptedSource,
  entryHash,
  numberHashes,
  sourceHash,
  type FoundClause,
  type LockedClause,
  type SourceLock,
} from './lock.ts'
import type { FactsRuleId } from './rule-names.ts'
import { tablesAgainstSource } from './tables.ts'

/** A text of the data that has to stand in the source. */
interface Claim {
  key: string
  element: string
  clause: string
  where: string
  /** Where it has to stand; null for a caption, which stands anywhere on lines of its own. */
  place: SourcePlace | null
  figure?: FigureInput
}

function claimsOf(facts: Facts): Claim[] {
  const {
    source: { quotes, photos },
    where,
  } = facts
  return [
    ...statedClauses(facts).map(({ key, figure, file, place }) => ({
      key,
      element: figure.id,
      clause: figure.evidence.clause,
      where: where(file, figure.id),
      place,
      figure,
    })),
    ...quotes.quotes.filter(isEntry).map(quote => ({
      key: `quote:${quote.id}`,
      element: `引语 ${quote.id}`,
      clause: quote.text,
      where: where(quotes.file, quote.id),
      place: placeIn(facts.source, quote),
    })),
    ...photos.photos
      .filter(isEntry)
      .filter(({ ownCaption }) => !ownCaption)
      .map(({ id, caption }) => ({
        key: `photo:${id}`,
        element: `图片说明 ${id}`,
        clause: caption,
        where: where(photos.file, id),
        place: null,
      })),
  ].filter(({ clause }) => typeof clause === 'string' && clause.trim() !== '')
}

function isEntry(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null
}

function locate({ clause, place }: Claim, article: Article, facts: Facts): Spot[] {
  return place ? findClause(sectionsOf(article, place), clause, facts.source.errata.errata) : findLines(article, clause)
}

/** The claims that stand where they should, each at its first place. */
export function foundClauses(facts: Facts, article: Article): FoundClause[] {
  return claimsOf(facts).flatMap(claim => {
    const spot = placeOf(claim, locate(claim, article, facts), facts)
    return spot
      ? [
          {
            key: claim.key,
            clause: claim.clause,
            period: claim.figure?.period,
            chapter: spot.section.chapter?.id ?? '',
            column: spot.section.column ?? '',
            spot,
          },
        ]
      : []
  })
}

/** Of several places of one clause, the first whose period is the figure's. */
function placeOf({ figure }: Claim, spots: readonly Spot[], facts: Facts): Spot | undefined {
  return spots.find(spot => figure && periodFault(figure, spot, facts) === undefined) ?? spots[0]
}

/** Everything of the data against the source, and the source against what was accepted. */
export function againstSource(facts: Facts, article: Article): { faults: Finding[]; changes: Finding[] } {
  const absent = missingChapters(facts, article)
  const all = missingSources(facts, article).length === 0
  // Nothing can be said of what stands in a chapter that is not found, nor of a source that is not at hand.
  const claims = claimsOf(facts)
    .filter(({ place }) => !place || !absent.some(({ id, source }) => id === place.chapter && source === place.source))
    .filter(({ place }) => (place ? hasSource(article, place.source) : true))
    .map(claim => ({ claim, spots: locate(claim, article, facts) }))
    .filter(({ claim, spots }) => claim.place || all || spots.length > 0)
  return {
    faults: [
      ...noChapter('evidence', facts, article),
      ...claims.flatMap(({ claim, spots }) =>
        spots.length === 0
          ? [notThere(claim, facts, article)]
          : [...wrongPeriod(claim, spots, facts), ...outOfSentence(claim, spots)],
      ),
      ...speakers(facts, article),
      ...tablesAgainstSource(facts, article),
      ...cellsAgainstSource(facts, article),
      ...(absent.length === 0 ? staleErrata(facts, article) : []),
    ],
    changes: facts.lock && absent.length === 0 ? changesOf(facts, article, claims) : [],
  }
}

/** The sources of the deck that are not at hand. */
export function missingSources({ source }: Pick<Facts, 'source'>, article: Article): SourceDocument[] {
  return sourcesOf(source).filter(({ id }) => !hasSource(article, id))
}

/** The chapters that a source at hand does not have. One of several has those that something is stated in. */
function missingChapters(facts: Facts, article: Article): (Chapter & { source: string | null })[] {
  const sources = sourcesOf(facts.source)
  const claims = claimsOf(facts)
  const divided = sources.length === 0 ? [null] : sources.filter(({ undivided }) => !undivided).map(({ id }) => id)
  return divided
    .filter(source => sources.length < 2 || hasSource(article, source))
    .flatMap(source => {
      const headed = chaptersIn(facts.source.chapters, findSource(facts.source, source))
      const wanted =
        sources.length < 2
          ? headed
          : facts.source.chapters.filter(({ id }) =>
              claims.some(({ place }) => place?.source === source && place.chapter === id),
            )
      return wanted
        .filter(({ id }) => !ofSource(article, source).sections.some(({ chapter }) => chapter?.id === id))
        .map(chapter => ({ ...chapter, ...headed.find(({ id }) => id === chapter.id), source }))
    })
}

/** The chapters of the deck that the article does not have, as findings of a rule that needs them. */
export function noChapter(rule: FactsRuleId, facts: Facts, article: Article): Finding[] {
  return missingChapters(facts, article).map(({ id, title, source }) =>
    inFile(rule, facts.where('data/chapters.ts', id), {
      element: id,
      text: title,
      measured: `${inSource(facts, source)}里没有单独成行的这个章标题，这一章没有核对`,
      expected: '各章标题与原文一致，在原文里单独成行',
      advice:
        '请核对 --source 给的文件，或改 data/chapters.ts 里的 title；不分章的来源在 data/sources.ts 里写 undivided: true',
    }),
  )
}

function notThere(claim: Claim, facts: Facts, article: Article): Finding {
  const {
    source: { errata },
    lock,
  } = facts
  const { clause, place, element, where } = claim
  const own = place ? ofSource(article, place.source).sections : article.sections
  const elsewhere = findClause(own, clause, errata.errata)
  const chapter = facts.source.chapters.find(({ id }) => id === place?.chapter) ?? null
  const sourceTitle = own[0]?.sourceTitle ?? ''
  const home = place
    ? chapter || sourceTitle
      ? sectionName({ sourceTitle, chapter, column: place.column })
      : '原文'
    : '单独的一行'
  const before = lock?.clauses[claim.key]
  const was = before && before.hash === clauseHash(clause) ? `上次登记时在${lockedName(before, facts)}，` : ''
  const nearest =
    nearestText(
      own.filter(section => section.chapter?.id === place?.chapter),
      clause,
    ) ?? nearestText(own, clause)
  const measured =
    elsewhere.length > 0
      ? `${was}不在${home}，在${elsewhere.map(spotName).join('、')}`
      : `${was}原文里没有这句；${nearest ? `最接近的是${spotName(nearest.spot)}“${nearest.text}”${unlikeMarks(clause, nearest.text)}` : '也没有相近的文字'}`
  return inFile('evidence', where, {
    element,
    text: clause,
    measured,
    expected: `一字不差地出现在${home}`,
    advice:
      elsewhere.length > 0 && place ? '请改章或 column' : '请照原文改这一条；原文排错的，在 data/errata.ts 里写明',
  })
}

function wrongPeriod(claim: Claim, spots: readonly Spot[], facts: Facts): Finding[] {
  const { figure, element, where, clause } = claim
  const spot = placeOf(claim, spots, facts)
  if (!figure || !spot) return []
  const fault = periodFault(figure, spot, facts)
  const heading = fault === undefined ? headingOfOther(figure, spot, facts) : undefined
  if (fault === undefined && heading === undefined) return []
  const told = fault === undefined ? `上面的标题写的是“${heading}”` : `的时段是${fault}`
  return [
    inFile('evidence', where, {
      element,
      text: clause,
      measured: `${spotName(spot)}${told}，数据写的是“${periodText(figure.period, facts)}”`,
      expected: '时段与原文一致：分句里写的，或句首、分号后、标题里写的',
      advice: '请改 period 和 evidence.period；period 写 data/periods.ts 里的编号，或时段的代码，如 2031-H1',
      ...(fault === undefined && { severity: 'notice' }),
    }),
  ]
}

/** The words of a heading that tell another time than that of a figure, which is the source's and told by nothing. */
function headingOfOther(
  figure: FigureInput,
  { section, at }: Spot,
  { source, deck: { periods } }: Facts,
): string | undefined {
  const [number = { start: 0 }] = quantitiesOf(figure, normalizeClause(figure.evidence.clause))
  const place = at + number.start
  const own = resolvePeriod(figure.period, source.periods)
  const told = governingPeriod(section, place, periods) ?? paragraphPeriod(section, place, periods)
  const heading = headingPeriod(section, place, periods)
  if (told || !own?.implied || !own.span || !heading?.span) return undefined
  return isAfter(heading.span, own.span) || isAfter(own.span, heading.span) ? heading.text : undefined
}

function periodFault(figure: FigureInput, { section, at }: Spot, { source, deck }: Facts): string | undefined {
  const periods = periodsIn(deck.periods, source, section.source)
  const clause = normalizeClause(figure.evidence.clause)
  const number = quantitiesOf(figure, clause)[0] ?? { start: 0, end: 0 }
  const place = at + number.start
  const words = governingPeriod(section, place, periods)
  const local = periodsUnder(section, place, periods)
  const below = governingPeriod(section, place, local)
  const own = words !== undefined && words.start >= at
  // What the clause says itself is told without its sentence, unless a heading says from when it is told.
  if (own && below && isSamePeriod(words, below)) return undefined
  const implied = periods.find(period => period.implied)
  // A period at the head of a paragraph may hold for all of it, or for its first sentence, and so may a heading's.
  const above = words ? [below] : [paragraphPeriod(section, place, local), headingPeriod(section, place, periods)]
  const period = resolvePeriod(figure.period, source.periods)
  if (!period || above.some(head => head && givesPeriod(head, period))) return undefined
  if (!own && !period.span && isLeft(clause, number)) return undefined
  if (words ? givesPeriod(words, period) : !implied || isSamePeriod(implied, period)) return undefined
  return words ? `“${words.text}”` : `“${implied!.text}”（句中和句首都没有写时段）`
}

function periodText(period: string, { source }: Facts): string {
  return resolvePeriod(period, source.periods)?.text ?? period
}

function speakers({ source, source: { quotes, errata }, where }: Facts, article: Article): Finding[] {
  return quotes.quotes.filter(isEntry).flatMap(quote => {
    const { id, speaker, role } = quote
    const sections = sectionsOf(article, placeIn(source, quote))
    const missing = [speaker, role].filter(words => findClause(sections, words, errata.errata).length === 0)
    if (sections.length === 0 || missing.length === 0) return []
    return [
      inFile('evidence', where(quotes.file, id), {
        element: `引语 ${id}`,
        text: missing.join('、'),
        measured: '原文这一栏里没有这个姓名或身份',
        expected: '说话人和身份与原文一致',
        advice: '请照原文改 speaker 或 role',
      }),
    ]
  })
}

function staleErrata(facts: Facts, article: Article): Finding[] {
  const {
    source: { errata },
    where,
  } = facts
  const { sections } = article
  const wanted = errata.errata
    .filter(isEntry)
    .filter(({ source }) =>
      source === undefined ? missingSources(facts, article).length === 0 : hasSource(article, source),
    )
  return wanted.flatMap(({ printed, read, chapters, source: own }) =>
    chapters
      .filter(
        id =>
          !sections.some(
            ({ source, chapter, normalized }) =>
              (own === undefined || source === own) &&
              chapter?.id === id &&
              normalized.includes(normalizeClause(printed)),
          ),
      )
      .map(id =>
        inFile('evidence', where(errata.file, printed), {
          element: `更正 ${printed}`,
          text: printed,
          measured: `“${id}”章的原文里没有这个误植`,
          expected: `列出的误植都在原文里，读作“${read}”`,
          advice: '原文已改正的，请删去这条更正，或从 chapters 里去掉这一章',
        }),
      ),
  )
}

function lockedName({ chapter, column, sentence, source: own }: LockedClause, { source }: Facts): string {
  const known = source.chapters.find(({ id }) => id === chapter) ?? null
  const sourceTitle = (own !== undefined && sourcesOf(source).length > 1 && findSource(source, own)?.title) || ''
  return `${sectionName({ sourceTitle, chapter: known, column: column || null })}第 ${sentence} 句`
}

const ACCEPT = '核对无误后，运行 npm run check -- evidence --source 原文 --accept-source 登记'

function changesOf(
  facts: Facts,
  article: Article,
  claims: readonly { claim: Claim; spots: readonly Spot[] }[],
): Finding[] {
  const lock = facts.lock!
  const first = firstSource(facts)
  const ids = first === null ? [null] : sourcesOf(facts.source).map(({ id }) => id)
  const changed = ids
    .filter(id => hasSource(article, id))
    .map(id => ({ id, own: ofSource(article, id), before: acceptedSource(lock, id, first) }))
    .filter(({ own, before }) => sourceHash(own) !== before?.source)
  const found = claims.filter(({ spots }) => spots.length > 0)
  const keys = new Set(claimsOf(facts).map(({ key }) => key))
  return [
    ...changed.map(({ id, before }) =>
      inFile('evidence', LOCK_FILE, {
        element: '原文',
        text: inSource(facts, id).trim(),
        measured: before ? '原文与上次登记时不同' : '这个来源还没有登记过',
        expected: '原文没有变动',
        advice: ACCEPT,
      }),
    ),
    ...found.flatMap(({ claim, spots }) => {
      const before = lock.clauses[claim.key]
      if (!before || !isAsAccepted(claim, before, first)) return [notAccepted(claim, before !== undefined)]
      const spot = placeOf(claim, spots, facts)!
      const same = spots.some(
        ({ section, at }) =>
          section.chapter?.id === (before.chapter || undefined) &&
          (section.column ?? '') === before.column &&
          sentenceOf({ section, at }) === before.sentence,
      )
      return same
        ? []
        : [
            inFile('evidence', claim.where, {
              element: claim.element,
              text: claim.clause,
              measured: `原句从${lockedName(before, facts)}移到了${spotName(spot)}`,
              expected: '原句还在原处',
              advice: ACCEPT,
            }),
          ]
    }),
    ...Object.keys(lock.clauses)
      .filter(key => !keys.has(key))
      .map(key =>
        inFile('evidence', LOCK_FILE, {
          element: key,
          text: '',
          measured: '登记过的这一条已经不在数据里',
          expected: '登记的与数据一致',
          advice: ACCEPT,
        }),
      ),
    ...(lock.version === 2
      ? changed.flatMap(({ own, before }) => (before ? newNumbers(before.numbers, own) : []))
      : []),
    ...acceptedOnly(facts, ({ source }) => source !== undefined && !hasSource(article, source)),
    ...entriesNotAccepted(facts),
  ]
}

function newNumbers(accepted: readonly string[], article: Article): Finding[] {
  const left = new Map<string, number>()
  for (const hash of accepted) left.set(hash, (left.get(hash) ?? 0) + 1)
  return numberHashes(article)
    .filter(({ hash }) => {
      const count = left.get(hash) ?? 0
      left.set(hash, count - 1)
      return count <= 0
    })
    .map(({ spot, text }) =>
      inFile('evidence', fileLineOf(spot), {
        element: sectionName(spot.section),
        text: `${text}（${spot.section.text.slice(Math.max(0, spot.at - 10), spot.at + text.length + 10).replaceAll('\n', ' ')}）`,
        measured: '原文里新出现的数',
        expected: '与上次登记的原文一样',
        advice: ACCEPT,
      }),
    )
}

/** A table of the data, or a figure in a cell of a workbook, as it is accepted. */
interface AcceptedEntry {
  key: string
  hash: string
  element: string
  clause: string
  where: string
  source: string | null
}

/** The tables and cells of the data that are in order, as they are accepted. */
export function entriesOf(facts: Facts): AcceptedEntry[] {
  return [
    ...statedTables(facts).map(({ table, file, source }) => ({
      key: table.id,
      hash: entryHash(table, source),
      element: table.id,
      clause: table.label,
      where: facts.where(file, table.id),
      source,
    })),
    ...statedCells(facts).map(({ key, figure, file, source }) => ({
      key: `cell:${key}`,
      hash: entryHash(figure, source),
      element: figure.id,
      clause: figure.label,
      where: facts.where(file, figure.id),
      source,
    })),
  ]
}

/** The tables and cells of the data that are not as they were accepted, and those that were and are gone. */
function entriesNotAccepted(facts: Facts): Finding[] {
  const accepted = facts.lock?.tables ?? {}
  const written = [
    ...writtenTables(facts.source).map(({ table }) => table?.id),
    ...facts.source.figures.flatMap(({ figures }) => figures.map(figure => `cell:${figure?.id}`)),
    ...entriesOf(facts).map(({ key }) => key),
  ]
  return [
    ...entriesOf(facts)
      .filter(({ key, hash }) => accepted[key] !== hash)
      .map(entry => notAccepted(entry, entry.key in accepted)),
    ...Object.keys(accepted)
      .filter(key => !written.includes(key))
      .map(key =>
        inFile('evidence', LOCK_FILE, {
          element: key,
          text: '',
          measured: '登记过的这一条已经不在数据里',
          expected: '登记的与数据一致',
          advice: ACCEPT,
        }),
      ),
  ]
}

function notAccepted({ element, clause, where }: Pick<Claim, 'element' | 'clause' | 'where'>, known: boolean): Finding {
  return inFile('evidence', where, {
    element,
    text: clause,
    measured: known ? '这一条在上次对照原文之后改过' : '这一条还没有对照过原文',
    expected: '每条原句都对照过原文',
    advice: ACCEPT,
  })
}

/** Without the source: the clauses that are not as they were when they were last found in it. */
function acceptedOnly(facts: Facts, isMeant: (place: Partial<SourcePlace>) => boolean): Finding[] {
  const { lock } = facts
  if (!lock) return []
  const claims = claimsOf(facts).filter(({ place }) => isMeant(place ?? {}))
  return claims.flatMap(claim => {
    const before = lock.clauses[claim.key]
    const same =
      before &&
      isAsAccepted(claim, before, firstSource(facts)) &&
      (!claim.place ||
        claim.place.anywhere ||
        (before.chapter === (claim.place.chapter ?? '') && before.column === (claim.place.column ?? '')))
    return same ? [] : [notAccepted(claim, before !== undefined)]
  })
}

/** Without any source: what is not as it was accepted. */
export function changesSinceAccepted(facts: Facts): Finding[] {
  return facts.lock ? [...acceptedOnly(facts, () => true), ...entriesNotAccepted(facts)] : []
}

/** The source of what was accepted without the name of one. */
function firstSource({ source }: Facts): string | null {
  return sourceIdOf(source)
}

function isAsAccepted({ clause, figure, place }: Claim, before: LockedClause, first: string | null): boolean {
  return (
    before.hash === clauseHash(clause) &&
    before.period === figure?.period &&
    (!place || (before.source ?? first) === place.source)
  )
}

/** What was accepted and stays so while sources are accepted that are not all: that of the others. */
export function keptOf(facts: Facts, article: Article): Pick<SourceLock, 'clauses' | 'sources' | 'tables'> {
  const { lock } = facts
  const away = new Set(missingSources(facts, article).map(({ id }) => id))
  if (!lock || away.size === 0) return { clauses: {} }
  const first = firstSource(facts)
  const clauses = claimsOf(facts).flatMap(({ key, place }) => {
    const before = lock.clauses[key]
    return before && (place ? away.has(place.source ?? '') : true) ? [[key, before] as const] : []
  })
  const tables = entriesOf(facts).flatMap(({ key, source }) => {
    const before = lock.tables?.[key]
    return before !== undefined && away.has(source ?? '') ? [[key, before] as const] : []
  })
  const sources = [...away].flatMap(id => {
    const before = acceptedSource(lock, id, first)
    return before ? [[id, before] as const] : []
  })
  return {
    clauses: Object.fromEntries(clauses),
    sources: Object.fromEntries(sources),
    tables: Object.fromEntries(tables),
  }
}
