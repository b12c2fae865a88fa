import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFiles } from '../../scripts/lib/data-files/write-files.ts'

let root: string
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'huibao-files-'))
  await mkdir(path.join(root, 'data/figures'), { recursive: true })
  // A folder where a file should be can be neither read nor written.
  await mkdir(path.join(root, 'data/folder'), { recursive: true })
  await writeFile(path.join(root, 'data/folder/kept'), '')
  for (const name of ['one', 'two', 'figures/three']) await writeFile(path.join(root, `data/${name}.ts`), name)
})
afterEach(() => rm(root, { recursive: true, force: true }))

async function contents(): Promise<Record<string, string>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries.filter(entry => entry.isFile()).map(({ parentPath, name }) => path.join(parentPath, name))
  return Object.fromEntries(
    await Promise.all(
      files.sort().map(async file => [path.relative(root, file), await readFile(file, 'utf8')] as const),
    ),
  )
}

describe('files that are written together', () => {
  it('are written, made with their folders, and taken away', async () => {
    await writeFiles(
      root,
      new Map([
        ['data/one.ts', '1'],
        ['data/two.ts', null],
        ['data/tables/new.ts', 'new'],
      ]),
    )
    expect(await contents()).toEqual({
      'data/figures/three.ts': 'figures/three',
      'data/folder/kept': '',
      'data/one.ts': '1',
      'data/tables/new.ts': 'new',
    })
  })

  it.each([
    [
      'the last one',
      [
        ['data/one.ts', '1'],
        ['data/two.ts', null],
        ['data/new.ts', 'new'],
        ['data/folder', 'text'],
      ],
    ],
    [
      'the first one',
      [
        ['data/folder', 'text'],
        ['data/one.ts', '1'],
      ],
    ],
    [
      'one that is to go',
      [
        ['data/one.ts', '1'],
        ['data/folder', null],
      ],
    ],
    [
      'one below a file',
      [
        ['data/one.ts', '1'],
        ['data/two.ts/below.ts', 'text'],
      ],
    ],
    [
      'one whose place has become a folder',
      [
        ['data/one.ts', '1'],
        ['data/two.ts', null],
        ['data/other.ts', 'other'],
        ['data/later', 'text'],
        ['data/later/below.ts', 'text'],
      ],
    ],
  ] as const)('stay all as they were where %s cannot be written', async (_, files) => {
    const before = await contents()
    const wrong = files.find(([name]) => /folder|later|two.ts.below/.test(name))![0]
    await expect(writeFiles(root, new Map(files))).rejects.toMatchObject({
      message: expect.stringContaining(wrong) as string,
      hint: expect.stringContaining('什么也没有改') as string,
      cause: expect.any(Error) as Error,
    })
    expect(await contents()).toEqual(before)
  })
})
