import { cp, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const pack = promisify(gzip)

/** What static hosts send as gzip; fonts and photos are packed as they are. */
const TEXT = /\.(?:html|js|mjs|css|svg|json|txt|map)$/

/** Copies a site and lays its texts beside themselves as `.gz`, packed as a usual host does: at level 6. */
export async function copyPacked(site: string, target: string): Promise<void> {
  await cp(site, target, { recursive: true })
  const files = await readdir(target, { recursive: true, withFileTypes: true })
  await Promise.all(
    files
      .filter(entry => entry.isFile() && TEXT.test(entry.name))
      .map(async entry => {
        const file = path.join(entry.parentPath, entry.name)
        await writeFile(`${file}.gz`, await pack(await readFile(file)))
      }),
  )
}

/** Bytes of all files of a site that match. */
export async function bytesOf(site: string, name: RegExp): Promise<number> {
  const files = await readdir(site, { recursive: true, withFileTypes: true })
  const sizes = await Promise.all(
    files
      .filter(entry => entry.isFile() && name.test(entry.name))
      .map(async entry => (await readFile(path.join(entry.parentPath, entry.name))).length),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}
