import * as v from 'valibot'
import { CHANGE_WORDS, COLUMNS, KINDS, QUALIFIERS, UNITS } from './vocabulary.ts'

const text = v.pipe(v.string('应为文字'), v.trim(), v.minLength(1, '不能为空'))
const id = v.pipe(text, v.regex(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/, '应为小写字母、数字和连字符'))

function oneOf<const Options extends readonly string[]>(name: string, options: Options): v.PicklistSchema<Options, string> {
  return v.picklist(options, `${name}不在清单内，应为：${options.join('、')}`)
}

/** The shape of one written figure; cross-references are checked in `validate.ts`. */
export const FigureSchema = v.strictObject({
  id,
  label: text,
  short: v.optional(text),
  value: v.pipe(v.number('应为数值'), v.finite('应为有限的数值'), v.minValue(0, '不能为负，降幅用 kind 表示')),
  decimals: v.optional(v.pipe(v.number(), v.integer('应为整数'), v.minValue(0), v.maxValue(4))),
  unit: oneOf('单位', UNITS),
  qualifier: v.optional(oneOf('限定词', QUALIFIERS)),
  kind: oneOf('类别', KINDS),
  period: text,
  change: v.optional(oneOf('增减词', CHANGE_WORDS)),
  of: v.optional(id),
  whole: v.optional(text),
  comparedWith: v.optional(text),
  note: v.optional(text),
  evidence: v.strictObject({
    column: oneOf('栏目', COLUMNS),
    clause: v.pipe(text, v.maxLength(60, '原句过长，只取写有该数的最短分句')),
    period: v.optional(text),
  }),
})

/** The shape of one derived figure. */
export const DerivedSchema = v.strictObject({
  id,
  label: text,
  short: v.optional(text),
  unit: oneOf('单位', UNITS),
  kind: oneOf('类别', KINDS),
  decimals: v.pipe(v.number('应为数值'), v.integer('应为整数'), v.minValue(0), v.maxValue(4)),
  expression: v.looseObject({ op: v.string() }),
  period: v.optional(text),
  of: v.optional(id),
  whole: v.optional(text),
})

/** Longest pull quote that may be taken over from a source. */
export const QUOTE_LIMIT = 30

/** The shape of one pull quote. */
export const QuoteSchema = v.strictObject({
  id,
  chapter: text,
  text: v.pipe(text, v.maxLength(QUOTE_LIMIT, `引语不得超过${QUOTE_LIMIT}字`)),
  speaker: text,
  role: text,
})

/** The shape of one photo slot. `focus` is the point that a crop keeps, as fractions of width and height. */
export const PhotoSchema = v.strictObject({
  id,
  caption: text,
  alt: text,
  scene: text,
  focus: v.optional(v.tuple([v.pipe(v.number(), v.minValue(0), v.maxValue(1)), v.pipe(v.number(), v.minValue(0), v.maxValue(1))])),
})

/** Checks `value` against a schema. @returns a line for each problem, with the path to the field. */
export function schemaProblems(schema: v.GenericSchema, value: unknown): string[] {
  const result = v.safeParse(schema, value)
  return result.success ? [] : result.issues.map(issue => `${v.getDotPath(issue) ?? '条目'}：${issue.message}（现为 ${JSON.stringify(issue.input) ?? '缺失'}）`)
}
