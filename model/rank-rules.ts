import type { Context } from './context.ts'
import type { FigureInput } from './figure.ts'
import type { TableInput } from './table.ts'
import { cellId, headOf, partsOf } from './cells.ts'
import { idsOf, suggest } from './context.ts'
import { isSamePeriod, resolvePeriod } from './periods.ts'
import { mainMeasure } from './table-cells.ts'
import { tableRules } from './table-rules.ts'
import { writtenTables } from './tables.ts'
import { operandOf } from './expression.ts'
import { inBase, isSameBase } from './units.ts'
import { numberOf } from './values.ts'

/** The cell that a rank is of, and those that it is compared with. */
interface Ranking {
  table: TableInput
  /** The measure in words. */
  measure: string
  row: string
  own: FigureInput
  others: readonly { row: string; figure: FigureInput }[]
  /** Rows without a number. */
  gaps: readonly string[]
}

/** The ranking that a figure names, or what is wrong with how it names it; null where the table is out of order. */
function rankingOf(
  { rankIn }: Pick<FigureInput, 'rankIn'>,
  { source, sound }: Pick<Context, 'source' | 'sound'>,
): Ranking | string | null {
  const { table: id, measure: named, row: ranked } = rankIn!
  const tables = writtenTables(source).map(({ table }) => table)
  const table = tables.find(each => each?.id === id)
  if (!table) return `没有“${id}”这张表${tables.length > 0 ? `，${suggest(id, idsOf(tables))}` : ''}`
  if (tableRules(table, source).length > 0) return null
  const { measures, cells, ours } = table
  const measure = measures.find(each => each.id === (named ?? mainMeasure({ measures })))
  if (!measure) return `表“${id}”没有“${named}”这一列，${suggest(named ?? '', idsOf(measures))}`
  if (measure.kind === 'rank') return `表“${id}”的“${measure.id}”这一列就是位次，请写按它排的那一列`
  const wholes = partsOf(table)
  const rows = cells.map(([row]) => row).filter(row => !wholes.has(row))
  const row = ranked ?? ours
  if (row === undefined) return `表“${id}”没有写 ours，请写明 row`
  if (!rows.includes(row))
    return wholes.has(row) ? `“${row}”是别的行的总数，排不出位次` : `表“${id}”没有“${row}”这一行，${suggest(row, rows)}`
  const found = rows.map(name => ({ row: name, figure: sound.get(cellId(table, name, measure.id)) }))
  const others = found.flatMap(({ row: name, figure }) => (figure && name !== row ? [{ row: name, figure }] : []))
  const own = found.find(each => each.row === row)?.figure
  if (!own) return `表“${id}”里“${row}”的“${headOf(measure)}”没有数，排不出位次`
  const odd = others.find(({ figure }) => !isSameBase(figure.unit, own.unit))
  if (odd) return `表“${id}”里“${odd.row}”的单位是“${odd.figure.unit}”，“${row}”的是“${own.unit}”，排不出位次`
  const gaps = found.filter(each => !each.figure).map(each => each.row)
  return { table, measure: measure.label, row, own, others, gaps }
}

/**
 * What is wrong with a rank that is said to follow from a table. Those that print the same number share a place, or
 * differ in digits that are not printed; a row without a number may stand in any.
 */
export function rankProblem(figure: FigureInput, context: Pick<Context, 'source' | 'sound'>): string | null {
  const { rankIn, value, kind } = figure
  if (rankIn === undefined) return null
  if (kind !== 'rank') return 'rankIn：只有位次（kind 是 rank）才写'
  const ranking = rankingOf(figure, context)
  if (ranking === null) return null
  if (typeof ranking === 'string') return `rankIn：${ranking}`
  const { table, measure, row, own, others, gaps } = ranking
  const { periods } = context.source
  const [stated, measured] = [figure, own].map(({ period }) => resolvePeriod(period, periods))
  if (stated && measured && !isSamePeriod(stated, measured))
    return `rankIn：位次是${stated.text}的，表“${table.id}”的这一列是${measured.text}的`
  const ascending = rankIn.order === 'ascending'
  const based = ({ value, unit }: FigureInput): number => inBase({ value: numberOf(value), unit })
  const lead = (other: FigureInput): number => (ascending ? -1 : 1) * (based(other) - based(own))
  const ahead = others.filter(each => lead(each.figure) > 0).map(each => each.row)
  const level = others.filter(each => lead(each.figure) === 0).map(each => each.row)
  const first = ahead.length + 1
  const last = first + level.length + gaps.length
  if (numberOf(value) >= first && numberOf(value) <= last) return null
  const more = [
    ahead.length > 0 ? `前面是${ahead.join('、')}` : '',
    level.length > 0 ? `与${level.join('、')}并列` : '',
    gaps.length > 0 ? `${gaps.join('、')}没有数` : '',
  ].filter(Boolean)
  return (
    `rankIn：写的是${operandOf(figure).text}，按表“${table.id}”的${measure}从${ascending ? '小到大' : '大到小'}，` +
    `“${row}”（${own.change ?? ''}${operandOf(own).text}）应是第${first === last ? first : `${first}—${last}`}位` +
    `${more.length > 0 ? `（${more.join('；')}）` : ''}`
  )
}
