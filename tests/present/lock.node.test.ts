import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { lockFolder } from '../../scripts/present/lock.ts'

let folder: string
const life = (): Lifecycle => new Lifecycle()
const lock = (): string => join(folder, 'state', 'lock')
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huibao-lock-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

describe('the lock of a meeting', () => {
  it('is there as long as the command, for the owner alone', async () => {
    const own = life()
    await lockFolder(join(folder, 'state'), own)
    expect(await readFile(lock(), 'utf8')).toBe(String(process.pid))
    expect((await stat(lock())).mode & 0o777).toBe(0o600)
    await own.disposeAsync()
    await expect(stat(lock())).rejects.toThrow('ENOENT')
  })

  it('of a process that lives is respected; that of one that was killed, or is another by now, is not', async () => {
    const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    try {
      await once(other, 'spawn')
      const own = life()
      await lockFolder(join(folder, 'state'), own)
      await writeFile(lock(), String(other.pid))
      await expect(lockFolder(join(folder, 'state'), life())).rejects.toMatchObject({
        name: 'HuibaoError',
        message: `这份文稿已经在放映（进程 ${other.pid}）`,
      })
      // Nobody has touched it for a minute: the id belongs to another program.
      await own.disposeAsync()
      await writeFile(lock(), String(other.pid))
      await utimes(lock(), new Date(), new Date(Date.now() - 60_000))
      await lockFolder(join(folder, 'state'), life())
    } finally {
      other.kill('SIGKILL')
      await once(other, 'close')
    }
    await writeFile(lock(), String(other.pid))
    await lockFolder(join(folder, 'state'), life())
    expect(await readFile(lock(), 'utf8')).toBe(String(process.pid))
  })

  it.each(['', 'x', '-1', '0', '99999999999'])("that says %j is nobody's", async text => {
    await lockFolder(join(folder, 'state'), life())
    await writeFile(lock(), text)
    await lockFolder(join(folder, 'state'), life())
    expect(await readFile(lock(), 'utf8')).toBe(String(process.pid))
  })
})
