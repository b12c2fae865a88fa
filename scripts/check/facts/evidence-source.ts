import type { Chapter, FigureInput } from '../../../model/figure.ts'
import {
  fileLineOf,
  sectionName,
  sectionsOf,
  sentenceOf,
  spotName,
  type Article,
  type Spot,
} from '../../lib/facts/article.ts'
import { findClause, findLines, nearestText } from '../../lib/facts/find.ts'
import { isSamePeriod, resolvePeriod } from '../../../model/periods.ts'
import { normalizeClause, unlikeMarks } from '../../../model/reading/text.ts'
import { givesPeriod, governingPeriod, paragraphPeriod } from '../../../model/reading/periods.ts'
import { writtenTables } from '../../../model/tables.ts'
import type { Finding } from '../finding.ts'
import { quantitiesOf } from '../../../model/reading/statement.ts'
import { outOfSentence } from './evidence-sentence.ts'
import { inFile, statedFigures, statedTables, type Facts } from './facts.ts'
import {
  clauseHash,
  LOCK_FILE,
  numberHashes,
  sourceHash,
  tableHash,
  type FoundClause,
  type LockedClause,
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
  place: { chapter: string; column: string } | null
  figure?: FigureInput
}

function claimsOf(facts: Facts): Claim[] {
  const {
    source: { quotes, photos },
    where,
  } = facts
  return [
    ...statedFigures(facts).map(({ figure, file, chapter }) => ({
      key: figure.id,
      element: figure.id,
      clause: figure.evidence.clause,
      where: where(file, figure.id),
      place: { chapter, column: figure.evidence.column },
      figure,
    })),
    ...quotes.quotes.filter(isEntry).map(({ id, text, chapter, column }) => ({
      key: `quote:${id}`,
      element: `引语 ${id}`,
      clause: text,
      where: where(quotes.file, id),
      place: { chapter, column },
    })),
    ...photos.photos.filter(isEntry).map(({ id, caption }) => ({
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
  return place
    ? findClause(sectionsOf(article, place.chapter, place.column), clause, facts.source.errata.errata)
    : findLines(article, clause)
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
  const absent = new Set(missingChapters(facts, article).map(({ id }) => id))
  // Nothing can be said of what stands in a chapter that is not found.
  const claims = claimsOf(facts)
    .filter(({ place }) => !place || !absent.has(place.chapter))
    .map(claim => ({ claim, spots: locate(claim, article, facts) }))
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
      ...(absent.size === 0 ? staleErrata(facts, article) : []),
    ],
    changes: facts.lock && absent.size === 0 ? changesOf(facts, article, claims) : [],
  }
}

function missingChapters({ source }: Facts, { sections }: Article): readonly Chapter[] {
  return source.chapters.filter(({ id }) => !sections.some(({ chapter }) => chapter?.id === id))
}

/** The chapters of the deck that the article does not have, as findings of a rule that needs them. */
export function noChapter(rule: FactsRuleId, facts: Facts, article: Article): Finding[] {
  return missingChapters(facts, article).map(({ id, title }) =>
    inFile(rule, facts.where('data/chapters.ts', id), {
      element: id,
      text: title,
      measured: `${facts.articleFile} 里没有单独成行的这个章标题，这一章没有核对`,
      expected: '各章标题与原文一致，在原文里单独成行',
      advice: '请核对 --source 给的文件，或改 data/chapters.ts 里的 title',
    }),
  )
}

function notThere(claim: Claim, facts: Facts, article: Article): Finding {
  const {
    source: { errata },
    lock,
  } = facts
  const { clause, place, element, where } = claim
  const elsewhere = findClause(article.sections, clause, errata.errata)
  const chapter = facts.source.chapters.find(({ id }) => id === place?.chapter) ?? null
  const home = place ? sectionName({ chapter, column: place.column }) : '单独的一行'
  const before = lock?.clauses[claim.key]
  const was = before && before.hash === clauseHash(clause) ? `上次登记时在${lockedName(before, facts)}，` : ''
  const nearest =
    nearestText(
      article.sections.filter(section => section.chapter?.id === place?.chapter),
      clause,
    ) ?? nearestText(article.sections, clause)
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
  const fault = figure && spot && periodFault(figure, spot, facts)
  return fault === undefined
    ? []
    : [
        inFile('evidence', where, {
          element,
          text: clause,
          measured: `${spotName(spot!)}的时段是${fault}，数据写的是“${periodText(figure!.period, facts)}”`,
          expected: '时段与原文一致：分句里写的，或句首、分号后写的',
          advice: '请改 period 和 evidence.period；period 写 data/periods.ts 里的编号，或时段的代码，如 2031-H1',
        }),
      ]
}

function periodFault(
  figure: FigureInput,
  { section, at }: Spot,
  { source, deck: { periods } }: Facts,
): string | undefined {
  const start = quantitiesOf(figure, normalizeClause(figure.evidence.clause))[0]?.start ?? 0
  const words = governingPeriod(section, at + start, periods)
  // What the clause says itself is told without its sentence.
  if (words && words.start >= at) return undefined
  const implied = periods.find(period => period.implied)
  // A period at the head of a paragraph may hold for all of it, or for its first sentence.
  const head = words ? undefined : paragraphPeriod(section, at + start, periods)
  const period = resolvePeriod(figure.period, source.periods)
  if (!period || (head && givesPeriod(head, period))) return undefined
  if (words ? givesPeriod(words, period) : !implied || isSamePeriod(implied, period)) return undefined
  return words ? `“${words.text}”` : `“${implied!.text}”（句中和句首都没有写时段）`
}

function periodText(period: string, { source }: Facts): string {
  return resolvePeriod(period, source.periods)?.text ?? period
}

function speakers({ source: { quotes, errata }, where }: Facts, article: Article): Finding[] {
  return quotes.quotes.filter(isEntry).flatMap(({ id, chapter, column, speaker, role }) => {
    const sections = sectionsOf(article, chapter, column)
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

function staleErrata({ source: { errata }, where }: Facts, { sections }: Article): Finding[] {
  return errata.errata.filter(isEntry).flatMap(({ printed, read, chapters }) =>
    chapters
      .filter(
        id =>
          !sections.some(
            ({ chapter, normalized }) => chapter?.id === id && normalized.includes(normalizeClause(printed)),
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

function lockedName({ chapter, column, sentence }: LockedClause, { source }: Facts): string {
  const known = source.chapters.find(({ id }) => id === chapter) ?? null
  return `${sectionName({ chapter: known, column: column || null })}第 ${sentence} 句`
}

const ACCEPT = '核对无误后，运行 npm run check -- evidence --source 原文 --accept-source 登记'

function changesOf(
  facts: Facts,
  article: Article,
  claims: readonly { claim: Claim; spots: readonly Spot[] }[],
): Finding[] {
  const lock = facts.lock!
  const changed = sourceHash(article) !== lock.source
  const found = claims.filter(({ spots }) => spots.length > 0)
  const keys = new Set(claimsOf(facts).map(({ key }) => key))
  return [
    ...(changed
      ? [
          inFile('evidence', LOCK_FILE, {
            element: '原文',
            text: facts.articleFile,
            measured: '原文与上次登记时不同',
            expected: '原文没有变动',
            advice: ACCEPT,
          }),
        ]
      : []),
    ...found.flatMap(({ claim, spots }) => {
      const before = lock.clauses[claim.key]
      if (!before || !isAsAccepted(claim, before)) return [notAccepted(claim, before !== undefined)]
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
    ...(changed && lock.version === 2 ? newNumbers(facts, article) : []),
    ...tablesNotAccepted(facts),
  ]
}

function newNumbers({ lock }: Facts, article: Article): Finding[] {
  const left = new Map<string, number>()
  for (const hash of lock!.numbers) left.set(hash, (left.get(hash) ?? 0) + 1)
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

/** The tables of the data that are not as they were accepted, and those that were and are gone. */
function tablesNotAccepted(facts: Facts): Finding[] {
  const accepted = facts.lock?.tables ?? {}
  const stated = statedTables(facts)
  return [
    ...stated
      .filter(({ table }) => accepted[table.id] !== tableHash(table))
      .map(({ table, file }) =>
        notAccepted(
          { element: table.id, clause: table.label, where: facts.where(file, table.id) },
          table.id in accepted,
        ),
      ),
    ...Object.keys(accepted)
      .filter(id => !writtenTables(facts.source).some(({ table }) => table?.id === id))
      .map(id =>
        inFile('evidence', LOCK_FILE, {
          element: id,
          text: '',
          measured: '登记过的这张表已经不在数据里',
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

/** Without the source: the clauses and tables that are not as they were when they were last found in it. */
export function acceptedOnly(facts: Facts): Finding[] {
  const { lock } = facts
  if (!lock) return []
  const clauses = claimsOf(facts).flatMap(claim => {
    const before = lock.clauses[claim.key]
    const same =
      before &&
      isAsAccepted(claim, before) &&
      (!claim.place || (before.chapter === claim.place.chapter && before.column === claim.place.column))
    return same ? [] : [notAccepted(claim, before !== undefined)]
  })
  return [...clauses, ...tablesNotAccepted(facts)]
}

function isAsAccepted({ clause, figure }: Claim, before: LockedClause): boolean {
  return before.hash === clauseHash(clause) && before.period === figure?.period
}
