import type { Plugin } from 'vite'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { normalizePath } from 'vite'
import { DATA_ENTRY } from '../../model/load.ts'

const MODULE = 'virtual:huibao/deck'
const RESOLVED = `\0${MODULE}`
const MODEL = normalizePath(fileURLToPath(new URL('../../model/', import.meta.url)))

/**
 * Gives the browser a deck's data as `virtual:huibao/deck`: the members of `Deck`, each an export. Data that imports
 * `huibao` gets the engine that runs.
 * @param root folder of the deck
 */
export function deckPlugin(root: string): Plugin {
  const data = JSON.stringify(normalizePath(join(root, DATA_ENTRY)))
  return {
    name: 'huibao:deck',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^(?:huibao|virtual:huibao\/deck)$/ },
      handler: id => (id === MODULE ? RESOLVED : `${MODEL}index.ts`),
    },
    load: {
      filter: { id: new RegExp(`^${RESOLVED}$`) },
      handler: () =>
        `import { source } from ${data}\n` +
        `import { resolveDeck } from ${JSON.stringify(`${MODEL}deck.ts`)}\n` +
        `export const { ${MEMBERS.join(', ')} } = resolveDeck(source)\n`,
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
  'quotes',
  'photos',
  'errata',
]
