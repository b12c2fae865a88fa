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

/** Share of all figures below which what a column of the source states is said in passing: by a person, as a remark. */
const IN_PASSING = 0.1

/** What a deck has for a draft. @param doubtful ids of figures that a person has still to look at */
export function materialOf(deck: Deck<string>, doubtful: ReadonlySet<string> = new Set()): Material {
  const now = deck.periods.find(({ implied }) => implied)?.begin ?? ''
  const counts = columnCounts(deck)
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0)
  return {
    deck,
    now,
    find: deck.findFigure,
    weight: figure =>
      weightOf(figure, {
        now,
        changed: changeOf(figure, deck.figures) !== undefined,
        doubtful: doubtful.has(figure.id),
        inPassing: (counts.get(figure.evidence.column) ?? all) < IN_PASSING * all,
      }),
  }
}

/** How many figures each column of the source states; cells of tables stand in none. */
function columnCounts({ figures }: Deck<string>): ReadonlyMap<string | undefined, number> {
  const own = figures.filter(({ id }) => tableIdOf(id) === undefined)
  const columns = Map.groupBy(own, ({ evidence }) => evidence.column)
  return new Map([...columns].map(([column, stated]) => [column, stated.length]))
}

/**
 * The figures of a chapter that stand in no table, as the deck has them; those of the source's column that states most
 * of the deck's come first.
 */
export function ownFigures({ deck }: Material, { id }: Chapter): Figure[] {
  const own = deck.figures.filter(figure => figure.chapter.id === id && tableIdOf(figure.id) === undefined)
  const counts = columnCounts(deck)
  const count = ({ evidence: { column } }: Figure): number => counts.get(column)!
  return own.sort((a, b) => count(b) - count(a))
}

/** The one that says most, the first among equals. */
export function leadOf(figures: readonly Figure[], { weight }: Material): Figure {
  return figures.reduce((best, each) => (weight(each) > weight(best) ? each : best))
}
