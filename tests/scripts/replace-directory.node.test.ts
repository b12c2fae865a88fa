import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { replaceDirectory } from '../../scripts/lib/replace-directory.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'huibao-replace-'))
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function make(folder: string, name: string): Promise<string> {
  const made = path.join(root, folder)
  await mkdir(made, { recursive: true })
  await writeFile(path.join(made, name), folder)
  return made
}

// Several at once: see "at the same time as others" in site.node.test.ts.
describe('replaceDirectory', () => {
  it('puts a folder in the place of another, of which nothing remains', async () => {
    const [fresh, target] = [await make('fresh', 'a'), await make('target', 'b')]
    await replaceDirectory(fresh, target)
    expect(await readdir(root)).toEqual(['target'])
    expect(await readdir(target)).toEqual(['a'])
  })

  it('puts a folder where there was none, below folders that are not there either', async () => {
    await replaceDirectory(await make('fresh', 'a'), path.join(root, 'x', 'y', 'target'))
    expect(await readFile(path.join(root, 'x/y/target/a'), 'utf8')).toBe('fresh')
  })

  it('that fails leaves the earlier folder where it was', async () => {
    const target = await make('target', 'b')
    await expect(replaceDirectory(path.join(root, 'nowhere'), target)).rejects.toThrow('ENOENT')
    expect(await readdir(root)).toEqual(['target'])
    expect(await readFile(path.join(target, 'b'), 'utf8')).toBe('target')
  })
})
