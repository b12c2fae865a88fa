import type { SourceTable } from '../../../model/reading/tables.ts'
import { readSpans, type Span } from '../../../model/span.ts'
import { cellSpan, contextOf, tableSpan } from '../cells/times.ts'

/**
 * The times that a table gives what stands below some heads; none where it says none. In a workbook what stands above
 * the table and its sheet say the time, too, and heads may tell theirs from it, as 上年同期 does.
 */
export function timesOf(table: SourceTable, heads: readonly string[]): Span[] {
  if (table.above) {
    const span = cellSpan(heads, tableSpan(contextOf(table)))
    return span ? [span] : []
  }
  // What is told from another year is of no date.
  const texts = [...heads, table.caption].map(text => readSpans(text).flatMap(({ span }) => span ?? []))
  return texts.find(spans => spans.length > 0) ?? []
}
