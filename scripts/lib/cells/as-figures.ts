import type { MappedCell } from '../../../model/cell-map.ts'
import type { SheetFigureInput } from '../../../model/figure.ts'
import {
  compareSpans,
  isSameSpan,
  isWholeYear,
  spanBegin,
  spanCode,
  spanEnd,
  yearBefore,
  type Span,
} from '../../../model/span.ts'
import { isValue, measureIn, placeOf, saysMeasure, valueIn } from './cell-measure.ts'
import type { Measure } from './measures.ts'
import { titleOf } from './names.ts'
import type { LeftOut, SheetColumn, SheetNumber, SheetRow, SheetTable } from './sheet-table.ts'

/** A figure in a cell. */
export interface ProposedFigure {
  figure: SheetFigureInput
  place: MappedCell
}

/** How figures are called. */
export interface Naming {
  figureId: (label: string) => string
  /** Whether a figure of a time may have a label. */
  isFree: (label: string, figure: Pick<SheetFigureInput, 'period' | 'unit'>) => boolean
  /** The figure that a cell is already. */
  known: (place: Omit<MappedCell, 'figure'>) => { id: string; label: string } | undefined
  /** Labels that are given away. */
  taken: Set<string>
}

interface Found {
  column: SheetColumn
  number: SheetNumber
  measure: Measure
}

/**
 * The figures of a list, each in a cell.
 * @param isTaken whether a cell is one of a table already
 */
export function figuresOf(
  table: SheetTable & { span: Span },
  naming: Naming,
  isTaken: (row: SheetRow, column: SheetColumn) => boolean,
): { figures: ProposedFigure[]; left: LeftOut[] } {
  const { sheet, rows, columns } = table
  const heads = Map.groupBy(rows, ({ head }) => head)
  const left: LeftOut[] = []
  const figures = rows.flatMap(row => {
    const own = columns.flatMap((column): Found[] => {
      const number = row.cells.get(column.column)!
      const measure = isValue(number) && !isTaken(row, column) ? measureIn(row, column) : undefined
      return measure ? [{ column, number, measure }] : []
    })
    const main = mainOf(own, table.span)
    const key = heads.get(row.head)!.length > 1 ? row.key.split('/').map(titleOf).join('') : titleOf(row.head)
    const made: { figure: SheetFigureInput; span: Span }[] = []
    return own.flatMap((found): ProposedFigure[] => {
      const { column, number, measure } = found
      const span = number.span!
      const value = { ...valueIn(number, measure), period: spanCode(span) }
      const place = placeOf(table, row, column)
      const known = naming.known(place)
      const names = labelsOf(key, found, main)
      const label = known?.label ?? names.find(each => !naming.taken.has(each) && naming.isFree(each, value))
      if (label === undefined) {
        const reason = `名称“${names[0] ?? key}”已有别的数用了`
        left.push({ sheet, ref: number.ref, found: number.printed, reason })
        return []
      }
      naming.taken.add(label)
      const of = made.findLast(
        each => each.figure.change === undefined && each.figure.kind === undefined && isSameSpan(each.span, span),
      )
      const figure: SheetFigureInput = {
        id: known?.id ?? naming.figureId(label),
        label,
        ...value,
        ...(measure.change !== undefined && of && { of: of.figure.id }),
        evidence: { sheet, cell: number.ref, row: row.head, column: column.head },
      }
      made.push({ figure, span })
      return [{ figure, place: { figure: figure.id, ...place } }]
    })
  })
  return { figures, left }
}

/** The time that a row is about: that of its table, else the latest. */
function mainOf(own: readonly Found[], table: Span): Found | undefined {
  const spans = own.map(({ number }) => number.span!)
  const span = spans.find(each => isSameSpan(each, table)) ?? [...spans].sort(compareSpans).at(-1)
  return span && own.find(({ number }) => isSameSpan(number.span!, span))
}

/** Heads that name a change by themselves. */
const NAMES_CHANGE = /(?:[增降涨跌][速幅]|增长|下降)$/

/**
 * What a cell may be called, the best first: by its row, where that has the unit, and by its column, where that has;
 * and by its time, where that is not the one that the row is about.
 */
function labelsOf(key: string, { column, number, measure }: Found, main: Found | undefined): string[] {
  const name = titleOf(column.name)
  const isMain = main !== undefined && isSameSpan(number.span!, main.number.span!)
  const plain = (subject: string): string =>
    measure.change === undefined ? subject + (saysMeasure(column, number) ? name : '') : changeName(subject, measure)
  const alike = main && titleOf(main.column.name) === name ? relationOf(number.span!, main.number.span!) : ''
  const full = name === '' || name === key ? [] : [key + name]
  if (isMain) return [plain(key), ...full]
  return [...(alike === '' ? [] : [plain(key + alike)]), ...full]
}

/** 产值增速, of what changes; 增速变动 of what is told in points. */
function changeName(key: string, { subject = '', change = '', unit }: Measure): string {
  const named = titleOf(subject)
  const base = named.startsWith(key) ? named : key.startsWith(named) ? key : key + named
  if (/点$/.test(unit)) return `${base}变动`
  return NAMES_CHANGE.test(base) ? base : `${base}${/年均|平均/.exec(change)?.[0] ?? ''}增速`
}

/** What tells a time from the one that a row is about, in a word. */
function relationOf(span: Span, main: Span): string {
  if (isSameSpan(span, yearBefore(main))) return isWholeYear(main) ? '上年' : '上年同期'
  if (spanEnd(span) !== spanEnd(main)) return ''
  return (spanBegin(span) ?? '') < (spanBegin(main) ?? '') ? '累计' : '当期'
}
