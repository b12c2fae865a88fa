import type { TextFile } from './characters.ts'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessMissing } from '../../../model/errors.ts'
import { displayPath } from '../../../model/slides/slides.ts'

/** Folders whose texts can reach the screen. `setup` prints into notes and red boxes. */
const FOLDERS = ['model', 'components', 'layouts', 'styles', 'setup']
/**
 * Pages and signs of the presenting server, what old browsers are told, and what stands in the place of a slide that
 * did not come: they are set in the system's type, for no deck is to carry their characters. What is looked for in
 * texts is shown nowhere, the words that a deck uses stand in its data; nor is what people say as they review it.
 */
const APART =
  /[\\/](?:components[\\/]present[\\/]|data[\\/]review\.json$|model[\\/](?:reading[\\/]|(?:units|qualifiers|changes|span-words)\.ts)|setup[\\/]vite[\\/]browsers[\\/]|layouts[\\/]error\.vue$)/
const TEXT = /\.(?:ts|js|mts|mjs|vue|css|json|md)$/
const ROOT_FILE = /\.vue$/

async function names(directory: string, recursive: boolean): Promise<string[]> {
  const entries = await unlessMissing(readdir(directory, { recursive, withFileTypes: true }), [])
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/**
 * The text files from which a deck is made: its Markdown files, and the folders and root components of every root.
 * Sorted, so that a build does not depend on the order of the file system.
 */
export async function deckFiles(
  markdownFiles: readonly string[],
  roots: readonly string[],
  base: string,
): Promise<TextFile[]> {
  const found = new Set(markdownFiles)
  for (const root of roots) {
    // The engine may be a repository with a deck of its own, whose data is not this one's.
    for (const folder of root === base ? ['data', ...FOLDERS] : FOLDERS)
      (await names(join(root, folder), true))
        .filter(path => TEXT.test(path) && !APART.test(path))
        .forEach(path => found.add(path))
    ;(await names(root, false)).filter(path => ROOT_FILE.test(path)).forEach(path => found.add(path))
  }
  return Promise.all(
    [...found].sort().map(async path => ({ file: displayPath(path, base), text: await readFile(path, 'utf8') })),
  )
}
