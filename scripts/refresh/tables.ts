import type { MappedTable } from '../../model/cell-map.ts'
import { cellId, unitOf } from '../../model/cells.ts'
import { readCell } from '../../model/reading/cells.ts'
import type { DeckSource } from '../../model/source.ts'
import type { Span } from '../../model/span.ts'
import type { MeasureInput, TableFile, TableInput } from '../../model/table.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { renewTable } from '../lib/cells/renew-table.ts'
import type { SheetNumber, SheetTable } from '../lib/cells/sheet-table.ts'
import { warningsOf, type Change } from './change.ts'
import { findTable } from './find.ts'

interface Times {
  old: Span
  span: Span
  given: Span | undefined
}

/** Tables of a deck with what a new workbook prints. */
export interface RefreshedTables {
  files: readonly TableFile[]
  places: readonly MappedTable[]
  changes: readonly Change[]
  /** The tables of the workbook that they are from, and the cells that are in them. */
  found: ReadonlySet<SheetTable>
  used: readonly SheetNumber[]
  problems: readonly SheetProblem[]
}

/** Reads the tables of a map anew, row by row. Rows that come and go are told, columns must be there. */
export function refreshTables(
  source: DeckSource,
  places: readonly MappedTable[],
  sheets: readonly SheetTable[],
  { old, span, given }: Times,
): RefreshedTables {
  const changes: Change[] = []
  const problems: SheetProblem[] = []
  const used: SheetNumber[] = []
  const from = new Set<SheetTable>()
  const moved = new Map(places.map(place => [place.table, place]))
  const files = (source.tables ?? []).map(file => ({
    ...file,
    tables: file.tables.map(table => {
      const place = moved.get(table.id)
      if (!place) return table
      const found = findTable(sheets, place)
      if (!found) {
        problems.push({ sheet: place.sheet, ref: '1', found: '没有这张表', expected: `“${place.caption}”` })
        return table
      }
      const now = renewTable({ table, found, periods: source.periods, old, span: found.span ?? span, given })
      problems.push(...now.problems)
      used.push(...now.used)
      from.add(found)
      if (now.problems.length === 0) changes.push(...changesOf(table, now.table, found.sheet, now.places))
      moved.set(table.id, { ...place, sheet: found.sheet, caption: found.caption })
      return now.table
    }),
  }))
  return { files, places: [...moved.values()], changes, found: from, used, problems }
}

/** A cell of a table, as printed, with its unit. */
interface Printed {
  row: string
  measure: MeasureInput
  text: string
  unit: string
}

function printedCells(table: TableInput): Map<string, Printed> {
  const cells = table.cells.flatMap(([row, ...texts]) =>
    table.measures.map((measure, index) => {
      const unit = unitOf(table, row, measure) ?? ''
      return [`${row}/${measure.id}`, { row, measure, text: texts[index] ?? '', unit }] as const
    }),
  )
  return new Map(cells)
}

function changesOf(
  before: TableInput,
  after: TableInput,
  sheet: string,
  places: ReadonlyMap<string, string>,
): Change[] {
  const [old, now] = [printedCells(before), printedCells(after)]
  return [...new Set([...now.keys(), ...old.keys()])].map((key): Change => {
    const [was, is] = [old.get(key), now.get(key)]
    const { row, measure } = (is ?? was)!
    const warnings = was && is ? warningsFor(was, is) : []
    const isSame = was?.text === is?.text && warnings.length === 0
    return {
      sort: !was ? 'new' : !is ? 'gone' : isSame ? 'same' : 'changed',
      id: cellId(is ? after : before, row, measure.id),
      label: `${row}，${measure.label}`,
      sheet,
      ref: places.get(key) ?? '',
      before: told(was),
      after: told(is),
      warnings,
    }
  })
}

const told = (cell: Printed | undefined): string => (cell && cell.text !== '' ? cell.text + cell.unit : '')

function warningsFor(was: Printed, is: Printed): string[] {
  const [own, other] = [was, is].map(({ text }) => readCell(text))
  if (own?.sort !== 'number' || other?.sort !== 'number') return []
  const relative = is.measure.change !== undefined || is.measure.kind === 'rank'
  return warningsOf(
    { value: Number(own.digits), unit: was.unit, relative },
    { value: Number(other.digits), unit: is.unit, relative },
  )
}
