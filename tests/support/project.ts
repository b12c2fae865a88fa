import { cp, mkdir, readdir, realpath, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { ENGINE_ROOT } from '../../model/engine.ts'

/** The folder of this repository: an absolute path with a slash at its end. */
export const ROOT = `${ENGINE_ROOT}/`

/** What every deck shares: the parts of the engine that a site is built from. None of it may know a particular deck. */
export const SHARED = ['components', 'layouts', 'model', 'setup', 'styles', 'vite.config.ts'] as const

/** All that a deck of its own has to say to use the engine. */
const PACKAGE = { private: true, type: 'module', slidev: { addons: ['huibao'] } }

/** Sites that were built from a deck and carry a stamp of what they were built from. */
const BUILT = /^(?:dist|\.huibao)$/

/**
 * Lays out a deck of its own below `.huibao/tests/`, with the engine of this repository as its addon. It stays inside
 * the repository, so that it finds `node_modules`, and remains there with its sites, so that nothing is built again the
 * next time unless it has changed.
 * @param fixtures folders of `tests/fixtures/`, later ones over earlier ones
 * @returns its folder
 */
export async function composeDeck(name: string, ...fixtures: string[]): Promise<string> {
  const folder = join(ROOT, '.huibao', 'tests', name)
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder))
    if (!BUILT.test(entry)) await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 5 })
  for (const fixture of fixtures) await cp(join(ROOT, 'tests', 'fixtures', fixture), folder, { recursive: true })
  await useEngine(folder)
  return folder
}

/** Makes a folder below this repository a deck that uses the engine as an addon, as if it were installed there. */
export async function useEngine(folder: string): Promise<void> {
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(PACKAGE, null, 2)}\n`)
  const modules = join(folder, '..', 'node_modules')
  await mkdir(modules, { recursive: true })
  const link = join(modules, 'huibao')
  const target = await realpath(link).catch(() => undefined)
  if (target === ENGINE_ROOT) return
  // A copied folder may have brought the link of another repository along.
  await rm(link, { recursive: true, force: true })
  await symlink(ENGINE_ROOT, link, 'junction').catch((error: NodeJS.ErrnoException) => {
    // Another worker was first.
    if (error.code !== 'EEXIST') throw error
  })
}
