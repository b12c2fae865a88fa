import type { MappedTable } from '../../model/cell-map.ts'
import { headOf, headOfRow, unitOf } from '../../model/cells.ts'
import { readCell } from '../../model/reading/cells.ts'
import type { DeckSource } from '../../model/source.ts'
import { isSameSpan, parseSpan, spanCode, type Span } from '../../model/span.ts'
import type { MeasureInput, TableFile, TableInput } from '../../model/table.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'
import { cellProblem, isSaid, printedCell, rowName } from '../lib/cells/propose.ts'
import type { SheetColumn, SheetRow, SheetTable } from '../lib/cells/sheet-tables.ts'
import { warningsOf, type Change } from './change.ts'
import { findTable, isSameHead } from './find.ts'

interface Times {
  old: Span
  span: Span
}

/** Tables of a deck with what a new workbook prints. */
export interface RefreshedTables {
  files: readonly TableFile[]
  places: readonly MappedTable[]
  changes: readonly Change[]
  problems: readonly SheetProblem[]
}

/** Reads the tables of a map anew, row by row. Rows that come and go are told, columns must be there. */
export function refreshTables(
  source: DeckSource,
  places: readonly MappedTable[],
  sheets: readonly SheetTable[],
  times: Times,
): RefreshedTables {
  const changes: Change[] = []
  const problems: SheetProblem[] = []
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
      const result = refreshTable(table, found, times)
      changes.push(...result.changes)
      problems.push(...result.problems)
      moved.set(table.id, { ...place, sheet: found.sheet, caption: found.caption })
      return result.table
    }),
  }))
  return { files, places: [...moved.values()], changes, problems }
}

function refreshTable(
  table: TableInput,
  found: SheetTable,
  times: Times,
): { table: TableInput; changes: Change[]; problems: SheetProblem[] } {
  const columns = table.measures.map(measure => columnFor(measure, found, times))
  const missing = table.measures.filter((_, index) => !columns[index])
  if (missing.length > 0)
    return {
      table,
      changes: [],
      problems: missing.map(measure => ({
        sheet: found.sheet,
        ref: String(found.rows[0]?.row ?? 1),
        found: `没有“${headOf(measure)}”这一列，有的是：${found.columns.map(({ head }) => head).join('、')}`,
        expected: '列名与上次一样（其中的时间可以往后移）',
      })),
    }
  const own = columns as readonly SheetColumn[]
  const names = found.rows.map(row => nameFor(row, table))
  const cells = found.rows.map(
    (row, index) => [names[index]!, ...own.map(({ column }) => printedCell(row.cells.get(column)!))] as const,
  )
  const measures = table.measures.map((measure, index) => movedMeasure(measure, own[index]!, found, table))
  const heads = Object.fromEntries(
    found.rows.flatMap((row, index) =>
      isSaid(names[index]!, row.head, table.rows === 'periods') ? [] : [[names[index]!, row.head]],
    ),
  )
  const { heads: _, period, doubts, labels, units, total, ...kept } = table
  const isRow = (key: string): boolean => names.includes(key.split('/')[0]!)
  const onlyRows = <Value>(record: Readonly<Record<string, Value>> | undefined) =>
    record && Object.fromEntries(Object.entries(record).filter(([key]) => isRow(key)))
  const now: TableInput = {
    ...kept,
    ...(period !== undefined && { period: spanCode(found.span ?? times.span) }),
    evidence: {
      ...table.evidence,
      ...(table.evidence.table !== undefined && { table: found.caption }),
      sheet: found.sheet,
    },
    measures,
    cells,
    ...(Object.keys(heads).length > 0 && { heads }),
    ...(doubts && { doubts: onlyRows(doubts)! }),
    ...(labels && { labels: onlyRows(labels)! }),
    ...(units && { units: onlyRows(units)! }),
    ...(total !== undefined && names.includes(total) && { total }),
  }
  return {
    table: now,
    changes: changesOf(table, now, found, own),
    problems: found.rows.flatMap(({ cells }) =>
      own.flatMap(({ column }) => cellProblem(found.sheet, cells.get(column)!) ?? []),
    ),
  }
}

/** The column of a measure: by its head, of several that differ in time alone by that time, moved on. */
function columnFor(
  measure: MeasureInput,
  { columns, rows, span }: SheetTable,
  { old }: Times,
): SheetColumn | undefined {
  const alike = columns.filter(({ head }) => isSameHead(head, headOf(measure)))
  if (alike.length < 2 || measure.period === undefined || !span) return alike[0]
  const own = parseSpan(measure.period)
  // As many months before the table's time as it was before.
  const isNow = own && isSameSpan(own, old)
  const wanted = isNow ? span : own
  return alike.find(({ column }) =>
    rows.some(({ cells }) => {
      const at = cells.get(column)?.span
      return at && wanted && isSameSpan(at, wanted)
    }),
  )
}

function movedMeasure(
  measure: MeasureInput,
  column: SheetColumn,
  { rows }: SheetTable,
  table: TableInput,
): MeasureInput {
  const cell = rows.map(({ cells }) => cells.get(column.column)).find(each => each?.reading.kind === 'value')
  const { head: _, period, unit, ...kept } = measure
  const told = cell?.unit !== undefined && cell.unit !== '' && unit !== '位' ? cell.unit : unit
  return {
    ...kept,
    ...(column.head !== measure.label && { head: column.head }),
    ...(unit !== undefined && { unit: told! }),
    ...(period !== undefined && { period: cell?.span && table.rows === 'subjects' ? spanCode(cell.span) : period }),
  }
}

/** The name of a row: the one that it had, or one for a new row. */
function nameFor(row: SheetRow, table: TableInput): string {
  const series = table.rows === 'periods'
  const span = [...row.cells.values()].find(each => each.span)?.span
  if (series && span) {
    const known = table.cells.find(([name]) => {
      const own = parseSpan(name)
      return own && isSameSpan(own, span)
    })
    return known?.[0] ?? spanCode(span)
  }
  const known = table.cells.find(([name]) => headOfRow(table, name) === row.head)
  return known?.[0] ?? rowName(row.head)
}

function changesOf(
  before: TableInput,
  after: TableInput,
  { sheet, rows }: SheetTable,
  columns: readonly SheetColumn[],
): Change[] {
  const rowsOf = ({ cells }: TableInput) => new Map(cells.map(([name, ...printed]) => [name, printed]))
  const [old, now] = [rowsOf(before), rowsOf(after)]
  const id = (row: string, measure: MeasureInput): string =>
    before.measures.length === 1 ? `${before.id}@${row}` : `${before.id}@${row}/${measure.id}`
  const places = new Map(after.cells.map(([name], index) => [name, rows[index]!]))
  return [...new Set([...now.keys(), ...old.keys()])].flatMap(row =>
    after.measures.map((measure, index): Change => {
      const [was, is] = [old.get(row)?.[index], now.get(row)?.[index]]
      const units = [unitOf(before, row, before.measures[index]!) ?? '', unitOf(after, row, measure) ?? ''] as const
      const [a, b] = [was, is].map(text => readCell(text ?? ''))
      const warnings =
        a!.sort === 'number' && b!.sort === 'number'
          ? warningsOf(
              { value: Number(a!.digits), unit: units[0], relative: measure.change !== undefined },
              { value: Number(b!.digits), unit: units[1], relative: measure.change !== undefined },
            )
          : []
      return {
        sort:
          was === undefined
            ? 'new'
            : is === undefined
              ? 'gone'
              : was === is && warnings.length === 0
                ? 'same'
                : 'changed',
        id: id(row, measure),
        label: `${row}，${measure.label}`,
        sheet,
        ref: places.get(row)?.cells.get(columns[index]!.column)?.ref ?? '',
        before: was ? `${was}${units[0]}` : '',
        after: is ? `${is}${units[1]}` : '',
        warnings,
      }
    }),
  )
}
