import type { DeckSource, FigureFile } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { DATA_ENTRY } from '../../../model/load.ts'
import type { DeckDraft } from '../draft.ts'
import { canonicalSource } from './canonical.ts'
import { listsOf, type DataList } from './lists.ts'
import { functionsIn, Name, printField, printLiteral } from './literal.ts'

/**
 * The files of a new deck's `data/`, by their paths from the deck's root: canonical, whatever files the draft names.
 * Ids are registered as types, so that a wrong one fails the type check.
 */
export function printDataFiles(draft: DeckDraft): ReadonlyMap<string, string> {
  const source = canonicalSource(draft.source)
  const lists = listsOf(source)
  return new Map([
    ...lists.map(list => [list.file, printFile(list)] as const),
    [DATA_ENTRY, printDeck(source, lists, draft.title)] as const,
  ])
}

/** A data file with one list in it. */
export function printFile(list: Pick<DataList, 'name' | 'about' | 'value' | 'type' | 'imports'>): string {
  const functions = functionsIn(list.value)
  const head = [
    ...(list.imports.length > 0 ? [`import type { ${list.imports.join(', ')} } from 'huibao'`] : []),
    ...(functions.length > 0 ? [`import { ${functions.join(', ')} } from 'huibao'`] : []),
  ]
  return [
    ...head,
    ...(head.length > 0 ? [''] : []),
    `/** ${list.about} */`,
    printConst(`export const ${list.name}`, list.value, list.type),
    '',
  ].join('\n')
}

/** `const name = … as const satisfies type`. @param name with what declares it */
function printConst(name: string, value: unknown, type: string): string {
  const begin = `${name} = `
  const end = ` as const satisfies ${type}`
  return begin + printLiteral(value, { indent: '', column: begin.length, tail: end.length }) + end
}

/** What `data/deck.ts` says of its ids, whatever lists it has. */
const REGISTERED = `export type FigureId =
  | (typeof figures)[number]['figures'][number]['id']
  | (typeof derived)[number]['id']
  | CellId<(typeof tables)[number]['tables'][number]>
  | RateId<(typeof targets)[number]>
export type ChapterId = (typeof chapters)[number]['id']
export type PhotoId = (typeof photos)[number]['id']
export type QuoteId = (typeof quotes)[number]['id']
export type TargetId = (typeof targets)[number]['id']

declare module 'huibao' {
  interface Register {
    figure: FigureId
    chapter: ChapterId
    photo: PhotoId
    quote: QuoteId
    target: TargetId
  }
}`

function printDeck(source: DeckSource, lists: readonly DataList[], title: string): string {
  const files = fieldsOf(source, lists)
  const fields = Object.entries(files).map(([key, value]): [string, unknown] =>
    key === 'figures' || key === 'tables' ? [key, new Name(key)] : [key, value],
  )
  return [
    "import type { CellId, DeckSource, FigureFile, RateId, TableFile } from 'huibao'",
    ...[...lists]
      .sort((a, b) => (a.file < b.file ? -1 : 1))
      .map(({ name, file }) => `import { ${name} } from '${file.replace(/^data/, '.')}'`),
    '',
    printConst('const figures', files.figures, 'readonly FigureFile[]'),
    '',
    printConst('const tables', files.tables, 'readonly TableFile[]'),
    '',
    REGISTERED,
    '',
    `/** ${title.replaceAll('*/', '*')}：这份文稿的全部数据 */`,
    'export const source: DeckSource = {',
    ...fields.map(([key, value]) => `  ${printField(key, value, { indent: '  ' })},`),
    '}',
    '',
  ].join('\n')
}

/** The fields of `source`, lists by the names that they have in their files. */
function fieldsOf(source: DeckSource, lists: readonly DataList[]): Record<string, unknown> {
  const listed = (field: string, file?: string): Name => {
    const found = lists.find(list => list.field === field && (file === undefined || list.file === file))
    return new Name(found!.name)
  }
  const fields = Object.entries(source).map(([field, value]): [string, unknown] => {
    if (field === 'columns' && source.columns.length === 0) return [field, []]
    if (field === 'figures' || field === 'tables') return [field, (value as FigureFile[]).map(withNames(field, listed))]
    if (Array.isArray(value) || field === 'units') return [field, listed(field)]
    const { file, ...list } = value as { file: string }
    return [field, { file, ...Object.fromEntries(Object.keys(list).map(key => [key, listed(field)])) }]
  })
  return Object.fromEntries(fields)
}

/** A file of figures or tables with the names of its lists; one without tables has only those that are skipped. */
function withNames(field: 'figures' | 'tables', listed: (field: string, file: string) => Name) {
  return ({ figures, tables, skip, ...rest }: Partial<FigureFile & TableFile> & { file: string }): object => ({
    ...rest,
    ...(figures && { figures: listed(field, rest.file) }),
    ...(tables && { tables: tables.length > 0 ? listed(field, rest.file) : [] }),
    ...(skip && { skip: listed(field, rest.file) }),
  })
}
