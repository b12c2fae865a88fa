import { decimalsOf, formatNumber } from '../../../model/format.ts'
import type { Period, SheetEvidence, SheetFigureInput } from '../../../model/figure.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { bareText, readCell } from '../../../model/reading/cells.ts'
import type { SourceTable } from '../../../model/reading/tables.ts'
import { isSameSpan } from '../../../model/span.ts'
import { numberOf } from '../../../model/values.ts'
import { hasSource, ofSource, type Article } from '../../lib/facts/article.ts'
import { readCell as readSheetCell } from '../../lib/cells/read-cell.ts'
import { sourceUnit, unitColumnOf, unitless } from '../../lib/facts/table-units.ts'
import { timesOf } from '../../lib/facts/table-times.ts'
import { cellPlace } from '../../lib/facts/office/place.ts'
import type { Finding } from '../finding.ts'
import { inFile, inSource, statedCells, type Discrepancy, type Facts } from './facts.ts'
import { sheetOf, tellTimes } from './table-source.ts'

/** Each figure in a cell of a workbook against that cell and its heads. */
export function cellsAgainstSource(facts: Facts, article: Article): Finding[] {
  return statedCells(facts)
    .filter(({ source }) => hasSource(article, source))
    .flatMap(({ figure, file, source }) => {
      const { sheet, cell } = figure.evidence
      const { tables } = ofSource(article, source)
      return differencesOf(figure, tables, inSource(facts, source), facts.source.periods).map(wrong =>
        inFile('evidence', facts.where(file, figure.id), { element: figure.id, text: `${sheet}!${cell}`, ...wrong }),
      )
    })
}

const ofSheet = (sheet: string, tables: readonly SourceTable[]): SourceTable[] =>
  tables.filter(each => bareText(sheetOf(each)) === bareText(sheet))

/** Where a cell stands among the tables of its source; undefined where it is in the data of none. */
export function findCell(
  { sheet, cell }: Pick<SheetEvidence, 'sheet' | 'cell'>,
  tables: readonly SourceTable[],
): { found: SourceTable; row: number; column: number; printed: string } | undefined {
  const address = cellPlace(cell)
  const found = ofSheet(sheet, tables).find(({ first, last }) => first <= address.row && address.row <= last)
  const row = found?.rows.findIndex(({ line }) => line === address.row) ?? -1
  const printed = found?.rows[row]?.cells[address.column]
  return found && printed !== undefined ? { found, row, column: address.column, printed } : undefined
}

function differencesOf(
  figure: SheetFigureInput,
  tables: readonly SourceTable[],
  source: string,
  periods: readonly Period[],
): Discrepancy[] {
  const { sheet, cell, row, column } = figure.evidence
  const place = findCell(figure.evidence, tables)
  if (!place) {
    const own = ofSheet(sheet, tables)
    const sheets = [...new Set(tables.map(sheetOf))].join('、') || '没有'
    return [
      {
        measured:
          own.length > 0
            ? `${source}的工作表“${sheet}”里，${cell} 不在一张表的数据里`
            : `${source}里没有工作表“${sheet}”；有表的工作表是：${sheets}`,
        expected: '工作表里这一格是一个数，上有列名，左有行名',
        advice: '请改 evidence 的 sheet、cell',
      },
    ]
  }
  const advice = '请照原表改数据，或改 evidence'
  const { found, printed } = place
  const heads = found.rows[place.row]!.cells.slice(0, place.column).filter(text => readCell(text).sort === 'text')
  const head = found.heads[place.column] ?? ''
  const unit = sourceUnit({ found, unitColumn: unitColumnOf(found) }, place.column, place.row)
  const times = timesOf(found, [...heads, head])
  const period = resolvePeriod(figure.period, periods)
  const wrong: readonly (readonly [right: boolean, theirs: string, own: string])[] = [
    [heads.some(text => bareText(text) === bareText(row)), `行名是“${heads.join('、')}”`, `“${row}”`],
    [[bareText, unitless].some(bare => bare(head) === bare(column)), `列名是“${head}”`, `“${column}”`],
    [isPrinted(figure, printed, head), `是“${printed}”`, `“${printedOf(figure)}”`],
    [
      unit === '' || figure.unit === '位' || unit === figure.unit || isUnitOfCell(figure, printed),
      `的单位是“${unit}”`,
      `“${figure.unit}”`,
    ],
    [
      !period?.span || times.length === 0 || times.some(span => isSameSpan(span, period.span!)),
      `的时段是“${tellTimes(times)}”`,
      `“${period?.text ?? figure.period}”`,
    ],
  ]
  return wrong
    .filter(([right]) => !right)
    .map(([, theirs, own]) => ({
      measured: `原表的 ${cell} ${theirs}，数据写的是${own}`,
      expected: '行名、列名、数、单位和时段与原表一致',
      advice,
    }))
}

function printedOf(figure: SheetFigureInput): string {
  const { qualifier = 'none' } = figure
  const value = numberOf(figure.value)
  return `${value < 0 ? '-' : ''}${digitsOf(figure)}${qualifier === 'none' ? '' : `（${qualifier}）`}`
}

const digitsOf = (figure: SheetFigureInput): string => formatNumber(numberOf(figure.value), decimalsOf(figure))

/** Whether a cell itself has the figure's unit, which the table as a whole has otherwise. */
function isUnitOfCell({ unit }: SheetFigureInput, printed: string): boolean {
  const cell = readSheetCell({ ref: '', value: printed })
  return cell.kind === 'value' && cell.unit === unit
}

/** Whether a cell prints a figure; a fall is printed without a sign where the head says that it is one. */
function isPrinted(figure: SheetFigureInput, printed: string, head: string): boolean {
  const { change, unit, qualifier = 'none' } = figure
  const cell = readSheetCell({ ref: '', value: printed })
  if (cell.kind !== 'value') return false
  const unsigned = change !== undefined && bareText(head).includes(change)
  return (
    cell.digits === digitsOf(figure).replaceAll(',', '') &&
    (cell.negative === numberOf(figure.value) < 0 || (unsigned && !cell.negative)) &&
    (cell.qualifier ?? 'none') === qualifier &&
    (cell.unit ?? unit) === unit
  )
}
