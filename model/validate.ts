import type { GenericSchema } from 'valibot'
import type { Context } from './context.ts'
import type { DataProblem } from './problems.ts'
import type { DeckSource } from './source.ts'
import { duplicates, idsOf, isChapter, nameOf, suggest, wrongPlace } from './context.ts'
import { derivedRules } from './derived-rules.ts'
import { figureRules, relationRules } from './figure-rules.ts'
import { readNumbers } from './reading/numbers.ts'
import { contextOf } from './sound-figures.ts'
import { UNITS_FILE, unitProblems } from './unit-rules.ts'
import { SOURCES_FILE, unknownSource } from './sources.ts'
import { withShares } from './shares.ts'
import { tableRules } from './table-rules.ts'
import { SkippedTableSchema } from './table-schema.ts'
import { writtenTables } from './tables.ts'
import { targetRules, TargetSchema } from './target-rules.ts'
import { ratesOf, writtenTargets } from './targets.ts'
import {
  ChapterSchema,
  ColumnSchema,
  ErratumSchema,
  DerivedSchema,
  FigureSchema,
  NameSchema,
  PeriodSchema,
  PhotoSchema,
  QuoteSchema,
  schemaProblems,
  SourceDocumentSchema,
  UnusedSchema,
} from './schema.ts'

// These lists carry no file of their own; this is where a deck keeps them.
const FILES = {
  columns: 'data/columns.ts',
  sources: SOURCES_FILE,
  chapters: 'data/chapters.ts',
  periods: 'data/periods.ts',
}

/** One list of entries, with what an entry must be and what must hold beyond its shape. */
interface Entries<Entry> {
  file: string
  entries: readonly Entry[]
  schema: GenericSchema
  rules?: (entry: Entry) => readonly (string | null)[]
  /** What must hold between it and others. */
  relations?: (entry: Entry) => readonly string[]
  about?: DataProblem['about']
  /** How messages call an entry. Default: by its id. */
  name?: (entry: Entry, index: number) => string
}

function entryProblems<Entry>({
  file,
  entries,
  schema,
  rules = () => [],
  relations = () => [],
  about,
  name = nameOf,
}: Entries<Entry>): DataProblem[] {
  return entries.flatMap((entry, index) => {
    const at = { file, id: name(entry, index) }
    const own = { ...at, ...(about && { about }) }
    const shape = schemaProblems(schema, entry)
    if (shape.length) return shape.map(message => ({ ...own, message }))
    return [
      ...rules(entry)
        .filter(message => message !== null)
        .map(message => ({ ...own, message })),
      ...relations(entry).map(message => ({ ...at, message, about: 'relation' as const })),
    ]
  })
}

function sameIds(file: string, entries: readonly ({ id: string } | null)[]): DataProblem[] {
  return duplicates(
    entries.map((entry, index) => ({ file, id: nameOf(entry, index), key: entry?.id })),
    '编号',
  )
}

/** What is wrong with the period of a source, which is no code: the words that mean it stand in its entry. */
function unknownEntry(period: string, periods: DeckSource['periods']): string | null {
  const ids = idsOf(periods)
  return ids.includes(period) ? null : `period：data/periods.ts 里没有“${period}”，${suggest(period, ids)}`
}

function frameProblems({ columns, units, sources = [], chapters, periods }: DeckSource): DataProblem[] {
  const implied = periods.filter(period => period?.implied)
  return [
    ...entryProblems({
      file: FILES.columns,
      entries: columns,
      schema: ColumnSchema,
      name: (_, index) => `第${index + 1}条`,
    }),
    ...duplicates(
      columns.map((key, index) => ({ file: FILES.columns, id: `第${index + 1}条`, key })),
      '栏目',
    ),
    ...unitProblems(units).map(problem => ({ file: UNITS_FILE, ...problem })),
    ...entryProblems({
      file: FILES.sources,
      entries: sources,
      schema: SourceDocumentSchema,
      rules: ({ period, headings = {} }) => [
        period === undefined ? null : unknownEntry(period, periods),
        ...Object.keys(headings).map(id => (idsOf(chapters).includes(id) ? null : `headings：没有“${id}”这一章`)),
      ],
    }),
    ...sameIds(FILES.sources, sources),
    ...duplicates(
      sources.map((source, index) => ({ file: FILES.sources, id: nameOf(source, index), key: source?.file })),
      '文件',
    ),
    ...entryProblems({ file: FILES.chapters, entries: chapters, schema: ChapterSchema }),
    ...sameIds(FILES.chapters, chapters),
    ...entryProblems({ file: FILES.periods, entries: periods, schema: PeriodSchema }),
    ...sameIds(FILES.periods, periods),
    ...implied
      .slice(1)
      .map(({ id }) => ({ file: FILES.periods, id, message: `只能有一个 implied 时段，已有“${implied[0]!.id}”` })),
  ]
}

function figureProblems(context: Context): DataProblem[] {
  const {
    source,
    source: { figures, derived },
  } = context
  const rates = ratesOf(source, id => context.sound.get(id)).map(figure => ({
    file: source.targets!.file,
    id: writtenTargets(source).find(({ rate }) => rate === figure.id)!.id,
    figure,
  }))
  const all = [
    ...[...figures, derived].flatMap(({ file, figures }) =>
      figures.flatMap((entry, index) =>
        (withShares(entry) as (typeof entry)[]).map(figure => ({ file, id: nameOf(entry, index), figure })),
      ),
    ),
    ...rates,
  ]
  return [
    ...[
      ...duplicates(
        all.map(({ figure, ...at }) => ({ ...at, key: figure?.id })),
        '编号',
      ),
      ...duplicates(
        all.map(({ figure, ...at }) => ({ ...at, key: figure?.label })),
        '名称',
      ),
    ].map(problem => ({ ...problem, about: 'relation' as const })),
    ...figures
      .filter(({ chapter }) => !isChapter(chapter, source))
      .map(({ file, chapter }) => ({
        file,
        id: chapter,
        message: `没有这一章，${suggest(chapter, idsOf(source.chapters))}`,
      })),
    ...figures.flatMap(({ file, chapter, source: fileSource }) => {
      const message = unknownSource(fileSource, source, 'source')
      return message === null ? [] : [{ file, id: chapter, message }]
    }),
    ...figures.flatMap(({ file, figures, source: fileSource }) =>
      entryProblems({
        file,
        entries: figures,
        schema: FigureSchema,
        rules: figure => figureRules(figure, context, fileSource),
        relations: figure => relationRules(figure, context),
      }),
    ),
    ...entryProblems({
      file: derived.file,
      entries: derived.figures,
      schema: DerivedSchema,
      rules: figure => derivedRules(figure, context),
      about: 'formula',
    }),
  ]
}

function tableProblems(source: DeckSource): DataProblem[] {
  const tables = writtenTables(source).map(({ file, table }, index) => ({ file, id: nameOf(table, index), table }))
  return [
    ...duplicates(
      tables.map(({ table, ...at }) => ({ ...at, key: table?.id })),
      '编号',
    ),
    ...tables.flatMap(({ table, ...at }) => tableRules(table, source).map(message => ({ ...at, message }))),
    ...(source.tables ?? []).flatMap(({ file, source: own }) => {
      const message = unknownSource(own, source, 'source')
      return message === null ? [] : [{ file, id: 'source', message }]
    }),
    ...(source.tables ?? []).flatMap(({ file, skip = [] }) =>
      entryProblems({
        file,
        entries: skip,
        schema: SkippedTableSchema,
        name: (entry, index) => (typeof entry?.table === 'string' ? entry.table : `第${index + 1}条`),
      }),
    ),
  ]
}

function targetProblems(context: Context): DataProblem[] {
  const { targets: given } = context.source
  if (!given) return []
  const { file, targets } = given
  return [
    ...sameIds(file, targets),
    ...entryProblems({
      file,
      entries: targets,
      schema: TargetSchema,
      rules: target => targetRules(target, context),
      about: 'relation',
    }),
  ]
}

/** What the deck says itself has no evidence, and so no number. */
function numberInCaption(caption: string): string | null {
  const [number] = readNumbers(caption)
  return number ? `caption：文稿自己写的说明（ownCaption）里不能有数，现有“${number.text}”` : null
}

function unknownChapter(id: string, source: DeckSource): string | null {
  return isChapter(id, source) ? null : `没有“${id}”这一章`
}

function otherProblems(source: DeckSource): DataProblem[] {
  const {
    quotes: { quotes, file: quoteFile },
    photos: { photos, file: photoFile },
    errata: { errata, file: errataFile },
  } = source
  return [
    ...sameIds(quoteFile, quotes),
    ...entryProblems({
      file: quoteFile,
      entries: quotes,
      schema: QuoteSchema,
      rules: quote => [unknownChapter(quote.chapter, source), ...wrongPlace(quote, undefined, source)],
    }),
    ...sameIds(photoFile, photos),
    ...entryProblems({
      file: photoFile,
      entries: photos,
      schema: PhotoSchema,
      rules: ({ caption, ownCaption }) => [ownCaption ? numberInCaption(caption) : null],
    }),
    ...entryProblems({
      file: errataFile,
      entries: errata,
      schema: ErratumSchema,
      rules: ({ chapters, source: own }) => [
        ...chapters.map(id => unknownChapter(id, source)),
        unknownSource(own, source, 'source'),
      ],
      name: (erratum, index) => (typeof erratum?.printed === 'string' ? erratum.printed : `第${index + 1}条`),
    }),
  ]
}

function gateProblems(source: DeckSource): DataProblem[] {
  const { names, unused, quotes, photos } = source
  const ids = {
    figure: contextOf(source).ids,
    table: idsOf(writtenTables(source).map(({ table }) => table)),
    quote: idsOf(quotes.quotes),
    photo: idsOf(photos.photos),
  }
  return [
    ...(names ? entryProblems({ file: names.file, entries: names.names, schema: NameSchema, name: textOf }) : []),
    ...(names
      ? duplicates(
          names.names.map((entry, index) => ({ file: names.file, id: textOf(entry, index), key: entry?.text })),
          '名目',
        )
      : []),
    ...(unused
      ? entryProblems({
          file: unused.file,
          entries: unused.unused,
          schema: UnusedSchema,
          rules: ({ id, sort = 'figure' }) => [
            ids[sort].includes(id) ? null : `没有编号为“${id}”的条目，${suggest(id, ids[sort])}`,
          ],
        })
      : []),
  ]
}

function textOf(entry: { text?: unknown } | null, index: number): string {
  return typeof entry?.text === 'string' ? entry.text : `第${index + 1}条`
}

/** All problems of a deck's data, empty where there are none. Never throws on wrong entries. */
export function validate(source: DeckSource): DataProblem[] {
  return [
    ...frameProblems(source),
    ...figureProblems(contextOf(source)),
    ...tableProblems(source),
    ...targetProblems(contextOf(source)),
    ...otherProblems(source),
    ...gateProblems(source),
  ]
}
