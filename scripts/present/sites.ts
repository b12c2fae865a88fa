import { mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Context } from '../lib/command.ts'
import type { Deck } from '../lib/deck.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { ensureSite } from '../site/ensure.ts'
import { copyPacked } from '../site/pack.ts'

/**
 * The sites that a server needs, as packed copies of its own: what is built anew while it runs does not change what it
 * serves. They go with the lifecycle.
 * @returns their folders, in the order of `variants`
 * @throws HuibaoError where one does not build
 */
export async function prepareSites<const Variants extends readonly ('audience' | 'presenter')[]>(
  variants: Variants,
  { root, host, life, log }: Pick<Context, 'root' | 'host' | 'life' | 'log'>,
  { deck, rebuild }: { deck: Deck; rebuild: boolean },
): Promise<{ [Index in keyof Variants]: string }> {
  const above = path.join(root, '.huibao', 'present')
  await removeStale(above, /^run-(\d+)-/)
  const own = path.join(above, `run-${process.pid}-${Math.random().toString(36).slice(2, 8)}`)
  life.defer(() => rm(own, { recursive: true, force: true, maxRetries: 5 }))
  const folders: string[] = []
  // One after the other: two builds at once are slower on the laptops that present.
  for (const variant of variants) {
    const { folder } = await ensureSite({ root, deck, host, life, log, variant, rebuild })
    const copy = path.join(own, variant)
    await mkdir(copy, { recursive: true })
    await copyPacked(folder, copy)
    folders.push(copy)
  }
  return folders as { [Index in keyof Variants]: string }
}
