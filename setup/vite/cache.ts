import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'

const DAYS_KEPT = 14

/** The environment variable that names another folder for all that is kept from one build to the next. */
export const CACHE_VARIABLE = 'HUIBAO_CACHE'

/**
 * A folder for what a build makes of large files and need not make again: in the `node_modules` that holds the engine's
 * packages, unless told otherwise.
 * @param name of what is kept
 * @param projectRoot the engine's folder
 */
export function cacheFolder(
  name: string,
  projectRoot: string,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string {
  return join(env[CACHE_VARIABLE] || join(packagesFolder(projectRoot), '.cache', 'huibao'), name)
}

/** What npm noted of the packages that it installed for the engine; undefined where something else installed them. */
export function readInstalled(projectRoot: string): Promise<string | undefined> {
  return readFile(join(packagesFolder(projectRoot), '.package-lock.json'), 'utf8').catch(() => undefined)
}

/** The `node_modules` that holds the engine's packages. */
function packagesFolder(projectRoot: string): string {
  const found = createRequire(join(projectRoot, 'package.json')).resolve('vue')
  return join(found.slice(0, found.lastIndexOf('node_modules')), 'node_modules')
}

/**
 * Removes what has not been made anew for two weeks.
 * @param now in milliseconds since 1970
 */
export async function forgetOld(folder: string, now: number): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const path = join(folder, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: now }))
    if (now - mtimeMs > DAYS_KEPT * 24 * 60 * 60 * 1000) await rm(path, { recursive: true, force: true })
  }
}
