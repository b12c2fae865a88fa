import type { Expression } from './expression.ts'
import * as v from 'valibot'
import { nearestIds } from './nearest.ts'
import { parseSpan } from './span.ts'
import { expectedSpan } from './span-nearest.ts'
import { bases, parseUnit } from './units.ts'
import { KINDS } from './vocabulary.ts'
import { QUALIFIERS } from './qualifiers.ts'

/** Text that is not empty. */
export const text = v.pipe(v.string('应为文字'), v.trim(), v.minLength(1, '不能为空'))
/** An id in kebab-case. */
export const id = v.pipe(text, v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, '应为小写字母、数字和连字符'))
const number = v.pipe(v.number('应为数值'), v.finite('应为有限的数值'))
const decimals = v.pipe(number, v.integer('应为整数'), v.minValue(0, '应为0到4'), v.maxValue(4, '应为0到4'))
const fraction = v.pipe(number, v.minValue(0, '应在0与1之间'), v.maxValue(1, '应在0与1之间'))

/** One of a closed list; `name` is what messages call it. */
export function oneOf<const Options extends readonly string[]>(
  name: string,
  options: Options,
): v.PicklistSchema<Options, string> {
  return v.picklist(options, `${name}不在清单内，应为：${options.join('、')}`)
}

function shapeMessage({ expected }: { expected: string | null }): string {
  if (expected === 'never') return '没有这个字段'
  return expected === 'Object' ? '应为一条记录' : '不能缺少'
}

/** A record of known fields. */
export function shape<const Entries extends v.ObjectEntries>(
  entries: Entries,
): v.StrictObjectSchema<Entries, typeof shapeMessage> {
  return v.strictObject(entries, shapeMessage)
}

/** A unit that the reader knows, so that what is printed can be read again. */
export const unit = v.pipe(
  v.string('应为文字'),
  v.check(
    given => parseUnit(given) !== undefined,
    ({ input }) => `不认识的单位，最接近的是：${nearestIds(input, bases()).join('、')}（前面可加 万、亿 等）`,
  ),
)

/** What may be left unshown on purpose. */
export const UNUSED_SORTS = ['figure', 'table', 'quote', 'photo'] as const

const clause = v.pipe(text, v.maxLength(60, '原句过长，只取写有该数的最短分句'))

const cellPlace = {
  sheet: text,
  cell: v.pipe(text, v.regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/, '应为单元格的位置，如 C7')),
  row: text,
  column: text,
}
const OtherSourceSchema = v.lazy((place): v.GenericSchema =>
  isSheetPlace(place) ? shape({ source: id, ...cellPlace }) : shape({ source: id, clause, period: v.optional(text) }),
)
const OtherPlaceSchema = v.lazy((place): v.GenericSchema => (typeof place === 'string' ? clause : OtherSourceSchema))
const several = (place: v.GenericSchema) => v.pipe(v.array(place, '应为数组'), v.minLength(1, '至少写一处'))

const TextEvidenceSchema = shape({
  source: v.optional(id),
  column: v.optional(text),
  clause,
  also: v.optional(several(OtherPlaceSchema)),
  period: v.optional(text),
})

const SheetEvidenceSchema = shape({
  source: v.optional(id),
  ...cellPlace,
  also: v.optional(several(OtherSourceSchema)),
})

function isSheetPlace(place: unknown): boolean {
  return typeof place === 'object' && place !== null && 'sheet' in place
}

/** The shape of one written figure; cross-references are checked in `figure-rules.ts`. */
export const FigureSchema = shape({
  id,
  label: text,
  short: v.optional(text),
  value: v.union([number, v.pipe(v.array(number), v.minLength(2, '比例至少两个数'))], '应为数值，比例写成一列数值'),
  shares: v.optional(v.array(shape({ id, label: text, short: v.optional(text) }), '应为数组')),
  as: v.optional(text),
  to: v.optional(number),
  decimals: v.optional(decimals),
  unit,
  printAs: v.optional(unit),
  qualifier: v.optional(oneOf('限定词', QUALIFIERS)),
  kind: v.optional(
    v.picklist(KINDS, ({ input }) =>
      input === 'reduction' ? '降幅现在写成 growth，value 为负数' : `类别不在清单内，应为：${KINDS.join('、')}`,
    ),
  ),
  period: text,
  change: v.optional(text),
  of: v.optional(id),
  rankIn: v.optional(
    shape({
      table: id,
      measure: v.optional(id),
      row: v.optional(text),
      order: v.optional(oneOf('order', ['descending', 'ascending'])),
    }),
  ),
  whole: v.optional(text),
  overlap: v.optional(text),
  comparedWith: v.optional(text),
  note: v.optional(text),
  doubt: v.optional(text),
  evidence: v.lazy((evidence): v.GenericSchema => (isSheetPlace(evidence) ? SheetEvidenceSchema : TextEvidenceSchema)),
})

const ExpressionSchema: v.GenericSchema<Expression> = v.lazy(() =>
  v.variant(
    'op',
    [
      shape({ op: v.literal('figure'), id: text }),
      shape({ op: v.literal('percent'), value: v.pipe(number, v.minValue(0, '不能为负')) }),
      shape({ op: v.picklist(['+', '−', '÷']), left: ExpressionSchema, right: ExpressionSchema }),
    ],
    '算式应由 figure、percent、plus、minus、over 写成',
  ),
)

/** The shape of one derived figure; cross-references are checked in `derived-rules.ts`. */
export const DerivedSchema = shape({
  id,
  label: text,
  short: v.optional(text),
  unit,
  kind: oneOf('类别', KINDS),
  decimals,
  expression: ExpressionSchema,
  period: v.optional(text),
  of: v.optional(id),
  whole: v.optional(text),
})

/** The shape of one chapter. */
export const ChapterSchema = shape({ id, title: text, short: text, topic: text })

/** The shape of one source. */
export const SourceDocumentSchema = shape({
  id,
  title: text,
  publisher: v.optional(text),
  date: v.optional(text),
  file: v.optional(text),
  period: v.optional(text),
  headings: v.optional(v.record(v.string(), text, '应为 { 章的编号: 标题 }')),
  undivided: v.optional(v.boolean('应为 true 或 false')),
  partial: v.optional(text),
})

/** The shape of one period. */
export const PeriodSchema = shape({
  id,
  text,
  span: v.optional(
    v.pipe(
      text,
      v.check(
        code => parseSpan(code) !== undefined,
        ({ input }) => `不是时段的代码，${expectedSpan(input)}`,
      ),
    ),
  ),
  stated: v.array(text, '应为数组'),
  implied: v.optional(v.boolean('应为 true 或 false')),
})

/** The name of one column. */
export const ColumnSchema = text

/** Longest pull quote that may be taken over from a source. */
const QUOTE_LIMIT = 30

/** The shape of one pull quote. */
export const QuoteSchema = shape({
  id,
  source: v.optional(id),
  chapter: text,
  column: v.optional(text),
  text: v.pipe(text, v.maxLength(QUOTE_LIMIT, `引语不得超过${QUOTE_LIMIT}字`)),
  speaker: text,
  role: text,
})

/** The shape of one photo slot. `focus` is the point that a crop keeps, as fractions of width and height. */
export const PhotoSchema = shape({
  id,
  caption: text,
  ownCaption: v.optional(v.boolean('应为 true 或 false')),
  alt: text,
  scene: text,
  credit: v.optional(text),
  focus: v.optional(v.tuple([fraction, fraction], '应为两个数')),
})

/** The shape of one erratum. */
export const ErratumSchema = shape({
  printed: text,
  read: text,
  chapters: v.pipe(v.array(text, '应为数组'), v.minLength(1, '至少写一章')),
  source: v.optional(id),
  reason: text,
})

/** The shape of one name with a number. */
export const NameSchema = shape({ text, reason: text })

/** The shape of one entry that no slide shows. */
export const UnusedSchema = shape({
  id,
  sort: v.optional(v.picklist(UNUSED_SORTS, `sort 只能是 ${UNUSED_SORTS.join('、')}`)),
  reason: text,
})

const list = (name: string): v.LooseObjectSchema<v.ObjectEntries, '不能缺少'> =>
  v.looseObject({ file: v.string('应为文件名'), [name]: v.array(v.unknown(), '应为数组') }, '不能缺少')

/** The shape of what `data/deck.ts` exports as `source`: that its parts are there; entries are checked one by one. */
export const SourceSchema = v.looseObject(
  {
    columns: v.array(v.unknown(), '应为数组'),
    units: v.optional(v.record(v.string(), v.array(v.string('应为文字'), '应为数组'), '应为 { 类别: [单位] }')),
    sources: v.optional(v.pipe(v.array(v.unknown(), '应为数组'), v.minLength(1, '至少写一个来源'))),
    chapters: v.array(v.unknown(), '应为数组'),
    periods: v.array(v.unknown(), '应为数组'),
    figures: v.array(list('figures'), '应为数组'),
    derived: list('figures'),
    quotes: list('quotes'),
    photos: list('photos'),
    errata: list('errata'),
    tables: v.optional(v.array(list('tables'), '应为数组')),
    targets: v.optional(list('targets')),
  },
  ({ expected }) => (expected === 'Object' ? 'data/deck.ts 没有导出 source' : '不能缺少'),
)

function shown(value: unknown): string {
  if (value === undefined) return '缺失'
  return typeof value === 'string' || (typeof value === 'object' && value !== null)
    ? JSON.stringify(value)
    : String(value)
}

/** Checks `value` against a schema. @returns a line for each problem, with the path to the field. */
export function schemaProblems(schema: v.GenericSchema, value: unknown): string[] {
  const result = v.safeParse(schema, value)
  return result.success
    ? []
    : result.issues.map(issue => `${v.getDotPath(issue) ?? '条目'}：${issue.message}（现为 ${shown(issue.input)}）`)
}
