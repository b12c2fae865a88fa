import { tableName } from '../../../model/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import type { TableInput } from '../../../model/table.ts'
import { findSource } from '../../../model/sources.ts'
import { hasSource, ofSource, type Article } from '../../lib/facts/article.ts'
import type { Finding } from '../finding.ts'
import { inFile, inSource, statedTables, type Facts } from './facts.ts'
import {
  bearsNumber,
  candidatesOf,
  differences,
  matchTable,
  reasonToSkip,
  reasonToSkipPart,
  tablePlace,
  titleOf,
  type MatchedTable,
} from './table-source.ts'

const captionsOf = (tables: readonly SourceTable[]): string => tables.map(titleOf).join('、') || '没有表'

/** Each cell of each table of the data against the table of the source that prints it. */
export function tablesAgainstSource(facts: Facts, article: Article): Finding[] {
  const { periods } = facts.source
  const given = statedTables(facts).filter(({ source }) => hasSource(article, source))
  return given.flatMap(({ table, file, source }) => {
    const { tables } = ofSource(article, source)
    const where = facts.where(file, table.id)
    const element = table.id
    const found = candidatesOf(table, tables, source)
    const meant = table.evidence.table ?? table.measures.map(({ head, label }) => head ?? label).join('、')
    if (found.length !== 1)
      return [
        inFile('evidence', where, {
          element,
          text: meant,
          measured:
            found.length === 0
              ? `${inSource(facts, source)}里没有找到这张表；有的表是：${captionsOf(tables)}`
              : `${inSource(facts, source)}里有 ${found.length} 张这样的表：${found.map(each => `${tablePlace(each)} ${each.caption}`).join('、')}`,
          expected: '恰好一张，表题写在表的上一行',
          advice:
            '请在 evidence.table 照写表题，写到与别的表题分得开为止；在另一个来源里的，写 evidence.source，在另一张工作表里的，写 evidence.sheet',
        }),
      ]
    return differences(table, matchTable(table, found[0]!, periods), periods).map(({ measured, expected }) =>
      inFile('evidence', where, {
        element,
        text: meant,
        measured,
        expected,
        advice: `请照原表改 ${file} 里的“${table.id}”`,
      }),
    )
  })
}

/** Every row and column of a table of the source is in the data, or left out with a reason. */
export function tablesOfSource(facts: Facts, { tables }: Article): Finding[] {
  const stated = statedTables(facts)
  const whole = tables.filter(({ source = null }) => findSource(facts.source, source)?.partial === undefined)
  return whole.flatMap(found => {
    const own = stated.filter(({ table, source }) => candidatesOf(table, tables, source).includes(found))
    const caption = titleOf(found)
    const where = tablePlace(found)
    if (own.length === 0)
      return reasonToSkip(facts.source, found) !== undefined
        ? []
        : [
            inFile('completeness', where, {
              element: '表',
              text: caption,
              measured: '原文里的这张表没有写成数据',
              expected: '原文的每张表，要么写进 data/tables/，要么写明不用的理由',
              advice: '请写成一张表；确实不用的，在 data/deck.ts 的 tables 里写 skip，写明表题和理由',
            }),
          ]
    return leftOut(
      found,
      own.map(({ table }) => [table, matchTable(table, found, facts.source.periods)] as const),
    ).map(what =>
      inFile('completeness', where, {
        element: own.map(({ table }) => table.id).join('、'),
        text: caption,
        measured: `${tableName(own[0]!.table)}：原表的${what}没有写成数据`,
        expected: '原表的每一行、每一列都在数据里',
        advice: `请补上；确实不用的，在表的 skip 里写明理由`,
      }),
    )
  })
}

/** Rows with a number, and columns, of the source that none of the tables has or skips. */
function leftOut(found: SourceTable, own: readonly (readonly [TableInput, MatchedTable])[]): string[] {
  const tables = own.map(([table]) => table)
  const skips = (part: 'row' | 'column', head: string): boolean => reasonToSkipPart(tables, part, head) !== undefined
  const [, { headColumn, unitColumn }] = own[0]!
  const rows = found.rows.filter(
    ({ cells }, index) =>
      cells.some((cell, column) => column !== headColumn && bearsNumber(found, cell)) &&
      !own.some(([, { rows }]) => [...rows.values()].includes(index)) &&
      !skips('row', cells[headColumn]!),
  )
  const columns = found.heads.filter(
    (head, index) =>
      index !== headColumn &&
      index !== unitColumn &&
      !own.some(([, { columns }]) => [...columns.values()].includes(index)) &&
      !skips('column', head),
  )
  return [
    ...columns.map(head => `列“${head}”`),
    ...rows.map(({ cells, line }) => `行“${cells[headColumn]}”（第 ${line} 行）`),
  ]
}
