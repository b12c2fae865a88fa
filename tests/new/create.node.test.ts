import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { loadDeck } from '../../model/load.ts'
import { parseCheckArgs } from '../../scripts/check/args.ts'
import { checkDeck } from '../../scripts/check/check.ts'
import { Lifecycle } from '../../scripts/lib/lifecycle.ts'
import { createDeck, type DeckContent } from '../../scripts/new/create.ts'
import { engineSpec } from '../../scripts/new/engine-spec.ts'
import { temporaryFolder, testContext } from '../scripts/support/context.ts'

function create(folder: string, engine?: string): Promise<string> {
  return createDeck({ folder, root: temporaryFolder(), engine, life: new Lifecycle() })
}

describe('a new deck', () => {
  it('holds slides, data, pictures and a package that names the engine, and nothing of the engine', async () => {
    const folder = await create(path.join(temporaryFolder(), '明年 的汇报'))
    expect(readdirSync(folder).sort()).toEqual(
      [
        '.gitignore',
        '.npmrc',
        'README.md',
        'data',
        'package.json',
        'public',
        'slides.md',
        'tests',
        'tsconfig.json',
        '原文.txt',
      ].sort(),
    )
    const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as {
      slidev: object
      dependencies: Record<string, string>
      devDependencies: Record<string, string>
      overrides: object
    }
    expect(manifest.slidev).toEqual({ addons: ['huibao'] })
    expect(path.resolve(folder, manifest.dependencies.huibao!.replace('file:', ''))).toBe(ENGINE_ROOT)
    expect(Object.values(manifest.devDependencies)).not.toContain(undefined)
    const engine = JSON.parse(readFileSync(path.join(ENGINE_ROOT, 'package.json'), 'utf8')) as { overrides: object }
    expect(manifest.overrides).toEqual(engine.overrides)
  })

  it('has data, clauses and a source that agree', async () => {
    const folder = await create(path.join(temporaryFolder(), 'deck'))
    expect((await loadDeck(folder)).problems).toEqual([])
    for (const args of [['facts'], ['facts', '--source', '原文.txt']]) {
      const { findings } = await checkDeck(parseCheckArgs(args), testContext(folder))
      expect(findings).toEqual([])
    }
  })

  it('is written into an empty folder that is there, such as the one that the terminal is in', async () => {
    const folder = temporaryFolder()
    await create(folder)
    expect(readdirSync(folder)).toContain('slides.md')
    expect(readdirSync(folder).filter(name => name.startsWith('.huibao'))).toEqual([])
  })

  it.each([
    ['holds something', (folder: string) => writeFileSync(path.join(folder, 'a.txt'), ''), '里已经有东西'],
    ['holds a hidden file', (folder: string) => writeFileSync(path.join(folder, '.keep'), ''), '里已经有东西'],
  ])('is not written into a folder that %s', async (_, fill, message) => {
    const folder = temporaryFolder()
    fill(folder)
    const before = readdirSync(folder)
    await expect(create(folder)).rejects.toThrow(message)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('is not written in the place of a file, nor with an engine that is not there', async () => {
    const folder = temporaryFolder()
    writeFileSync(path.join(folder, 'file'), '')
    await expect(create(path.join(folder, 'file'))).rejects.toThrow('是一个文件')
    await expect(create(path.join(folder, 'deck'), './nothing.tgz')).rejects.toThrow('没有找到引擎')
    expect(readdirSync(folder)).toEqual(['file'])
  })
})

describe('a new deck that does not come about', () => {
  const content = (finish: DeckContent['finish']): DeckContent => ({
    files: new Map([
      ['slides.md', '# 一'],
      ['data/deck.ts', ''],
    ]),
    ...(finish && { finish }),
  })
  const createWith = (folder: string, finish: DeckContent['finish'], life = new Lifecycle()): Promise<string> =>
    createDeck({ folder, root: temporaryFolder(), engine: undefined, content: content(finish), life })

  it.each<[string, string]>([
    ['in a folder that was not there', 'deck'],
    ['below folders that were not there', 'next/year/deck'],
    ['in an empty folder', ''],
  ])('leaves nothing where the last step fails, %s', async (_, name) => {
    const root = temporaryFolder()
    await expect(createWith(path.join(root, name), () => Promise.reject(new Error('满了')))).rejects.toThrow('满了')
    expect(readdirSync(root)).toEqual([])
  })

  it('leaves what others have put there meanwhile', async () => {
    const root = temporaryFolder()
    const other = path.join(root, 'slides.md', 'theirs')
    await expect(createWith(root, async () => void mkdirSync(other, { recursive: true }))).rejects.toThrow('写不进')
    expect(readdirSync(root, { recursive: true }).sort()).toEqual(['slides.md', path.join('slides.md', 'theirs')])
  })

  it('leaves nothing where it is interrupted, whatever is being written then', async () => {
    const root = temporaryFolder()
    const life = new Lifecycle()
    let interrupt = (): void => {}
    const ended = new Promise<string[]>(resolve => {
      life.listen({ on: (name, listener) => name === 'SIGINT' && (interrupt = listener) }, () =>
        resolve(readdirSync(root)),
      )
    })
    const made = createWith(
      path.join(root, 'deck'),
      async folder => {
        interrupt()
        for (let turn = 0; turn < 50; turn++) await new Promise(setImmediate)
        mkdirSync(path.join(folder, 'late'), { recursive: true })
      },
      life,
    )
    await expect(made).rejects.toThrow()
    expect(await ended).toEqual([])
  })
})

describe('the engine of a new deck', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'huibao-engine-'))
  writeFileSync(path.join(folder, 'huibao-1.2.3.tgz'), '')
  const deck = path.join(folder, 'next')
  const installed = path.join(folder, 'this', 'node_modules', 'huibao')
  mkdirSync(installed, { recursive: true })
  mkdirSync(path.join(folder, 'engine'))
  writeFileSync(path.join(folder, 'engine', 'package.json'), '{ "name": "huibao" }')

  it.each([
    ['a tarball, relative to where it was typed', 'huibao-1.2.3.tgz', 'file:../huibao-1.2.3.tgz'],
    ['a folder', './engine', 'file:../engine'],
    ['a version', '^1.2.3', '^1.2.3'],
  ])('is %s', async (_, engine, expected) => {
    expect(await engineSpec({ engine, root: folder, folder: deck })).toBe(expected)
  })

  it.each(['', 'file:', './this', './nothing', 'nonsense', 'a b; rm'])('is not %j', async engine => {
    await expect(engineSpec({ engine, root: folder, folder: deck })).rejects.toThrow('没有找到引擎')
  })

  it.each([
    ['file:../huibao-1.2.3.tgz', 'file:../huibao-1.2.3.tgz'],
    ['^1.2.3', '^1.2.3'],
  ])('is the one that runs, as the folder that has it installed asks for it: %s', async (spec, expected) => {
    writeFileSync(path.join(folder, 'this', 'package.json'), JSON.stringify({ dependencies: { huibao: spec } }))
    const options = { engine: undefined, root: folder, folder: deck, engineRoot: installed }
    expect(await engineSpec(options)).toBe(expected)
  })
})
