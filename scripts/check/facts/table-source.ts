import path from 'node:path'
import { headOf, headOfRow, tableName, unitOf } from '../../../model/cells.ts'
import type { Period } from '../../../model/figure.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { isCaption } from '../../../model/reading/captions.ts'
import { bareText, readCell, type PrintedCell } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { formatSpan, isSameSpan, type Span } from '../../../model/span.ts'
import type { DeckSource } from '../../../model/source.ts'
import type { MeasureInput, TableEvidence, TableInput } from '../../../model/table.ts'
import type { CellReading } from '../../lib/cells/cell.ts'
import { readCell as readSheetCell } from '../../lib/cells/read-cell.ts'
import { timesOf } from '../../lib/facts/table-times.ts'
import { sourceUnit, unitColumnOf, unitless } from '../../lib/facts/table-units.ts'

/** A table of the source with what of it a table of the data states. */
export interface MatchedTable {
  found: SourceTable
  /** Column in which rows have their heads. */
  headColumn: number
  /** Column of units by row; negative where there is none. */
  unitColumn: number
  /** Columns of the measures, by id; negative where there is none. */
  columns: ReadonlyMap<string, number>
  /** Places of the rows among those of `found`, by name; negative where there is none. */
  rows: ReadonlyMap<string, number>
}

/** The file of a table and a line of it; of a workbook its sheet, too. */
export function tablePlace({ file, sheet, first }: SourceTable, line = first): string {
  return `${file}${sheet === undefined ? '' : `[${sheet}]`}:${line}`
}

/** What a table of the source is called: its caption, or else its heads. */
export function titleOf({ caption, heads }: Pick<SourceTable, 'caption' | 'heads'>): string {
  return caption || heads.join(' | ')
}

/** Why a whole table of the source is left out of the data; `undefined` where nothing says so. */
export function reasonToSkip({ tables = [] }: Pick<DeckSource, 'tables'>, found: SourceTable): string | undefined {
  const skipped = tables.flatMap(({ skip = [] }) => skip)
  return skipped.find(({ table }) => isCaption(titleOf(found), table))?.reason
}

/** Why a row or a column is left out of tables of the data, by its head; `undefined` where nothing says so. */
export function reasonToSkipPart(
  tables: readonly TableInput[],
  part: 'row' | 'column',
  head: string,
): string | undefined {
  const skipped = tables.flatMap(({ skip = [] }) => skip)
  return skipped.find(each => each[part] !== undefined && bareText(each[part]) === bareText(head))?.reason
}

function columnOf({ heads }: SourceTable, measure: MeasureInput): number {
  const head = headOf(measure)
  const exact = heads.findIndex(each => bareText(each) === bareText(head))
  return exact >= 0 ? exact : heads.findIndex(each => unitless(each) === unitless(head))
}

/** The sheet of a table: of a csv file, which has one, by the file's name. */
export function sheetOf({ sheet, file }: SourceTable): string {
  return sheet ?? path.parse(file).name
}

/** Whether a table of a source is of the source, file and sheet that are meant. */
function isFrom(table: SourceTable, evidence: TableEvidence, meant: string | null): boolean {
  const { file, source } = table
  if (evidence.sheet !== undefined && bareText(evidence.sheet) !== bareText(sheetOf(table))) return false
  if (meant !== null) return source === meant
  return evidence.source === undefined || file.replace(/^.*[\\/]|\.[^.]*$/g, '') === evidence.source
}

/**
 * The tables of the source that a table of the data may be from: by source and caption, or else by heads.
 * @param source id of the table's source; null in a deck that names none
 */
export function candidatesOf(
  { evidence, measures }: TableInput,
  tables: readonly SourceTable[],
  source: string | null,
): SourceTable[] {
  const { table } = evidence
  const own = tables.filter(each => isFrom(each, evidence, source))
  return table === undefined
    ? own.filter(each => measures.every(measure => columnOf(each, measure) >= 0))
    : own.filter(({ caption }) => isCaption(caption, table))
}

/** What a row may be headed by in the source: a period in any of its wordings, with or without 年. */
function headsOf(table: TableInput, row: string, periods: readonly Period[]): Set<string> {
  const { text = row, stated = [] } = (table.rows === 'periods' && resolvePeriod(row, periods)) || {}
  const heads = [headOfRow(table, row), row, text, ...stated].map(bareText)
  return new Set(heads.flatMap(head => (table.rows === 'periods' ? [head, head.replace(/年$/, '')] : [head])))
}

/** Finds the columns and rows of a table of the data in one of the source. */
export function matchTable(table: TableInput, found: SourceTable, periods: readonly Period[]): MatchedTable {
  const names = table.cells.map(([row]) => [row, headsOf(table, row, periods)] as const)
  const count = (column: number): number =>
    names.filter(([, heads]) => found.rows.some(({ cells }) => heads.has(bareText(cells[column]!)))).length
  const columns = new Map(table.measures.map(measure => [measure.id, columnOf(found, measure)] as const))
  const measured = new Set(columns.values())
  const headColumn = found.heads
    .map((_, column) => column)
    .filter(column => !measured.has(column))
    .reduce((best, column) => (count(column) > count(best) ? column : best), 0)
  return {
    found,
    headColumn,
    unitColumn: unitColumnOf(found),
    columns,
    rows: new Map(
      names.map(([row, heads]) => {
        const isAt = (column: number) => found.rows.findIndex(({ cells }) => heads.has(bareText(cells[column]!)))
        // 合计 may stand in front of the column of names, over several.
        const places = [headColumn, ...found.heads.keys()].filter(column => !measured.has(column)).map(isAt)
        return [row, places.find(place => place >= 0) ?? -1]
      }),
    ),
  }
}

/** One thing that source and data have otherwise. */
export interface TableDifference {
  /** What is otherwise, with both texts. */
  measured: string
  expected: string
  line: number
}

/** Whether two cells print the same digits, or the same instead of them. */
export function isSame(a: PrintedCell, b: PrintedCell): boolean {
  if (a.sort === 'number') return b.sort === 'number' && a.digits === b.digits && a.qualifier === b.qualifier
  return a.sort === 'gap' && b.sort === 'gap' && a.gap === b.gap
}

/** A cell as cells of sheets are read, with brackets for a minus; `undefined` in a table of a text. */
function asSheetCell({ above }: SourceTable, text: string): CellReading | undefined {
  return above && readSheetCell({ ref: '', value: text })
}

/** What a table of the source prints in a cell. */
export function readSourceCell(table: SourceTable, text: string): PrintedCell {
  const own = asSheetCell(table, text)
  return own?.kind === 'value' && own.qualifier === undefined && own.change === undefined
    ? { sort: 'number', digits: `${own.negative ? '-' : ''}${own.digits}` }
    : readCell(text)
}

/** Whether a cell of the source bears a number, whatever stands beside it. */
export function bearsNumber(table: SourceTable, text: string): boolean {
  const own = asSheetCell(table, text)
  return own ? own.kind === 'value' : readCell(text).sort === 'number'
}

/** What the source has otherwise than a table of the data, cell by cell. */
export function differences(table: TableInput, matched: MatchedTable, periods: readonly Period[]): TableDifference[] {
  const { found, columns, rows } = matched
  const { first } = found
  const all = found.heads.filter((_, column) => column !== matched.headColumn && column !== matched.unitColumn)
  const noColumn = table.measures.filter(({ id }) => columns.get(id)! < 0)
  const noRow = table.cells.filter(([row]) => rows.get(row)! < 0)
  const differing = table.cells.flatMap(([row, ...printed]) =>
    table.measures.flatMap((measure, index): TableDifference[] => {
      const [column, place] = [columns.get(measure.id)!, rows.get(row)!]
      if (column < 0 || place < 0) return []
      const { cells, line } = found.rows[place]!
      if (isSame(readCell(printed[index]!), readSourceCell(found, cells[column]!))) return []
      return [
        {
          measured: `${tableName(table)}，行“${row}”，列“${headOf(measure)}”：原表是“${cells[column]}”（${tablePlace(found, line)}），数据写的是“${printed[index]}”`,
          expected: `“${cells[column]}”`,
          line,
        },
      ]
    }),
  )
  const [own, printed] = [table.head, found.heads[matched.headColumn] ?? '']
  return [
    ...(own === undefined || bareText(own) === bareText(printed)
      ? []
      : [
          {
            measured: `${tableName(table)}的首列：原表的表头是“${printed}”，head 写的是“${own}”`,
            expected: printed === '' ? '原表首列没有表头，不写 head' : `“${printed}”`,
            line: first,
          },
        ]),
    ...noColumn.map(measure => ({
      measured: `${tableName(table)}里没有“${headOf(measure)}”这一列，原表的列有：${all.join('、')}`,
      expected: '列名与原表一致',
      line: first,
    })),
    ...noRow.map(([row]) => ({
      measured: `${tableName(table)}里没有“${headOfRow(table, row)}”这一行，原表的行有：${found.rows.map(({ cells }) => cells[matched.headColumn]).join('、')}`,
      expected: '行名与原表一致',
      line: first,
    })),
    ...differing,
    ...otherUnits(table, matched),
    ...otherPeriods(table, matched, periods),
  ]
}

/** Times in words. */
export const tellTimes = (spans: readonly Span[]): string => spans.map(formatSpan).join('、')

/** Each time that is another one than the source gives, once for a table. */
function otherPeriods(table: TableInput, matched: MatchedTable, periods: readonly Period[]): TableDifference[] {
  if (table.rows === 'periods') return []
  const told = table.measures.flatMap(measure => {
    const own = resolvePeriod(measure.period ?? table.period!, periods)
    const times = timesOf(matched.found, [matched.found.heads[matched.columns.get(measure.id)!] ?? ''])
    const same = !own?.span || times.length === 0 || times.some(span => isSameSpan(span, own.span!))
    return same ? [] : [`原表写的是“${tellTimes(times)}”，数据写的是“${own.text}”`]
  })
  return [...new Set(told)].map(text => ({
    measured: `${tableName(table)}的时段：${text}`,
    expected: '时段与原表的表题、列名一致',
    line: matched.found.first,
  }))
}

/** Each unit that the source does not give, once for a column. */
function otherUnits(table: TableInput, matched: MatchedTable): TableDifference[] {
  return table.measures.flatMap(measure => {
    const column = matched.columns.get(measure.id)!
    const wrong = table.cells.flatMap(([row]) => {
      const place = matched.rows.get(row)!
      const [own, theirs] = [unitOf(table, row, measure), sourceUnit(matched, column, place)]
      const counted = own !== undefined && own !== '位' && column >= 0 && place >= 0
      return counted && theirs !== '' && theirs !== own ? [{ row, own, theirs, place }] : []
    })
    const [one] = wrong
    return one
      ? [
          {
            measured: `${tableName(table)}，行“${wrong.map(({ row }) => row).join('、')}”，列“${headOf(measure)}”：原表的单位是“${one.theirs}”，数据写的是“${one.own}”`,
            expected: `“${one.theirs}”`,
            line: matched.found.rows[one.place]!.line,
          },
        ]
      : []
  })
}
