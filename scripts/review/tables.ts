import { cellId, headOf, headOfRow, tableName } from '../../model/cells.ts'
import { decimalsOf, formatNumber } from '../../model/format.ts'
import { readCell } from '../../model/reading/cells.ts'
import type { SourceTable } from '../../model/reading/tables.ts'
import { findSource } from '../../model/sources.ts'
import type { WrittenTable } from '../../model/tables.ts'
import { numberOf } from '../../model/values.ts'
import { statedCells, statedTables, type Facts } from '../check/facts/facts.ts'
import { findCell } from '../check/facts/sheet-cells.ts'
import { unitColumnOf } from '../lib/facts/table-units.ts'
import {
  bearsNumber,
  candidatesOf,
  isSame,
  matchTable,
  readSourceCell,
  reasonToSkip,
  reasonToSkipPart,
} from '../check/facts/table-source.ts'
import type { Article } from '../lib/facts/article.ts'
import type { Placed } from './texts.ts'
import type { CellMark, TableBlock } from './view.ts'

type Account = Pick<CellMark, 'sort' | 'ids' | 'reason'>

const NONE: Account = { sort: null, ids: [], reason: null }
const figure = (id: string): Account => ({ sort: 'figure', ids: [id], reason: null })
const untaken = (reason: string): Account => ({ sort: 'untaken', ids: [], reason })

/** The tables of a source, with what each number is to the data. */
export function tableBlocks(facts: Facts, { tables }: Article): Placed<TableBlock>[] {
  return tables.map(found => {
    const accountOf = accountsIn(facts, found, tables)
    return {
      file: found.file,
      line: found.first,
      block: {
        sort: 'table',
        caption: [found.sheet, found.caption, found.unit && `单位：${found.unit}`]
          .filter((text, index, all) => text && all.indexOf(text) === index)
          .join(' '),
        heads: found.heads,
        rows: found.rows.map(({ cells }, row) => cells.map((text, column) => ({ text, ...accountOf(row, column) }))),
      },
    }
  })
}

/** What the cells of a table of the source are to the data, by row and column. */
function accountsIn(
  facts: Facts,
  found: SourceTable,
  tables: readonly SourceTable[],
): (row: number, column: number) => Account {
  const { source = null } = found
  const own = statedTables(facts)
    .filter(({ table, source: meant }) => candidatesOf(table, tables, meant).includes(found))
    .map(({ table }) => ({ table, matched: matchTable(table, found, facts.source.periods) }))
  const known = new Map<string, Account>()
  for (const { table, matched } of own)
    for (const [row, ...printed] of table.cells)
      table.measures.forEach(({ id }, index) => {
        const [place, column] = [matched.rows.get(row)!, matched.columns.get(id)!]
        const cell = cellId(table, row, id)
        const theirs = found.rows[place]?.cells[column]
        // A number that the data has otherwise is none of its figures.
        if (theirs === undefined || !facts.deck.findFigure(cell)) return
        if (isSame(readCell(printed[index]!), readSourceCell(found, theirs)))
          known.set(`${place} ${column}`, figure(cell))
      })
  for (const { figure: own } of statedCells(facts).filter(each => each.source === source)) {
    const cell = findCell(own.evidence, tables)
    if (cell?.found === found) known.set(`${cell.row} ${cell.column}`, figure(own.id))
  }
  const { headColumn, unitColumn } = own[0]?.matched ?? { headColumn: 0, unitColumn: unitColumnOf(found) }
  const partial = findSource(facts.source, source)?.partial
  const tablesOfIt = own.map(({ table }) => table)
  const whole = own.length === 0 ? reasonToSkip(facts.source, found) : undefined
  return (row, column) => {
    const cell = known.get(`${row} ${column}`)
    if (cell) return cell
    const { cells } = found.rows[row]!
    if (column === headColumn || column === unitColumn || !bearsNumber(found, cells[column]!)) return NONE
    const reason =
      reasonToSkipPart(tablesOfIt, 'row', cells[headColumn]!) ??
      reasonToSkipPart(tablesOfIt, 'column', found.heads[column]!) ??
      whole ??
      partial
    return reason === undefined ? { sort: 'open', ids: [], reason: null } : untaken(reason)
  }
}

/** What the data has of the tables and workbooks of a source that is not at hand. */
export function ownTableBlocks(facts: Facts, source: string | null): TableBlock[] {
  const tables = statedTables(facts).filter(each => each.source === source)
  const cells = statedCells(facts).filter(each => each.source === source)
  return [
    ...tables.map(({ table }) => ownTable(table, facts)),
    ...[...Map.groupBy(cells, ({ figure }) => figure.evidence.sheet)].map(([sheet, own]): TableBlock => ({
      sort: 'table',
      caption: sheet,
      heads: ['单元格', '行', '列', '数'],
      rows: own.map(({ figure: { id, value, decimals, evidence } }) => {
        const number = numberOf(value)
        const printed = `${number < 0 ? '-' : ''}${formatNumber(number, decimalsOf({ value, decimals }))}`
        return [
          ...[evidence.cell, evidence.row, evidence.column].map(text => ({ text, ...NONE })),
          { text: printed, ...figure(id) },
        ]
      }),
    })),
  ]
}

function ownTable(table: WrittenTable['table'], { deck }: Facts): TableBlock {
  return {
    sort: 'table',
    caption: tableName(table),
    heads: ['', ...table.measures.map(headOf)],
    rows: table.cells.map(([row, ...printed]) => [
      { text: headOfRow(table, row), ...NONE },
      ...table.measures.map(({ id }, index) => {
        const cell = cellId(table, row, id)
        return { text: printed[index]!, ...(deck.findFigure(cell) ? figure(cell) : NONE) }
      }),
    ]),
  }
}
