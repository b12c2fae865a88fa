import { dateToSerial, getFormatFromId, isDateFormat } from 'numfmt'
import type { SheetCell } from '../../cells/cell.ts'
import { cellName, cellPlace } from './place.ts'
import { unzip, unreadable, type Parts } from './unzip.ts'
import { childrenOf, elementsOf, textOf, xmlReader, type Element } from './xml.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const STRINGS = 'xl/sharedStrings.xml'
const STYLES = 'xl/styles.xml'

/** A sheet as the file keeps it. */
export interface Sheet {
  name: string
  hidden: boolean
  /** By row, from 1, and column, from 0; only cells that hold something. */
  rows: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>
  /** Cells that are merged: the first of them holds what they show. */
  merges: readonly Area[]
}

/** Rows from 1, columns from 0, each with the last one. */
interface Area {
  top: number
  left: number
  bottom: number
  right: number
}

/**
 * The sheets of a workbook, hidden ones too. Nothing is computed again, other workbooks are not asked, macros are not
 * looked at.
 * @param file for messages
 * @throws HuibaoError where it is none, or larger than any that people fill in
 */
export function readSheets(bytes: Uint8Array, file: string): Sheet[] {
  const parts = unzip(
    bytes,
    file,
    name => [WORKBOOK, RELATIONS, STRINGS, STYLES].includes(name) || /^xl\/worksheets\/[^/]+\.xml$/.test(name),
  )
  const read = xmlReader(file)
  const part = (name: string): Element | undefined => {
    const text = parts.get(name)
    return text === undefined ? undefined : read(text)
  }
  const workbook = part(WORKBOOK)
  if (!workbook) throw unreadable(file, '里面没有 Excel 的工作簿')
  const strings = part(STRINGS)
  const values: Values = {
    strings: strings ? childrenOf(strings, 'si').map(richText) : [],
    formats: formatsOf(part(STYLES)),
    date1904: childrenOf(workbook, 'workbookPr').some(({ attributes: { date1904 = '' } }) => isOn(date1904)),
  }
  const paths = sheetPaths(parts, read)
  return elementsOf(workbook, 'sheet').flatMap(({ attributes: { name = '', id = '', state = 'visible' } }) => {
    const sheet = part(paths.get(id) ?? '')
    if (!sheet) return []
    const merges = elementsOf(sheet, 'mergeCell').flatMap(({ attributes: { ref = '' } }) => areaOf(ref) ?? [])
    return [{ name, hidden: state !== 'visible', rows: rowsOf(sheet, values), merges }]
  })
}

const isOn = (value: string): boolean => ['1', 'true'].includes(value)

function sheetPaths(parts: Parts, read: (text: string) => Element): Map<string, string> {
  const text = parts.get(RELATIONS)
  const relations = text === undefined ? [] : childrenOf(read(text))
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

/** What all sheets of a workbook look up. */
interface Values {
  strings: readonly string[]
  /** Formats by the number of a cell's style. */
  formats: readonly string[]
  date1904: boolean
}

function formatsOf(styles: Element | undefined): string[] {
  if (!styles) return []
  const own = new Map(
    elementsOf(styles, 'numFmt').map(({ attributes: { numFmtId = '', formatCode = '' } }) => [
      Number(numFmtId),
      formatCode,
    ]),
  )
  return childrenOf(styles, 'cellXfs')
    .flatMap(list => childrenOf(list, 'xf'))
    .map(
      ({ attributes: { numFmtId = '0' } }) => own.get(Number(numFmtId)) ?? getFormatFromId(Number(numFmtId), 'zh-CN'),
    )
}

/** `undefined` for what is no area: a broken one, and one that has no cells. */
function areaOf(ref: string): Area | undefined {
  const [from, to] = ref.split(':').map(cellPlace)
  return from && to && from.row >= 1 && to.row >= from.row && to.column >= from.column
    ? { top: from.row, left: from.column, bottom: to.row, right: to.column }
    : undefined
}

function hiddenColumns(sheet: Element): (column: number) => boolean {
  const hidden = elementsOf(sheet, 'col')
    .filter(({ attributes }) => isOn(attributes.hidden ?? ''))
    .map(({ attributes: { min, max } }) => [Number(min) - 1, Number(max) - 1] as const)
  return column => hidden.some(([first, last]) => first <= column && column <= last)
}

function rowsOf(sheet: Element, values: Values): Map<number, Map<number, SheetCell>> {
  const rows = new Map<number, Map<number, SheetCell>>()
  const isHidden = hiddenColumns(sheet)
  let row = 0
  for (const line of elementsOf(sheet, 'row')) {
    row = Number(line.attributes.r ?? row + 1)
    const cells = new Map<number, SheetCell>()
    const hidden = isOn(line.attributes.hidden ?? '')
    let column = -1
    for (const cell of childrenOf(line, 'c')) {
      column = cell.attributes.r === undefined ? column + 1 : cellPlace(cell.attributes.r).column
      const held = cellOf(cell, cellName({ column, row }), values)
      if (held) cells.set(column, { ...held, ...((hidden || isHidden(column)) && { hidden: true }) })
    }
    if (cells.size > 0) rows.set(row, cells)
  }
  return rows
}

/** Days by which dates of the calendar of 1904 are behind those of 1900. */
const DAYS_TO_1904 = 1462
/** A formula that asks another workbook: [1]表1!A1, 'C:\[上月.xlsx]表1'!A1. */
const LINKED = /\[[^\]]+\][^\]]*!/

function cellOf(cell: Element, ref: string, { strings, formats, date1904 }: Values): SheetCell | undefined {
  const { t = 'n', s = '0' } = cell.attributes
  const format = formats[Number(s)]
  const [formula] = childrenOf(cell, 'f')
  const own = {
    ref,
    ...(format !== undefined && { format }),
    ...(formula && { formula: true }),
    ...(formula && LINKED.test(textOf(formula)) && { linked: true }),
  }
  const text = t === 'inlineStr' ? childrenOf(cell, 'is').map(richText).join('') : childrenOf(cell, 'v').map(textOf)[0]
  if (text === undefined || text === '') return formula ? { ...own, value: null } : undefined
  switch (t) {
    case 's':
      return textCell(own, strings[Number(text)] ?? '')
    case 'e':
      return { ...own, value: null, error: text }
    case 'b':
      return { ...own, value: isOn(text) }
    case 'd':
      return { ...own, value: serialOf(text) ?? text }
    case 'n': {
      const value = Number(text)
      if (!Number.isFinite(value) || text.trim() === '') return { ...own, value: text }
      return { ...own, value: date1904 && format !== undefined && isDateFormat(format) ? value + DAYS_TO_1904 : value }
    }
    default:
      return textCell(own, text)
  }
}

function textCell(own: Omit<SheetCell, 'value'>, text: string): SheetCell | undefined {
  const value = text.trim()
  return value === '' ? undefined : { ...own, value }
}

/** The days of a date in ISO 8601, as Strict Open XML keeps it. */
function serialOf(text: string): number | undefined {
  const [, ...parts] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  return parts.length === 3 ? dateToSerial(parts.map(Number)) : undefined
}
