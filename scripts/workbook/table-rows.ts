import type { TableInput } from '../../model/table.ts'
import { readCell } from '../../model/reading/cells.ts'
import { decimalsIn } from '../../model/values.ts'
import { cellName, columnName } from '../lib/facts/office/place.ts'
import type { Choice, WrittenCell, WrittenSheet } from '../lib/xlsx/sheet.ts'
import { period, type Content } from './codec.ts'
import type { ChoiceLists } from './choice-lists.ts'
import { cellWith, choiceOf } from './entry-rows.ts'
import { fieldOf } from './fields.ts'
import { LOOK } from './look.ts'
import type { References } from './names.ts'
import {
  CELL_KEYS,
  CELLS_KEY,
  FIRST_KEY,
  MARKS,
  MEASURE_KEYS,
  ROW_KEYS,
  ROWS_KEY,
  SKIP_KEYS,
  TABLE_KEYS,
  TABLE_SHEETS,
  type TableKey,
} from './table-layout.ts'

type Line = (WrittenCell | undefined)[]

const EXAMPLE_ROWS: Record<TableInput['rows'], readonly (readonly string[])[]> = {
  subjects: [
    ['东湖街道', '312.6', '8.4'],
    ['石桥镇', '96.7', '-1.2'],
  ],
  periods: [
    ['2029', '388.9', '6.1'],
    ['2030', '409.3', '7.2'],
  ],
}

const TITLE = LOOK.title
const HEAD = LOOK.optional
const text = (value: string, style: WrittenCell['style'] = LOOK.text): WrittenCell => ({ value, style })

/** The lines of the example that each sheet of tables begins with. */
export function exampleLines(rows: TableInput['rows']): Line[] {
  const style = LOOK.example
  const keys = (list: readonly TableKey[]): Line[] =>
    list
      .filter(({ path }) => !(rows === 'periods' && path === 'period'))
      .map(({ head, required, example }) => [
        text(head, required ? LOOK.required : HEAD),
        ...example.map(value => (value === '' ? undefined : text(value, style))),
      ])
  return [
    ...keys(TABLE_KEYS),
    ...keys(MEASURE_KEYS),
    [text(ROWS_KEY, LOOK.required), undefined, undefined, ...Object.values(ROW_KEYS).map(head => text(head, HEAD))],
    ...EXAMPLE_ROWS[rows].map(line => line.map(value => text(value, style))),
    [],
  ]
}

/** The sheet of all tables whose rows are subjects, or periods. */
export function writeTableSheet(
  rows: TableInput['rows'],
  tables: readonly TableInput[],
  refs: References,
  lists: ChoiceLists,
): WrittenSheet {
  const example = exampleLines(rows)
  const lines = [...example]
  const choices: Choice[] = []
  for (const table of tables) {
    const block = blockOf(table, refs)
    choices.push(...block.choices(lines.length, lists))
    lines.push(...block.lines, [])
  }
  const keys = [...TABLE_KEYS, ...MEASURE_KEYS]
  const notes = example.flatMap((line, index) => {
    const head = line[0]?.value
    const found = keys.find(key => key.head === head)
    const row = index + 1
    if (found) return [{ ref: cellName({ column: 0, row }), text: found.note }]
    if (head !== ROWS_KEY) return []
    return [
      {
        ref: cellName({ column: 0, row }),
        text: '下面每行一个：第一格行名（序列写时段，如 2030、2030年一季度），后面是各列的数；原表没有数的照写 …、–。',
      },
      ...ROW_NOTES.map((note, at) => ({ ref: cellName({ column: 3 + at, row }), text: note })),
    ]
  })
  return {
    name: TABLE_SHEETS[rows],
    rows: lines,
    columns: [{ width: 24, style: LOOK.text }, ...Array.from({ length: 11 }, () => ({ width: 16 }))],
    frozen: { rows: 0, columns: 1 },
    choices,
    notes,
  }
}

const ROW_NOTES = [
  '行名与原表印的不同时，写原表印的字。',
  '各列没有写单位时，写这一行的单位。',
  '这一行是哪一行的一部分，写那一行的行名。',
  '“本地”：同类里我们的那一行；“合计”：其余各行加起来的那一行。两样都是的用；隔开。',
  '从这一行起与前面的不可比时，写原因。',
]

interface Block {
  lines: Line[]
  /** What may be chosen in it. @param before how many lines stand above it */
  choices: (before: number, lists: ChoiceLists) => Choice[]
}

function blockOf(table: TableInput, refs: References): Block {
  const { measures, cells, skip = [] } = table
  const keyLines = TABLE_KEYS.flatMap(key => {
    const value = fieldOf(table, key.path)
    if (value === undefined && !key.required && key.path !== 'id') return []
    const content = value === undefined ? undefined : key.codec.write(value, refs)
    return [{ key, line: [text(key.head, key.head === FIRST_KEY ? TITLE : HEAD), cell(content)] }]
  })
  const skipLines = skip.map(({ row, column, reason }): Line => {
    const head = Object.keys(SKIP_KEYS)[row === undefined ? 1 : 0]!
    return [text(head, HEAD), text(row ?? column ?? ''), text(reason)]
  })
  const measureLines = MEASURE_KEYS.flatMap(key => {
    const values = measures.map(measure => fieldOf(measure, key.path))
    if (values.every(value => value === undefined) && !key.required) return []
    const contents = values.map(value => (value === undefined ? undefined : key.codec.write(value, refs)))
    return [{ key, line: [text(key.head, HEAD), ...contents.map(each => cell(each))] }]
  })
  const extras = rowExtras(table)
  const heads: Line = [
    text(ROWS_KEY, HEAD),
    ...measures.map(({ label }) => text(label, LOOK.example)),
    ...extras.map(({ head }) => text(head, HEAD)),
  ]
  const rowLines = cells.map(([row, ...printed]): Line => [
    cell(table.rows === 'periods' ? period.write(row, refs) : row),
    ...printed.map(printedCell),
    ...extras.map(({ of }) => cell(of(row))),
  ])
  const noted = [...new Set([...Object.keys(table.labels ?? {}), ...Object.keys(table.doubts ?? {})])]
  const cellLines: Line[] =
    noted.length === 0
      ? []
      : [
          [CELLS_KEY, ...Object.values(CELL_KEYS)].map(head => text(head, HEAD)),
          ...noted.map(at => [text(at), cell(table.labels?.[at]), cell(table.doubts?.[at], LOOK.doubt)]),
        ]
  const before = [...keyLines.map(({ line }) => line), ...skipLines]
  return {
    lines: [...before, ...measureLines.map(({ line }) => line), heads, ...rowLines, ...cellLines],
    choices: (above, lists) => [
      ...keyLines.flatMap(({ key }, index) => choiceOf(key.codec, 'B', lists, oneRow(above + index))),
      ...measureLines.flatMap(({ key }, index) =>
        measures.flatMap((_, at) =>
          choiceOf(key.codec, columnName(1 + at), lists, oneRow(above + before.length + index)),
        ),
      ),
    ],
  }
}

const oneRow = (index: number): string => `${index + 1}:${index + 1}`

function cell(content: Content | undefined, style?: WrittenCell['style']): WrittenCell | undefined {
  return content === undefined ? undefined : cellWith(content, style)
}

interface RowExtra {
  head: string
  of: (row: string) => string | undefined
}

/** What the rows of a table say of themselves; only what one of them says. */
function rowExtras({ heads, units, parts = {}, ours, total, breaks = [], cells }: TableInput): RowExtra[] {
  const marks = (row: string): string =>
    [...(row === ours ? [MARKS.ours] : []), ...(row === total ? [MARKS.total] : [])].join('；')
  const all: RowExtra[] = [
    { head: ROW_KEYS.heads, of: row => heads?.[row] },
    { head: ROW_KEYS.units, of: row => units?.[row] },
    { head: ROW_KEYS.parts, of: row => Object.keys(parts).find(whole => parts[whole]!.includes(row)) },
    { head: ROW_KEYS.marks, of: row => marks(row) || undefined },
    { head: ROW_KEYS.breaks, of: row => breaks.find(({ before }) => before === row)?.reason },
  ]
  return all.filter(({ of }) => cells.some(([row]) => of(row) !== undefined))
}

/** A printed number as a number in a format that prints it so; what Excel would print otherwise is a text. */
function printedCell(printed: string): WrittenCell | undefined {
  if (printed === '') return undefined
  const reading = readCell(printed)
  if (reading.sort !== 'number') return text(printed)
  const { digits } = reading
  const decimals = decimalsIn(digits)
  const grouped = printed.includes(',')
  const value = Number(digits)
  const format = (grouped ? '#,##0' : '0') + (decimals > 0 ? `.${'0'.repeat(decimals)}` : '')
  const same = (grouped ? withCommas(value, decimals) : value.toFixed(decimals)) === printed
  const kept = digits.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15
  return same && kept ? { value, style: { ...LOOK.number, format } } : text(printed)
}

function withCommas(value: number, decimals: number): string {
  const [whole = '', fraction] = value.toFixed(decimals).split('.')
  return whole.replace(/\B(?=(?:\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`)
}
