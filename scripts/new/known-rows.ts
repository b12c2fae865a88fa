import { AREA } from '../../model/changes.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { addsUp, isSummed } from '../lib/cells/as-table.ts'

/** What names a whole: 全市, 合计. */
const WHOLE = new RegExp(`^(?:${AREA})|[合总]计$`)

/**
 * Tables of peers with the rows that are known among them: ours, which the deck's title names (松岑县 in 松岑县统计公报),
 * and the whole of the others, which is no peer and takes no place among them.
 */
export function withKnownRows(source: DeckSource, title: string): DeckSource {
  const files = source.tables?.map(file => ({ ...file, tables: file.tables.map(table => known(table, title)) }))
  return { ...source, ...(files && { tables: files }) }
}

function known(table: TableInput, title: string): TableInput {
  if (table.rows !== 'subjects') return table
  const ours = table.ours ?? namedIn(title, table)
  const total = table.total ?? (table.parts === undefined ? wholeOf(table) : undefined)
  return { ...table, ...(ours !== undefined && { ours }), ...(total !== undefined && { total }) }
}

function namedIn(title: string, { cells }: TableInput): string | undefined {
  const [named, ...more] = cells.map(([row]) => row).filter(row => row.length > 1 && title.includes(row))
  return more.length === 0 ? named : undefined
}

function wholeOf({ label, cells, measures, units }: TableInput): string | undefined {
  if (units !== undefined) return undefined
  if (measures.some(isSummed)) return cells.find(([name], row) => WHOLE.test(name) && addsUp(cells, row, measures))?.[0]
  // Of changes the table is called after what they are of: 居民消费价格比上年涨跌幅度 begins with that of 居民消费价格.
  return cells.map(([name]) => name).find(name => name.length > 1 && label.startsWith(name))
}
