import { strToU8, zipSync } from 'fflate'
import { cellName, columnName } from '../facts/office/place.ts'
import { heightOf, ROW_HEIGHT } from './heights.ts'
import { escapeXml, MAIN, OFFICE, PACKAGE, relationships, xmlDocument } from './markup.ts'
import { commentsXml, firstShape, noteShape, notesDrawing } from './notes.ts'
import type { Choice, WrittenCell, WrittenSheet } from './sheet.ts'
import { StyleSheet } from './styles.ts'

/** The time of all parts, so that the same workbook has the same bytes. */
const TIME = new Date(1980, 0, 1)
const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
/** What Excel takes for the beginning of a formula when the text is edited. */
const FORMULA_LIKE = /^[=+\-@]/

/** Writes a workbook; the same sheets give the same bytes. */
export function writeXlsx(sheets: readonly WrittenSheet[]): Uint8Array {
  const styles = new StyleSheet()
  const parts = sheets.flatMap((sheet, index) => sheetParts(sheet, index + 1, styles))
  const noted = sheets.flatMap(({ notes = [] }, index) => (notes.length > 0 ? [index + 1] : []))
  const all: [string, string][] = [
    ['[Content_Types].xml', contentTypes(sheets.length, noted)],
    ['_rels/.rels', relationships([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheets)],
    [
      'xl/_rels/workbook.xml.rels',
      relationships([
        ...sheets.map((_, index) => [`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`] as const),
        [`rId${sheets.length + 1}`, 'styles', 'styles.xml'],
      ]),
    ],
    ...parts,
    ['xl/styles.xml', String(styles)],
  ]
  return zipSync(Object.fromEntries(all.map(([name, text]) => [name, strToU8(text)])), { mtime: TIME, level: 6 })
}

function contentTypes(sheets: number, noted: readonly number[]): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${CONTENT}.${type}+xml"/>`
  return xmlDocument(
    `<Types xmlns="${PACKAGE}/content-types">` +
      `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/>` +
      `<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>` +
      part('workbook.xml', 'sheet.main') +
      Array.from({ length: sheets }, (_, index) => part(`worksheets/sheet${index + 1}.xml`, 'worksheet')).join('') +
      noted.map(number => part(`comments${number}.xml`, 'comments')).join('') +
      part('styles.xml', 'styles') +
      '</Types>',
  )
}

function workbookXml(sheets: readonly WrittenSheet[]): string {
  const each = sheets.map(
    ({ name, hidden }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
  )
  // What stays in sight on a screen is printed on each page.
  const titles = sheets.flatMap(({ name, frozen }, index) => {
    const rows = `'${name.replaceAll("'", "''")}'!$1:$${frozen?.rows}`
    return frozen?.rows
      ? [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${escapeXml(rows)}</definedName>`]
      : []
  })
  return xmlDocument(
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each.join('')}</sheets>` +
      (titles.length > 0 ? `<definedNames>${titles.join('')}</definedNames>` : '') +
      '</workbook>',
  )
}

function sheetParts(sheet: WrittenSheet, number: number, styles: StyleSheet): [string, string][] {
  const { notes = [] } = sheet
  const part: [string, string] = [`xl/worksheets/sheet${number}.xml`, sheetXml(sheet, styles)]
  if (notes.length === 0) return [part]
  return [
    part,
    [
      `xl/worksheets/_rels/sheet${number}.xml.rels`,
      relationships([
        ['rId1', 'vmlDrawing', `../drawings/vmlDrawing${number}.vml`],
        ['rId2', 'comments', `../comments${number}.xml`],
      ]),
    ],
    [`xl/comments${number}.xml`, commentsXml(notes)],
    [
      `xl/drawings/vmlDrawing${number}.vml`,
      notesDrawing(notes.map((note, index) => noteShape(note, firstShape(number) + index)).join(''), number),
    ],
  ]
}

function sheetXml({ rows, columns = [], frozen, choices = [], notes = [] }: WrittenSheet, styles: StyleSheet): string {
  const widths = columns.map(
    ({ width, style }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${style ? ` style="${styles.indexOf(style)}"` : ''}/>`,
  )
  const lines = rows.map((cells, row) => {
    const own = cells.map((cell, column) => (cell ? cellXml(cell, cellName({ column, row: row + 1 }), styles) : ''))
    const height = heightOf(cells, columns)
    return own.some(cell => cell !== '')
      ? `<row r="${row + 1}"${height ? ` ht="${height}"` : ''}>${own.join('')}</row>`
      : ''
  })
  const widest = Math.max(1, columns.length, ...rows.map(cells => cells.length))
  const used = `A1:${columnName(widest - 1)}${Math.max(1, rows.length)}`
  return xmlDocument(
    `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>` +
      `<dimension ref="${used}"/>` +
      `<sheetViews><sheetView workbookViewId="0">${frozen ? paneXml(frozen) : ''}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="${ROW_HEIGHT}"/>` +
      (widths.length > 0 ? `<cols>${widths.join('')}</cols>` : '') +
      `<sheetData>${lines.join('')}</sheetData>` +
      (choices.length > 0
        ? `<dataValidations count="${choices.length}">${choices.map(choiceXml).join('')}</dataValidations>`
        : '') +
      `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/>` +
      `<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>` +
      `<ignoredErrors><ignoredError sqref="${used}" numberStoredAsText="1"/></ignoredErrors>` +
      (notes.length > 0 ? '<legacyDrawing r:id="rId1"/>' : '') +
      '</worksheet>',
  )
}

function paneXml({ rows, columns }: { rows: number; columns: number }): string {
  const pane = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  return (
    `<pane${columns > 0 ? ` xSplit="${columns}"` : ''}${rows > 0 ? ` ySplit="${rows}"` : ''} ` +
    `topLeftCell="${cellName({ column: columns, row: rows + 1 })}" activePane="${pane}" state="frozen"/>` +
    `<selection pane="${pane}"/>`
  )
}

function choiceXml({ range, from, open }: Choice): string {
  return (
    `<dataValidation type="list" allowBlank="1" sqref="${range}"` +
    (open ? '' : ' showErrorMessage="1" errorTitle="不在清单里" error="请从下拉清单里选一个。"') +
    `><formula1>${escapeXml(from)}</formula1></dataValidation>`
  )
}

function cellXml({ value, formula, style }: WrittenCell, at: string, styles: StyleSheet): string {
  const made = formula === undefined ? '' : `<f>${escapeXml(formula)}</f>`
  if (typeof value === 'number') return `<c r="${at}" s="${styles.indexOf(style)}">${made}<v>${value}</v></c>`
  const index = styles.indexOf(style, FORMULA_LIKE.test(value))
  return `<c r="${at}" s="${index}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}
