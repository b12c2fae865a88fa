import { expect, it } from 'vitest'
import fc from 'fast-check'
import type { DeckSource } from '../../../model/source.ts'
import { canonicalSource } from '../../../scripts/lib/data-files/canonical.ts'
import { mergeSource } from '../../../scripts/lib/data-files/merge.ts'
import { readWorkbook } from '../../../scripts/workbook/read.ts'
import { writeWorkbook } from '../../../scripts/workbook/write.ts'
import { sources } from './drafts.ts'

function read(source: DeckSource): DeckSource {
  const result = readWorkbook(writeWorkbook({ title: '一', source }), {
    file: '数据.xlsx',
    known: source,
    checked: false,
  })
  if ('problems' in result) throw new Error(JSON.stringify(result.problems))
  return result.draft.source
}

/** The data with its tables in the order of the sheets: series first. */
function inSheetOrder(source: DeckSource): DeckSource {
  const tables = (source.tables ?? []).flatMap(file => [...file.tables])
  const ordered = ['periods', 'subjects'].flatMap(rows => tables.filter(table => table.rows === rows))
  return canonicalSource({ ...source, tables: [{ file: '', tables: ordered }] })
}

/** Registers the tests of whatever a deck says, in a workbook and back. */
export function testRoundTrips(parameters: fc.Parameters<unknown> & { numRuns: number }): void {
  it('is the same after it has been in a workbook', () => {
    fc.assert(
      fc.property(sources, source => {
        expect(read(source)).toEqual(inSheetOrder(source))
      }),
      parameters,
    )
  })

  it('is what the workbook says when a changed one has been read', () => {
    fc.assert(
      fc.property(sources, sources, (before, next) => {
        const after = read(next)
        const merged = mergeSource(before, { known: read(before), after })
        expect(inSheetOrder(merged)).toEqual(after)
      }),
      { ...parameters, numRuns: parameters.numRuns / 2 },
    )
  })
}
