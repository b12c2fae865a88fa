import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import pMap from 'p-map'
import { codeOf, HuibaoError } from '../../model/errors.ts'
import { REVIEW_FILE } from '../../model/review.ts'

/** Folders at the root from which no site is built: what commands write, and tests. */
const OUTSIDE = /^(?:dist|exports|tests)$/
/** Folders at the root that a deck or the engine has, and the files there that Slidev and Vite look for. */
const OWN =
  /^(?:components|data|layouts|model|pages|public|setup|snippets|styles)$|^\.env|\.(?:vue|[cm]?[jt]s|css|html|json)$/
/** What may name other files and folders: the deck's own texts. */
const TEXT = /\.(?:vue|[cm]?[jt]s|css|html|json|md)$/
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
 * The files that the site may be built from, as paths relative to `root` with forward slashes, sorted: the deck's own,
 * and whatever else at its root one of its texts names. What merely lies beside the deck is not looked into. Links are
 * followed.
 * @throws HuibaoError where one of them may not be read
 */
export async function listInputs(root: string, { pages, isOutput = () => false }: InputOptions): Promise<string[]> {
  const found = new Set(pages.map(page => slashed(path.relative(root, page))))
  const entries = (await readdir(root)).filter(name => !IGNORED.test(name) && !OUTSIDE.test(name))
  // Pages refer to what stands beside them without naming its folder.
  const folders = new Set([...found].flatMap(page => page.split('/').slice(0, -1).slice(0, 1)))
  let names = entries.filter(name => OWN.test(name) || folders.has(name))
  const others = new Set(entries.filter(name => !names.includes(name)))
  let unread = [...found]
  while (names.length > 0 || unread.length > 0) {
    const files = (await pMap(names, name => listEntry(root, name, new Set()))).flat()
    // No site shows what people say of its figures.
    const own = files.filter(file => !DOCUMENT.test(file) && file !== REVIEW_FILE)
    const fresh = own.filter(file => !isOutput(path.join(root, file)) && !found.has(file))
    fresh.forEach(file => found.add(file))
    names = others.size === 0 ? [] : await namedIn(root, [...unread, ...fresh], others)
    names.forEach(name => others.delete(name))
    unread = []
  }
  return [...found].sort()
}

/** Those of some names that texts among the files name as part of a path. */
async function namedIn(root: string, files: readonly string[], names: ReadonlySet<string>): Promise<string[]> {
  const texts = await pMap(
    files.filter(file => TEXT.test(file)),
    file => readFile(path.join(root, file), 'utf8').catch(() => ''),
    { concurrency: AT_ONCE },
  )
  return [...names].filter(name => {
    const path = new RegExp(`(?:^|[/"'\`(=\\s])${RegExp.escape(name)}(?:[/"'\`)\\s]|$)`, 'm')
    return texts.some(text => path.test(text))
  })
}

async function listEntry(root: string, file: string, above: ReadonlySet<string>): Promise<string[]> {
  const kind = await stat(path.join(root, file)).catch(() => undefined)
  if (kind?.isDirectory()) return listFolder(root, file, above)
  return kind?.isFile() ? [file] : []
}

async function listFolder(root: string, folder: string, above: ReadonlySet<string>): Promise<string[]> {
  const real = await realpath(path.join(root, folder))
  // A link to a folder that holds it would be followed for ever.
  if (above.has(real)) return []
  const names = await readdir(real).catch(refuseUnreadable(folder))
  // Everything below public/ is copied into the site, whatever its name.
  const inSite = /^public(?:\/|$)/.test(folder)
  const own = names.filter(name => inSite || !IGNORED.test(name))
  return (await pMap(own, name => listEntry(root, `${folder}/${name}`, new Set([...above, real])))).flat()
}

function refuseUnreadable(file: string): (error: unknown) => never {
  return error => {
    if (!/^E(?:ACCES|PERM)$/.test(codeOf(error) ?? '')) throw error
    throw new HuibaoError(`没有权限读 ${file}，网站要用到它`, {
      hint: '请改它的权限，或把它移出文稿的文件夹。',
      cause: error,
    })
  }
}

/** A digest of the names and contents of files: equal exactly where the site would be built from the same. */
export async function hashInputs(root: string, files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  const digests = await pMap(files, file => hashFile(path.join(root, file)).catch(refuseUnreadable(file)), {
    concurrency: AT_ONCE,
  })
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
