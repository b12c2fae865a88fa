import { strToU8, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const escaped = (text: string): string =>
  text.replace(/[&<>]/g, char => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]!)

/** A paragraph of Word. */
export const paragraph = (text: string): string =>
  `<w:p><w:r><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`

/** A table of Word. */
export const wordTable = (rows: readonly (readonly string[])[]): string =>
  `<w:tbl>${rows.map(row => `<w:tr>${row.map(cell => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`

/** A Word file of a body, which is XML. */
export function docx(body: string, more: Readonly<Record<string, string>> = {}): Uint8Array {
  return zipSync({
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`),
    ...Object.fromEntries(Object.entries(more).map(([name, xml]) => [name, strToU8(xml.replace('>', ` ${W}>`))])),
  })
}

/**
 * A cell of a sheet: a text, a number, or what else a file may keep of one. `t` is its type there: `e` of a fault,
 * `d` of a date in Strict Open XML.
 */
export type Cell = string | number | null | HeldCell
interface HeldCell {
  value?: number | string
  format?: string
  formula?: string
  t?: 'b' | 'd' | 'e' | 'str'
}

export interface WorkbookLooks {
  /** Names of sheets that are not visible. */
  hidden?: readonly string[]
  /** Areas of cells that are merged, by sheet: A1:C1. */
  merges?: Readonly<Record<string, readonly string[]>>
  /** Rows from 1 that are hidden, by sheet. */
  hiddenRows?: Readonly<Record<string, readonly number[]>>
  /** Columns from 1 that are hidden, by sheet. */
  hiddenColumns?: Readonly<Record<string, readonly number[]>>
  date1904?: boolean
  /** Further parts of the file. */
  more?: Readonly<Record<string, string>>
}

/** A workbook of sheets by name. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  { hidden = [], merges = {}, hiddenRows = {}, hiddenColumns = {}, date1904 = false, more = {} }: WorkbookLooks = {},
): Uint8Array<ArrayBuffer> {
  const names = Object.keys(sheets)
  const cells = Object.values(sheets).flat(2)
  const formats = [...new Set(cells.flatMap(cell => (typeof cell === 'object' && cell?.format) || []))]
  const strings = [...new Set(cells.filter(cell => typeof cell === 'string'))]
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.indexOf(cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    const { value, format, formula, t } = cell
    const look = `${format === undefined ? '' : ` s="${formats.indexOf(format) + 1}"`}${t === undefined ? '' : ` t="${t}"`}`
    const held = `${formula === undefined ? '' : `<f>${escaped(formula)}</f>`}${value === undefined ? '' : `<v>${value}</v>`}`
    return `<c r="${at}"${look}>${held}</c>`
  }
  const sheetXml = (name: string): string => {
    const rows = sheets[name]!.map((cells, row) => {
      const line = cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')
      return `<row r="${row + 1}"${hiddenRows[name]?.includes(row + 1) ? ' hidden="1"' : ''}>${line}</row>`
    })
    const columns = (hiddenColumns[name] ?? [])
      .map(column => `<col min="${column}" max="${column}" hidden="1"/>`)
      .join('')
    const merged = (merges[name] ?? []).map(area => `<mergeCell ref="${area}"/>`).join('')
    return `<worksheet><cols>${columns}</cols><sheetData>${rows.join('')}</sheetData><mergeCells>${merged}</mergeCells></worksheet>`
  }
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><workbookPr${date1904 ? ' date1904="1"' : ''}/><sheets>${names
      .map((name, index) => `<sheet name="${name}" r:id="r${index}"${hidden.includes(name) ? ' state="hidden"' : ''}/>`)
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${names
      .map((_, index) => `<Relationship Id="r${index}" Target="worksheets/sheet${index}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map(text => `<si><t>${escaped(text)}</t></si>`).join('')}</sst>`,
    'xl/styles.xml': `<styleSheet><numFmts>${formats
      .map(
        (format, index) =>
          `<numFmt numFmtId="${170 + index}" formatCode="${escaped(format).replaceAll('"', '&quot;')}"/>`,
      )
      .join('')}</numFmts><cellXfs><xf numFmtId="0"/>${formats
      .map((_, index) => `<xf numFmtId="${170 + index}"/>`)
      .join('')}</cellXfs></styleSheet>`,
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index}.xml`, sheetXml(name)])),
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}
