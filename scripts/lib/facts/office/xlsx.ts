import { format, getFormatFromId, isDateFormat } from 'numfmt'
import { readTables, type SourceTable } from '../../../../model/reading/tables.ts'
import { rowLine } from './lines.ts'
import { cellPlace } from './place.ts'
import { unzip, unreadable, type Parts } from './unzip.ts'
import { childrenOf, elementsOf, readXml, textOf, type Element } from './xml.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'
/** Cells of a sheet, empty ones between others included. */
const MOST_CELLS = 500_000

/**
 * The tables of the sheets of a workbook that can be seen, cells as Excel prints them. A table's caption is the line
 * above it, or else the sheet's name; its lines are the sheet's rows.
 * @param file for messages
 * @throws HuibaoError where it is none
 */
export function readXlsx(bytes: Uint8Array, file: string): SourceTable[] {
  const parts = unzip(
    bytes,
    file,
    name => [WORKBOOK, RELATIONS, STRINGS, STYLES].includes(name) || /^xl\/worksheets\/[^/]+\.xml$/.test(name),
  )
  const part = (name: string): Element | undefined => {
    const text = parts.get(name)
    return text === undefined ? undefined : readXml(text, file)
  }
  const workbook = part(WORKBOOK)
  if (!workbook) throw unreadable(file, '里面没有 Excel 的工作簿')
  const print = printer(workbook, part(STYLES))
  const strings = (part(STRINGS) ? childrenOf(part(STRINGS)!, 'si') : []).map(richText)
  const paths = sheetPaths(parts, file)
  return elementsOf(workbook, 'sheet')
    .filter(({ attributes: { state = 'visible' } }) => state === 'visible')
    .flatMap(({ attributes: { name = '', id = '' } }) => {
      const sheet = part(paths.get(id) ?? '')
      if (!sheet) return []
      return readTables(sheetLines(rowsOf(sheet, strings, print), `${file}[${name}]`).join('\n'), file).map(table => ({
        ...table,
        caption: table.caption || name,
        sheet: name,
      }))
    })
}

function sheetPaths(parts: Parts, file: string): Map<string, string> {
  const text = parts.get(RELATIONS)
  const relations = text === undefined ? [] : childrenOf(readXml(text, file))
  return new Map(
    relations.map(({ attributes: { Id = '', Target = '' } }) => [
      Id,
      Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`,
    ]),
  )
}

/** A text without the reading aids of East Asian scripts. */
function richText(element: Element): string {
  return childrenOf(element)
    .map(child => (child.name === 't' ? textOf(child) : child.name === 'r' ? richText(child) : ''))
    .join('')
}

/** Days by which dates of the calendar of 1904 are behind those of 1900. */
const DAYS_TO_1904 = 1462

type Print = (value: number, style: number) => string

/** Prints numbers as their cells' formats do; what shows a negative number by colour or parentheses gets its sign. */
function printer(workbook: Element, styles: Element | undefined): Print {
  const own = new Map(
    (styles ? elementsOf(styles, 'numFmt') : []).map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      Number(numFmtId),
      formatCode,
    ]),
  )
  const cells = styles ? childrenOf(styles, 'cellXfs').flatMap(list => childrenOf(list, 'xf')) : []
  const date1904 = childrenOf(workbook, 'workbookPr').some(({ attributes: { date1904 = '' } }) =>
    ['1', 'true'].includes(date1904),
  )
  return (value, style) => {
    const id = Number(cells[style]?.attributes.numFmtId ?? 0)
    const pattern = own.get(id) ?? getFormatFromId(id, 'zh-CN')
    const printed = printNumber(pattern, date1904 && isDateFormat(pattern) ? value + DAYS_TO_1904 : value)
    return value < 0 && /\d/.test(printed) && !/[-−–]/.test(printed)
      ? `-${printed.replace(/[()（）\s]/g, '')}`
      : printed
  }
}

function printNumber(pattern: string, value: number): string {
  try {
    return format(pattern, value).trim()
  } catch {
    return `（读不了的数字格式：${pattern}）`
  }
}

function rowsOf(sheet: Element, strings: readonly string[], print: Print): Map<number, Map<number, string>> {
  const rows = new Map<number, Map<number, string>>()
  let row = 0
  for (const line of elementsOf(sheet, 'row')) {
    row = Number(line.attributes.r ?? row + 1)
    const cells = new Map<number, string>()
    let column = -1
    for (const cell of childrenOf(line, 'c')) {
      column = cell.attributes.r === undefined ? column + 1 : cellPlace(cell.attributes.r).column
      const text = cellText(cell, strings, print).trim()
      if (text !== '') cells.set(column, text)
    }
    rows.set(row, cells)
  }
  return rows
}

function cellText(cell: Element, strings: readonly string[], print: Print): string {
  const { t = 'n', s = '0' } = cell.attributes
  if (t === 'inlineStr') return childrenOf(cell, 'is').map(richText).join('')
  const [value] = childrenOf(cell, 'v').map(textOf)
  if (value === undefined) return childrenOf(cell, 'f').length > 0 ? '（公式没有存下结果）' : ''
  if (t === 's') return strings[Number(value)] ?? ''
  if (t !== 'n') return value
  const number = Number(value)
  return Number.isFinite(number) && value.trim() !== '' ? print(number, Number(s)) : value
}

/** A line for each row of a sheet. What stands alone in its row before or behind a table is a text and no row of it. */
function sheetLines(rows: ReadonlyMap<number, ReadonlyMap<number, string>>, sheet: string): string[] {
  const last = Math.max(0, ...[...rows].filter(([, cells]) => cells.size > 0).map(([row]) => row))
  const lines = Array.from({ length: last }, (_, index) => rows.get(index + 1) ?? new Map<number, string>())
  // Whether the nearest line before, or behind, that is no single cell is a row.
  const before = beside(lines)
  const after = beside(lines.toReversed()).toReversed()
  let padded = 0
  return lines.map((cells, index) => {
    if (cells.size === 0) return ''
    if (cells.size === 1 && !(before[index] && after[index])) return [...cells.values()].join('')
    const width = Math.max(...cells.keys()) + 1
    padded += width
    if (padded > MOST_CELLS) throw unreadable(sheet, `超过 ${MOST_CELLS} 个单元格`)
    return rowLine(Array.from({ length: width }, (_, column) => cells.get(column) ?? ''))
  })
}

function beside(lines: readonly ReadonlyMap<number, string>[]): boolean[] {
  let row = false
  return lines.map(({ size }) => {
    if (size !== 1) row = size > 1
    return row
  })
}
