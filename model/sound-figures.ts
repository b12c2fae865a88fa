import type { Context } from './context.ts'
import type { DeckSource } from './source.ts'
import { cellsOf } from './cells.ts'
import { idsOf } from './context.ts'
import { periodsOf } from './periods.ts'
import { FigureSchema, schemaProblems } from './schema.ts'
import { sharesOf, withShares } from './shares.ts'
import { withPlace } from './sheet-figure.ts'
import { tableRules } from './table-rules.ts'
import { writtenTables } from './tables.ts'
import { writtenTargets } from './targets.ts'

/** Looks through a deck's data, however wrong it is. */
export function contextOf(source: DeckSource): Context {
  const figures = source.figures.flatMap(file => file.figures)
  const cells = writtenTables(source)
    .filter(({ table }) => tableRules(table, source).length === 0)
    .flatMap(({ table }) => cellsOf(table))
  const stated = idsOf([...figures.flatMap(withShares), ...cells])
  const sound = figures.filter(figure => schemaProblems(FigureSchema, figure).length === 0)
  return {
    source,
    periods: periodsOf(source),
    stated,
    ids: [...stated, ...idsOf(source.derived.figures), ...writtenTargets(source).flatMap(({ rate }) => rate ?? [])],
    sound: new Map(
      [...sound.map(withPlace).flatMap(figure => [figure, ...sharesOf(figure)]), ...cells].map(figure => [
        figure.id,
        figure,
      ]),
    ),
  }
}
