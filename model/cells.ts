import type { FigureInput } from './figure.ts'
import type { MeasureInput, TableInput } from './table.ts'
import type { Kind, Unit } from './vocabulary.ts'
import { parseUnit } from './units.ts'
import { directionOf } from './changes.ts'
import { TABLE_NUMBER } from './reading/captions.ts'
import { readCell } from './reading/cells.ts'
import { decimalsIn } from './values.ts'

/** The name of the column, in evidence and source lines, for what stands in a table. */
export const TABLE_COLUMN = '数据表'

/** The id of a cell. */
export function cellId({ id, measures }: Pick<TableInput, 'id' | 'measures'>, row: string, measure: string): string {
  return measures.length === 1 ? `${id}@${row}` : `${id}@${row}/${measure}`
}

/** The usual word for the other way. */
const FALLS: readonly (readonly [rise: string, fall: string])[] = [
  ['同比增长', '同比下降'],
  ['增长', '下降'],
  ['上升', '下降'],
  ['提高', '降低'],
  ['增加', '减少'],
]

/** The word of a measure for a change the other way than its own; undefined where it has to be written. */
export function otherWay({ change, fall }: Pick<MeasureInput, 'change' | 'fall'>): string | undefined {
  if (fall !== undefined || change === undefined) return fall
  return FALLS.find(([rise]) => rise === change)?.[1] ?? FALLS.find(([, down]) => down === change)?.[0]
}

/** The unit of a cell; undefined where neither measure nor row has one. */
export function unitOf({ units }: Pick<TableInput, 'units'>, row: string, measure: MeasureInput): Unit | undefined {
  return measure.unit ?? units?.[row]
}

/** The kind of a measure in a unit; undefined where the unit leaves it open, as % does. */
export function kindOfMeasure({ kind, change }: Pick<MeasureInput, 'kind' | 'change'>, unit: Unit): Kind | undefined {
  return kind ?? (change === undefined ? (parseUnit(unit)?.kind ?? undefined) : 'growth')
}

/** What a printed number is to a figure: digits without a sign go the way of the measure's own word. */
function changeOf(measure: MeasureInput, digits: string, kind: Kind): Pick<FigureInput, 'value' | 'kind' | 'change'> {
  const value = Number(digits)
  if (measure.change === undefined) return { value, kind }
  const change = value < 0 ? otherWay(measure)! : measure.change
  const size = Math.abs(value)
  return { value: directionOf(change) === 'fall' ? -size : size, kind, change }
}

/** Rows that add up to a row, by that row: what `parts` says, and under `total` all that are parts of no other. */
export function partsOf({
  cells,
  total,
  parts = {},
}: Pick<TableInput, 'cells' | 'total' | 'parts'>): Map<string, string[]> {
  const all = new Map(Object.entries(parts).map(([whole, own]) => [whole, [...own]]))
  if (total !== undefined && !all.has(total)) {
    const inner = new Set([...all.values()].flat())
    all.set(
      total,
      cells.map(([row]) => row).filter(row => row !== total && !inner.has(row)),
    )
  }
  return all
}

/** Kinds of which parts make a whole. */
export const ADDITIVE: ReadonlySet<Kind> = new Set<Kind>([
  'amount',
  'count',
  'area',
  'length',
  'weight',
  'volume',
  'power',
  'energy',
  'transport',
  'duration',
  'frequency',
])

/** The ids and codes of periods that a table of any shape names. */
export function periodsNamed(table: TableInput | null | undefined): string[] {
  const list = <Item>(items: readonly Item[] | undefined): readonly Item[] => (Array.isArray(items) ? items : [])
  const rows = table?.rows === 'periods' ? list(table.cells).map(line => list<string>(line)[0]) : []
  const named = [table?.period, ...list(table?.measures).map(measure => measure?.period), ...rows]
  return named.filter(period => typeof period === 'string')
}

/** The head of a row in the source. */
export function headOfRow({ heads }: Pick<TableInput, 'heads'>, row: string): string {
  return heads?.[row] ?? row
}

/** The head of a column in the source. */
export function headOf({ head, label }: Pick<MeasureInput, 'head' | 'label'>): string {
  return head ?? label
}

/** A row and what is measured of it in one name: 第一产业 and 增加值 are 第一产业增加值; what one says, it says once. */
function joined(row: string, label: string): string {
  if (label.startsWith(row)) return label
  return row.endsWith(label) ? row : row + label
}

/** What a cell is called by its row and its measure; a row with a unit of its own says what is measured by itself. */
function labelIn({ label }: TableInput, row: string, measure: MeasureInput): string {
  return measure.unit === undefined && measure.label === label ? row : joined(row, measure.label)
}

/** A table of the source in words: 表3《各县（区）地区生产总值》. */
export function tableName({ label, evidence }: Pick<TableInput, 'label' | 'evidence'>): string {
  return `${TABLE_NUMBER.exec(evidence.table ?? '')?.[0] ?? ''}《${label}》`
}

/** The cells of a table that is in order, as figures are written; gaps are none. */
export function cellsOf(table: TableInput): FigureInput[] {
  const series = table.rows === 'periods'
  const wholes = new Map([...partsOf(table)].flatMap(([whole, parts]) => parts.map(part => [part, whole])))
  const isNumber = (row: string, index: number): boolean =>
    readCell(table.cells.find(([name]) => name === row)?.[index + 1] ?? '').sort === 'number'
  return table.cells.flatMap(([row, ...printed]) =>
    table.measures.flatMap((measure, index): FigureInput[] => {
      const cell = readCell(printed[index] ?? '')
      if (cell.sort !== 'number') return []
      const unit = unitOf(table, row, measure)!
      const kind = kindOfMeasure(measure, unit)!
      const place = cellId(table, row, measure.id)
      const whole = wholes.get(row)
      const of =
        measure.of === undefined
          ? ADDITIVE.has(kind) && whole !== undefined && isNumber(whole, index)
            ? cellId(table, whole, measure.id)
            : undefined
          : isNumber(
                row,
                table.measures.findIndex(({ id }) => id === measure.of),
              )
            ? cellId(table, row, measure.of)
            : undefined
      const where = { table: tableName(table), row: headOfRow(table, row), column: headOf(measure) }
      return [
        {
          id: place,
          label:
            table.labels?.[place.slice(table.id.length + 1)] ?? (series ? measure.label : labelIn(table, row, measure)),
          ...(!series && { short: row }),
          ...changeOf(measure, cell.digits, kind),
          ...(cell.qualifier !== undefined && { qualifier: cell.qualifier }),
          decimals: decimalsIn(cell.digits),
          unit,
          period: series ? row : (measure.period ?? table.period)!,
          ...(of !== undefined && { of }),
          ...(measure.whole !== undefined && { whole: measure.whole }),
          ...(measure.comparedWith !== undefined && { comparedWith: measure.comparedWith }),
          evidence: { column: TABLE_COLUMN, clause: Object.values(where).join('，'), cell: where },
        },
      ]
    }),
  )
}
