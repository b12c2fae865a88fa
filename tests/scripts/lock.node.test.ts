import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { takeLock } from '../../scripts/lib/lock.ts'
import { temporaryFolder, testLifecycle } from './support/context.ts'

/** A lock that a process of this id has left or holds. */
function heldBy(pid: number): string {
  const lock = path.join(temporaryFolder(), 'lock')
  mkdirSync(lock)
  writeFileSync(path.join(lock, String(pid)), '')
  return lock
}

describe('a lock', () => {
  it('is had by one at a time, until the lifecycle ends, and leaves nothing', async () => {
    const folder = temporaryFolder()
    const lock = path.join(folder, 'deep', 'lock')
    const life = testLifecycle()
    expect(takeLock(lock, life)).toBe(undefined)
    expect(takeLock(lock, testLifecycle())).toBe(process.pid)
    expect(readdirSync(path.dirname(lock))).toEqual(['lock'])
    await life.disposeAsync()
    expect(readdirSync(path.dirname(lock))).toEqual([])
    expect(takeLock(lock, testLifecycle())).toBe(undefined)
  })

  it('of a process that lives is its own', () => {
    expect(takeLock(heldBy(process.ppid), testLifecycle())).toBe(process.ppid)
  })

  it('of a process that was killed is taken over', async () => {
    const lock = heldBy(999_999_999)
    const life = testLifecycle()
    expect(takeLock(lock, life)).toBe(undefined)
    expect(readdirSync(lock)).toEqual([String(process.pid)])
    await life.disposeAsync()
    expect(readdirSync(path.dirname(lock))).toEqual([])
  })

  it('that nobody has any more is taken', () => {
    const lock = path.join(temporaryFolder(), 'lock')
    mkdirSync(lock)
    expect(takeLock(lock, testLifecycle())).toBe(undefined)
  })

  it('that cannot be made throws what the file system throws', () => {
    const file = path.join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(() => takeLock(path.join(file, 'lock'), testLifecycle())).toThrow('ENOTDIR')
  })
})
