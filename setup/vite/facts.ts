import type { ResolvedSlidevOptions } from '@slidev/types'
import type { Plugin } from 'vite'
import type { FactsDocument } from '../../model/facts.ts'
import type { Places } from '../../model/slides/shown.ts'
import { FACTS_FILE, factsOf, factsText } from '../../model/facts.ts'
import { placesOf } from '../../model/slides/shown.ts'
import { loadedData } from '../../model/slides/slides.ts'

const MODULE = 'virtual:huibao-places'
const RESOLVED = `\0${MODULE}`

type Deck = Pick<ResolvedSlidevOptions, 'data'>

/** Where the figures of a deck are; nothing while its data is wrong. */
function deckPlaces({ data: { slides } }: Deck): Record<string, Places> {
  const loaded = loadedData(slides)
  return 'data' in loaded
    ? placesOf(
        slides.map(({ source }) => source.contentRaw),
        loaded.data.figures,
        loaded.data,
      )
    : {}
}

function deckFacts(deck: Deck): FactsDocument {
  const { headmatter, config, slides } = deck.data
  const loaded = loadedData(slides)
  const lang = headmatter.lang ?? config.htmlAttrs.lang ?? 'zh-CN'
  return factsOf(
    { title: String(headmatter.title ?? ''), lang: String(lang) },
    'data' in loaded ? loaded.data.figures : [],
    deckPlaces(deck),
  )
}

/**
 * Gives every site the deck's facts as `facts.json`, which its page names, and tells components as
 * `virtual:huibao-places` on which slides each figure is: read from the slides, and typed nowhere.
 */
export function factsPlugin(deck: Deck): Plugin {
  let base = '/'
  return {
    name: 'huibao:facts',
    configResolved(config) {
      base = config.base
    },
    resolveId: id => (id === MODULE ? RESOLVED : undefined),
    load: id => (id === RESOLVED ? `export const places = ${JSON.stringify(deckPlaces(deck))}` : undefined),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: FACTS_FILE, source: factsText(deckFacts(deck)) })
    },
    transformIndexHtml: () => [
      {
        tag: 'link',
        attrs: { rel: 'alternate', type: 'application/json', title: '数据依据', href: `${base}${FACTS_FILE}` },
        injectTo: 'head',
      },
    ],
    configureServer(server) {
      server.middlewares.use(`${base}${FACTS_FILE}`, (_, response) => {
        response.setHeader('Content-Type', 'application/json; charset=utf-8')
        response.end(factsText(deckFacts(deck)))
      })
    },
    hotUpdate: {
      order: 'post',
      handler({ file, modules }) {
        const own = deck.data.watchFiles[file] && this.environment.moduleGraph.getModuleById(RESOLVED)
        return own ? [...modules, own] : undefined
      },
    },
  }
}
