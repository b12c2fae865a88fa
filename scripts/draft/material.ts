import type { Deck } from '../../model/deck.ts'
import type { Chapter, Figure } from '../../model/figure.ts'
import { changeOf } from './sentence.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { weightOf } from './weight.ts'

/** What slides are drafted from. */
export interface Material {
  deck: Deck<string>
  /** The day on which the period begins that the source is about; empty where no period is. */
  now: string
  find: (id: string) => Figure | undefined
  weight: (figure: Figure) => number
}

/** What a deck has for a draft. @param doubtful ids of figures that a person has still to look at */
export function materialOf(deck: Deck<string>, doubtful: ReadonlySet<string> = new Set()): Material {
  const now = deck.periods.find(({ implied }) => implied)?.begin ?? ''
  return {
    deck,
    now,
    find: deck.findFigure,
    weight: figure =>
      weightOf(figure, {
        now,
        changed: changeOf(figure, deck.figures) !== undefined,
        doubtful: doubtful.has(figure.id),
      }),
  }
}

/**
 * The figures of a chapter that stand in no table, as the deck has them; those of the source's column that states most
 * of them come first.
 */
export function ownFigures({ deck }: Material, { id }: Chapter): Figure[] {
  const own = deck.figures.filter(figure => figure.chapter.id === id && tableIdOf(figure.id) === undefined)
  const counts = Map.groupBy(own, ({ evidence }) => evidence.column)
  const count = ({ evidence: { column } }: Figure): number => counts.get(column)!.length
  return own.sort((a, b) => count(b) - count(a))
}

/** The one that says most, the first among equals. */
export function leadOf(figures: readonly Figure[], { weight }: Material): Figure {
  return figures.reduce((best, each) => (weight(each) > weight(best) ? each : best))
}
