import { resolve } from 'node:path'
import { normalizePath } from 'vite'
import { REVIEW_FILE } from '../../model/review.ts'

/**
 * Whether a file is of a deck's data that slides are made from: no slide shows what people say of its figures.
 * @param root folder of the deck
 * @param file an absolute path with `/` on every system
 */
export function isDeckData(root: string, file: string): boolean {
  const folder = normalizePath(resolve(root))
  return file.startsWith(`${folder}/data/`) && file !== `${folder}/${REVIEW_FILE}`
}
