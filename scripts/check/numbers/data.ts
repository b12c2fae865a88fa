import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Chapter, Figure, Period } from '../../../model/figure.ts'
import type { Correction, NameWithNumber, StructuralNumber } from '../../../model/source.ts'
import { DataError } from '../../../model/problems.ts'
import { HuibaoError } from '../../lib/errors.ts'

/** What of a deck's data numbers are compared with. */
export interface NumberData {
  figures: readonly Figure[]
  findFigure: (id: string) => Figure | undefined
  periods: readonly Period[]
  chapters: readonly Chapter[]
  corrections: readonly Correction[]
  /** Numbers that belong to a name. */
  names: readonly NameWithNumber[]
  /** Numbers that the deck states of itself. */
  structural: readonly StructuralNumber[]
}

type DataModule = Pick<NumberData, 'figures' | 'findFigure' | 'periods' | 'chapters' | 'corrections'>

/**
 * The data of the deck in a folder.
 * @throws HuibaoError with every problem of the data, where there is any
 */
export async function loadNumberData(root: string): Promise<NumberData> {
  const load = async <T>(file: string): Promise<T> =>
    (await import(pathToFileURL(path.join(root, 'data', file)).href)) as T
  const optional = async <T>(file: string, none: T): Promise<T> =>
    existsSync(path.join(root, 'data', file)) ? load<T>(file) : none
  try {
    const { figures, findFigure, periods, chapters, corrections } = await load<DataModule>('index.ts')
    const { source } = await load<{ source: { names?: Pick<NumberData, 'names'> } }>('deck.ts')
    const { names } = source.names ?? (await optional<Pick<NumberData, 'names'>>('names.ts', { names: [] }))
    const { structural } = await optional<Pick<NumberData, 'structural'>>('structural.ts', { structural: [] })
    return { figures, findFigure, periods, chapters, corrections, names, structural }
  } catch (error) {
    // The class may have been loaded a second time, with the data.
    if (error instanceof DataError || (error instanceof Error && error.name === 'DataError'))
      throw new HuibaoError(error.message, { hint: '请按上面的文件和编号改好，再运行一次。', cause: error })
    throw error
  }
}
