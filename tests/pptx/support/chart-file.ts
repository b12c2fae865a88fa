import { addChart } from '../../../scripts/export/pptx/charts/chart-parts.ts'
import type { NativeChart } from '../../../scripts/export/pptx/charts/native-chart.ts'
import type { Parts } from '../../../scripts/export/pptx/package/parts.ts'
import type { Look } from '../../../scripts/export/pptx/xml/look.ts'
import { readSheets } from '../../../scripts/lib/facts/office/workbook.ts'
import { childrenOf, type Element, elementsOf, readXml, textOf } from '../../../scripts/lib/facts/office/xml.ts'
import { unzip } from '../../../scripts/lib/facts/office/unzip.ts'

/** A chart as it is written, and read again. */
export interface ChartFile {
  xml: Element
  /** Values of cells of its workbook, by their names. */
  cells: ReadonlyMap<string, string>
  /** Formulas of cells, by their names. */
  formulas: ReadonlyMap<string, string>
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Of a slide of 1280 px whose theme has none of the colours. */
const look: Look = { scale: 9525, left: 0, top: 0, inks: new Map(), lang: 'zh-CN' }

/** The parts of a chart. */
export function partsOf(chart: NativeChart): { name: string; parts: Parts } {
  const parts: Parts = new Map()
  return { name: addChart(parts, chart, look), parts }
}

/** Writes a chart, and reads what was written. */
export function chartFile(chart: NativeChart): ChartFile {
  const { name, parts } = partsOf(chart)
  const bytes = [...parts].find(([part]) => part.endsWith('.xlsx'))![1] as Uint8Array
  const [sheet] = readSheets(bytes, 'chart.xlsx')
  const cells = [...sheet!.rows].flatMap(([row, own]) =>
    [...own].map(([column, { value }]) => [`${LETTERS[column]}${row}`, String(value)] as const),
  )
  const text = unzip(bytes, 'chart.xlsx', part => part === 'xl/worksheets/sheet1.xml').get('xl/worksheets/sheet1.xml')!
  const formulas = elementsOf(readXml(text, 'sheet'), 'c').flatMap(cell =>
    childrenOf(cell, 'f').map(formula => [cell.attributes.r!, textOf(formula)] as const),
  )
  return {
    xml: readXml(parts.get(name) as string, name),
    cells: new Map(cells),
    formulas: new Map(formulas),
  }
}

/** What a formula makes of the cells that it names. */
export function evaluate(formula: string, cells: ReadonlyMap<string, string>): number {
  const numbers = formula.replace(/[A-Z]+\d+/g, cell => `(${cells.get(cell) ?? '0'})`)
  if (!/^(?:MAX|MIN|[-\d.()+,])*$/.test(numbers)) throw new Error(`not a formula of charts: ${formula}`)
  return Number(new Function(`const { max: MAX, min: MIN } = Math; return ${numbers}`)())
}
