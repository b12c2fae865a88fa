import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import { emptySource } from '../lib/data-files/canonical.ts'
import type { DeckDraft } from '../lib/draft.ts'
import type { WrittenSheet } from '../lib/xlsx/sheet.ts'
import { writeXlsx } from '../lib/xlsx/write.ts'
import { ChoiceLists } from './choice-lists.ts'
import { writeEntrySheet } from './entry-rows.ts'
import type { Fields } from './fields.ts'
import { writeMeeting } from './meeting.ts'
import { referencesOf } from './references.ts'
import * as sheets from './sheets/index.ts'
import { writeTableSheet } from './table-rows.ts'

/** A draft without anything in it, of which the workbook is the template. */
export const EMPTY_DRAFT: DeckDraft = {
  title: '',
  source: emptySource(),
}

/** Writes what a draft says as a workbook; the same draft gives the same bytes. */
export function writeWorkbook(draft: DeckDraft): Uint8Array {
  return writeXlsx(workbookSheets(draft))
}

/** The sheets of the workbook of a draft. */
export function workbookSheets(draft: DeckDraft): WrittenSheet[] {
  const { source } = draft
  const refs = referencesOf(source)
  const lists = new ChoiceLists()
  const entries = (sheet: sheets.EntrySheet, list: readonly object[]) =>
    writeEntrySheet(sheet, list as readonly Fields[], refs, lists)
  const tables = tablesOf(source)
  const tableSheet = (rows: TableInput['rows']) =>
    writeTableSheet(
      rows,
      tables.filter(table => table.rows === rows),
      refs,
      lists,
    )
  const written = [
    writeMeeting(draft, refs),
    entries(sheets.CHAPTERS, source.chapters),
    entries(sheets.FIGURES, figureRows(source)),
    tableSheet('periods'),
    tableSheet('subjects'),
    entries(sheets.DERIVED, source.derived.figures),
    entries(sheets.TARGETS, source.targets?.targets ?? []),
    entries(sheets.QUOTES, source.quotes.quotes),
    entries(sheets.PHOTOS, source.photos.photos),
    entries(sheets.ERRATA, source.errata.errata),
    entries(sheets.PERIODS, source.periods),
    entries(sheets.SOURCES, source.sources ?? []),
    entries(sheets.NAMES, [...(source.names?.names ?? []), ...(source.structural?.structural ?? [])]),
    entries(sheets.UNUSED, [
      ...(source.unused?.unused ?? []),
      ...(source.tables ?? []).flatMap(({ skip = [] }) =>
        skip.map(({ table, reason }) => ({ id: table, sort: 'source', reason })),
      ),
    ]),
  ]
  return [...written, lists.sheet()]
}

/** Figures with their chapters; evidence in a workbook has a head of its column beside the column of an article. */
function figureRows({ figures }: DeckSource): Fields[] {
  return figures.flatMap(({ chapter, source, figures }) =>
    figures.map(figure => {
      const { evidence } = figure
      const own = { ...(source !== undefined && { source }), ...evidence }
      if (!isSheetFigure(figure)) return { ...figure, chapter, evidence: own }
      const { column, ...rest } = own
      return { ...figure, chapter, evidence: { ...rest, head: column } }
    }),
  )
}

/** Tables with the source of their files. */
function tablesOf({ tables = [] }: DeckSource): TableInput[] {
  return tables.flatMap(({ source, tables }) =>
    tables.map(table => ({ ...table, evidence: { ...(source !== undefined && { source }), ...table.evidence } })),
  )
}
