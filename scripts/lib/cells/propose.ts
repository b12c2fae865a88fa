import type { SheetFigureInput } from '../../../model/figure.ts'
import type { MappedCell, MappedTable } from '../../../model/cell-map.ts'
import type { MeasureInput, TableInput } from '../../../model/table.ts'
import { otherWay } from '../../../model/cells.ts'
import { directionOf } from '../../../model/changes.ts'
import type { Qualifier } from '../../../model/qualifiers.ts'
import { bareText, readCell as readPrinted } from '../../../model/reading/cells.ts'
import { compareSpans, formatSpan, isSameSpan, parseSpan, spanCode, type Span } from '../../../model/span.ts'
import { decimalsIn } from '../../../model/values.ts'
import { splitHead } from '../facts/table-units.ts'
import type { CellValue, SheetProblem } from './cell.ts'
import { fallOf, isRank, measureFields, measureOf, type Measure } from './measures.ts'
import type { SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-tables.ts'
import { timeless } from './times.ts'

/** What a table of a sheet is to a deck: figures, each in a cell, or a table as a whole. */
export interface Proposal {
  sheet: string
  /** What the table is about, without its time. */
  title: string
  span: Span
  figures: readonly ProposedFigure[]
  table?: { input: Omit<TableInput, 'chapter'>; place: MappedTable }
}
export interface ProposedFigure {
  figure: SheetFigureInput
  place: MappedCell
}

/** A cell that was read otherwise than it is written. */
export interface Normalised {
  sheet: string
  ref: string
  found: string
  read: string
  how: string
}

export interface Proposed {
  proposals: Proposal[]
  problems: SheetProblem[]
  normalised: Normalised[]
}

export interface ProposeOptions {
  /** Gives an id that no other thing of its kind has. */
  figureId: (label: string) => string
  tableId: (label: string) => string
  /** Labels that the deck has. */
  labels?: Iterable<string>
  /** The time of tables that say none. */
  span?: Span | undefined
}

/** Proposes what the tables of an office's own workbook are, and says all that keeps them from being it. */
export function propose(tables: readonly SheetTable[], options: ProposeOptions): Proposed {
  const labels = new Set(options.labels)
  const all = tables.map(table => ({ table, problems: problemsOf(table, options) }))
  return {
    proposals: all
      .filter(({ problems }) => problems.length === 0)
      .map(({ table }) => proposalOf(timed(table, options.span), options, labels)),
    problems: all.flatMap(({ problems }) => problems),
    normalised: tables.flatMap(normalisedIn),
  }
}

/** A table with a time, where its own words give none. */
function timed(table: SheetTable, span: Span | undefined): SheetTable & { span: Span } {
  if (table.span) return { ...table, span: table.span }
  const rows = table.rows.map(row => ({
    ...row,
    cells: new Map([...row.cells].map(([column, cell]) => [column, { ...cell, span: cell.span ?? span }])),
  }))
  const own = span ?? table.rows.flatMap(({ cells }) => [...cells.values()].flatMap(cell => cell.span ?? [])).at(-1)
  return { ...table, rows, span: own! }
}

/** What was read otherwise than it is written. */
export function normalisedIn({ sheet, rows }: SheetTable): Normalised[] {
  return rows.flatMap(({ cells }) =>
    [...cells.values()].flatMap(({ ref, printed, reading }) =>
      reading.kind === 'value' && reading.normalised !== undefined
        ? [{ sheet, ref, found: printed, read: printValue(reading), how: reading.normalised }]
        : [],
    ),
  )
}

/** A value as figures have it: −4.2%. */
export function printValue({ digits, negative, unit = '' }: Pick<CellValue, 'digits' | 'negative' | 'unit'>): string {
  return `${negative ? '−' : ''}${digits}${unit}`
}

const NUMBER_EXPECTED = '一个数；没有数的写 – 或 …，或者留空'
const UNIT_EXPECTED = '单位：写在列名里，如“产值（万元）”，或写在“单位”一列、表上面的“单位：万元”里'

/** What is wrong with a cell of a table, wherever it is used. */
export function cellProblem(sheet: string, { ref, printed, reading }: SheetNumber): SheetProblem | undefined {
  if (reading.kind === 'error') return { sheet, ref, found: reading.found, expected: reading.expected }
  if (reading.kind === 'text') return { sheet, ref, found: printed, expected: NUMBER_EXPECTED }
  return undefined
}

function problemsOf(table: SheetTable, { span }: ProposeOptions): SheetProblem[] {
  const { sheet, rows, columns } = table
  const cells = rows.flatMap(({ cells }) => [...cells.values()])
  const repeated = [...Map.groupBy(rows, ({ key }) => key).values()].flatMap(([, ...others]) => others)
  const unknown = columns.flatMap(column => {
    const own = rows.filter(row => isValue(row.cells.get(column.column)) && !measureIn(row, column))
    const [first] = own
    if (!first) return []
    const { ref, unit } = first.cells.get(column.column)!
    const found = unit === '' ? `“${column.head}”没有单位` : `不认识的单位“${unit}”`
    return [{ sheet, ref, found, expected: UNIT_EXPECTED }]
  })
  const timeless = cells.filter(cell => isValue(cell) && !(cell.span ?? span))
  return [
    ...cells.flatMap(cell => cellProblem(sheet, cell) ?? []),
    ...repeated.map(({ row, head }) => ({
      sheet,
      ref: String(row),
      found: `行名“${head}”与上面的一行相同`,
      expected: '各行的名称不同',
    })),
    ...unknown,
    ...(timeless.length > 0
      ? [
          {
            sheet,
            ref: timeless[0]!.ref,
            found: '标题、列名、工作表名和文件名里都没有写是哪年哪月',
            expected: '标题里写明时间，如“2026年1—2月”，或用 --period 2026-01/2026-02',
          },
        ]
      : []),
  ]
}

const isValue = (cell: SheetNumber | undefined): boolean => cell?.reading.kind === 'value'

/** What a cell measures: by its column where that has the unit, else by its row. */
export function measureIn(row: SheetRow, column: SheetColumn): Measure | undefined {
  const { unit: given } = row.cells.get(column.column)!
  // A place in a ranking is in no unit of the row.
  const unit = column.unit === '' && isRank(column.name) ? '位' : given
  const name = column.unit === '' ? `${splitHead(row.head).name}${column.name}` : column.name
  const own = measureOf(name, unit)
  // 失业率 in a row says more than 累计 above it.
  const ofRow = column.unit === '' ? measureOf(splitHead(row.head).name, unit) : undefined
  return ofRow && ofRow.doubt === undefined ? ofRow : (own ?? ofRow)
}

function proposalOf(table: SheetTable & { span: Span }, options: ProposeOptions, labels: Set<string>): Proposal {
  const { sheet, caption, span } = table
  const title = titleOf(caption) || titleOf(sheet) || sheet
  const own = { sheet, title, span, figures: [] }
  const measures = sharedMeasures(table)
  if (!measures) return { ...own, figures: figuresOf(table, options, labels) }
  const input = tableInput(table, measures, title, options)
  return { ...own, table: { input, place: { table: input.id, sheet, caption } } }
}

const NUMBERING =
  /^(?:附?表\s*[\d一二三四五六七八九十]+(?:[-—.．]\d+)*[:：、\s]*|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d+[.．、]|[#＃*※·—\-\s]+)/

/** A caption or a head without its numbering, its time and its unit. */
function titleOf(text: string): string {
  return timeless(
    splitHead(
      bareText(text)
        .replace(NUMBERING, '')
        .replace(/^其中[:：]/, '')
        .replace(NUMBERING, ''),
    ).name,
  )
    .replaceAll('〇', '')
    .replace(/^[:：、,，()（）]+|[:：、,，(（*＊※]+$|\(\)|（）/g, '')
}

/**
 * The measure of each column of a table that is to be one: rows of several subjects or times, a unit for each column,
 * and digits alone in its cells; `undefined` for what is a list of figures.
 */
function sharedMeasures({ rows, columns }: SheetTable): Map<number, Measure> | undefined {
  if (rows.length < 2 || rows.some(({ head }) => titleOf(head) === '' && !isTimeHead(head))) return undefined
  if (new Set(rows.map(({ head }) => rowName(head))).size < rows.length) return undefined
  const plain = rows.every(({ cells }) =>
    [...cells.values()].every(
      ({ reading }) => reading.kind !== 'value' || (reading.qualifier === undefined && reading.change === undefined),
    ),
  )
  const measures = columns.map(column => {
    const own = rows.filter(row => isValue(row.cells.get(column.column)))
    const units = new Set(own.map(row => row.cells.get(column.column)!.unit))
    const measure = measureOf(column.name, [...units][0] ?? '')
    return units.size === 1 && measure ? ([column.column, measure] as const) : undefined
  })
  return plain && measures.every(measure => measure !== undefined) ? new Map(measures) : undefined
}

const isTimeHead = (head: string): boolean => timeless(bareText(head)) === '〇'

/** A head of a row as ids may hold it. */
export function rowName(head: string): string {
  return (titleOf(head) || bareText(head)).replace(/[\s/@'"`<>\\]/g, '')
}

function tableInput(
  { sheet, caption, span, columns, rows }: SheetTable & { span: Span },
  measures: ReadonlyMap<number, Measure>,
  title: string,
  { tableId }: ProposeOptions,
): Omit<TableInput, 'chapter'> {
  const series = rows.every(({ head }) => isTimeHead(head))
  const codeOf = (row: SheetRow): string => spanCode([...row.cells.values()].find(each => each.span)!.span!)
  const ids = new Set<string>()
  const inputs = columns.map((column): MeasureInput => {
    const measure = measures.get(column.column)!
    const own = rows.map(({ cells }) => cells.get(column.column)!.span).find(each => each !== undefined)
    const other = !series && own && !isSameSpan(own, span) ? spanCode(own) : undefined
    const label = titleOf(column.name) || title
    return {
      id: freeId(other === undefined ? 'value' : `p${other.replace(/[^0-9a-z]+/gi, '-').toLowerCase()}`, label, ids),
      label,
      ...(column.head !== label && { head: column.head }),
      ...measureFields(measure),
      ...(other !== undefined && { period: other }),
    }
  })
  const withWholes = inputs.map((measure, index): MeasureInput => {
    const amount = inputs
      .slice(0, index)
      .findLast(each => each.change === undefined && each.kind === undefined && each.period === measure.period)
    if (measure.change === undefined || !amount) return measure
    return { ...measure, label: `${amount.label}增速`, head: measure.head ?? measure.label, of: amount.id }
  })
  const names = rows.map(row => (series ? codeOf(row) : rowName(row.head)))
  const heads = Object.fromEntries(
    rows.flatMap((row, index) => (isSaid(names[index]!, row.head, series) ? [] : [[names[index]!, row.head]])),
  )
  const cells = rows.map(
    (row, index) => [names[index]!, ...columns.map(({ column }) => printedCell(row.cells.get(column)!))] as const,
  )
  const doubts = doubtsOf(
    inputs,
    cells,
    columns.map(({ column }) => measures.get(column)!),
  )
  const total = rows.findIndex(row => row.total)
  return {
    id: tableId(title),
    label: title,
    ...(!series && { period: spanCode(span) }),
    evidence: { table: caption, sheet },
    rows: series ? 'periods' : 'subjects',
    measures: withWholes,
    cells,
    ...(Object.keys(heads).length > 0 && { heads }),
    ...(total >= 0 && addsUp(cells, total, withWholes) && { total: names[total]! }),
    ...(Object.keys(doubts).length > 0 && { doubts }),
  }
}

/** Whether a head is found by its name: as it is, or as the time that the name is the code of. */
export function isSaid(name: string, head: string, series: boolean): boolean {
  return (
    name === head || (series && [name, formatSpan(spanOf(name))].includes(bareText(head).replace(/(?<=^\d{4})年$/, '')))
  )
}

function freeId(begin: string, label: string, taken: Set<string>): string {
  const words: Readonly<Record<string, string>> = { 增速: 'growth', 增长: 'growth' }
  const base = words[label.slice(-2)] ?? begin
  let id = base
  for (let count = 2; taken.has(id); count++) id = `${base}-${count}`
  taken.add(id)
  return id
}

/** A cell as tables have it: digits with their sign, or what stands there instead. */
export function printedCell({ reading, printed }: SheetNumber): string {
  if (reading.kind === 'value') return `${reading.negative ? '-' : ''}${reading.digits}`
  const gap = readPrinted(printed)
  return gap.sort === 'gap' ? gap.gap : ''
}

/** Why a person must look at the cells of a table's measures, by cell. */
export function doubtsOf(
  inputs: readonly MeasureInput[],
  cells: TableInput['cells'],
  measures: readonly (Pick<Measure, 'doubt'> | undefined)[],
): Record<string, string> {
  return Object.fromEntries(
    inputs.flatMap(({ id }, index) => {
      const { doubt } = measures[index] ?? {}
      if (doubt === undefined) return []
      return cells
        .filter(line => readPrinted(line[index + 1] ?? '').sort === 'number')
        .map(([row]) => [inputs.length === 1 ? row : `${row}/${id}`, doubt] as const)
    }),
  )
}

/** Whether the rows of a table add up to one of them, as far as rounding tells. */
function addsUp(cells: TableInput['cells'], total: number, measures: readonly MeasureInput[]): boolean {
  return measures.every(({ kind, change }, index) => {
    if (kind !== undefined || change !== undefined) return true
    const own = cells.map(line => Number(line[index + 1] || Number.NaN))
    const parts = own.filter((_, row) => row !== total)
    const decimals = Math.max(...cells.map(line => decimalsIn(line[index + 1] ?? '')))
    const sum = parts.reduce((all, part) => all + part, 0)
    return Math.abs(sum - own[total]!) <= 10 ** -decimals * 0.5 * (parts.length + 1)
  })
}

function figuresOf(
  table: SheetTable & { span: Span },
  { figureId }: ProposeOptions,
  labels: Set<string>,
): ProposedFigure[] {
  const { sheet, rows, columns } = table
  const alike = Map.groupBy(rows, ({ head }) => head)
  return rows.flatMap(row => {
    const own = columns.flatMap(column => {
      const number = row.cells.get(column.column)!
      const measure = isValue(number) ? measureIn(row, column) : undefined
      return measure ? [{ column, number, measure }] : []
    })
    const spans = own.map(({ number }) => number.span!)
    const span = spans.find(each => isSameSpan(each, table.span)) ?? [...spans].sort(compareSpans).at(-1)!
    const made: { figure: SheetFigureInput; span: Span }[] = []
    return own.flatMap(({ column, number, measure }): ProposedFigure[] => {
      const label = labelOf(row, column, measure, { rows: alike, span }, labels)
      if (label === undefined) return []
      const of = made.findLast(
        ({ figure, span }) =>
          figure.change === undefined && figure.kind === undefined && isSameSpan(span, number.span!),
      )
      const figure: SheetFigureInput = {
        id: figureId(label),
        label,
        ...valueIn(number, measure),
        period: spanCode(number.span!),
        ...(measure.change !== undefined && of && { of: of.figure.id }),
        evidence: { sheet, cell: number.ref, row: row.head, column: column.head },
      }
      made.push({ figure, span: number.span! })
      return [{ figure, place: placeOf(table, row, column, figure.id) }]
    })
  })
}

/** What a cell says of the figure that stands in it. */
export function valueIn(
  { reading }: SheetNumber,
  measure: Measure,
): Pick<SheetFigureInput, 'value' | 'unit'> & Partial<SheetFigureInput> {
  const { digits, negative, qualifier, change: inCell } = reading as CellValue
  const change = inCell ?? changeFor(measure, negative)
  const falls = change === undefined ? negative : inCell === undefined ? directionOf(change) === 'fall' : negative
  const size = Number(digits)
  const written = decimalsIn(String(size))
  const decimals = decimalsIn(digits)
  return {
    value: falls && size !== 0 ? -size : size,
    ...(decimals > written && { decimals }),
    unit: measure.unit,
    ...(qualifier !== undefined && { qualifier: qualifier as Qualifier }),
    ...(change !== undefined
      ? { kind: 'growth' as const, change }
      : measure.kind !== undefined && { kind: measure.kind }),
    ...(measure.whole !== undefined && { whole: measure.whole }),
    ...(measure.comparedWith !== undefined && { comparedWith: measure.comparedWith }),
    ...(measure.doubt !== undefined && { doubt: measure.doubt }),
  }
}

/** The word of a change: that of the head, or the other way for a number that goes against it. */
function changeFor({ change }: Measure, negative: boolean): string | undefined {
  if (change === undefined || !negative) return change
  return directionOf(change) === 'fall' ? change : (otherWay({ change }) ?? fallOf(change))
}

/** Heads that name a change by themselves. */
const NAMES_CHANGE = /(?:[增降涨跌][速幅]|增长|下降)$/

/**
 * A label of a cell that no other has: the row's head for what is of its main time, else the column's behind it;
 * `undefined` where only its time tells it from another.
 */
function labelOf(
  row: SheetRow,
  column: SheetColumn,
  { change }: Measure,
  { rows, span }: { rows: ReadonlyMap<string, readonly SheetRow[]>; span: Span },
  taken: Set<string>,
): string | undefined {
  const repeated = rows.get(row.head)!.length > 1
  const key = repeated ? row.key.split('/').map(titleOf).join('') : titleOf(row.head)
  const name = titleOf(column.name)
  const plain = change !== undefined && !NAMES_CHANGE.test(key) ? `${key}增速` : key
  const own = isSameSpan(row.cells.get(column.column)!.span!, span) ? [plain] : []
  const label = [...own, name === '' ? '' : `${key}${name}`].find(each => each !== '' && !taken.has(each))
  if (label !== undefined) taken.add(label)
  return label
}

/** Where a figure's cell is, and how it is found again. */
export function placeOf(
  { sheet, columns }: SheetTable,
  row: SheetRow,
  column: SheetColumn,
  figure: string,
): MappedCell {
  const alike = columns.filter(
    ({ head, column: own }) => timeless(head) === timeless(column.head) && isValue(row.cells.get(own)),
  )
  const back = alike.length - 1 - alike.findIndex(each => each.column === column.column)
  return {
    figure,
    sheet,
    row: row.key,
    column: column.head,
    cell: row.cells.get(column.column)!.ref,
    ...(back > 0 && { back }),
  }
}

/** The span of a code that has been checked. */
export function spanOf(code: string): Span {
  return parseSpan(code)!
}
