import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { codeOf } from '../../model/errors.ts'

/**
 * Removes what processes that were killed have left in a folder; a folder that does not exist has nothing.
 * @param pattern of the names: its first group is the id of the process that made it
 */
export async function removeStale(folder: string, pattern: RegExp): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const pid = pattern.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) await rm(path.join(folder, name), { recursive: true, force: true })
  }
}

/** Whether there is a process of that id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}
