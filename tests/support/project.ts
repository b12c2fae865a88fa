import { cp, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of this repository: an absolute path. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

/** What every deck shares; none of it may know a particular deck. */
export const SHARED = [
  'components',
  'layouts',
  'setup',
  'styles',
  'model',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
] as const

/** Sites that were built from a project and carry a stamp of what they were built from. */
const BUILT = /^(?:dist|\.huibao)$/

/**
 * Lays out a project of its own below `.huibao/tests/`: the shared folders with the data, slides and public files of
 * fixtures. It stays inside this repository, so that it finds `node_modules`, and remains there with its sites, so that
 * nothing is built again the next time unless it has changed.
 * @param fixtures folders of `tests/fixtures/`, later ones over earlier ones
 * @returns its folder
 */
export async function composeProject(name: string, ...fixtures: string[]): Promise<string> {
  const folder = join(ROOT, '.huibao', 'tests', name)
  await mkdir(folder, { recursive: true })
  for (const entry of await readdir(folder))
    if (!BUILT.test(entry)) await rm(join(folder, entry), { recursive: true, force: true, maxRetries: 5 })
  for (const path of SHARED) await cp(join(ROOT, path), join(folder, path), { recursive: true })
  for (const fixture of fixtures) await cp(join(ROOT, 'tests', 'fixtures', fixture), folder, { recursive: true })
  return folder
}
