import { mkdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../model/errors.ts'

/** What stands in the way for a moment: another process's folder, or a file of it that Windows still has open. */
const BUSY: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EBUSY', 'EACCES']
const ATTEMPTS = 20

/**
 * Puts the folder `fresh` in the place of `target`, which always is one of them whole, never a mixture. Of several
 * processes that do this at once the last one wins.
 * @param fresh on the same drive, under a name that no other process uses; what was there before goes by way of
 *   that name with `-old` behind it
 * @throws what the file system throws; then both folders are where they were
 */
export async function replaceDirectory(fresh: string, target: string): Promise<void> {
  const retired = `${fresh}-old`
  await mkdir(path.dirname(target), { recursive: true })
  for (let attempt = 1; ; attempt += 1) {
    try {
      await rename(target, retired).catch(ignoring('ENOENT'))
      await rename(fresh, target)
      break
    } catch (error) {
      // Back, unless another process has put its own there meanwhile.
      await rename(retired, target).catch(() => rm(retired, { recursive: true, force: true }))
      if (attempt === ATTEMPTS || !BUSY.includes(codeOf(error))) throw error
      await sleep(50 * attempt)
    }
  }
  await rm(retired, { recursive: true, force: true }).catch(() => {})
}

function ignoring(code: string): (error: unknown) => void {
  return error => {
    if (codeOf(error) !== code) throw error
  }
}
