import { readCell } from '../../model/reading/cells.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { DeckSource, FigureFile } from '../../model/source.ts'
import type { TableInput } from '../../model/table.ts'
import type { SheetProblem } from '../lib/cells/cell.ts'

/** Longest name that a title has room for beside its number: characters. */
const LONGEST = 40
/** What no name begins with, and what none ends with: a line of a slide would. */
const LEADING = /^[^\p{L}\p{N}“‘《〈（【〔「『]+/u
const TRAILING = /[^\p{L}\p{N}”’》〉）】〕」』%‰℃+]+$/u

const trimmed = (name: string): string => name.replace(LEADING, '').replace(TRAILING, '') || name

/** The data with names that begin and end with a word or a number, where the deck itself gives them. */
export function withFitNames(source: DeckSource): DeckSource {
  const taken = new Set(source.figures.flatMap(({ figures }) => figures.map(({ label }) => label)))
  const named = <Entry extends { label: string; short?: string }>(entry: Entry): Entry => ({
    ...entry,
    label: taken.has(trimmed(entry.label)) ? entry.label : trimmed(entry.label),
    ...(entry.short !== undefined && { short: trimmed(entry.short) }),
  })
  return {
    ...source,
    chapters: source.chapters.map(each => ({ ...each, short: trimmed(each.short), topic: trimmed(each.topic) })),
    figures: source.figures.map((file): FigureFile => ({
      ...file,
      figures: file.figures.map(named) as FigureFile['figures'],
    })),
    tables: (source.tables ?? []).map(file => ({
      ...file,
      tables: file.tables.map(table => ({ ...named(table), measures: table.measures.map(named) })),
    })),
  }
}

/** Heads of a workbook that cannot be names on slides. */
export function unfitNames(source: DeckSource): SheetProblem[] {
  const figures = source.figures.flatMap(file => file.figures.filter(isSheetFigure))
  return [
    ...figures.flatMap(({ label, evidence: { sheet, cell, row } }) => [
      ...(isName(row) ? [] : [{ sheet, ref: cell, ...noName(row) }]),
      ...(label.length > LONGEST ? [{ sheet, ref: cell, ...tooLong(`名称“${label}”`) }] : []),
    ]),
    ...(source.tables ?? []).flatMap(({ tables }) => tables.flatMap(unfitInTable)),
  ]
}

function unfitInTable({ rows, cells, measures, heads = {}, evidence, label }: TableInput): SheetProblem[] {
  const place = { sheet: evidence.sheet ?? label, ref: `“${label}”` }
  const names = rows === 'subjects' ? cells.map(([row]) => row) : []
  const long = names.flatMap(row =>
    measures
      .filter(measure => row.length + measure.label.length > LONGEST)
      .map(measure => (row.length < measure.label.length ? `列名“${measure.label}”` : `行名“${row}”`)),
  )
  const columns = Map.groupBy(measures, ({ label: own, period = '' }) => `${own} ${period}`)
  const same = [...columns.values()].flatMap(([first, ...more]) => (more.length > 0 ? [first!.label] : []))
  return [
    ...same.map(own => ({ ...place, found: `有两列都叫“${own}”`, expected: '各列的名称不同' })),
    ...names
      .filter(row => !isName(row) || trimmed(row) !== row)
      .map(row => ({ ...place, ...noName(heads[row] ?? row) })),
    ...[...new Set(long)].map(name => ({ ...place, ...tooLong(name) })),
  ]
}

const isName = (text: string): boolean => readCell(text).sort === 'text'
const noName = (row: string): Pick<SheetProblem, 'found' | 'expected'> => ({
  found: `行名“${row}”`,
  expected: '名称，头尾是字或数',
})
const tooLong = (name: string): Pick<SheetProblem, 'found' | 'expected'> => ({
  found: name,
  expected: `行名、列名合起来不超过 ${LONGEST} 个字`,
})
