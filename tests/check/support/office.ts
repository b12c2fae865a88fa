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

/** A cell of a sheet: a text, a number, or a number with a format of its own. */
export type Cell = string | number | null | { value: number; format: string }

/** A workbook of visible sheets by name; `hidden` names those that are not. */
export function xlsx(
  sheets: Readonly<Record<string, readonly (readonly Cell[])[]>>,
  hidden: readonly string[] = [],
): Uint8Array {
  const names = Object.keys(sheets)
  const formats = [
    ...new Set(
      Object.values(sheets)
        .flat(2)
        .flatMap(cell => (typeof cell === 'object' && cell ? cell.format : [])),
    ),
  ]
  const strings = [
    ...new Set(
      Object.values(sheets)
        .flat(2)
        .filter(cell => typeof cell === 'string'),
    ),
  ]
  const cellXml = (cell: Cell, at: string): string => {
    if (cell === null) return ''
    if (typeof cell === 'string') return `<c r="${at}" t="s"><v>${strings.indexOf(cell)}</v></c>`
    if (typeof cell === 'number') return `<c r="${at}"><v>${cell}</v></c>`
    return `<c r="${at}" s="${formats.indexOf(cell.format) + 1}"><v>${cell.value}</v></c>`
  }
  const sheetXml = (rows: readonly (readonly Cell[])[]): string =>
    `<worksheet><sheetData>${rows
      .map(
        (cells, row) =>
          `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${String.fromCharCode(65 + column)}${row + 1}`)).join('')}</row>`,
      )
      .join('')}</sheetData></worksheet>`
  const files = {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names
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
    ...Object.fromEntries(names.map((name, index) => [`xl/worksheets/sheet${index}.xml`, sheetXml(sheets[name]!)])),
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])))
}
