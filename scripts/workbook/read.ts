import { wordsOf } from './codec.ts'
import type { DeckSource } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import { soundBases } from '../../model/unit-rules.ts'
import { setBases } from '../../model/units.ts'
import { validate } from '../../model/validate.ts'
import type { SheetCell, SheetProblem } from '../lib/cells/cell.ts'
import { canonicalSource } from '../lib/data-files/canonical.ts'
import type { DeckDraft } from '../lib/draft.ts'
import { cellName } from '../lib/facts/office/place.ts'
import { readSheets, type Sheet } from '../lib/facts/office/workbook.ts'
import { printCell } from '../lib/cells/print-cell.ts'
import type { Fields } from './fields.ts'
import { idsFor, type Nameable } from './ids.ts'
import { Locations } from './locations.ts'
import { MEETING, MEETING_KEYS, unitsKind } from './meeting.ts'
import { Names, type References } from './names.ts'
import { Problems } from './problems.ts'
import { entryRows, readEntry, textIn, type EntryRow } from './read-entries.ts'
import { blockName, readBlock, tableBlocks, type Block } from './read-tables.ts'
import * as sheets from './sheets/index.ts'
import type { EntrySheet } from './sheets/index.ts'
import { TABLE_SHEETS } from './table-layout.ts'

/** What a workbook says, or everything that is wrong with it. */
type ReadWorkbook = { draft: DeckDraft } | { problems: readonly SheetProblem[] }

export interface ReadOptions {
  /** Name of the file, for messages. Default: 工作簿. */
  file?: string
  /** What the deck has said before: entries keep the ids that they have there. */
  known?: DeckSource
  /** Whether the rules on data are applied. Default: true. */
  checked?: boolean
}

/**
 * Reads a workbook that `writeWorkbook` has written and people have filled in.
 * @throws HuibaoError where it is no workbook at all
 */
export function readWorkbook(
  bytes: Uint8Array,
  { file = '工作簿', known, checked = true }: ReadOptions = {},
): ReadWorkbook {
  const problems = new Problems()
  const found = new Map(readSheets(bytes, file).map(sheet => [sheet.name, sheet]))
  const names = [MEETING, ...Object.values(TABLE_SHEETS), ...sheets.ENTRY_SHEETS.map(({ name }) => name)]
  for (const name of names.filter(name => !found.has(name)))
    problems.at(name, 'A1', undefined, '要有这张工作表；请从空表里复制一张（npx huibao workbook template 空表.xlsx）')
  const sheet = (name: string): Sheet => found.get(name) ?? { name, hidden: false, rows: new Map(), merges: [] }

  const meeting = readMeeting(sheet(MEETING), problems)
  setBases(soundBases(meeting.units))
  const rows = new Map(
    sheets.ENTRY_SHEETS.map(each => [each as EntrySheet, entryRows(each, sheet(each.name), problems)]),
  )
  const blocks = (['periods', 'subjects'] as const).flatMap(kind =>
    tableBlocks(kind, sheet(TABLE_SHEETS[kind]), problems),
  )
  const ids = idsOfAll(rows, blocks, known)
  const refs = referencesIn(rows, blocks, ids)
  const locations = new Locations()
  const entries = (each: EntrySheet): Fields[] =>
    rows.get(each)!.map((row, index) => {
      const entry = readEntry(each, row, refs, problems, ids.entries.get(each)?.[index])
      locations.entry(each, row, entry)
      return entry
    })
  const tables = blocks.map((block, index) => {
    const id = ids.tables[index]!
    const before = known?.tables?.flatMap(({ tables }) => tables).find(table => table.id === id)
    const { table, places } = readBlock(block, id, before, refs, problems)
    locations.table(table, places)
    return table
  })
  const source = sourceOf(meeting, entries, tables)
  const draft = {
    title: meeting.title,
    ...(meeting.subtitle !== undefined && { subtitle: meeting.subtitle }),
    source,
  }
  // What a row could not say is told of already, and makes the data wrong in other places.
  if (checked && problems.list.length === 0) problems.list.push(...locations.problems(validate(source)))
  return problems.list.length > 0 ? { problems: problems.list } : { draft }
}

interface Meeting {
  title: string
  subtitle?: string
  columns: readonly string[]
  units?: NonNullable<DeckSource['units']>
}

function readMeeting({ name, rows }: Sheet, problems: Problems): Meeting {
  const cells = new Map<string, SheetCell>()
  for (const [row, line] of rows) {
    const head = line.get(0)
    const cell = line.get(1)
    if (row === 1 || !cell) continue
    const known = head && MEETING_KEYS.some(key => key.head === printCell(head))
    if (known) cells.set(printCell(head), cell)
    else problems.at(name, cellName({ column: 0, row }), head, `应为：${MEETING_KEYS.map(key => key.head).join('、')}`)
  }
  const value = (head: string): unknown => {
    const cell = cells.get(head)
    const key = MEETING_KEYS.find(each => each.head === head)!
    return cell && problems.attempt(name, cell, each => key.codec.read(each, NO_REFERENCES))
  }
  const units = MEETING_KEYS.flatMap(({ head }) => {
    const kind = unitsKind(head)
    const own = kind === undefined ? undefined : value(head)
    return own === undefined ? [] : [[kind!, own as readonly string[]] as const]
  })
  const subtitle = value('副标题') as string | undefined
  return {
    title: (value('标题') as string | undefined) ?? '',
    ...(subtitle !== undefined && { subtitle }),
    columns: (value('栏目') as readonly string[] | undefined) ?? [],
    ...(units.length > 0 && { units: Object.fromEntries(units) }),
  }
}

const NONE = new Names([])
const NO_REFERENCES: References = { chapters: NONE, periods: NONE, sources: NONE, figures: NONE, tables: NONE }

interface Ids {
  entries: ReadonlyMap<EntrySheet, readonly string[]>
  tables: readonly string[]
}

/** The ids of all rows and blocks, those that have none given one. */
function idsOfAll(
  rows: ReadonlyMap<EntrySheet, readonly EntryRow[]>,
  blocks: readonly Block[],
  known: DeckSource | undefined,
): Ids {
  const nameable = (sheet: EntrySheet): Nameable[] => {
    const path = sheet.columns.find(({ head }) => head === sheet.named)!.path
    return rows.get(sheet)!.map(row => ({ id: textIn(row, 'id'), name: textIn(row, path) }))
  }
  const before = (entries: readonly object[] | undefined, key: string): Nameable[] =>
    (entries ?? []).map(entry => ({ id: (entry as Fields).id as string, name: (entry as Fields)[key] as string }))
  const given = (sheet: EntrySheet, entries: readonly object[] | undefined, key: string) =>
    [sheet, idsFor(nameable(sheet), before(entries, key))] as const
  // Figures, derived ones and rates share their ids.
  const stated = nameable(sheets.FIGURES)
  const all = [...stated, ...nameable(sheets.DERIVED)]
  const rates = rows.get(sheets.TARGETS)!.flatMap(row => textIn(row, 'rate') ?? [])
  const knownFigures = [...(known?.figures ?? []), ...(known ? [known.derived] : [])].flatMap(file => [...file.figures])
  const figures = idsFor(all, before(knownFigures, 'label'), rates)
  return {
    entries: new Map([
      given(sheets.CHAPTERS, known?.chapters, 'short'),
      given(sheets.PERIODS, known?.periods, 'text'),
      given(sheets.SOURCES, known?.sources, 'title'),
      [sheets.FIGURES, figures.slice(0, stated.length)],
      [sheets.DERIVED, figures.slice(stated.length)],
      [sheets.TARGETS, idsFor(nameable(sheets.TARGETS))],
      given(sheets.QUOTES, known?.quotes.quotes, 'speaker'),
      given(sheets.PHOTOS, known?.photos.photos, 'caption'),
    ]),
    tables: idsFor(
      blocks.map(blockName),
      before(
        known?.tables?.flatMap(({ tables }) => [...tables]),
        'label',
      ),
    ),
  }
}

/** What cells may refer to: everything by its id and its names, as the rows have them. */
function referencesIn(
  rows: ReadonlyMap<EntrySheet, readonly EntryRow[]>,
  blocks: readonly Block[],
  ids: Ids,
): References {
  const names = (sheet: EntrySheet, ...paths: readonly string[]) =>
    rows.get(sheet)!.map((row, index) => ({
      id: ids.entries.get(sheet)![index]!,
      names: paths.map(path => textIn(row, path)),
    }))
  return {
    chapters: new Names(names(sheets.CHAPTERS, 'title', 'short')),
    periods: new Names(
      names(sheets.PERIODS, 'text', 'stated').map(({ id, names: [shown, stated = ''] }) => ({
        id,
        names: [shown, ...wordsOf(stated)],
      })),
    ),
    sources: new Names(names(sheets.SOURCES, 'title')),
    figures: new Names([
      ...names(sheets.FIGURES, 'label'),
      ...names(sheets.DERIVED, 'label'),
      ...rows.get(sheets.TARGETS)!.flatMap(row => {
        const rate = textIn(row, 'rate')
        return rate === undefined ? [] : [{ id: rate, names: [] }]
      }),
    ]),
    tables: new Names(blocks.map((block, index) => ({ id: ids.tables[index]!, names: [blockName(block).name] }))),
  }
}

/** The data that the rows say, in the files of a new deck. */
function sourceOf(
  { columns, units }: Meeting,
  entries: (sheet: EntrySheet) => Fields[],
  tables: readonly TableInput[],
): DeckSource {
  const list = <Entry>(sheet: EntrySheet): Entry[] => entries(sheet) as Entry[]
  const sources = list<NonNullable<DeckSource['sources']>[number]>(sheets.SOURCES)
  const figures = list<{ chapter: string }>(sheets.FIGURES).map(({ chapter, ...figure }) => ({
    file: '',
    chapter,
    figures: [figure] as unknown as DeckSource['figures'][number]['figures'],
  }))
  const named = list<{ counts?: unknown }>(sheets.NAMES)
  const unused = list<{ id: string; sort?: string; reason: string }>(sheets.UNUSED)
  const skip = unused.filter(({ sort }) => sort === 'source').map(({ id, reason }) => ({ table: id, reason }))
  const structural = named.filter(({ counts }) => counts !== undefined)
  const lists = {
    columns,
    ...(units && { units }),
    ...(sources.length > 0 && { sources }),
    chapters: list(sheets.CHAPTERS),
    periods: list(sheets.PERIODS),
    figures,
    tables: [{ file: '', tables, ...(skip.length > 0 && { skip }) }],
    derived: { file: '', figures: list(sheets.DERIVED) },
    targets: { file: '', targets: list(sheets.TARGETS) },
    quotes: { file: '', quotes: list(sheets.QUOTES) },
    photos: { file: '', photos: list(sheets.PHOTOS) },
    errata: { file: '', errata: list(sheets.ERRATA) },
    names: { file: '', names: named.filter(({ counts }) => counts === undefined) },
    unused: { file: '', unused: unused.filter(({ sort }) => sort !== 'source') },
    ...(structural.length > 0 && { structural: { file: '', structural } }),
  }
  return canonicalSource(lists as unknown as DeckSource)
}
