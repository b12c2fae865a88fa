import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/** Where a page finds the stamp of its site. */
const META = /<meta name="huibao-site" content="([\w-]*)">/

/**
 * Lets every page of a built site know its stamp, a digest of all of the site's files: two builds that look or act
 * differently have different ones.
 */
export async function stampSite(folder: string): Promise<void> {
  const page = path.join(folder, 'index.html')
  const html = await readFile(page, 'utf8')
  const stamp = await digestOf(folder)
  await writeFile(page, html.replace('</head>', `<meta name="huibao-site" content="${stamp}"></head>`))
}

/** The stamp of the site in a folder; empty where it has none. */
export async function readSiteStamp(folder: string): Promise<string> {
  const html = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => '')
  return META.exec(html)?.[1] ?? ''
}

async function digestOf(folder: string): Promise<string> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
  const hash = createHash('sha256')
  for (const file of files) {
    const content = await readFile(file)
    hash.update(`${path.relative(folder, file)}\0${content.length}\0`).update(content)
  }
  return hash.digest('base64url').slice(0, 16)
}
