import path from 'node:path'
import { writeFileAtomic } from '../../../setup/vite/write-file-atomic.ts'
import type { Context } from '../../lib/command.ts'
import { readDeck } from '../../lib/deck.ts'
import { Desk } from '../desk.ts'
import type { SheetInput } from './rows.ts'

/**
 * Writes the sign-off sheet of the deck in the working folder, as a PDF or a workbook by the name of its file.
 * @returns how many figures and quotes it lists
 * @throws HuibaoError where the deck cannot be read, or there is no browser to print it
 */
export async function writeSheet(file: string, context: Context): Promise<number> {
  const { root, date } = context
  const deck = await readDeck(root)
  const { items, review } = await (await Desk.open({ root, source: [], by: null, date })).view()
  const input: SheetInput = { deck, items, review, date: date() }
  const bytes = /\.pdf$/i.test(file)
    ? await (await import('./pdf.ts')).sheetPdf(input, context)
    : await (await import('./xlsx.ts')).sheetXlsx(input)
  await writeFileAtomic(path.resolve(root, file), bytes)
  return items.length
}
