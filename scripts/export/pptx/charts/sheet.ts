import { formatFigure } from '../../../../model/format.ts'
import { valueIn } from '../../../../model/units.ts'
import { cellName, columnName } from '../../../lib/facts/office/place.ts'
import type { WrittenCell } from '../../../lib/xlsx/sheet.ts'
import { writeXlsx } from '../../../lib/xlsx/write.ts'
import { evidenceLine } from './evidence.ts'
import { figuresIn, type NativeChart, type NativeNumber, seriesOf } from './native-chart.ts'
import { clean } from './numbers.ts'

/** The sheet that a chart takes its numbers from. */
export const SHEET = '数据'
/** The column of numbers that are not drawn themselves, and follow which drawn ones do. */
const INPUTS = '据以计算的数'
/** Columns that tell of a figure. */
export const TOLD = ['写法', '出处'] as const
/** Widths of columns, in characters. */
const WIDTHS = { name: 22, number: 16, text: 24, evidence: 60 }

/** A column of numbers, one for each category. */
interface Column {
  name: string
  numbers: readonly (NativeNumber | null)[]
}

/** The cells of a chart: a row for each category, below a row of heads. */
export interface ChartSheet {
  rows: readonly (readonly (WrittenCell | undefined)[])[]
  /** The names of the categories, as a formula. */
  categories: string
  /** The head and the numbers of each series, as formulas. */
  series: readonly { name: string; numbers: string }[]
}

/** The digits behind the point of a number. */
const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0

/** Columns of the figures that formulas name and no cell has, each in the first row that asks for it. */
function inputsOf({ categories, figures, unit }: NativeChart, columns: readonly Column[]): Column[] {
  const typed = columns.flatMap(({ numbers }) => numbers.flatMap(each => (each && !each.formula ? [each.figure] : [])))
  const known = new Set(typed)
  const rows = categories.map((_, row) =>
    [...new Set(columns.flatMap(({ numbers }) => figuresIn(numbers[row]?.formula ?? '')))].filter(id => {
      const isNew = !known.has(id)
      known.add(id)
      return isNew
    }),
  )
  const inUnit = valueIn(unit)
  const count = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: count }, (_, place) => ({
    name: INPUTS,
    numbers: rows.map(ids => {
      const figure = figures.find(({ id }) => id === ids[place])
      return figure ? { value: clean(inUnit(figure)), figure: figure.id } : null
    }),
  }))
}

/** What a chart's workbook holds: names, numbers with their unit, and of each figure how it is written and why. */
export function chartSheet(chart: NativeChart): ChartSheet {
  const { categories, figures, unit } = chart
  const drawn = seriesOf(chart).map(({ name, points }): Column => ({ name, numbers: points }))
  const columns = [...drawn, ...inputsOf(chart, drawn)]
  const isTyped = (number: NativeNumber | null | undefined): boolean =>
    number?.figure !== undefined && number.formula === undefined
  const told = columns.filter(({ numbers }) => numbers.some(isTyped))
  const heads = [
    '',
    ...columns.map(({ name }) => (unit === '' ? name : `${name}（${unit}）`)),
    ...told.flatMap(({ name }) => TOLD.map(word => (told.length > 1 ? `${name}：${word}` : word))),
  ]
  const cellOf = (id: string): string => {
    const column = columns.findIndex(({ numbers }) => numbers.some(each => isTyped(each) && each?.figure === id))
    const row = columns[column]!.numbers.findIndex(each => isTyped(each) && each?.figure === id)
    return cellName({ column: column + 1, row: row + 2 })
  }
  const numberCell = (number: NativeNumber | null | undefined): WrittenCell | undefined => {
    if (!number) return undefined
    const { value, formula } = number
    const decimals = decimalsOf(value)
    return {
      value,
      ...(formula !== undefined && { formula: formula.replace(/\{([^}]+)\}/g, (_, id: string) => cellOf(id)) }),
      style: { format: decimals > 0 ? `0.${'0'.repeat(decimals)}` : '0' },
    }
  }
  const toldCells = (number: NativeNumber | null | undefined): (WrittenCell | undefined)[] => {
    const figure = isTyped(number) ? figures.find(({ id }) => id === number?.figure) : undefined
    const style = { wrap: true }
    return figure
      ? [
          { value: formatFigure(figure, 'worded'), style },
          { value: evidenceLine(figure), style },
        ]
      : [undefined, undefined]
  }
  const last = categories.length + 1
  const range = (column: number): string => `'${SHEET}'!$${columnName(column)}$2:$${columnName(column)}$${last}`
  return {
    rows: [
      heads.map(value => ({ value, style: { bold: true, wrap: true } })),
      ...categories.map((name, row) => [
        { value: name, style: { wrap: true } },
        ...columns.map(({ numbers }) => numberCell(numbers[row])),
        ...told.flatMap(({ numbers }) => toldCells(numbers[row])),
      ]),
    ],
    categories: range(0),
    series: drawn.map((_, index) => ({
      name: `'${SHEET}'!$${columnName(index + 1)}$1`,
      numbers: range(index + 1),
    })),
  }
}

/** The workbook of a chart. */
export function chartWorkbook({ rows, series }: ChartSheet): Uint8Array {
  const widths = rows[0]!.map((_, column) => ({ width: widthOf(column, rows, series.length) }))
  return writeXlsx([{ name: SHEET, rows, columns: widths, frozen: { rows: 1, columns: 1 } }])
}

function widthOf(column: number, rows: ChartSheet['rows'], series: number): number {
  if (column === 0) return WIDTHS.name
  const isNumber = column <= series || rows.slice(1).some(row => typeof row[column]?.value === 'number')
  if (isNumber) return WIDTHS.number
  return String(rows[0]![column]?.value).endsWith(TOLD[1]) ? WIDTHS.evidence : WIDTHS.text
}
