import fc from 'fast-check'
import type { Expression } from '../../../model/expression.ts'
import { QUALIFIERS } from '../../../model/qualifiers.ts'
import type { DeckSource } from '../../../model/source.ts'
import { KINDS } from '../../../model/vocabulary.ts'
import { canonicalSource } from '../../../scripts/lib/data-files/canonical.ts'

/** A text as cells keep it, whatever stands in it. */
export const text = fc
  .oneof(
    fc.constantFrom(
      '地区生产总值',
      '=SUM(A1)',
      '+1',
      '@甲',
      "它说'好'",
      '"双"',
      '甲；乙',
      'a\\b',
      '3.0',
      '2031',
      '60余家',
      '–',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.string({ unit: fc.constantFrom(...'甲乙丙丁123<>&"\'=；·'), minLength: 1, maxLength: 40 }),
  )
  // eslint-disable-next-line no-control-regex -- XML has no such characters.
  .filter(each => each.trim() === each && each.length > 0 && !/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/.test(each))
  .filter(each => each.isWellFormed() && !each.startsWith('例：') && !each.startsWith('备注'))

const words = fc.array(text, { maxLength: 3 })
const id = fc.stringMatching(/^[a-z]{1,6}(-[a-z0-9]{1,4}){0,2}$/)
const number = fc
  .tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 0, max: 4 }))
  .map(([digits, places]) => Number((digits / 10 ** places).toFixed(places)) || 0)
const code = fc.constantFrom('2031', '2031-Q1', '2030-01/2030-11', '../2031-11', '@2031-12-31')

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined, freq: 2 })

/** A record without the fields that have no value. */
function record(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> {
  return fc
    .record(fields)
    .map(entry => Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)))
}

const listOf = (entry: fc.Arbitrary<Record<string, unknown>>, key = 'id', maxLength = 4) =>
  fc.uniqueArray(entry, { maxLength, selector: each => each[key] })

const shares = listOf(record({ id, label: text, short: optional(text) }), 'id', 3).filter(all => all.length > 0)

const figure = (id: string, ids: readonly string[], chapters: readonly string[], periods: readonly string[]) =>
  record({
    id: fc.constant(id),
    chapter: fc.constantFrom(...chapters),
    label: text,
    short: optional(text),
    value: fc.oneof(number, fc.array(number, { minLength: 2, maxLength: 3 })),
    to: optional(number),
    as: optional(text),
    decimals: optional(fc.integer({ min: 0, max: 4 })),
    unit: fc.constantFrom('', '亿元', '%', '家', '个百分点'),
    printAs: optional(fc.constantFrom('亿元', '万元')),
    qualifier: optional(fc.constantFrom(...QUALIFIERS.filter(word => word !== 'none'))),
    kind: optional(fc.constantFrom(...KINDS)),
    comparedWith: optional(text),
    period: fc.oneof(code, fc.constantFrom(...periods)),
    of: optional(fc.constantFrom(...ids)),
    whole: optional(text),
    overlap: optional(text),
    shares: optional(shares),
    note: optional(text),
    doubt: optional(text),
    evidence: fc.oneof(
      record({ column: optional(text), clause: text, period: optional(text) }),
      record({ sheet: text, cell: fc.constantFrom('C7', 'AB12'), row: text, column: text }),
    ),
  })

/** Formulas over figures of these ids. */
export const formulas = (ids: readonly string[]): fc.Arbitrary<Expression> =>
  fc.letrec<{ expression: Expression }>(tie => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(...ids).map((id): Expression => ({ op: 'figure', id })),
      fc.constantFrom(100, 12.5).map((value): Expression => ({ op: 'percent', value })),
      fc.record({
        op: fc.constantFrom<'+' | '−' | '÷'>('+', '−', '÷'),
        left: tie('expression'),
        right: tie('expression'),
      }),
    ),
  })).expression

const cell = fc.constantFrom('1.0', '−20.1', '1,195.1', '12', '-0.5', '…', '', '缺', '0.00', '100000')

const table = (chapters: readonly string[], periods: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom('subjects', 'periods'),
      listOf(
        record({
          id,
          label: text,
          head: optional(text),
          unit: optional(fc.constantFrom('亿元', '%')),
          kind: optional(fc.constantFrom(...KINDS)),
          change: optional(text),
          period: optional(code),
        }),
        'id',
        3,
      ).filter(measures => measures.length > 0),
    )
    .chain(([rows, measures]) =>
      record({
        id,
        label: text,
        chapter: fc.constantFrom(...chapters),
        period: optional(fc.constantFrom(...periods)),
        evidence: record({ table: optional(text), sheet: optional(text) }),
        rows: fc.constant(rows),
        measures: fc.constant(measures),
        cells: fc.uniqueArray(
          fc.tuple(
            rows === 'periods'
              ? fc.oneof(code, fc.constantFrom(...periods))
              : text.filter(each => !/^(?:表名|各格)$/.test(each)),
            ...measures.map(() => cell),
          ),
          { minLength: 1, maxLength: 4, selector: ([row]) => row },
        ),
        skip: optional(fc.array(record({ row: text, reason: text }), { minLength: 1, maxLength: 2 })),
      }),
    )

/** Whatever a deck's data may say, in canonical files; what it says need not go together. */
export const sources: fc.Arbitrary<DeckSource> = fc
  .tuple(
    listOf(record({ id, title: text, short: text, topic: text }), 'id', 3).filter(each => each.length > 0),
    listOf(record({ id, text, span: optional(code), stated: words, implied: optional(fc.constant(true)) })).filter(
      each => each.length > 0,
    ),
    fc.uniqueArray(id, { minLength: 1, maxLength: 3 }),
  )
  .chain(([chapters, periods, ids]) => {
    const names = [chapters, periods].map(list => list.map(each => each.id as string)) as [string[], string[]]
    return fc
      .record({
        columns: words,
        chapters: fc.constant(chapters),
        periods: fc.constant(periods),
        figures: fc.tuple(...ids.map(each => figure(each, ids, ...names))),
        tables: listOf(table(...names), 'id', 2),
        derived: listOf(
          record({
            ...{ id: id.map(each => `derived-${each}`), label: text, unit: fc.constantFrom('家', '%') },
            ...{ kind: fc.constantFrom(...KINDS), decimals: fc.integer({ min: 0, max: 4 }), expression: formulas(ids) },
          }),
        ),
        targets: listOf(
          record({
            id,
            label: optional(text),
            plan: fc.constantFrom(...ids),
            rate: optional(id.map(each => `rate-${each}`)),
          }),
          'id',
          2,
        ),
        quotes: listOf(record({ id, chapter: fc.constantFrom(...names[0]), text, speaker: text, role: text }), 'id', 2),
        photos: listOf(
          record({
            id,
            caption: text,
            ownCaption: optional(fc.constant(true)),
            alt: text,
            scene: text,
            credit: optional(text),
          }),
          'id',
          2,
        ),
        errata: listOf(
          record({ printed: text, read: text, chapters: fc.subarray(names[0], { minLength: 1 }), reason: text }),
          'printed',
          2,
        ),
        names: listOf(record({ text, reason: text }), 'text', 3),
        unused: listOf(record({ id, sort: optional(fc.constantFrom('figure', 'photo')), reason: text }), 'id', 2),
      })
      .map(({ figures, tables, ...lists }) =>
        canonicalSource({
          ...lists,
          figures: figures.map(({ chapter, ...entry }) => ({ file: '', chapter, figures: [entry] })),
          tables: [{ file: '', tables }],
          derived: { file: '', figures: lists.derived },
          ...Object.fromEntries(
            (['targets', 'quotes', 'photos', 'errata', 'names', 'unused'] as const).map(key => [
              key,
              { file: '', [key]: lists[key] },
            ]),
          ),
        } as unknown as DeckSource),
      )
  })
  // fast-check makes some records without a prototype.
  .map(source => structuredClone(source))
