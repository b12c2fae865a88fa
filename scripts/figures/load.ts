import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Figure } from '../../model/figure.ts'
import { HuibaoError } from '../lib/errors.ts'

/**
 * The figures of the deck in a folder.
 * @throws HuibaoError with every problem of the data, where there is any
 */
export async function loadFigures(root: string): Promise<readonly Figure[]> {
  const file = path.join(root, 'data', 'index.ts')
  if (!existsSync(file))
    throw new HuibaoError(`没有找到 data/index.ts：${file}`, { hint: '请在文稿所在的文件夹里运行这条命令。' })
  try {
    return ((await import(pathToFileURL(file).href)) as { figures: readonly Figure[] }).figures
  } catch (error) {
    // The folder may have a data model of its own, whose errors are of another class than ours.
    if (error instanceof Error && error.name === 'DataError')
      throw new HuibaoError(error.message, { hint: '请按上面的文件和编号改好，再运行一次。', cause: error })
    throw error
  }
}
