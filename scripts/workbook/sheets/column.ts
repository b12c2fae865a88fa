import { KINDS, KIND_NAMES } from '../../../model/vocabulary.ts'
import * as codec from '../codec.ts'
import type { Codec } from '../codec.ts'
import type { Fields } from '../fields.ts'

/** A column of a sheet that has a row for each entry. */
export interface Column {
  head: string
  /** The field that it holds: `evidence.clause`. */
  path: string
  codec: Codec
  /** What stands in the note of its head. */
  note: string
  /** In characters. Default: 12. */
  width?: number
  required?: true
  /** What the example row has. Default: nothing. */
  example?: string
}

/** A sheet that has a row for each entry. */
export interface EntrySheet {
  name: string
  columns: readonly Column[]
  /** The head whose words an id is made of where none is written; none where entries have no ids. */
  named?: string
  /** The fields in the order in which data has them, where that is not the one of the columns. */
  order?: readonly string[]
  /** What follows from all cells of a row together. */
  settle?: (fields: Fields) => Fields
}

const ID = '编号由系统按名称的拼音起，可以空着；起好以后不要改，幻灯片靠它找数据。'
/** The column of ids. */
export const id = (example?: string): Column => ({
  ...{ head: '编号', path: 'id', codec: codec.text, note: ID, width: 16 },
  ...(example !== undefined && { example }),
})
/** How a chapter is named. */
export const chapter = codec.reference('chapters', '“章节”表里的一章', { sheet: '章节', head: '标题' })
/** The column of sources. */
export const source: Column = {
  ...{ head: '来源', path: 'source', note: '“来源”表里的一个；空着就是第一个。' },
  codec: codec.reference('sources', '“来源”表里的一个来源', { sheet: '来源', head: '名称' }),
}
/** The column of reasons. */
export const reason = (note: string, example?: string): Column => ({
  ...{ head: '原因', path: 'reason', codec: codec.text, note, width: 30, required: true },
  ...(example !== undefined && { example }),
})

/** Kinds, by their names in the workbook. */
export const kinds = codec.option({
  ...Object.fromEntries(KINDS.map(kind => [kind, KIND_NAMES[kind]])),
  ...{ growth: '增减幅度', ratio: '比例、倍数' },
})
