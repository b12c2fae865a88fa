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
import { changeName, titleOf } from './names.ts'
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
  const left: LeftOut[] = []
  const figures = rows.flatMap(row => {
    const own = columns.flatMap((column): Found[] => {
      const number = row.cells.get(column.column)!
      const measure = isValue(number) && !isTaken(row, column) ? measureIn(row, column) : undefined
      return measure ? [{ column, number, measure }] : []
    })
    const main = mainOf(own, table.span)
    const key = titleOf(row.of ?? '').replace(COUNTED, '') + titleOf(row.head)
    const made: { figure: SheetFigureInput; span: Span }[] = []
    return own.flatMap((found): ProposedFigure[] => {
      const { column, number, measure } = found
      const span = number.span!
      const value = { ...valueIn(number, measure), period: spanCode(span) }
      if (measure.unit === '') {
        left.push({ sheet, ref: number.ref, found: number.printed, reason: '指数没有单位，还不能是数据' })
        return []
      }
      const place = placeOf(table, row, column)
      const known = naming.known(place)
      const names = labelsOf(key, found, own, main)
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

/** How many a heading says that there are: 教育类（2件）. */
const COUNTED = /（[^（）]*\d[^（）]*）$/

/** The time that a row is about: that of its table, else the latest. */
function mainOf(own: readonly Found[], table: Span): Found | undefined {
  const spans = own.map(({ number }) => number.span!)
  const span = spans.find(each => isSameSpan(each, table)) ?? [...spans].sort(compareSpans).at(-1)
  return span && own.find(({ number }) => isSameSpan(number.span!, span))
}

/**
 * What a cell may be called, the best first: by its row, where that says what is measured, and by its column, where
 * that does, or tells it from others of the row; and by its time, where that is not the one that the row is about.
 */
function labelsOf(key: string, found: Found, own: readonly Found[], main: Found | undefined): string[] {
  const { column, number, measure } = found
  const name = titleOf(column.name)
  const isAt = (each: Found, span: Span): boolean => isSameSpan(each.number.span!, span)
  const beside = own.filter(each => each !== found && each.measure.change === undefined && isAt(each, number.span!))
  const isNamed = saysMeasure(column, number) || beside.some(each => !saysMeasure(each.column, each.number))
  const plain = (subject: string): string =>
    measure.change === undefined ? subject + (isNamed ? name : '') : changeName(subject, measure)
  const full = name === '' || name === key ? [] : [key + name]
  if (main && isAt(found, main.number.span!)) return [plain(key), ...full]
  const isAlike = main && own.some(each => isAt(each, main.number.span!) && titleOf(each.column.name) === name)
  const relation = isAlike ? relationOf(number.span!, main.number.span!) : ''
  const isSaid = relation !== '' || (measure.change !== undefined && measure.subject !== '')
  return [...(isSaid ? [plain(key + relation)] : []), ...full]
}

/** What tells a time from the one that a row is about, in a word. */
function relationOf(span: Span, main: Span): string {
  if (isSameSpan(span, yearBefore(main))) return isWholeYear(main) ? '上年' : '上年同期'
  if (spanEnd(span) !== spanEnd(main)) return ''
  return (spanBegin(span) ?? '') < (spanBegin(main) ?? '') ? '累计' : '当期'
}
