import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** The file in the site that tells what it was built from. The server does not serve names with a leading dot. */
export const STAMP = '.huibao-inputs'

/** What the site in `folder` was built from; undefined where there is no site of ours. */
export async function readStamp(folder: string): Promise<string | undefined> {
  try {
    return await readFile(path.join(folder, STAMP), 'utf8')
  } catch {
    return undefined
  }
}
