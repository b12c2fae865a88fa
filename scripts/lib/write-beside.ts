import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../model/errors.ts'

/** What Windows answers as long as a virus scanner or an indexer has the file open. */
const BUSY: readonly (string | undefined)[] = ['EPERM', 'EBUSY', 'EACCES']
const ATTEMPTS = 6

/**
 * Writes a file for the owner alone: beside it, then in its place, so that it is whole whenever the process ends. Of
 * one file there must not be two writes at a time.
 */
export async function writeBeside(file: string, text: string): Promise<void> {
  const beside = `${file}.new`
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 })
  await writeFile(beside, text, { mode: 0o600 })
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(beside, file)
    } catch (error) {
      if (attempt === ATTEMPTS || !BUSY.includes(codeOf(error))) {
        await rm(beside, { force: true }).catch(() => {})
        throw error
      }
      await sleep(10 * attempt)
    }
  }
}
