import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { codeOf } from '../../model/errors.ts'
import type { Lifecycle } from './lifecycle.ts'
import { isAlive } from './remove-stale.ts'

/** What systems answer where a folder is to get the name of one that holds something. */
const TAKEN: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES', 'EBUSY']
const ATTEMPTS = 20

/**
 * Takes a lock that one process at a time can have, until the lifecycle ends: a folder that holds a file called by the
 * id of the process. What a process that was killed has left is taken over.
 * @returns the id of the process that has it, which may be this one; undefined where it has been taken
 * @throws what the file system throws
 */
export function takeLock(folder: string, life: Lifecycle): number | undefined {
  const own = `${folder}-${process.pid}`
  try {
    mkdirSync(own, { recursive: true })
    writeFileSync(path.join(own, String(process.pid)), '')
    for (let attempt = 1; ; attempt += 1) {
      try {
        // Filled before it gets its name: whoever finds the lock finds out whose it is.
        renameSync(own, folder)
        life.defer(() => release(folder, process.pid))
        return undefined
      } catch (error) {
        if (attempt === ATTEMPTS || !TAKEN.includes(codeOf(error))) throw error
      }
      const holder = holderOf(folder)
      if (holder !== undefined && isAlive(holder)) return holder
      release(folder, holder)
    }
  } finally {
    rmSync(own, { recursive: true, force: true })
  }
}

function holderOf(folder: string): number | undefined {
  try {
    const [name] = readdirSync(folder)
    return name === undefined ? undefined : Number(name)
  } catch {
    // Given back meanwhile.
    return undefined
  }
}

/** Takes away what one process has put there, and never what another one has put there since. */
function release(folder: string, holder: number | undefined): void {
  if (holder !== undefined) rmSync(path.join(folder, String(holder)), { force: true })
  try {
    rmdirSync(folder)
  } catch {
    // Another process was faster, in giving it back or in taking it.
  }
}
