import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { setImmediate } from 'node:timers/promises'
import { spawnSync } from 'node:child_process'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { withLock } from '../../scripts/review/lock.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'huibao-lock-'))
})
afterEach(() => rmSync(root, { recursive: true }))

const lock = (): string => path.join(root, 'some.lock')
/** The lock as the process of an id holds it. */
const hold = (pid: number, host = hostname()): string => {
  const holder = `${pid}.1.${host}`
  mkdirSync(path.join(lock(), holder), { recursive: true })
  return holder
}
/** Id of a process that has ended. */
const dead = (): number => spawnSync(process.execPath, ['-e', '']).pid

describe('a lock', () => {
  it('lets in one at a time, behind a process that was killed too, and leaves nothing', async () => {
    hold(dead())
    let [inside, most, done] = [0, 0, 0]
    const work = async (): Promise<void> => {
      inside += 1
      most = Math.max(most, inside)
      for (let turn = 0; turn < 5; turn += 1) await setImmediate()
      inside -= 1
      done += 1
    }
    await Promise.all(Array.from({ length: 30 }, () => withLock(lock(), work)))
    expect([most, done]).toEqual([1, 30])
    expect(readdirSync(root)).toEqual([])
  })

  it.each([
    ['a process that lives', () => hold(process.pid)],
    ['another machine, whose processes are not known here', () => hold(dead(), 'elsewhere')],
  ])('of %s is waited for, and stays', async (_, held) => {
    const holder = held()
    await expect(withLock(lock(), () => Promise.resolve(), 0)).rejects.toThrow('别人还在写')
    expect(readdirSync(lock())).toEqual([holder])
    expect(readdirSync(root)).toEqual(['some.lock'])
  })

  it('that somebody else has by then is not released', async () => {
    await withLock(lock(), () => {
      rmSync(lock(), { recursive: true })
      hold(process.ppid)
      return Promise.resolve()
    })
    expect(readdirSync(lock())).toEqual([`${process.ppid}.1.${hostname()}`])
  })

  it('is free after work that failed', async () => {
    await expect(withLock(lock(), () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    expect(readdirSync(root)).toEqual([])
  })
})
