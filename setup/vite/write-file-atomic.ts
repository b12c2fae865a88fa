import { rmSync } from 'node:fs'
import { mkdir, rename as renameFile, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf } from '../../model/errors.ts'

/** What Windows answers as long as a virus scanner or an indexer has the file open. */
const BUSY: readonly (string | undefined)[] = ['EPERM', 'EBUSY', 'EACCES']
const ATTEMPTS = 6

export interface WriteOptions {
  /** Whether nobody else may read the file, nor folders that are made for it; default false. */
  ownerOnly?: boolean
  /** How the file system moves a file; as it does by default. */
  rename?: typeof renameFile
}

/** A file that is written beside its place, and not there yet. */
export interface StagedFile {
  /** Puts it into its place. @throws what the file system throws; the earlier file is still there then */
  place: () => Promise<void>
  /** Takes it away; once it is in its place, nothing. */
  discard: () => Promise<void>
}

/** What is written and in no place yet: taken away where the process ends before. */
const staged = new Set<string>()

function discardAll(): void {
  for (const beside of staged) rmSync(beside, { force: true })
}

/**
 * Writes a file beside its place. One process must not do so twice at a time. Makes the folders above.
 * @throws what the file system throws; nothing is left beside then
 */
export async function stageFile(
  file: string,
  data: string | Uint8Array,
  { ownerOnly = false, rename = renameFile }: WriteOptions = {},
): Promise<StagedFile> {
  const beside = `${file}.${process.pid}.tmp`
  if (staged.size === 0) process.once('exit', discardAll)
  staged.add(beside)
  const forget = (): void => {
    staged.delete(beside)
    if (staged.size === 0) process.off('exit', discardAll)
  }
  const discard = async (): Promise<void> => {
    await rm(beside, { force: true }).catch(() => {})
    forget()
  }
  try {
    await mkdir(dirname(file), { recursive: true, ...(ownerOnly && { mode: 0o700 }) })
    await writeFile(beside, data, ownerOnly ? { mode: 0o600 } : {})
  } catch (error) {
    await discard()
    throw error
  }
  return {
    discard,
    place: async () => {
      await moved(rename, beside, file)
      forget()
    },
  }
}

async function moved(rename: typeof renameFile, beside: string, file: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(beside, file)
    } catch (error) {
      if (attempt === ATTEMPTS || !BUSY.includes(codeOf(error))) throw error
      await sleep(10 * attempt)
    }
  }
}

/**
 * Writes a file that is whole at any time, the earlier one or the new one, also where several processes write it.
 * One process must not write it twice at a time. Makes the folders above.
 * @throws what the file system throws; the earlier file is still there then
 */
export async function writeFileAtomic(
  file: string,
  data: string | Uint8Array,
  options: WriteOptions = {},
): Promise<void> {
  const { place, discard } = await stageFile(file, data, options)
  try {
    await place()
  } finally {
    await discard()
  }
}
