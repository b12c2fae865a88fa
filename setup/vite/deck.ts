import type { Plugin } from 'vite'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'
import type { Figure } from '../../model/figure.ts'
import { loadDeck } from '../../model/load.ts'
import { packDeck } from '../../model/packed.ts'
import { DataError } from '../../model/problems.ts'
import { numberInClause } from '../../model/reading/statement.ts'
import type { Span } from '../../model/reading/text.ts'
import { isDeckData } from './deck-data.ts'

const MODULE = 'virtual:huibao/deck'
const RESOLVED = `\0${MODULE}`
const MODEL = normalizePath(fileURLToPath(new URL('../../model/', import.meta.url)))

/**
 * Gives the browser a deck's data as `virtual:huibao/deck`: the members of `Deck`, each an export, and where clauses
 * state their numbers. It is validated, read and resolved here, once; the browser only looks
 * it up. Data that imports `huibao`
 * gets the engine that runs.
 * @param root folder of the deck
 */
export function deckPlugin(root: string): Plugin {
  return {
    name: 'huibao:deck',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:huibao|virtual:huibao\/deck)$/ },
      handler: id => (id === MODULE ? RESOLVED : `${MODEL}index.ts`),
    },
    // Vite would keep what has been loaded here, and only reload what it imports.
    hotUpdate({ file, modules }) {
      if (!isDeckData(root, file)) return undefined
      const deck = this.environment.moduleGraph.getModuleById(RESOLVED)
      return deck && [...modules, deck]
    },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      async handler() {
        const { source, problems, deck } = await loadDeck(root)
        if (problems.length > 0) throw new DataError(problems)
        return (
          `import { unpackDeck } from ${JSON.stringify(`${MODEL}packed.ts`)}\n` +
          // What knows units is loaded with the charts that need it, where the deck has none of its own.
          (source.units
            ? `import { setBases } from ${JSON.stringify(`${MODEL}units.ts`)}\nsetBases(${JSON.stringify(source.units)})\n`
            : '') +
          `export const { ${MEMBERS.join(', ')} } = unpackDeck(${JSON.stringify(packDeck(deck))})\n` +
          `export const clauseNumbers = ${JSON.stringify(clauseNumbers(deck.figures))}\n`
        )
      },
    },
  }
}

/** The members of `Deck` that components use. */
const MEMBERS = [
  'figures',
  'getFigure',
  'findFigure',
  'nearest',
  'columns',
  'chapters',
  'periods',
  'tables',
  'targets',
  'quotes',
  'photos',
  'errata',
]

function clauseNumbers(figures: readonly Figure[]): Record<string, Span | undefined> {
  return Object.fromEntries(
    figures
      .filter(({ derived, evidence }) => !derived && !evidence.cell)
      .map(figure => [figure.id, numberInClause(figure, figure.evidence.clause)]),
  )
}
