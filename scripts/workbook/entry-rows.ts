import { cellName, columnName } from '../lib/facts/office/place.ts'
import type { Choice, WrittenCell, WrittenSheet } from '../lib/xlsx/sheet.ts'
import type { Codec, Content } from './codec.ts'
import { fieldOf, type Fields } from './fields.ts'
import { EXAMPLE, LOOK, ROWS } from './look.ts'
import type { References } from './names.ts'
import { ENTRY_SHEETS, type Column, type EntrySheet } from './sheets/index.ts'
import type { ChoiceLists } from './choice-lists.ts'

/** Heads and example stay in sight. */
const FROZEN_ROWS = 2

/** A sheet with heads, an example, and a row for each entry. */
export function writeEntrySheet(
  sheet: EntrySheet,
  entries: readonly Fields[],
  refs: References,
  lists: ChoiceLists,
): WrittenSheet {
  const { name, columns } = sheet
  return {
    name,
    rows: [
      columns.map(({ head, required }) => ({ value: head, style: required ? LOOK.required : LOOK.optional })),
      columns.map(({ example }) => (example === undefined ? undefined : { value: example, style: LOOK.example })),
      ...entries.map(entry => columns.map(column => writeCell(column, entry, refs))),
    ],
    columns: columns.map(({ width = 12, codec }) => ({ width, style: codec.text ? LOOK.text : LOOK.number })),
    frozen: { rows: FROZEN_ROWS, columns: Math.max(1, columns.findIndex(({ path }) => path === 'label') + 1) },
    choices: columns.flatMap((column, index) => choiceOf(column.codec, columnName(index), lists)),
    notes: columns.map((column, index) => ({ ref: cellName({ column: index, row: 1 }), text: noteOf(column) })),
  }
}

function noteOf({ note, required }: Column): string {
  return `${required ? '必填。' : ''}${note}`
}

function writeCell({ path, codec }: Column, entry: Fields, refs: References): WrittenCell | undefined {
  const value = fieldOf(entry, path)
  const content = value === undefined ? undefined : codec.write(value, refs)
  return content === undefined ? undefined : cellWith(content, path === 'doubt' ? LOOK.doubt : undefined)
}

/** A cell with a text, a number, or a number in a format. */
export function cellWith(content: Content, style?: WrittenCell['style']): WrittenCell {
  if (typeof content === 'object') return { value: content.value, style: { ...LOOK.number, format: content.format } }
  return { value: content, style: style ?? (typeof content === 'string' ? LOOK.text : LOOK.number) }
}

/** What may be chosen in a column. */
export function choiceOf({ choices }: Codec, column: string, lists: ChoiceLists, rows = `3:${ROWS}`): Choice[] {
  if (choices === undefined) return []
  const [first, last] = rows.split(':')
  const range = `${column}${first}:${column}${last}`
  if (!('sheet' in choices)) return [{ range, from: lists.place(choices), open: false }]
  const from = ENTRY_SHEETS.find(({ name }) => name === choices.sheet)!
  const letter = columnName(from.columns.findIndex(({ head }) => head === choices.head))
  return [{ range, from: `'${choices.sheet}'!$${letter}$3:$${letter}$200`, open: choices.open }]
}

/** Whether a row is an example. */
export function isExample(first: string): boolean {
  return first.startsWith(EXAMPLE)
}
