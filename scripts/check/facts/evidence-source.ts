import { resolvePeriod } from '../../../model/periods.ts'
import { normalizeClause, unlikeMarks } from '../../../model/reading/text.ts'
import {
  hasSource,
  ofSource,
  sectionName,
  sectionsOf,
  spotName,
  type Article,
  type Spot,
} from '../../lib/facts/article.ts'
import { findClause, nearestText } from '../../lib/facts/find.ts'
import type { Finding } from '../finding.ts'
import { changesOf, lockedName } from './accepted.ts'
import { claimsOf, isEntry, locate, placeOf, type Claim } from './claims.ts'
import { headingOfOther, periodFault } from './evidence-period.ts'
import { outOfSentence } from './evidence-sentence.ts'
import { inFile, placeIn, type Facts } from './facts.ts'
import { clauseHash } from './lock.ts'
import { missingChapters, missingSources, noChapter } from './missing.ts'
import { cellsAgainstSource } from './sheet-cells.ts'
import { tablesAgainstSource } from './tables.ts'

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
