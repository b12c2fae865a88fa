import { collapseSpaces } from '../../../../model/reading/text.ts'
import { HuibaoError } from '../../../../model/errors.ts'
import { TOLD } from '../../../export/pptx/charts/sheet.ts'
import { printNumber } from '../../../lib/cells/print-cell.ts'
import { cellName, cellPlace } from '../../../lib/facts/office/place.ts'
import { readSheets, type Sheet } from '../../../lib/facts/office/workbook.ts'
import { childrenOf, elementsOf, textOf, type Element } from '../../../lib/facts/office/xml.ts'
import type { ChartCell, ChartName, ChartPoint, ExportedChart, ExportedText } from '../facts.ts'
import { openPackage, type OfficePackage } from './package.ts'
import { paragraphText, partTexts } from './texts.ts'

/** A chart with all that it says. */
export interface ReadChart {
  chart: ExportedChart
  texts: ExportedText[]
}

/** Reads a chart and the workbook behind it. @param part its name in the file */
export function readChart(file: OfficePackage, part: string, place: string): ReadChart {
  const root = file.xml(part)
  const embedded = file.references(part).find(({ type, external }) => type === 'package' && !external)
  const workbook = embedded && file.has(embedded.target) ? readWorkbook(file.bytes(embedded.target)) : undefined
  const others = file
    .references(part)
    .filter(({ type, target }) => type === 'chartUserShapes' && file.has(target))
    .flatMap(({ target }) => partTexts(file.xml(target), place))
  const series = elementsOf(root, 'ser')
  const points = series.flatMap(seriesPoints)
  const words = new Map(workbook?.texts.map(({ ref, text }) => [ref, text]))
  const names = series.flatMap(each => [...namesIn(each, 'tx', words), ...namesIn(each, 'cat', words)])
  const titles = elementsOf(root, 'title').flatMap(title => partTexts(title, place))
  const own: ExportedText[] = [
    ...[...new Set(names.map(({ drawn }) => drawn))].map(text => ({ place, text })),
    ...points.flatMap(({ label, category, series: name }) =>
      label === undefined ? [] : [{ place: `${place}里“${category || name}”的标注`, text: label }],
    ),
    ...titles,
    ...others,
    ...(workbook?.texts ?? []).map(({ ref, text }) => ({ place: `${place}的工作簿 ${ref}`, text })),
  ]
  return {
    chart: { place, names, points, cells: workbook?.cells },
    texts: own.map(text => ({ ...text, copy: true })),
  }
}

/** The names of a series or of its categories, with the cells that they are from. */
function namesIn(series: Element, name: string, words: ReadonlyMap<string, string>): ChartName[] {
  const { formula, points } = cacheOf(childrenOf(series, name)[0], 'strCache')
  const cells = rangeCells(formula)
  return points.map(([index, text]) => {
    const ref = cells[index]
    return { drawn: collapseSpaces(text), ref, cell: ref === undefined ? undefined : words.get(ref) }
  })
}

/** The points of a cache, by their number. */
function cacheOf(
  element: Element | undefined,
  name: string,
): { formula: string; points: (readonly [number, string])[] } {
  const [reference] = element ? childrenOf(element) : []
  const [cache] = reference ? (/Lit$/.test(reference.name) ? [reference] : childrenOf(reference, name)) : []
  const formula = reference ? childrenOf(reference, 'f').map(textOf).join('') : ''
  const points = cache
    ? childrenOf(cache, 'pt').map(
        point => [Number(point.attributes.idx), childrenOf(point, 'v').map(textOf).join('')] as const,
      )
    : []
  return { formula, points }
}

const stringsOf = (series: Element, name: string): (readonly [number, string])[] =>
  cacheOf(childrenOf(series, name)[0], 'strCache').points

function seriesPoints(series: Element): ChartPoint[] {
  const [name = ''] = stringsOf(series, 'tx').map(([, text]) => text)
  const categories = new Map(stringsOf(series, 'cat'))
  const { formula, points } = cacheOf(childrenOf(series, 'val')[0], 'numCache')
  const labels = new Map(
    elementsOf(series, 'dLbl').map(label => [Number(childrenOf(label, 'idx')[0]?.attributes.val), label] as const),
  )
  const cells = rangeCells(formula)
  return points.map(([index, text]) => ({
    series: name,
    category: collapseSpaces(categories.get(index) ?? ''),
    drawn: Number(text),
    ref: cells[index],
    label: labelText(labels.get(index), Number(text)),
  }))
}

/** What office programs print at a point: its own text, or its number by its format. */
function labelText(label: Element | undefined, value: number): string | undefined {
  if (!label || childrenOf(label, 'delete').some(({ attributes }) => attributes.val === '1')) return undefined
  const [text] = childrenOf(label, 'tx')
  if (text) return elementsOf(text, 'p').map(paragraphText).join('')
  const [format] = childrenOf(label, 'numFmt')
  const shown = childrenOf(label, 'showVal').some(({ attributes }) => attributes.val === '1')
  return shown && format ? printNumber(value, format.attributes.formatCode) : undefined
}

/** The cells that a formula such as '数据'!$B$2:$B$4 names, one by one. */
function rangeCells(formula: string): string[] {
  const [from, to = from] = formula
    .slice(formula.lastIndexOf('!') + 1)
    .replaceAll('$', '')
    .split(':')
  if (!from || !to) return []
  const [first, last] = [cellPlace(from), cellPlace(to)]
  const cells: string[] = []
  for (let row = first.row; row <= last.row; row++)
    for (let column = first.column; column <= last.column; column++) cells.push(cellName({ column, row }))
  return cells
}

/** Numbers and texts of a chart's workbook; undefined where it cannot be read. */
function readWorkbook(bytes: Uint8Array): { cells: ChartCell[]; texts: { ref: string; text: string }[] } | undefined {
  try {
    const sheets = readSheets(bytes, '')
    const formulas = formulasIn(bytes)
    const texts = sheets.flatMap(({ rows }) =>
      [...rows.values()].flatMap(cells =>
        [...cells.values()].flatMap(({ ref, value }) =>
          typeof value === 'string' ? [{ ref, text: collapseSpaces(value) }] : [],
        ),
      ),
    )
    return { cells: sheets.flatMap(sheet => numberCells(sheet, formulas)), texts }
  } catch (error) {
    if (error instanceof HuibaoError) return undefined
    throw error
  }
}

/** The formulas of the first sheet. */
function formulasIn(bytes: Uint8Array): Map<string, string> {
  const file = openPackage('', bytes)
  const name = file.names.filter(each => /^xl\/worksheets\/[^/]+\.xml$/.test(each)).sort()[0]
  const cells = name === undefined ? [] : elementsOf(file.xml(name), 'c')
  return new Map(
    cells.flatMap(cell => childrenOf(cell, 'f').map(formula => [cell.attributes.r ?? '', textOf(formula)] as const)),
  )
}

function numberCells({ rows }: Sheet, formulas: ReadonlyMap<string, string>): ChartCell[] {
  const heads = new Map([...(rows.get(1) ?? [])].map(([column, { value }]) => [column, String(value)]))
  const columnOf = (head: string): number | undefined => [...heads].find(([, text]) => text === head)?.[0]
  return [...rows].flatMap(([row, cells]) =>
    [...cells].flatMap(([column, { ref, value }]): ChartCell[] => {
      if (row === 1 || typeof value !== 'number') return []
      const head = heads.get(column) ?? ''
      const name = head.replace(/（[^（）]*）$/, '')
      const [text, evidence] = TOLD.map(word => {
        const told = columnOf(`${name}：${word}`) ?? columnOf(word)
        return told === undefined ? undefined : cells.get(told)?.value
      })
      const formula = formulas.get(ref)
      return [
        {
          ...{ ref, value, head },
          ...(formula !== undefined && { formula }),
          ...(typeof text === 'string' && { told: { text, evidence: String(evidence ?? '') } }),
        },
      ]
    }),
  )
}
