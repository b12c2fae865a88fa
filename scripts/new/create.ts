import { cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { codeOf, HuibaoError, messageOf } from '../../model/errors.ts'
import { ENGINE_ROOT } from '../../model/engine.ts'
import type { Lifecycle } from '../lib/lifecycle.ts'
import { requireUsablePath } from '../site/engine.ts'
import { engineSpec } from './engine-spec.ts'
import { deckPackage, type EnginePackage } from './package.ts'

const TEMPLATE = path.join(import.meta.dirname, 'deck')

export interface CreateOptions {
  /** The folder of the new deck: an absolute path. */
  folder: string
  /** What a relative `engine` is relative to. */
  root: string
  /** Where the engine comes from: a folder, a tarball, or what npm takes for a version. Default: the one that runs. */
  engine: string | undefined
  /** What the deck holds instead of the example. */
  content?: DeckContent
  life: Lifecycle
}

/** What a deck holds beside what every deck has. */
export interface DeckContent {
  /** By their paths in the deck. */
  files: ReadonlyMap<string, string | Uint8Array>
  /** Called when all is laid out, and before it is moved into its place. @param folder where it is laid out */
  finish?: (folder: string) => Promise<void>
}

/** What of the example every deck has. */
const COMMON = [
  'gitignore',
  'npmrc',
  'tsconfig.json',
  'public/favicon.svg',
  'public/scenes/cover.svg',
  'tests/briefing/data.test.ts',
]

/**
 * Writes a deck that depends on the engine, a small example where it is given no content. It is laid out aside, and
 * there as a whole or not at all.
 * @returns the folder
 * @throws HuibaoError where the folder is not empty, or the engine is not there
 */
export async function createDeck({ folder, root, engine, content, life }: CreateOptions): Promise<string> {
  requireUsablePath(folder)
  await requireEmpty(folder)
  const own = JSON.parse(await readFile(path.join(ENGINE_ROOT, 'package.json'), 'utf8')) as EnginePackage
  const manifest = deckPackage(own, path.basename(folder), await engineSpec({ engine, root, folder }))
  await fill(folder, { manifest, content, life }).catch((error: unknown) => {
    if (error instanceof HuibaoError) throw error
    throw new HuibaoError(`写不进 ${folder}：${messageOf(error)}`, { hint: '请换一个能写的文件夹。', cause: error })
  })
  return folder
}

interface Filling {
  manifest: object
  content: DeckContent | undefined
  life: Lifecycle
}

async function fill(folder: string, filling: Filling): Promise<void> {
  await using part = filling.life.part()
  const made: string[] = []
  const written = write(folder, filling, made, () => {
    if (part.disposed) throw new Error('被中断')
  })
  part.defer(async () => {
    // What is being written when a signal comes would be there again.
    await written.catch(() => {})
    for (const entry of made) await rm(entry, { recursive: true, force: true })
  })
  await written
  part.move()
}

/**
 * @param made gets what is there because of it
 * @param goOn throws where nothing more may be written
 */
async function write(folder: string, { manifest, content }: Filling, made: string[], goOn: () => void): Promise<void> {
  const fresh = path.join(folder, `.huibao-${process.pid}`)
  made.push((await mkdir(folder, { recursive: true })) ?? fresh)
  const lay = async (name: string, put: (file: string) => Promise<void>): Promise<void> => {
    goOn()
    const file = path.join(fresh, name)
    await mkdir(path.dirname(file), { recursive: true })
    await put(file)
  }
  if (!content) await lay('.', file => cp(TEMPLATE, file, { recursive: true }))
  for (const name of content ? COMMON : []) await lay(name, file => cp(path.join(TEMPLATE, name), file))
  for (const [name, text] of content?.files ?? []) await lay(name, file => writeFile(file, text, { flag: 'wx' }))
  // npm leaves these names out of what it packs.
  for (const name of ['gitignore', 'npmrc']) await lay(`.${name}`, file => rename(path.join(fresh, name), file))
  await lay('package.json', file => writeFile(file, `${JSON.stringify(manifest, null, 2)}\n`))
  await content?.finish?.(fresh)
  // The folder may be the one that the terminal is in: it is filled, not replaced.
  for (const entry of await readdir(fresh)) {
    goOn()
    const file = path.join(folder, entry)
    await rename(path.join(fresh, entry), file)
    made.push(file)
  }
  await rm(fresh, { recursive: true, force: true })
  goOn()
}

async function requireEmpty(folder: string): Promise<void> {
  const found = await readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return []
    const reason = codeOf(error) === 'ENOTDIR' ? '它或它上面的是一个文件' : messageOf(error)
    throw new HuibaoError(`${folder} 不能放文稿：${reason}`, { hint: '请换一个名字。', exitCode: 2 })
  })
  if (found.length > 0)
    throw new HuibaoError(`${folder} 里已经有东西，没有动它`, { hint: '请换一个新的或空的文件夹。', exitCode: 2 })
}
