import type { SlidevPreparserExtension } from '@slidev/types'
import type { Plugin } from 'vite'
import process from 'node:process'
import { withDefaults } from '../../model/slides/headmatter.ts'

/**
 * Sites for others than ourselves: those that the presenting server serves, that of an office's web server, and the one
 * that becomes a single file. What is checked and exported is the plain site, which is none of them.
 */
export const SITES = ['audience', 'presenter', 'public', 'file'] as const
export type Site = (typeof SITES)[number]

/** Name of the environment variable that says which site is built. */
export const SITE_VARIABLE = 'HUIBAO_SITE'

/** Name of the environment variable that is set where `public` or `file` have notes, and the pages that show them. */
export const NOTES_VARIABLE = 'HUIBAO_NOTES'

/** The site that is being built; undefined for the plain one. */
export function currentSite(env: Readonly<Record<string, string | undefined>> = process.env): Site | undefined {
  return SITES.find(site => site === env[SITE_VARIABLE])
}

/** What only those who speak need. */
const ALONE = { presenter: false, record: false, browserExporter: false, editor: false } as const

/** On the presenting server the presenter's pages and pens are our own. */
const PRESENTED = {
  ...ALONE,
  // Slides may not be there yet; see components/present/ahead.ts, which fetches what is.
  preloadImages: false,
  drawings: { enabled: false },
  download: false,
} as const

/** What of a site's headmatter is another than the deck says. */
const HEADMATTER: Readonly<Record<Site, object>> = {
  audience: PRESENTED,
  presenter: PRESENTED,
  public: ALONE,
  // A file holds its pictures: there is nothing to load ahead, nor to download.
  file: { ...ALONE, preloadImages: false, download: false },
}

/**
 * Gives the headmatter its defaults, and turns Slidev's parts on and off as the site needs them, whatever the deck
 * says; its own file stays as it is.
 * @param notes whether a site that leaves the house has the pages that show notes
 */
export function siteExtension(site: Site | undefined, notes = false): SlidevPreparserExtension {
  const own = site && { ...HEADMATTER[site], ...(notes && { presenter: true }) }
  let first = true
  return {
    name: 'huibao:site',
    async transformSlide(_, frontmatter: object): Promise<undefined> {
      // The deck's first slide is the first that is parsed; its frontmatter is the headmatter.
      if (first) Object.assign(frontmatter, withDefaults(frontmatter), own)
      first = false
    },
  }
}

/** Whether the site that is being built is to have notes where it would have none. */
export function currentNotes(env: Readonly<Record<string, string | undefined>> = process.env): boolean {
  return env[NOTES_VARIABLE] === '1'
}

/** Tells the client which site it is part of: `__HUIBAO_SITE__`, empty for the plain one. */
export function sitePlugin(site: Site | undefined): Plugin {
  return {
    name: 'huibao:site',
    config: () => ({ define: { __HUIBAO_SITE__: JSON.stringify(site ?? '') } }),
  }
}
