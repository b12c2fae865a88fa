import type { Figure } from '../../data/model/figure.ts'
import { DataError } from '../../data/model/problems.ts'
import { HuibaoError } from '../lib/errors.ts'

/**
 * The deck's figures.
 * @throws HuibaoError with every problem of the data, where there is any
 */
export async function loadFigures(): Promise<readonly Figure[]> {
  try {
    return (await import('../../data/index.ts')).figures
  }
  catch (error) {
    if (error instanceof DataError)
      throw new HuibaoError(error.message, { hint: '请按上面的文件和编号改好，再运行一次。', cause: error })
    throw error
  }
}
