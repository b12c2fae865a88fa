import { cp, mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { readDeck } from '../../scripts/lib/deck.ts'
import { codeOf } from '../../scripts/lib/errors.ts'
import type { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { silentLog } from '../../scripts/lib/log.ts'
import { currentHost } from '../../scripts/lib/platform.ts'
import { ensureSite } from '../../scripts/site/ensure.ts'
import { serveSite } from '../../scripts/site/serve.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/**
 * This project's own deck as a site: the one that is there where it is of today's files, else one built anew. It is a
 * copy, since a test beside this one may put another build in the site's place.
 * @returns its folder
 */
export async function copySite(life: Lifecycle): Promise<string> {
  const copy = join(ROOT, '.huibao', 'tests', `site-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  life.defer(() => rm(copy, { recursive: true, force: true, maxRetries: 5 }))
  await mkdir(copy, { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    const { folder } = await ensureSite({ root: ROOT, deck: await readDeck(ROOT), host: currentHost(), life, log: silentLog })
    try {
      await cp(folder, copy, { recursive: true })
      return copy
    }
    catch (error) {
      // The site was exchanged while it was copied.
      if (attempt === 3 || codeOf(error) !== 'ENOENT')
        throw error
    }
  }
}

/** Serves this project's own deck. @returns its origin */
export async function serveDeck(life: Lifecycle): Promise<string> {
  return serveSite(await copySite(life), life)
}
