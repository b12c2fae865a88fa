import type { SlidevPreparserExtension } from '@slidev/types'
import type { Plugin } from 'vite'
import process from 'node:process'
import { withDefaults } from '../../model/slides/headmatter.ts'

/** The sites that the presenting server serves; the plain site of `npm run build` is neither. */
export const SITES = ['audience', 'presenter'] as const
export type Site = (typeof SITES)[number]

/** Name of the environment variable that says which site is built. */
export const SITE_VARIABLE = 'HUIBAO_SITE'

/** The site that is being built; undefined for the plain one. */
export function currentSite(env: Readonly<Record<string, string | undefined>> = process.env): Site | undefined {
  return SITES.find(site => site === env[SITE_VARIABLE])
}

/** What of the headmatter of both sites is another than the deck says: presenter's pages and pens are our own. */
const HEADMATTER = {
  presenter: false,
  // Slides may not be there yet; see components/present/ahead.ts, which fetches what is.
  preloadImages: false,
  drawings: { enabled: false },
  record: false,
  browserExporter: false,
  download: false,
  editor: false,
} as const

/**
 * Gives the headmatter its defaults, and turns Slidev's parts on and off as the site needs them, whatever the deck
 * says; its own file stays as it is.
 */
export function siteExtension(site: Site | undefined): SlidevPreparserExtension {
  let first = true
  return {
    name: 'huibao:site',
    async transformSlide(_, frontmatter: object): Promise<undefined> {
      // The deck's first slide is the first that is parsed; its frontmatter is the headmatter.
      if (first) Object.assign(frontmatter, withDefaults(frontmatter), site && HEADMATTER)
      first = false
    },
  }
}

/** Tells the client which site it is part of: `__HUIBAO_SITE__`, empty for the plain one. */
export function sitePlugin(site: Site | undefined): Plugin {
  return {
    name: 'huibao:site',
    config: () => ({ define: { __HUIBAO_SITE__: JSON.stringify(site ?? '') } }),
  }
}
