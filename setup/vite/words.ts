import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import { join } from 'node:path'
import { normalizePath } from 'vite'
import { cutWords } from '../../model/words.ts'
import { shownText } from './fonts/characters.ts'
import { deckFiles } from './fonts/files.ts'
import { reachesSlides } from './fonts/shown.ts'

/** Words of which a line may not be broken inside: those of several Chinese characters. */
const WORD = /^\p{Script=Han}{2,}$/u

/** The words of texts that a line must not break inside of, each once, sorted. */
export function wordsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap(cutWords))].filter(word => WORD.test(word)).sort()
}

/**
 * Cuts the deck's texts into words when a site is built, and gives the browser the list: not every browser of an
 * audience can tell the words of a Chinese text. The dev server leaves that to the author's browser, which can.
 * @param engineRoot Folder of `setup/`, whose texts belong to every deck.
 */
export function wordsPlugin({ data, userRoot, roots }: ResolvedSlidevOptions, engineRoot: string): Plugin {
  const cutter = normalizePath(join(engineRoot, 'model/words.ts'))
  const lexicon = normalizePath(join(engineRoot, 'model/lexicon.ts'))
  return {
    name: 'huibao:words',
    enforce: 'pre',
    apply: 'build',
    load: {
      filter: { id: /\/model\/words\.ts$/ },
      async handler(id) {
        if (id !== cutter) return undefined
        const files = await deckFiles(Object.keys(data.markdownFiles), [...roots, engineRoot], userRoot)
        const words = wordsIn(files.filter(({ file }) => reachesSlides(file)).map(shownText))
        return `import { lexiconCutter } from ${JSON.stringify(lexicon)}
export const cutWords = lexiconCutter(${JSON.stringify(words.join(' '))}.split(' '))
`
      },
    },
  }
}
