import { relationships } from '../../../lib/xlsx/markup.ts'
import { chartXml } from './chart-xml.ts'
import type { ChartLook } from './look.ts'
import type { NativeChart } from './native-chart.ts'
import { chartSheet, chartWorkbook } from './sheet.ts'

/** The parts of a presentation that a chart is. */
export interface ChartParts {
  /** Name of the part to which a slide refers, without a slash before it. */
  name: string
  /** All parts, by name. */
  parts: Readonly<Record<string, string | Uint8Array>>
  /** What `[Content_Types].xml` has to say: of the chart by its name, of workbooks by their extension. */
  contentTypes: { overrides: Readonly<Record<string, string>>; defaults: Readonly<Record<string, string>> }
}

/** The type of the relationship of a slide to a chart, and what `a:graphicData` names it by. */
export const CHART_RELATIONSHIP = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/chart'
export const CHART_URI = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml'
const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Writes a chart with its workbook. @param number unique in the presentation, from 1 */
export function chartParts(chart: NativeChart, number: number, look: ChartLook = {}): ChartParts {
  const sheet = chartSheet(chart)
  const name = `ppt/charts/chart${number}.xml`
  const workbook = `Microsoft_Excel_Sheet${number}.xlsx`
  return {
    name,
    parts: {
      [name]: chartXml(chart, sheet, look, 'rId1'),
      [`ppt/charts/_rels/chart${number}.xml.rels`]: relationships([['rId1', 'package', `../embeddings/${workbook}`]]),
      [`ppt/embeddings/${workbook}`]: chartWorkbook(sheet),
    },
    contentTypes: { overrides: { [`/${name}`]: CHART_TYPE }, defaults: { xlsx: WORKBOOK_TYPE } },
  }
}
