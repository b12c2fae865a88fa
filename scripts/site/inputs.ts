import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** Folders whose every file may end up in the site. */
const FOLDERS = ['components', 'data', 'layouts', 'styles', 'setup', 'public', 'pages', 'snippets', 'assets', 'modules']
/** Files beside `slides.md` that shape the site. Other Markdown files (README …) count only where the deck includes them. */
const TOP_LEVEL = /\.(?:vue|css|html|[cm]?[jt]s)$|^(?:package|package-lock|tsconfig)\.json$|^\.env/
/** Configuration of other tools, and what a build leaves behind. */
const IGNORED = /^(?:vitest|eslint|playwright|prettier)\.config\.|\.timestamp-|\.DS_Store$/

/**
 * The files that the site is built from, as paths relative to `root` with forward slashes, sorted.
 * @param pages the deck's Markdown files: absolute paths
 */
export async function listInputs(root: string, pages: readonly string[]): Promise<string[]> {
  const top = await readdir(root, { withFileTypes: true })
  const files = top.filter(entry => entry.isFile() && TOP_LEVEL.test(entry.name)).map(entry => entry.name)
  const folders = top.filter(entry => entry.isDirectory() && FOLDERS.includes(entry.name))
  for (const folder of folders) {
    const entries = await readdir(path.join(root, folder.name), { recursive: true, withFileTypes: true })
    files.push(...entries.filter(entry => entry.isFile()).map(entry => path.relative(root, path.join(entry.parentPath, entry.name))))
  }
  const all = [...files, ...pages.map(page => path.relative(root, page))].map(file => file.split(path.sep).join('/'))
  return [...new Set(all)].filter(file => !IGNORED.test(path.posix.basename(file))).sort()
}

/** A digest of the names and contents of files: equal exactly where the site would be built from the same. */
export async function hashInputs(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) {
    hash.update(`${file}\0`)
    const content = createHash('sha256')
    await pipeline(createReadStream(path.join(root, file)), content)
    hash.update(content.digest())
  }
  return hash.digest('hex')
}
