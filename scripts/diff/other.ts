import { existsSync, mkdirSync, statSync } from 'node:fs'
import { cp, mkdir, readFile, rm, rmdir, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { ENGINE_ROOT } from '../../model/engine.ts'
import { codeOf, HuibaoError, messageOf } from '../../model/errors.ts'
import { DATA_ENTRY } from '../../model/load.ts'
import type { Context } from '../lib/command.ts'
import { removeStale } from '../lib/remove-stale.ts'
import { ENGINE_PARTS } from '../site/engine.ts'
import { checkOut, findRevision } from './git.ts'

/** Where what is compared with is laid out: in the deck, so that packages are found from there. */
const WORKSHOP = '.huibao'

/** What of a deck's folder is not the deck's own. */
const NOT_COPIED = /^(?:node_modules|dist|exports|\.git|\.huibao)$/

/** The deck that this one is compared with. */
export interface OtherDeck {
  /** As messages call it. */
  name: string
  /** Its folder; an absolute path. */
  root: string
}

/**
 * Opens what was typed: a deck's folder, or else a revision of this deck, which is checked out aside. What is made for
 * it goes with the lifecycle.
 * @param build whether a site is to be built of it: it is then laid out as a deck that uses the engine that runs
 * @throws HuibaoError where it is neither
 */
export async function openOther(typed: string, build: boolean, context: Context): Promise<OtherDeck> {
  const { root, life } = context
  const folder = path.resolve(root, typed)
  const isFolder = existsSync(folder) && statSync(folder).isDirectory()
  if (isFolder && isDeck(folder)) {
    if (!build) return { name: typed, root: folder }
    const aside = await openAside(context)
    await cp(folder, aside, { recursive: true, filter: source => !isLeftOut(path.relative(folder, source)) })
    return { name: typed, root: await useEngine(aside) }
  }
  const revision = await findRevision(typed, context).catch((error: unknown) => {
    if (isFolder) throw new HuibaoError(`${typed} 不是文稿的文件夹：${missingIn(folder)}`, { hint: HINT, exitCode: 2 })
    throw error
  })
  const aside = await openAside(context)
  await checkOut(revision, aside, { ...context, life })
  if (!isDeck(aside))
    throw new HuibaoError(`${revision.name} 里还不是文稿：${missingIn(aside)}`, { hint: '请写一个更晚的版本。' })
  return { name: revision.name, root: build ? await useEngine(aside) : aside }
}

const HINT = '文稿的文件夹里有 slides.md 和 data/。'

/** Whether a folder holds a deck of ours. */
function isDeck(folder: string): boolean {
  return missingIn(folder) === ''
}

/** What a folder lacks to be a deck. */
export function missingIn(folder: string): string {
  const missing = ['slides.md', DATA_ENTRY].filter(file => !existsSync(path.join(folder, file)))
  return missing.length > 0 ? `没有 ${missing.join(' 和 ')}` : ''
}

function isLeftOut(file: string): boolean {
  return NOT_COPIED.test(file.split(path.sep)[0]!)
}

/** A new folder in the deck's workshop, which goes when the command ends, however it ends. */
async function openAside({ root, life }: Context): Promise<string> {
  const workshop = path.join(root, WORKSHOP)
  await removeStale(workshop, /^diff-(\d+)$/)
  const folder = path.join(workshop, `diff-${process.pid}`)
  life.defer(async () => {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    // A workshop that was made for this alone goes too.
    await rmdir(workshop)
  })
  const aside = path.join(folder, 'deck')
  try {
    // At once: what is still being made when an interrupt removes it would be there again.
    mkdirSync(aside, { recursive: true })
  } catch (error) {
    throw new HuibaoError(`写不进 ${workshop}：${messageOf(error)}`, { hint: '请改正文件夹的权限。', cause: error })
  }
  return aside
}

/**
 * Makes a folder a deck that uses the engine that runs, whatever engine it was written for: two decks then differ in
 * nothing that is not their own.
 */
async function useEngine(folder: string): Promise<string> {
  const file = path.join(folder, 'package.json')
  const manifest = await readManifest(file)
  if (manifest.name === 'huibao') {
    // The engine's own deck stands among the engine's parts, which would come before those of the engine that runs.
    for (const part of ENGINE_PARTS) await rm(path.join(folder, part), { recursive: true, force: true })
    await writeFile(file, JSON.stringify({ private: true, type: 'module', slidev: { addons: ['huibao'] } }))
  }
  const modules = path.join(folder, 'node_modules')
  await rm(modules, { recursive: true, force: true })
  await mkdir(modules)
  await symlink(ENGINE_ROOT, path.join(modules, 'huibao'), 'junction')
  return folder
}

async function readManifest(file: string): Promise<{ name?: unknown }> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as { name?: unknown }
  } catch (error) {
    // A package.json that is broken is refused by the build, which says what is wrong with it.
    if (codeOf(error) !== 'ENOENT' && !(error instanceof SyntaxError)) throw error
    return {}
  }
}
