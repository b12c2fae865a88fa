import type { DeckSource, FigureFile } from '../../../model/source.ts'
import type { TableFile } from '../../../model/table.ts'
import { isSheetFigure } from '../../../model/sheet-figure.ts'
import { LISTS } from './canonical.ts'
import { NameTable } from './names.ts'

/** A list of a deck's data, as a file of its own exports it. */
export interface DataList {
  file: string
  /** The field of `source` that it is, or is a part of. */
  field: keyof DeckSource
  /** As it is exported. */
  name: string
  /** What stands above it, in Chinese. */
  about: string
  value: unknown
  /** What it satisfies, such as `readonly FigureInput[]`. */
  type: string
  /** The types to import for that. */
  imports: readonly string[]
  /** Whether its entries have ids. */
  ids: boolean
}

type Plain = Pick<DataList, 'field' | 'about' | 'imports'> & { type?: string; key?: string; ids?: true }

const PLAIN: readonly Plain[] = [
  { field: 'columns', about: '原文各章的栏目', imports: [], type: 'readonly string[]' },
  { field: 'units', about: '本文稿自己的计量单位', imports: ['DeckSource'], type: "DeckSource['units']" },
  { field: 'sources', about: '数据的来源', imports: ['SourceDocument'] },
  { field: 'chapters', about: '各章，按汇报的次序', imports: ['Chapter'], ids: true },
  { field: 'periods', about: '数据所说的时段', imports: ['Period'] },
  {
    field: 'derived',
    key: 'figures',
    about: '由别的数据算出来的，印出来都带“推算”二字',
    imports: ['DerivedInput'],
    ids: true,
  },
  { field: 'targets', key: 'targets', about: '目标：计划的和完成的', imports: ['TargetInput'], ids: true },
  { field: 'quotes', key: 'quotes', about: '摘录的话', imports: ['Quote'], ids: true },
  {
    field: 'photos',
    key: 'photos',
    about: '图位：照片放进 public/photos/，文件名就是编号',
    imports: ['Photo'],
    ids: true,
  },
  { field: 'errata', key: 'errata', about: '原文的误植', imports: ['Erratum'] },
  { field: 'names', key: 'names', about: '原文里不是数据的数', imports: ['NameWithNumber'] },
  { field: 'unused', key: 'unused', about: '不上页的，及其原因', imports: ['Unused'] },
  { field: 'structural', key: 'structural', about: '文稿说自己的数', imports: ['StructuralNumber'] },
]

/** The lists of a deck's data in canonical files, in the order in which their names are given away. */
export function listsOf(source: DeckSource): DataList[] {
  const names = new NameTable()
  const title = (id: string): string => source.chapters.find(each => each.id === id)?.title ?? id
  const plain = PLAIN.flatMap(({ field, key, imports, ids = false, type = `readonly ${imports[0]}[]`, about }) => {
    const list = source[field] as Readonly<Record<string, unknown>> | undefined
    if (list === undefined || (field === 'columns' && source.columns.length === 0)) return []
    const value = key === undefined ? list : list[key]
    return [
      { file: LISTS[field as keyof typeof LISTS], field, name: names.take(field), about, value, type, imports, ids },
    ]
  })
  return [
    ...plain,
    ...source.figures.map(file => figureList(file, names, title(file.chapter))),
    ...(source.tables ?? []).map(file => tableList(file, names, title(file.tables[0]?.chapter ?? ''))),
  ]
}

/** The list of a chapter's figures. @param title of the chapter */
export function figureList({ file, chapter, figures }: FigureFile, names: NameTable, title: string): DataList {
  const imports = figures.some(isSheetFigure) ? ['FigureInput', 'SheetFigureInput'] : ['FigureInput']
  const type = imports.length > 1 ? `readonly (${imports.join(' | ')})[]` : 'readonly FigureInput[]'
  const name = names.take(chapter)
  return { file, field: 'figures', name, about: title, value: figures, type, imports, ids: true }
}

/** The list of a chapter's tables, or of those that no data is taken from. @param title of the chapter */
export function tableList({ file, tables, skip }: TableFile, names: NameTable, title: string): DataList {
  const field = 'tables'
  const [first] = tables
  if (!first) {
    const name = names.take('skipped-tables')
    const type = "TableFile['skip']"
    return { file, field, name, about: '原文里不取数的表', value: skip ?? [], type, imports: ['TableFile'], ids: false }
  }
  const name = names.take(`${first.chapter}-tables`)
  const type = 'readonly TableInput[]'
  return { file, field, name, about: `${title}：表`, value: tables, type, imports: ['TableInput'], ids: true }
}

/** The one list of a file that is neither of figures nor of tables of a chapter; undefined where it has none. */
export function plainList(
  value: { file: string } & Readonly<Record<string, unknown>>,
  names: NameTable,
): DataList | undefined {
  const field = Object.keys(LISTS).find(key => LISTS[key as keyof typeof LISTS] === value.file)
  const plain = PLAIN.find(each => each.field === field)
  if (!plain?.key) return undefined
  const { key, imports, about, ids = false, type = `readonly ${imports[0]}[]` } = plain
  return {
    file: value.file,
    field: plain.field,
    name: names.take(plain.field),
    about,
    value: value[key],
    type,
    imports,
    ids,
  }
}
