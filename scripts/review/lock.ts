import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { codeOf, HuibaoError } from '../../model/errors.ts'
import { isAlive } from '../lib/remove-stale.ts'

/** Milliseconds between tries, and after which we give up. */
const RETRY = 20
const PATIENCE = 15_000

/** What is said of a folder that another one cannot take the place of: by POSIX, and by Windows. */
const TAKEN: readonly (string | undefined)[] = ['ENOTEMPTY', 'EEXIST', 'EPERM', 'EACCES']

/**
 * Does a short piece of work while nobody else does it who takes the same lock, in this process or another. What a
 * process that was killed has left does not stand in the way.
 * @param lock a folder that is there as long as somebody works; it holds one entry, named after whose it is, so that
 *   nobody can take away what another one has by then
 * @param patience milliseconds after which we give up
 * @throws HuibaoError where others never come to an end
 */
export async function withLock<Result>(
  lock: string,
  work: () => Promise<Result>,
  patience = PATIENCE,
): Promise<Result> {
  const own = `${process.pid}.${randomUUID()}.${hostname()}`
  const fresh = `${lock}-${own}`
  await mkdir(path.join(fresh, own), { recursive: true })
  try {
    for (let waited = 0; !(await take(fresh, lock)); waited += RETRY) {
      if (waited >= patience)
        throw new HuibaoError(`等了 ${patience / 1000} 秒，别人还在写`, {
          hint: `没有别人在写的话，请删去 ${lock}。`,
        })
      await release(lock, (await readdir(lock).catch(() => [])).filter(hasDied))
      await sleep(RETRY)
    }
    return await work()
  } finally {
    await release(lock, [own])
    await rm(fresh, { recursive: true, force: true })
  }
}

/** Puts a lock in its place in one step, with whose it is in it. */
async function take(fresh: string, lock: string): Promise<boolean> {
  try {
    await rename(fresh, lock)
    return true
  } catch (error) {
    if (TAKEN.includes(codeOf(error))) return false
    throw error
  }
}

/** Takes holders away, and the lock where it has none then: one that is half released, too. */
async function release(lock: string, holders: readonly string[]): Promise<void> {
  for (const folder of [...holders.map(holder => path.join(lock, holder)), lock]) await rmdir(folder).catch(() => {})
}

/** Whether a process of this machine that had the lock is no more; of another machine nobody knows. */
function hasDied(holder: string): boolean {
  const [, pid, host] = /^(\d+)\.[\w-]+\.(.*)$/.exec(holder) ?? []
  return host === hostname() && !isAlive(Number(pid))
}
