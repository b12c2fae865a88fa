import { cellsOf, headOf, headOfRow } from '../../../model/cells.ts'
import { bareText } from '../../../model/reading/cells.ts'
import { isSameSpan, parseSpan } from '../../../model/span.ts'
import { numberOf } from '../../../model/values.ts'
import type { SheetProblem } from '../../../scripts/lib/cells/cell.ts'
import { propose, type ProposedTable } from '../../../scripts/lib/cells/propose.ts'
import { readOwnSheets } from '../../../scripts/lib/cells/sheet-tables.ts'
import { uniqueIds } from '../../../scripts/lib/pinyin-id.ts'
import type { Expected, Workbook } from '../../fixtures/workbooks/workbook.ts'
import { fileOf } from './workbook.ts'

/** A cell that a clerk writes otherwise, as a refusal asks. */
export interface Mend {
  sheet: string
  ref: string
  value: string | number
}

/** A workbook with some of its cells written otherwise. */
export function mended(workbook: Workbook, mends: readonly Mend[]): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map(sheet => {
      const own = new Map(mends.filter(each => each.sheet === sheet.name).map(({ ref, value }) => [ref, value]))
      const inMerged = (area: string): boolean => [...own.keys()].some(ref => area.endsWith(`:${ref}`))
      return {
        ...sheet,
        merged: (sheet.merged ?? []).filter(area => !inMerged(area)),
        cells: [...sheet.cells.filter(({ ref }) => !own.has(ref)), ...[...own].map(([ref, value]) => ({ ref, value }))],
      }
    }),
  }
}

function proposed(workbook: Workbook) {
  const { tables } = readOwnSheets(fileOf(workbook), '工作簿.xlsx')
  const tableId = uniqueIds()
  return propose(tables, { figureId: uniqueIds(), tableId: ({ label }) => tableId(label) })
}

/** What keeps a workbook from being read, a line for each cell. */
export function refusals(workbook: Workbook): string[] {
  return proposed(workbook).problems.map(({ sheet, ref, found }: SheetProblem) => `${sheet}!${ref} ${found}`)
}

/** A number that a workbook proposes. */
interface Found {
  sheet: string
  ref: string
  value: number
  unit: string
  period: string
  label: string
}

function cellsIn({ input, found, place: { sheet } }: ProposedTable): Found[] {
  return cellsOf({ ...input, chapter: '' }).map(figure => {
    const { id, label, value, unit, period } = figure
    const [row = '', measure] = id.slice(input.id.length + 1).split('/')
    const head = headOf(input.measures.find(each => each.id === measure) ?? input.measures[0]!)
    const column = found.columns.find(each => each.head === head)!
    const line = found.rows.find(each => each.head === headOfRow(input, row) || each.cells.get(column.column)?.span)
    const own = found.rows.find(each => each.head === headOfRow(input, row)) ?? line!
    return { sheet, ref: own.cells.get(column.column)!.ref, value: numberOf(value), unit, period, label }
  })
}

/** What of a workbook is read otherwise than it is expected to be. */
export interface Difference {
  sheet: string
  ref: string
  what: 'missing' | 'value' | 'unit' | 'period' | 'label' | 'extra'
  expected: string
  found: string
}

/** Compares what a workbook proposes with what a clerk reads from it. */
export function differences(workbook: Workbook): Difference[] {
  const all = proposed(workbook).proposals.flatMap(({ figures, tables }): Found[] => [
    ...figures.map(({ figure, place }) => ({
      ...figure,
      sheet: place.sheet,
      ref: place.cell,
      value: numberOf(figure.value),
    })),
    ...tables.flatMap(cellsIn),
  ])
  const found = new Map(all.map(each => [`${each.sheet}!${each.ref}`, each]))
  const expected = new Map(workbook.expected.map(each => [`${each.sheet}!${each.ref}`, each]))
  return [
    ...workbook.expected
      .filter(({ value }) => value !== null)
      .flatMap(each => differencesOf(each, found.get(`${each.sheet}!${each.ref}`))),
    ...all
      .filter(({ sheet, ref }) => !expected.has(`${sheet}!${ref}`))
      .map(({ sheet, ref, label, value, unit }) => ({
        ...{ sheet, ref, what: 'extra' as const },
        ...{ expected: '', found: `${label} ${value}${unit}` },
      })),
  ]
}

function differencesOf(expected: Expected, found: Found | undefined): Difference[] {
  const { sheet, ref, value, unit, period = '', label, of, shown } = expected
  const difference = (what: Difference['what'], wanted: string, own: string): Difference[] =>
    bareText(wanted) === bareText(own) ? [] : [{ sheet, ref, what, expected: wanted, found: own }]
  const [time, ownTime] = [period.replace('at ', '@'), found?.period ?? ''].map(parseSpan)
  if (!found) return difference('missing', `${label} ${value}${unit}`, '')
  return [
    ...difference('value', shown?.replace(/[%,]/g, '') ?? String(value), String(found.value)),
    ...difference('unit', unit.replace(/^个/, ''), found.unit.replace(/^个/, '')),
    ...(time && ownTime && isSameSpan(time, ownTime) ? [] : difference('period', period, found.period)),
    ...difference('label', `${of ?? ''}${label}`, found.label),
  ]
}
