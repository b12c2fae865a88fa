import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../model/errors.ts'
import { sweepAbandoned } from '../lib/sweep.ts'

/** The folder for work in progress: in the project, for a rename to reach the site's place. */
const WORKSHOP = '.huibao'

/** A folder in the project, relative to its root, that no other process uses. */
export function asideFolder(purpose: string): string {
  return path.join(WORKSHOP, `site-${process.pid}-${purpose}-${Math.random().toString(36).slice(2, 8)}`)
}

/**
 * Puts the folder `fresh` in the place of `target`, which always is one build whole, never a mixture.
 * Of several processes that do this at once the last one wins.
 */
export async function swapFolder(root: string, fresh: string, target: string): Promise<void> {
  const retired = path.join(root, asideFolder('old'))
  await Promise.all([retired, target].map(folder => mkdir(path.dirname(folder), { recursive: true })))
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(target, retired).catch(ignoring('ENOENT'))
      await rename(fresh, target)
      break
    } catch (error) {
      // Another build took the place between the two renames, or Windows still has a file of it open.
      if (attempt === 20 || !['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY', 'EACCES'].includes(codeOf(error) ?? ''))
        throw error
      await rm(retired, { recursive: true, force: true })
      await sleep(50 * attempt)
    }
  }
  await rm(retired, { recursive: true, force: true }).catch(() => {})
}

/** Removes what builds that were killed have left. */
export async function removeAbandoned(root: string): Promise<void> {
  await sweepAbandoned(path.join(root, WORKSHOP), /^site-(\d+)-/)
}

function ignoring(code: string): (error: unknown) => void {
  return error => {
    if (codeOf(error) !== code) throw error
  }
}
