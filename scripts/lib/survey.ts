import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * What the file system tells of files and folders: a file's size, place and times, the names in a folder. A file whose
 * content has changed has another time; one that changed just before is told by its content, for times are rounded.
 */
export type Survey = Readonly<Record<string, string>>

/** Rounding of times on the coarsest file systems (FAT): milliseconds. */
const ROUNDING = 2000
/** What editors and tools put aside, and what no site is built from. */
const PASSING = /^\.(?!env)|^node_modules$|~$|\.tmp$|\.log$|\.timestamp-/

/**
 * Surveys files and folders before they are used again.
 * @param since milliseconds since 1970: whoever asks has read them after this
 * @returns undefined where one has changed since then, so that nobody knows what was read
 */
export function surveyPaths(paths: Iterable<string>, since: number): Survey | undefined {
  const survey: Record<string, string> = {}
  for (const each of paths) {
    const stats = statSync(each, { bigint: true, throwIfNoEntry: false })
    const changed = stats && !stats.isDirectory() ? Math.max(Number(stats.mtimeMs), Number(stats.ctimeMs)) : 0
    if (changed >= since) return undefined
    survey[each] = changed >= since - ROUNDING ? contentOf(each) : stateOf(each)
  }
  return survey
}

/** Whether everything is as it was surveyed. */
export function isAsSurveyed(survey: Survey): boolean {
  return Object.entries(survey).every(([each, state]) => {
    try {
      return state === (state.startsWith(CONTENT) ? contentOf(each) : stateOf(each))
    } catch {
      return false
    }
  })
}

/** A folder and all below it that may hold something, through links too: absolute paths. */
export function foldersWithin(folder: string, above: ReadonlySet<string> = new Set()): string[] {
  const entries = namesIn(folder)
  if (!entries) return []
  const real = realpathSync(folder)
  // A link to a folder that holds it would be followed for ever.
  if (above.has(real)) return []
  const holders = new Set([...above, real])
  return [folder, ...entries.flatMap(name => foldersWithin(path.join(folder, name), holders))]
}

/** The same, and the files in these folders. */
export function pathsWithin(folder: string): string[] {
  return foldersWithin(folder).flatMap(each => [each, ...readdirSync(each).map(name => path.join(each, name))])
}

const CONTENT = 'content:'

function contentOf(file: string): string {
  return CONTENT + createHash('sha256').update(readFileSync(file)).digest('base64url')
}

function stateOf(file: string): string {
  const stats = statSync(file, { bigint: true, throwIfNoEntry: false })
  if (!stats) return 'missing'
  if (stats.isDirectory()) return `folder:${namesIn(file)?.join('/') ?? ''}`
  return `file:${stats.size}:${stats.ino}:${stats.mtimeNs}:${stats.ctimeNs}`
}

/** What lies in a folder, sorted; undefined where it is none. */
function namesIn(folder: string): string[] | undefined {
  try {
    return readdirSync(folder)
      .filter(name => !PASSING.test(name))
      .sort()
  } catch {
    return undefined
  }
}
