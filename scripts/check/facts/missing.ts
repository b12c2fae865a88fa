import type { Chapter } from '../../../model/figure.ts'
import type { SourceDocument } from '../../../model/source-document.ts'
import { chaptersIn, findSource, sourcesOf } from '../../../model/sources.ts'
import { hasSource, ofSource, type Article } from '../../lib/facts/article.ts'
import type { Finding } from '../finding.ts'
import { claimsOf } from './claims.ts'
import { inFile, inSource, type Facts } from './facts.ts'
import type { FactsRuleId } from './rule-names.ts'

/** The sources of the deck that are not at hand. */
export function missingSources({ source }: Pick<Facts, 'source'>, article: Article): SourceDocument[] {
  return sourcesOf(source).filter(({ id }) => !hasSource(article, id))
}

/** The chapters that a source at hand does not have. One of several has those that something is stated in. */
export function missingChapters(facts: Facts, article: Article): (Chapter & { source: string | null })[] {
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
