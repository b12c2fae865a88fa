import { firstFree, Relationships, type Parts } from '../package/parts.ts'
import type { Look } from '../xml/look.ts'
import { chartXml } from './chart-xml.ts'
import type { NativeChart } from './native-chart.ts'
import { chartSheet, chartWorkbook } from './sheet.ts'

/** Adds a chart with its workbook to the parts of a presentation. @returns the name of its part */
export function addChart(parts: Parts, chart: NativeChart, look: Look): string {
  const number = firstFree(no => parts.has(`ppt/charts/chart${no}.xml`))
  const name = `ppt/charts/chart${number}.xml`
  const workbook = `ppt/embeddings/Microsoft_Excel_Sheet${number}.xlsx`
  const sheet = chartSheet(chart)
  const relationships = new Relationships(name)
  parts.set(name, chartXml(chart, sheet, look, relationships.to('package', workbook)))
  parts.set(workbook, chartWorkbook(sheet))
  relationships.write(parts)
  return name
}
