import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pMap from 'p-map'
import { codeOf } from '../../model/errors.ts'

/** Folders at the root from which no site is built: what commands write, and tests. */
const OUTSIDE = /^(?:dist|exports|tests)$/
/** Other tools' folders and files, at any depth; Vite reads `.env`. */
const IGNORED = /^\.(?!env)|^node_modules$|^(?:vitest|eslint|playwright|prettier)\.config\.|\.timestamp-|\.log$|~$/
/** Markdown that is part of the site only where the deck includes it. */
const DOCUMENT = /^(?:docs\/.*|[^/]*)\.md$/i

/** Files that are read side by side. */
const AT_ONCE = 32
/** Bytes above which a file is read piece by piece. */
const LARGE = 2 ** 20

export interface InputOptions {
  /** The deck's Markdown files: absolute paths. */
  pages: readonly string[]
  /** Whether a file, an absolute path, is one that a command writes into the project. */
  isOutput?: (file: string) => boolean
}

/**
 * The files that the site may be built from, as paths relative to `root` with forward slashes, sorted: all there are,
 * for slides and styles may refer to any of them. Links are followed.
 */
export async function listInputs(root: string, { pages, isOutput = () => false }: InputOptions): Promise<string[]> {
  const included = new Set(pages.map(page => slashed(path.relative(root, page))))
  const files = (await listFolder(root, '', new Set())).filter(
    file => !DOCUMENT.test(file) && !isOutput(path.join(root, file)),
  )
  return [...new Set([...files, ...included])].sort()
}

async function listFolder(root: string, folder: string, above: ReadonlySet<string>): Promise<string[]> {
  const real = await realpath(path.join(root, folder))
  // A link to a folder that holds it would be followed for ever.
  if (above.has(real)) return []
  const found = await Promise.all(
    (await readdir(real, { withFileTypes: true })).map(async entry => {
      // Everything below public/ is copied into the site, whatever its name.
      if ((IGNORED.test(entry.name) && !/^public(?:\/|$)/.test(folder)) || (folder === '' && OUTSIDE.test(entry.name)))
        return []
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      const kind = entry.isSymbolicLink() ? await stat(path.join(root, file)).catch(() => undefined) : entry
      if (kind?.isDirectory()) return listFolder(root, file, new Set([...above, real]))
      return kind?.isFile() ? [file] : []
    }),
  )
  return found.flat()
}

/** A digest of the names and contents of files: equal exactly where the site would be built from the same. */
export async function hashInputs(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const digests = await pMap(files, file => hashFile(path.join(root, file)), { concurrency: AT_ONCE })
  files.forEach((file, index) => hash.update(`${file}\0`).update(digests[index]!))
  return hash.digest('hex')
}

async function hashFile(file: string): Promise<Buffer | string> {
  const hash = createHash('sha256')
  try {
    // A stream costs more than reading the many small files.
    if ((await stat(file)).size <= LARGE) hash.update(await readFile(file))
    else await pipeline(createReadStream(file), hash)
    return hash.digest()
  } catch (error) {
    // Editors save by putting another file in the place of the old one.
    if (codeOf(error) === 'ENOENT') return 'gone'
    throw error
  }
}

function slashed(file: string): string {
  return file.split(path.sep).join('/')
}
