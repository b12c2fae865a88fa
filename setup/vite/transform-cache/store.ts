import { createHash } from 'node:crypto'
import { mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { forgetOld } from '../cache.ts'
import { writeFileAtomic } from '../write-file-atomic.ts'

/** Beyond that only what was used last is kept. */
const MOST = 4000

/** Results by their keys, kept from one process to the next. */
export interface Store {
  get: (key: string) => unknown
  set: (key: string, value: unknown) => void
  /** Writes what is new. What another process wrote meanwhile is lost, and made again. */
  save: () => Promise<void>
}

/** A digest of texts. */
export function keyOf(...texts: readonly string[]): string {
  const hash = createHash('sha256')
  for (const text of texts) hash.update(`${text.length}:`).update(text)
  return hash.digest('base64url')
}

/**
 * Opens what was kept under a name. What is not whole is as good as absent.
 * @param folder of everything that is kept; names that nobody saved for two weeks go
 */
export async function openStore(folder: string, name: string): Promise<Store> {
  const file = join(folder, `${name}.json`)
  const kept = await readKept(file)
  const used = new Map<string, unknown>()
  let fresh = false
  return {
    get(key) {
      const value = kept.get(key)
      if (value !== undefined) used.set(key, value)
      return value
    },
    set(key, value) {
      fresh = true
      used.set(key, value)
    },
    async save() {
      if (!fresh) return
      const all = kept.size + used.size > MOST ? used : new Map([...kept, ...used])
      const text = JSON.stringify([...all])
      await mkdir(folder, { recursive: true })
      await forgetOld(folder, Date.now())
      await writeFileAtomic(file, `${keyOf(text)}\n${text}`)
    },
  }
}

async function readKept(file: string): Promise<Map<string, unknown>> {
  try {
    const content = await readFile(file, 'utf8')
    const end = content.indexOf('\n')
    const text = content.slice(end + 1)
    if (keyOf(text) === content.slice(0, end)) return new Map(JSON.parse(text) as [string, unknown][])
  } catch {
    // There is none, or it cannot be read.
  }
  return new Map()
}
