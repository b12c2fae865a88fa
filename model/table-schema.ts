import * as v from 'valibot'
import { id, oneOf, shape, text, unit } from './schema.ts'
import { KINDS } from './vocabulary.ts'

const list = <const Item extends v.GenericSchema>(item: Item): v.ArraySchema<Item, '应为数组'> =>
  v.array(item, '应为数组')
const byRow = <const Item extends v.GenericSchema>(item: Item): v.RecordSchema<typeof text, Item, '应按行名写成记录'> =>
  v.record(text, item, '应按行名写成记录')

/** The shape of one table but for its cells; those and cross-references are checked in `table-rules.ts`. */
export const TableSchema = shape({
  id,
  label: text,
  chapter: text,
  period: v.optional(text),
  evidence: shape({ table: v.optional(text), sheet: v.optional(text), source: v.optional(text) }),
  rows: oneOf('rows', ['subjects', 'periods']),
  head: v.optional(text),
  measures: v.pipe(
    list(
      shape({
        id,
        label: text,
        head: v.optional(text),
        unit: v.optional(unit),
        kind: v.optional(oneOf('类别', KINDS)),
        change: v.optional(text),
        fall: v.optional(text),
        comparedWith: v.optional(text),
        of: v.optional(id),
        whole: v.optional(text),
        period: v.optional(text),
      }),
    ),
    v.minLength(1, '至少写一列'),
  ),
  cells: v.pipe(list(list(v.unknown())), v.minLength(1, '至少写一行')),
  heads: v.optional(byRow(text)),
  labels: v.optional(byRow(text)),
  units: v.optional(byRow(unit)),
  ours: v.optional(text),
  total: v.optional(text),
  parts: v.optional(byRow(list(text))),
  breaks: v.optional(list(shape({ before: text, reason: text }))),
  skip: v.optional(list(shape({ row: v.optional(text), column: v.optional(text), reason: text }))),
  doubts: v.optional(byRow(text)),
})

/** The shape of a table of the source that is left out. */
export const SkippedTableSchema = shape({ table: text, reason: text })
