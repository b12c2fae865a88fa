import type { TestProject } from 'vitest/node'
import type { Variant } from '../../scripts/site/variants.ts'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { ensureBrowser } from '../../scripts/browser/ensure.ts'
import { BROWSER_VARIABLE } from '../../scripts/browser/find.ts'
import { readDeck } from '../../scripts/lib/deck.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { createLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { buildSite } from '../../scripts/site/build.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { SITE_VARIABLE } from '../../setup/vite/site.ts'
import { watchedEnv } from './offline.ts'
import { composeDeck, ROOT } from './project.ts'

/** A deck of an invented district, with its sites; all folders are absolute paths. Tests change none of them. */
export interface District extends Record<'plain' | 'audience' | 'presenter', string> {
  /** The project. */
  root: string
  /** What the build of the plain site has noted of whom it tried to reach; see `readReachLog`. */
  reachLog: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** The site of the deck at the root, whichever that is. */
    deck: string
    district: District
  }
}

/** Finds or installs the browser and builds the sites that tests share, once for the whole run. */
export default async function setup({ provide }: TestProject): Promise<void> {
  const life = new Lifecycle()
  const log = createLog(process.stderr)
  // What a person has in the environment by chance changes no site.
  const host = { ...currentHost(), env: { ...process.env, [SITE_VARIABLE]: 'presenter' } }
  process.env[BROWSER_VARIABLE] = await ensureBrowser({ host, life, log })
  const root = await composeDeck('district', 'other-district')
  const reachLog = join(root, '.huibao', 'reach.log')
  const built = async (folder: string, variant: Variant = 'plain'): Promise<string> =>
    (await ensureSite({ root: folder, deck: await readDeck(folder), host, life, log, variant })).folder
  const watched = async (): Promise<string> =>
    (
      await ensureSite({
        root,
        deck: await readDeck(root),
        host,
        life,
        log,
        async build(options) {
          await mkdir(dirname(reachLog), { recursive: true })
          await rm(reachLog, { force: true })
          return buildSite({ ...options, host: { ...host, env: watchedEnv(reachLog, host.env) } })
        },
      })
    ).folder
  try {
    // Two at a time, for two cores, but never two of one deck: Slidev writes the same files for both, which one of them
    // may read half-written.
    const [deck, [plain, audience, presenter]] = await Promise.all([
      built(ROOT),
      (async () => [await watched(), await built(root, 'audience'), await built(root, 'presenter')] as const)(),
    ])
    provide('deck', deck)
    provide('district', { root, reachLog, plain, audience, presenter })
  } finally {
    await life.disposeAsync()
  }
}
