import { cp, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { onTestFinished } from 'vitest'
import { ROOT } from './project.ts'

/** Folders of copies that there are. */
const taken = new Set<string>()

function freeFolder(deck: string): string {
  for (let number = 0; ; number += 1) {
    const folder = path.join(ROOT, '.huibao', `copy-${process.pid}-${number}-${deck}`)
    if (!taken.has(folder)) return folder
  }
}

/**
 * A copy of a deck's data, gone when the test ends; in the engine's folder, so that what it imports is found. Copies of
 * one deck follow each other in the same folder: jiti keeps what it has made of a file by its path.
 * @param deck its folder, from that of this repository
 */
export async function copyData(deck: string): Promise<string> {
  const folder = freeFolder(deck === '.' ? 'root' : path.basename(deck))
  taken.add(folder)
  onTestFinished(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    taken.delete(folder)
  })
  await cp(path.join(ROOT, deck, 'data'), path.join(folder, 'data'), { recursive: true })
  return folder
}
