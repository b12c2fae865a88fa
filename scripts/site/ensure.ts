import path from 'node:path'
import type { Deck } from '../lib/deck.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import type { Log } from '../lib/log.ts'
import type { Host } from '../lib/platform.ts'
import { buildSite, type BuildOptions } from './build.ts'
import { hashInputs, listInputs } from './inputs.ts'
import { readStamp } from './stamp.ts'

export interface EnsureSiteOptions {
  root: string
  deck: Deck
  host: Host
  life: Lifecycle
  log: Log
  /** Builds even where nothing has changed. */
  rebuild?: boolean
  build?: (options: BuildOptions) => Promise<string>
}

export interface Site {
  /** The folder of the built site: an absolute path. */
  folder: string
  /** Whether an earlier build was kept, because nothing that it was built from has changed. */
  cached: boolean
}

/**
 * The built site of a deck, built anew only where something that it is built from has changed.
 * @throws HuibaoError where the build fails
 */
export async function ensureSite(options: EnsureSiteOptions): Promise<Site> {
  const { root, deck, host, life, log, rebuild = false, build = buildSite } = options
  const stamp = await hashInputs(root, await listInputs(root, deck.files))
  const folder = path.join(root, 'dist')
  if (!rebuild && await readStamp(folder) === stamp) return { folder, cached: true }
  log.info('正在建网站……')
  return { folder: await build({ root, host, life, stamp }), cached: false }
}
