import type { DataProblem } from '../../model/problems.ts'
import type { TableInput } from '../../model/table.ts'
import type { SheetCell, SheetProblem } from '../lib/cells/cell.ts'
import { cellName } from '../lib/facts/office/place.ts'
import type { Fields } from './fields.ts'
import { foundIn } from './problems.ts'
import type { EntryRow } from './read-entries.ts'
import type { TablePlaces } from './read-tables.ts'
import { LISTS } from '../lib/data-files/canonical.ts'
import { MEETING } from './meeting.ts'
import * as sheets from './sheets/index.ts'
import type { EntrySheet } from './sheets/index.ts'
import { TABLE_SHEETS } from './table-layout.ts'

interface Place {
  sheet: string
  ref: string
  cell: SheetCell | undefined
}

/** Both sheets of tables together. */
const TABLES = TABLE_SHEETS.subjects

/** The sheet of the entries that a file of a new deck holds. */
function sheetOf(file: string): string {
  if (file.startsWith('data/figures/')) return sheets.FIGURES.name
  if (file.startsWith('data/tables/')) return TABLES
  return SHEETS[file] ?? MEETING
}

const SHEETS: Readonly<Record<string, string>> = {
  [LISTS.chapters]: sheets.CHAPTERS.name,
  [LISTS.periods]: sheets.PERIODS.name,
  [LISTS.sources]: sheets.SOURCES.name,
  [LISTS.derived]: sheets.DERIVED.name,
  [LISTS.targets]: sheets.TARGETS.name,
  [LISTS.quotes]: sheets.QUOTES.name,
  [LISTS.photos]: sheets.PHOTOS.name,
  [LISTS.errata]: sheets.ERRATA.name,
  [LISTS.names]: sheets.NAMES.name,
  [LISTS.structural]: sheets.NAMES.name,
  [LISTS.unused]: sheets.UNUSED.name,
}

/** The column whose field a message speaks of without a path to it, by its words. */
function fieldNamed(message: string, columns: EntrySheet['columns']): string | undefined {
  return columns.find(({ head, path }) =>
    [head, path].some(word => message.startsWith(word) || message.startsWith(`没有${word}`)),
  )?.path
}

/** A message without what stands in the cell: that is told beside it. */
const withoutFound = (message: string): string => message.replace(/^[\w.]+：/, '').replace(/（现为 [^（）]*）$/, '')

type Find = (message: string) => Place

/** Where in a workbook the entries of its data stand, so that what is wrong with these can be told by its cell. */
export class Locations {
  /** By sheet and what messages call an entry. */
  readonly #entries = new Map<string, Find[]>()

  /** An entry that a row says. */
  entry({ name: sheet, columns }: EntrySheet, row: EntryRow, entry: Fields): void {
    const at = (path: string): Place | undefined => {
      const ref = row.refs.get(path)
      return ref === undefined ? undefined : { sheet, ref, cell: row.cells.get(path) }
    }
    const find: Find = message => {
      const path = /^[\w.]+(?=：)/.exec(message)?.[0] ?? fieldNamed(message, columns)
      // The head of a column is a field of its own here, beside the column of an article.
      const own = row.cells.has('evidence.sheet') && path === 'evidence.column' ? 'evidence.head' : path
      const name = 'label' in entry ? 'label' : columns[0]!.path
      return at(own ?? name) ?? at(name) ?? { sheet, ref: `A${row.row}`, cell: undefined }
    }
    for (const key of new Set([entry.id, entry.text, entry.printed])) this.#add(sheet, key, find)
  }

  /** A table that a block says. */
  table({ id }: TableInput, { sheet, label, keys, columns, measureRows, rows, cells }: TablePlaces): void {
    const place = (ref: string): Place => ({ sheet, ref, cell: cells.get(ref) })
    this.#add(TABLES, id, message => {
      const [, rowName] = /行“([^”]+)”/.exec(message) ?? []
      const [, measure] = /列“([^”]+)”/.exec(message) ?? []
      const row = rows.get(rowName ?? '')
      const column = columns.get(measure ?? '')
      if (row !== undefined) return place(cellName({ column: column ?? 0, row }))
      if (column !== undefined) return place(cellName({ column, row: measureRows.get('label') ?? 1 }))
      const path = /^[\w.]+(?=：)/.exec(message)?.[0] ?? ''
      const [, index, field] = /^measures\.(\d+)\.(\w+)/.exec(path) ?? []
      const line = measureRows.get(field ?? '') ?? measureRows.get('label')
      if (index !== undefined && line !== undefined) return place(cellName({ column: Number(index) + 1, row: line }))
      return place(keys.get(path) ?? label)
    })
  }

  #add(sheet: string, name: unknown, find: Find): void {
    const key = `${sheet}\n${String(name)}`
    this.#entries.set(key, [...(this.#entries.get(key) ?? []), find])
  }

  /** What is wrong with the data, by its cells; of entries with one id at each of them. */
  problems(problems: readonly DataProblem[]): SheetProblem[] {
    const told = problems.flatMap(({ file, id, message }): SheetProblem[] => {
      const name = sheetOf(file)
      const found = this.#entries.get(`${name}\n${id}`)
      if (!found) return [{ sheet: name, ref: 'A1', found: id, expected: message }]
      return found.map(find => {
        const { sheet, ref, cell } = find(message)
        return { sheet, ref, found: foundIn(cell), expected: withoutFound(message) }
      })
    })
    return [...new Map(told.map(each => [JSON.stringify(each), each])).values()]
  }
}
