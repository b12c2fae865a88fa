import { mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { codeOf, HuibaoError } from '../../model/errors.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { isAlive } from '../lib/remove-stale.ts'

/** How often the lock is touched, and for how long it holds without, in milliseconds. */
const SIGN = 3_000
const HOLDS = 15_000

/**
 * Takes a folder for this process alone, until the lifecycle ends. What a killed process has left does not stand in the
 * way, even where its id has gone to another program since.
 * @throws HuibaoError where another process has it
 */
export async function lockFolder(folder: string, life: Lifecycle): Promise<void> {
  const file = path.join(folder, 'lock')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  for (let attempt = 1; ; attempt += 1) {
    try {
      await writeFile(file, String(process.pid), { flag: 'wx', mode: 0o600 })
      const signs = setInterval(() => void utimes(file, new Date(), new Date()).catch(() => {}), SIGN)
      signs.unref()
      life.defer(() => {
        clearInterval(signs)
        return rm(file, { force: true })
      })
      return
    } catch (error) {
      if (codeOf(error) !== 'EEXIST' || attempt === 3) throw error
    }
    const holder = Number(await readFile(file, 'utf8').catch(() => ''))
    if (holder > 0 && holder !== process.pid && isAlive(holder) && (await isFresh(file))) {
      throw new HuibaoError(`这份文稿已经在放映（进程 ${holder}）`, {
        hint: '请用那一个；要重新开始，先在它的窗口按 Ctrl-C。',
      })
    }
    await rm(file, { force: true })
  }
}

async function isFresh(file: string): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: -Infinity }))
  return Date.now() - mtimeMs < HOLDS
}
