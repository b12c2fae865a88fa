import path from 'node:path'
import type { DeckSource } from '../../../model/source.ts'
import type { SheetProblem } from '../../../scripts/lib/cells/cell.ts'
import { cellPlace } from '../../../scripts/lib/facts/office/place.ts'
import type { WrittenCell, WrittenSheet } from '../../../scripts/lib/xlsx/sheet.ts'
import { writeXlsx } from '../../../scripts/lib/xlsx/write.ts'
import { readWorkbook, type ReadOptions } from '../../../scripts/workbook/read.ts'
import { workbookSheets } from '../../../scripts/workbook/write.ts'
import { soundSource } from '../../support/deck-source.ts'

export const ROOT = path.resolve(import.meta.dirname, '../../..')
export const DECKS = [
  '.',
  ...['bulletin', 'work-report', 'other-district', 'gallery', 'gate'].map(name => `tests/fixtures/${name}`),
]

/** What cells of the workbook hold instead, by sheet and place; null empties one. */
export type Typed = Readonly<Record<string, Readonly<Record<string, WrittenCell | string | number | null>>>>

/** The workbook of a deck's data, as somebody has filled it in. */
export function typedWorkbook(source: DeckSource, typed: Typed = {}): Uint8Array {
  return writeXlsx(
    workbookSheets({ title: '海湾的一年', source }).map(sheet => withTyped(sheet, typed[sheet.name] ?? {})),
  )
}

function withTyped(sheet: WrittenSheet, typed: Typed[string]): WrittenSheet {
  const rows = sheet.rows.map(row => [...row])
  for (const [ref, value] of Object.entries(typed)) {
    const { column, row } = cellPlace(ref)
    while (rows.length < row) rows.push([])
    rows[row - 1]![column] = value === null ? undefined : typeof value === 'object' ? value : { value }
  }
  return { ...sheet, rows }
}

/** What a filled-in workbook of the small invented deck says. */
export function readTyped(
  typed: Typed,
  options: Partial<ReadOptions> = {},
  source: DeckSource = soundSource(),
): { source: DeckSource } | { problems: readonly SheetProblem[] } {
  const read = readWorkbook(typedWorkbook(source, typed), { file: '数据.xlsx', known: source, ...options })
  return 'problems' in read ? read : { source: read.draft.source }
}

/** The source that a workbook says; fails where anything is wrong with it. */
export function sourceOf(read: ReturnType<typeof readTyped>): DeckSource {
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.source
}
