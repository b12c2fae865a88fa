import type { DeckSource } from '../../model/source.ts'
import { HuibaoError } from '../../model/errors.ts'
import { loadSource } from '../../model/load.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { editDataFiles, mergeSource, writeFiles } from '../lib/data-files/index.ts'
import { readWorkbook } from './read.ts'
import { writeWorkbook } from './write.ts'

/** What reading a workbook into a deck has come to: what is wrong with it, or what has changed in which files. */
type ReadInto =
  | { problems: readonly SheetProblem[] }
  | { title: string; before: DeckSource; after: DeckSource; files: readonly string[] }

/**
 * Reads a workbook into a deck's data. Only entries that the workbook says otherwise than the data does are written
 * anew; nothing is written where anything is wrong with the workbook.
 * @param root folder of the deck
 * @throws HuibaoError where it is no workbook, or the data cannot be edited
 */
export async function readInto(root: string, bytes: Uint8Array, file: string): Promise<ReadInto> {
  const before = await loadSource(root)
  const known = readWorkbook(writeWorkbook({ title: '', source: before }), { file, known: before, checked: false })
  if ('problems' in known)
    throw new HuibaoError('data/ 里有工作簿写不下的数据', { hint: '请先运行 npm run check -- facts。' })
  const read = readWorkbook(bytes, { file, known: before })
  if ('problems' in read) return read
  const { title, source } = read.draft
  const after = mergeSource(before, { known: known.draft.source, after: source })
  const files = await editDataFiles(root, before, after)
  await writeFiles(root, files)
  return { title, before, after, files: [...files.keys()] }
}
