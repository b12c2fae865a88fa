import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, HuibaoError } from '../../model/errors.ts'

/** Milliseconds between tries, after which a lock is one that was left behind, and after which we give up. */
const RETRY = 20
const STALE = 10_000
const PATIENCE = 15_000

/**
 * Does a short piece of work while nobody else does it who takes the same lock, in this process or another.
 * @param file is there as long as somebody works
 * @throws HuibaoError where others never come to an end
 */
export async function withLock<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
  await mkdir(path.dirname(file), { recursive: true })
  for (let waited = 0; !(await take(file)); waited += RETRY) {
    if (waited > PATIENCE)
      throw new HuibaoError(`等了 ${PATIENCE / 1000} 秒，别人还在写`, { hint: `没有别人在写的话，请删去 ${file}。` })
    if (await isStale(file)) await rm(file, { force: true })
    await sleep(RETRY)
  }
  try {
    return await work()
  } finally {
    await rm(file, { force: true })
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    // Windows says EPERM of a file that is just being removed.
    if (codeOf(error) === 'EEXIST' || codeOf(error) === 'EPERM') return false
    throw error
  }
}

async function isStale(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: Infinity }))
  return Date.now() - mtimeMs > STALE
}
