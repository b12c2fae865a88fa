import { rmSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../model/errors.ts'

/** What Windows answers as long as a virus scanner or an indexer has the file open. */
const BUSY: readonly (string | undefined)[] = ['EPERM', 'EBUSY', 'EACCES']
const ATTEMPTS = 6

/**
 * Writes a file that is whole at any time, the earlier one or the new one, also where several processes write it:
 * beside its place, then into it. One process must not write it twice at a time. Makes the folders above.
 * @param options.ownerOnly whether nobody else may read the file, nor folders that are made for it; default false
 * @throws what the file system throws; the earlier file is still there then
 */
export async function writeFileAtomic(
  file: string,
  data: string | Uint8Array,
  { ownerOnly = false }: { ownerOnly?: boolean } = {},
): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`
  const discard = (): void => rmSync(beside, { force: true })
  process.once('exit', discard)
  try {
    await mkdir(dirname(file), { recursive: true, ...(ownerOnly && { mode: 0o700 }) })
    await writeFile(beside, data, ownerOnly ? { mode: 0o600 } : {})
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await rename(beside, file)
      } catch (error) {
        if (attempt === ATTEMPTS || !BUSY.includes(codeOf(error))) throw error
        await sleep(10 * attempt)
      }
    }
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {})
    throw error
  } finally {
    process.off('exit', discard)
  }
}
