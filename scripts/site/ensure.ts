import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { cacheFolder, readInstalled } from '../../setup/vite/cache.ts'
import { keyOf } from '../../setup/vite/transform-cache/store.ts'
import { readDeck, type Deck } from '../lib/deck.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { takeLock } from '../lib/lock.ts'
import type { Log } from '../lib/log.ts'
import type { Host } from '../lib/platform.ts'
import { step } from '../lib/steps.ts'
import { buildSite, type BuildOptions, type BuiltSite } from './build.ts'
import { keptEngineStamp, requireEngine } from './engine.ts'
import { hashInputs, listInputs, type InputOptions } from './inputs.ts'
import { readStamp } from './stamp.ts'
import { planOf, type SiteOptions, type Variant } from './variants.ts'

/** How often another process' build is looked for: milliseconds. */
const POLL = 200

export interface EnsureSiteOptions extends Pick<InputOptions, 'isOutput'>, SiteOptions {
  root: string
  deck: Deck
  host: Host
  life: Lifecycle
  log: Log
  /** Which site. Default: plain. */
  variant?: Variant
  /** Builds even where nothing has changed. */
  rebuild?: boolean
  build?: (options: BuildOptions) => Promise<BuiltSite>
}

export interface Site {
  /** The folder of the built site: an absolute path. */
  folder: string
  /** Whether an earlier build was kept, because nothing that it was built from has changed. */
  cached: boolean
  /** The deck's files that it is built from: absolute paths. */
  inputs: readonly string[]
}

/**
 * The built site of a deck, built anew only where something that it is built from has changed. A deck that is edited
 * while it is built is built once more; where that goes on, the site is not kept for the next time.
 * @throws HuibaoError where the build fails
 */
export async function ensureSite(options: EnsureSiteOptions): Promise<Site> {
  const { root, deck, host, life, log, isOutput, variant = 'plain', rebuild = false, build = buildSite } = options
  const { base, notes = false } = options
  const { folder: place, name, mark } = planOf(variant, { base, notes })
  await requireEngine(root)
  const engine = await step('stamp', () => keptEngineStamp(path.join(cacheFolder('engine', ENGINE_ROOT), 'stamp.json')))
  let files: string[] = []
  const stampOf = async (pages: readonly string[]): Promise<string> => {
    files = await listInputs(root, { pages, isOutput })
    return `${mark}${await hashInputs(root, files)} ${engine}`
  }
  const siteIn = (folder: string, cached: boolean): Site => ({
    folder,
    cached,
    inputs: files.map(file => path.join(root, file)),
  })
  const folder = path.join(root, place)
  const isKept = async (): Promise<boolean> =>
    !rebuild && (await readStamp(folder)) === (await step('stamp', () => stampOf(deck.files)))
  if (await isKept()) return siteIn(folder, true)
  await using part = life.part()
  if ((await waitForBuilding(root, part, log)) && (await isKept())) return siteIn(folder, true)
  const keep = rebuild ? undefined : await keptCompiled(engine)
  log.info(`正在建${name}……`)
  const first = await step('build', () =>
    build({ root, host, life, variant, base, notes, keep, theme: deck.theme, stamp: () => stampOf(deck.files) }),
  )
  if (first.current) return siteIn(first.folder, false)
  log.info(`建${name}的时候文稿有改动，正在重建……`)
  const { files: pages, theme } = await readDeck(root)
  const second = await build({ root, host, life, variant, base, notes, keep, theme, stamp: () => stampOf(pages) })
  return siteIn(second.folder, false)
}

/**
 * Waits until no other process builds a site of the deck, and keeps others from it for the lifecycle: Slidev writes the
 * same files for each, which another one may read half-written.
 * @returns whether there was anything to wait for
 */
async function waitForBuilding(root: string, life: Lifecycle, log: Log): Promise<boolean> {
  const lock = path.join(root, '.huibao', 'building')
  let waits = false
  for (let holder = takeLock(lock, life); holder !== undefined; holder = takeLock(lock, life)) {
    if (!waits) log.info(`另一条命令（进程 ${holder}）正在建这份文稿的网站，等它建完……`)
    waits = true
    await sleep(POLL)
  }
  return waits
}

/** What is compiled with one engine and its packages is kept under one name. */
async function keptCompiled(engine: string): Promise<BuildOptions['keep']> {
  const installed = await readInstalled(ENGINE_ROOT)
  if (installed === undefined) return undefined
  const name = keyOf(engine, installed, process.version)
  return { folder: cacheFolder('transforms', ENGINE_ROOT), name }
}
