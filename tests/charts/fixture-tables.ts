import type { Finders } from '../../components/charts/define-chart.ts'
import type { Figure } from '../../model/figure.ts'
import type { Table, TableInput } from '../../model/table.ts'
import { resolveDeck } from '../../model/deck.ts'
import { soundSource } from '../support/deck-source.ts'
import { counties, gdp, industries } from '../support/tables.ts'
import { validate } from '../../model/validate.ts'

const amount = { unit: '亿元', kind: 'amount' } as const
const share = { unit: '%', kind: 'share', whole: '地区生产总值' } as const

/** A series with a gap, a break, and the months of a year that is not over. */
const retail = {
  id: 'retail',
  label: '历年社会消费品零售额',
  chapter: 'trade',
  evidence: { table: '表5' },
  rows: 'periods',
  measures: [{ id: 'sales', label: '社会消费品零售额', ...amount }],
  cells: [
    ['2014', '412.5'],
    ['2015', '…'],
    ['2016', '498.1'],
    ['2017', '530.6'],
    ['2018', '489.9'],
    ['2019', '512'],
    ['2020', '505.3'],
    ['2021-01/2021-11', '470.4'],
  ],
  breaks: [{ before: '2018', reason: '统计口径调整' }],
} as const satisfies TableInput

/** What the three industries add, and their shares. */
const added = {
  id: 'added',
  label: '历年三次产业增加值',
  chapter: 'trade',
  evidence: { table: '表6' },
  rows: 'periods',
  measures: [
    { id: 'primary', label: '第一产业', ...amount },
    { id: 'secondary', label: '第二产业', ...amount },
    { id: 'tertiary', label: '第三产业', ...amount },
  ],
  cells: [
    ['2017', '5.1', '19.4', '50.2'],
    ['2018', '5.4', '20.8', '53.0'],
    ['2019', '5.6', '21.0', '55.7'],
    ['2020', '5.9', '21.3', '58.8'],
    ['2021', '6.2', '22.7', '62.4'],
  ],
} as const satisfies TableInput

const shares = {
  ...added,
  id: 'shares',
  label: '历年三次产业结构',
  evidence: { table: '表7' },
  measures: [
    { id: 'primary', label: '第一产业占比', ...share },
    { id: 'secondary', label: '第二产业占比', ...share },
    { id: 'tertiary', label: '第三产业占比', ...share },
  ],
  cells: [
    ['2019', '6.8', '25.5', '67.7'],
    ['2020', '6.9', '24.8', '68.3'],
    ['2021', '6.8', '24.9', '68.3'],
  ],
} as const satisfies TableInput

/** Parts over as many periods as no axis names all of on a phone. */
const years = {
  ...added,
  id: 'years',
  label: '多年来的三次产业增加值',
  evidence: { table: '表8' },
  cells: Array.from({ length: 16 }, (_, index) => [`${2006 + index}`, '5.1', '19.4', `${50 + index}`] as const),
} satisfies TableInput

const inputs = [counties, gdp, industries, retail, added, shares, years] as unknown as TableInput[]
const source = { ...soundSource(), tables: [{ file: 'data/tables/all.ts', tables: inputs }] }
const problems = validate(source)
if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join('\n'))
const deck = resolveDeck<string>(source)

/** A deck with tables. */
export const { figures, findFigure, getFigure } = deck

/** One of its tables. */
export function tableOf(id: string): Table {
  return deck.tables.find(table => table.id === id)!
}

/** Finds all of it, as charts do. */
export const finders: Finders = {
  figure: getFigure,
  table: tableOf,
  target: id => deck.targets.find(target => target.id === id)!,
}

/** A table of which cells are other figures, or none. */
export function changedTable(id: string, change: (figure: Figure) => Partial<Figure> | null): Table {
  const table = tableOf(id)
  return {
    ...table,
    cell: (row, measure) => {
      const cell = table.cell(row, measure)
      if (!cell || !('id' in cell)) return cell
      const other = change(cell)
      return other === null ? { gap: '…' } : { ...cell, ...other }
    },
  }
}

/** All of its tables. */
export const tables = deck.tables

/** A table with rows more, each with a value of the measure. */
export function longer(
  table: Table,
  measure: string,
  rows: readonly (readonly [name: string, value: number])[],
): Table {
  const model = table.cell(table.rows[0]!.id, measure) as Figure
  const figures = new Map(
    rows.map(([name, value]) => [
      name,
      { ...model, id: `${table.id}@${name}/${measure}`, short: name, label: name, value },
    ]),
  )
  return {
    ...table,
    rows: [...table.rows, ...rows.map(([id]) => ({ ...table.rows[0]!, id, text: id, head: id }))],
    cell: (row, own) => (figures.has(row) ? (own === measure ? figures.get(row) : undefined) : table.cell(row, own)),
  }
}

/** Counties and more of them: twenty. */
export const twenty = longer(
  tableOf('counties'),
  'total',
  Array.from('甲乙丙丁戊己庚辛', (name, index) => [`${name}河区`, 20.5 - index * 2] as const),
)
