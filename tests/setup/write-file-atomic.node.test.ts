import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as fs from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { writeFileAtomic } from '../../setup/vite/write-file-atomic.ts'

const rename = vi.fn(fs.rename)
const failure = (code: string): Error => Object.assign(new Error(code), { code })

let folder: string
beforeEach(async () => {
  folder = await fs.mkdtemp(join(tmpdir(), 'huibao-write-'))
  rename.mockClear()
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

describe('writeFileAtomic', () => {
  it.each([
    ['text', '甲', '甲'],
    ['bytes', new TextEncoder().encode('乙'), '乙'],
  ])('puts %s in the place of an earlier file, and leaves nothing else', async (_, data, text) => {
    const file = join(folder, 'a')
    await fs.writeFile(file, '旧的，更长')
    await writeFileAtomic(file, data)
    expect(await fs.readFile(file, 'utf8')).toBe(text)
    expect(await fs.readdir(folder)).toEqual(['a'])
  })

  it.skipIf(process.platform === 'win32')('keeps a file to its owner where that is asked for', async () => {
    const modes = async (...names: string[]): Promise<string[]> =>
      Promise.all(names.map(async name => ((await fs.stat(join(folder, name))).mode & 0o077).toString(8)))
    await writeFileAtomic(join(folder, 'own/folder/a'), '', { ownerOnly: true })
    expect(await modes('own', 'own/folder', 'own/folder/a')).toEqual(['0', '0', '0'])
    await writeFileAtomic(join(folder, 'all/a'), '')
    expect(await modes('all', 'all/a')).not.toContain('0')
  })

  it.each(['EPERM', 'EBUSY', 'EACCES'])('tries again as long as Windows answers %s', async code => {
    rename.mockRejectedValueOnce(failure(code)).mockRejectedValueOnce(failure(code))
    await writeFileAtomic(join(folder, 'a'), '甲', { rename })
    expect(rename).toHaveBeenCalledTimes(3)
    expect(await fs.readFile(join(folder, 'a'), 'utf8')).toBe('甲')
  })

  it.each([
    ['at once', 'EIO', 1],
    ['in the end', 'EBUSY', 6],
  ])('gives up %s at %s, with the earlier file in its place', async (_, code, calls) => {
    await fs.writeFile(join(folder, 'a'), '旧')
    for (let call = 0; call < calls; call += 1) rename.mockRejectedValueOnce(failure(code))
    await expect(writeFileAtomic(join(folder, 'a'), '新', { rename })).rejects.toThrow(code)
    expect(rename).toHaveBeenCalledTimes(calls)
    expect(await fs.readFile(join(folder, 'a'), 'utf8')).toBe('旧')
    expect(await fs.readdir(folder)).toEqual(['a'])
  })

  it('leaves nothing behind where its process ends in the middle', async () => {
    const program = `
      import { existsSync, writeFileSync } from 'node:fs'
      import { writeFileAtomic } from ${JSON.stringify(new URL('../../setup/vite/write-file-atomic.ts', import.meta.url).href)}
      const file = ${JSON.stringify(join(folder, 'a'))}
      writeFileSync(file, '旧')
      void writeFileAtomic(file, Buffer.alloc(64 * 2 ** 20))
      const wait = () => existsSync(file + '.' + process.pid + '.tmp') ? process.exit(130) : setImmediate(wait)
      wait()
    `
    const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
    expect(await once(child, 'close')).toEqual([130, null])
    expect(await fs.readdir(folder)).toEqual(['a'])
    expect(await fs.readFile(join(folder, 'a'), 'utf8')).toBe('旧')
  })
})
