import type * as Data from '../../data/index.ts'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What the data of a deck says, whichever deck it is. */
export async function readData(root: string): Promise<typeof Data> {
  return (await import(pathToFileURL(join(root, 'data', 'index.ts')).href)) as typeof Data
}
