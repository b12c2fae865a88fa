import { outcomeWords } from '../../components/targets.ts'
import type { Deck } from '../../model/deck.ts'
import type { Figure, FigureInput, ResolvedPeriod, SheetEvidence, SheetFigureInput } from '../../model/figure.ts'
import { formatFigure } from '../../model/format.ts'
import type { DeckSource } from '../../model/source.ts'
import { sourcesOf } from '../../model/sources.ts'
import { formatSpan } from '../../model/span.ts'
import type { Table } from '../../model/table.ts'
import { tableIdOf } from '../../model/table-id.ts'
import { writtenTables, type WrittenTable } from '../../model/tables.ts'
import type { Target, TargetInput } from '../../model/target.ts'
import { writtenTargets } from '../../model/targets.ts'
import { inBase, parseUnit } from '../../model/units.ts'
import { figureRecords } from '../figures/records.ts'
import { measureOf } from '../trace/trace.ts'
import { leafText, leavesOf } from './leaves.ts'
import type {
  ComparedCell,
  ComparedEntry,
  ComparedFigure,
  ComparedTable,
  ComparedTarget,
  DeckRecord,
} from './record.ts'

/**
 * What a deck's data says, as plain values. To be called while the deck's units are those that are known: before
 * another deck is loaded.
 */
export function recordData(deck: Deck<string>, source: DeckSource): Omit<DeckRecord, 'title' | 'pictures' | 'slides'> {
  const written = new Map(
    [...source.figures, source.derived].flatMap(({ figures }) => figures.map(each => [each.id, each])),
  )
  const compared = (figure: Figure): ComparedFigure => recordFigure(figure, written.get(figure.id), deck, source)
  const tables = writtenTables(source)
  const targets = writtenTargets(source)
  return {
    chapters: deck.chapters.map(({ id, title }) => ({ id, title })),
    figures: deck.figures.filter(({ id }) => tableIdOf(id) === undefined).map(compared),
    tables: deck.tables.map((table, index) => recordTable(table, tables[index]!, compared)),
    targets: deck.targets.map((target, index) => recordTarget(target, targets[index]!)),
    entries: recordEntries(source),
  }
}

function recordFigure(
  figure: Figure,
  written: object | undefined,
  deck: Deck<string>,
  source: DeckSource,
): ComparedFigure {
  const { unit, value, to, parts, change, comparedWith, short } = figure
  const base = parseUnit(unit)?.base ?? unit
  const ends = parts ?? [value, ...(to === undefined ? [] : [to])]
  return {
    ...figureRecords([figure])[0]!,
    short,
    change: change === undefined ? null : [change, comparedWith && `（比${comparedWith}）`].filter(Boolean).join(''),
    scope: measureOf(figure, deck.findFigure(figure.of ?? '')),
    note: figure.note ?? null,
    leaves: leavesOf(figureFields(figure, written, source), 'figure'),
    size: { base, numbers: ends.map(end => inBase({ value: end, unit })) },
  }
}

/** What a figure's entry says, with what follows from where it stands and what it leaves open. */
function figureFields(figure: Figure, written: object | undefined, source: DeckSource): Record<string, unknown> {
  const { value, parts, short, qualifier, chapter, period, evidence, derived, stated, source: own, ...rest } = figure
  const { evidence: given = evidence, ...entry }: Partial<FigureInput | SheetFigureInput> = written ?? {}
  const printedElsewhere = (entry as Partial<FigureInput>).printAs !== undefined
  const { column, ...place } = given as SheetEvidence
  return {
    ...entry,
    ...rest,
    value: parts ?? value,
    short: short === figure.label ? undefined : short,
    qualifier: qualifier === 'none' ? undefined : qualifier,
    chapter: chapter.id,
    period: periodText(period),
    stated: printedElsewhere ? stated : undefined,
    // A derived figure has that of its first input, and a cell that of its table.
    evidence:
      derived || (evidence.cell && evidence.cell.at === undefined)
        ? undefined
        : {
            ...place,
            // Evidence in a workbook has a head of its column, that in a text the column of an article.
            ...('sheet' in given ? { head: column } : { column }),
            source: own && own.id !== sourcesOf(source)[0]?.id ? own.id : undefined,
          },
  }
}

/** A period as it is shown, with its dates where the words tell others. */
function periodText({ text, span }: ResolvedPeriod): string {
  const dates = span && formatSpan(span)
  return dates === null || dates === text ? text : `${text}（${dates}）`
}

function recordTable(
  table: Table,
  { table: written, source }: WrittenTable,
  compared: (figure: Figure) => ComparedFigure,
): ComparedTable {
  const { id, label, chapter, rows, measures, cell } = table
  const { cells: _, measures: columns, evidence, ...fields } = written
  return {
    id,
    label,
    chapter: chapter.id,
    leaves: leavesOf(
      {
        ...fields,
        evidence: { ...evidence, source: source ?? undefined },
        measures: Object.fromEntries(columns.map(({ id, ...measure }) => [id, measure])),
      },
      'table',
    ),
    rows: rows.map(({ id, text }) => ({ id, text })),
    columns: measures.map(({ id, head }) => ({ id, text: head })),
    cells: rows.flatMap(row =>
      measures.flatMap(({ id: measure, head }): ComparedCell[] => {
        const found = cell(row.id, measure)
        if (!found) return []
        const place = { row: row.id, measure, heads: [row.text, head] as const }
        return 'gap' in found
          ? [{ ...place, text: found.gap || '空', figure: null }]
          : [{ ...place, text: formatFigure(found, 'worded'), figure: compared(found) }]
      }),
    ),
  }
}

function recordTarget(target: Target, written: TargetInput): ComparedTarget {
  const { id, label, direction } = target
  const figures = (['plan', 'done', 'before', 'rate'] as const).map(role => {
    const figure = target[role]
    return { role, id: written[role], printed: figure ? formatFigure(figure, 'worded') : '' }
  })
  const printed = Object.fromEntries(figures.map(({ role, printed }) => [role, printed]))
  const { plan = '', done = '', before = '', rate = '' } = printed
  const told = { plan, done, before, rate, outcome: outcomeWords(target)?.word ?? '' }
  const chapter = target.plan.chapter.id
  return {
    ...{ id, label, chapter, ...told },
    leaves: {
      ...leavesOf({ ...written, label, chapter, direction }, 'target'),
      ...told,
      ...Object.fromEntries(figures.map(({ role, id = '' }) => [`${role}.id`, id])),
    },
  }
}

/** The parts of the data that are compared by themselves. */
const OWN_PARTS: ReadonlySet<string> = new Set(['figures', 'derived', 'tables', 'targets'])

/** The sorts of the entries of the other parts, where a part is not one entry. */
const SORT_OF_PART: Readonly<Record<string, string>> = {
  ...{ sources: 'source', chapters: 'chapter', periods: 'period', quotes: 'quote', photos: 'photo' },
  ...{ errata: 'erratum', names: 'name' },
}

type Entry = Readonly<Record<string, unknown>>

/** Every other entry of the data, of parts that are not known here, too. */
function recordEntries(source: DeckSource): ComparedEntry[] {
  const { columns, chapters, tables = [], ...parts } = source
  const lists: Readonly<Record<string, unknown>> = {
    chapters: chapters.map((chapter, index) => ({ ...chapter, place: index + 1 })),
    ...parts,
    columns: [{ id: '', columns }],
    skip: tables.flatMap(({ skip = [] }) => skip),
  }
  return Object.entries(lists)
    .filter(([part]) => !OWN_PARTS.has(part))
    .flatMap(([part, list]) => entriesIn(part, list).map(entry => recordEntry(SORT_OF_PART[part] ?? part, entry)))
}

/** The entries of a part: of a list, of the list of a file, or of what is told by names. */
function entriesIn(part: string, list: unknown): Entry[] {
  if (Array.isArray(list)) return list as Entry[]
  const { file: _, [part]: own, ...rest } = (list ?? {}) as Entry
  if (Array.isArray(own)) return own as Entry[]
  return Object.entries(rest).map(([id, value]) => ({ id, [part]: value }))
}

function recordEntry(sort: string, entry: Entry): ComparedEntry {
  const key = [entry.id, entry.printed, entry.text, entry.table].find(each => typeof each === 'string') as string
  const chapter = sort === 'chapter' ? key : [entry.chapter, entry.chapters].flat()[0]
  const leaves = leavesOf({ ...entry, id: undefined }, sort)
  return {
    sort,
    id: key ?? '',
    chapter: typeof chapter === 'string' ? chapter : '',
    text: leafText(leaves, sort),
    leaves,
  }
}
