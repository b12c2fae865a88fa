import type { FullFont } from './faces.ts'
import type { SubsetJob } from './subset-worker.ts'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { nodeModule } from '../../../model/engine.ts'
import { forgetOld } from '../cache.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'

// Kerning, marks and contextual spacing of Chinese punctuation. Left out are the alternates (aalt, hwid, fwid, pwid,
// hist, dlig, ruby), whose glyphs no style of the deck asks for and which add a fifth to the size.
const FEATURES = [
  'ccmp',
  'locl',
  'kern',
  'mark',
  'liga',
  'tnum',
  'palt',
  'halt',
  'chws',
  'vert',
  'vhal',
  'vpal',
  'vchw',
  'vkrn',
]

/** To be raised when the way of subsetting changes, so that no stale file is taken from the cache. */
const RECIPE = 2

/** Cuts a font down to `characters`; the result is WOFF2. */
export type Subset = (font: Buffer, characters: string) => Promise<Buffer>

/** Subsetting by HarfBuzz, hints and layout features kept, in a thread of its own: a build goes on meanwhile. */
export const subsetWithHarfbuzz: Subset = (font, characters) =>
  new Promise((resolve, reject) => {
    const job: SubsetJob = { font, characters, features: FEATURES }
    const worker = new Worker(nodeModule(new URL('./subset-worker.ts', import.meta.url)), { workerData: job })
    worker.once('message', (subset: Uint8Array) => resolve(Buffer.from(subset)))
    worker.once('error', reject)
    worker.once('exit', code => reject(new Error(`裁剪字体的线程没有完成（${code}）`)))
  })

/**
 * The path of the WOFF2 subset of a font, made only where the same font was not subset to the same characters before.
 * @param directory Where subsets are kept from one build to the next.
 */
export async function cachedSubset(
  { identity, read }: FullFont,
  name: string,
  characters: string,
  directory: string,
  subset: Subset = subsetWithHarfbuzz,
): Promise<string> {
  const key = createHash('sha256')
    .update(JSON.stringify([RECIPE, FEATURES, characters, identity]))
    .digest('hex')
    .slice(0, 16)
  const path = join(directory, key, `${name}.woff2`)
  const cached = await readFile(path).catch(() => null)
  if (cached?.length) return path
  await forgetOld(directory, Date.now())
  await writeFileAtomic(path, await subset(read(), characters))
  return path
}
