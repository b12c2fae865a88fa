import type { FigureInput } from '../../../model/figure.ts'
import { sectionsOf, type Article, type SourcePlace, type Spot } from '../../lib/facts/article.ts'
import { findClause, findLines } from '../../lib/facts/find.ts'
import { periodFault } from './evidence-period.ts'
import { placeIn, statedClauses, type Facts } from './facts.ts'
import type { FoundClause } from './lock.ts'

/** A text of the data that has to stand in the source. */
export interface Claim {
  key: string
  element: string
  clause: string
  where: string
  /** Where it has to stand; null for a caption, which stands anywhere on lines of its own. */
  place: SourcePlace | null
  figure?: FigureInput
}

export function claimsOf(facts: Facts): Claim[] {
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

export function isEntry(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null
}

export function locate({ clause, place }: Claim, article: Article, facts: Facts): Spot[] {
  return place ? findClause(sectionsOf(article, place), clause, facts.source.errata.errata) : findLines(article, clause)
}

/** Of several places of one clause, the first whose period is the figure's. */
export function placeOf({ figure }: Claim, spots: readonly Spot[], facts: Facts): Spot | undefined {
  return spots.find(spot => figure && periodFault(figure, spot, facts) === undefined) ?? spots[0]
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
