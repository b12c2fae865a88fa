import type { CellMap, MappedCell } from '../../model/cell-map.ts'
import { otherWay } from '../../model/cells.ts'
import { directionOf } from '../../model/changes.ts'
import type { Period, SheetFigureInput } from '../../model/figure.ts'
import { isSamePeriod, resolvePeriod } from '../../model/periods.ts'
import { isSheetFigure } from '../../model/sheet-figure.ts'
import type { FigureFile } from '../../model/source.ts'
import { compareSpans, formatSpan, isSameSpan, spanCode, type Span } from '../../model/span.ts'
import { isSameBase } from '../../model/units.ts'
import { numberOf } from '../../model/values.ts'
import { measureIn, placeOf, valueIn } from '../lib/cells/cell-measure.ts'
import type { Measure } from '../lib/cells/measures.ts'
import type { SheetNumber } from '../lib/cells/sheet-table.ts'
import { warningsOf, type Change } from './change.ts'
import type { FoundCell } from './find.ts'

/** The times of a deck before and after a refresh. */
export interface Times {
  /** What the workbook was of, and is of now. */
  old: Span
  span: Span
  /** The time that a person gives to what says none. */
  given: Span | undefined
  /** The deck's entries. */
  before: readonly Period[]
  after: readonly Period[]
}

/** Figures of a deck with the numbers of their cells. */
export interface RefreshedFigures {
  files: readonly FigureFile[]
  places: readonly MappedCell[]
  changes: readonly Change[]
  /** The cells that have gone into figures. */
  used: ReadonlySet<SheetNumber>
}

/** Takes the numbers of cells into figures. Those without a cell keep their number, in doubt. */
export function refreshFigures(
  files: readonly FigureFile[],
  map: CellMap,
  found: ReadonlyMap<string, FoundCell>,
  times: Times,
): RefreshedFigures {
  const places = new Map(map.figures.map(place => [place.figure, place]))
  const changes: Change[] = []
  const used = new Set<SheetNumber>()
  const refreshed = files.map(own => ({
    ...own,
    figures: own.figures.map(figure => {
      const place = places.get(figure.id)
      if (!place || !isSheetFigure(figure)) return figure
      const cell = cellFor(figure, found.get(figure.id))
      const measure = cell && measureIn(cell.row, cell.column)
      if (cell?.number.reading.kind !== 'value' || !measure) {
        changes.push(gone(figure, place, cell))
        return { ...figure, doubt: `${formatSpan(times.span)}${GONE}` }
      }
      used.add(cell.number)
      places.set(figure.id, { figure: figure.id, ...placeOf(cell.table, cell.row, cell.column) })
      const now = renewed(figure, cell, measure, times)
      changes.push(changeOf(figure, now, cell, times))
      return now
    }),
  }))
  return withoutOtherTimes(refreshed, { places: [...places.values()], changes, used }, times)
}

/** What is found by its place alone is no other thing: it is told in the same base. */
function cellFor({ unit }: SheetFigureInput, cell: FoundCell | undefined): FoundCell | undefined {
  return cell?.moved && !isSameBase(cell.number.unit, unit) ? undefined : cell
}

/** A change goes on in time where what changes is gone: it is of nothing then, which is told. */
function withoutOtherTimes(
  files: readonly FigureFile[],
  { places, changes, used }: Omit<RefreshedFigures, 'files'>,
  { after }: Times,
): RefreshedFigures {
  const periods = new Map(
    files.flatMap(({ figures }) => figures.map(({ id, period }) => [id, resolvePeriod(period, after)] as const)),
  )
  const isOther = (figure: FigureFile['figures'][number]): boolean => {
    const [own, whole] = [periods.get(figure.id), periods.get(figure.of ?? '')]
    return !!own && !!whole && !isSamePeriod(own, whole)
  }
  const wholes = new Map<string, string>()
  const mapped = new Set(places.map(({ figure }) => figure))
  const kept = files.map(file => ({
    ...file,
    figures: file.figures.map(figure => {
      if (!mapped.has(figure.id) || !isOther(figure)) return figure
      const { of, ...rest } = figure
      wholes.set(figure.id, of!)
      return rest
    }),
  }))
  return {
    files: kept,
    places,
    used,
    changes: changes.map(change => {
      const of = wholes.get(change.id)
      return of === undefined
        ? change
        : { ...change, warnings: [...change.warnings, `它的整体“${of}”是别的时段的，去掉了 of`] }
    }),
  }
}

/** What is in doubt because a workbook no longer has it, until one does. */
const GONE = '的工作簿里没有这个数，还是原来的'

/** A figure with the number of its new cell. What the deck says of it in words stays. */
function renewed(figure: SheetFigureInput, cell: FoundCell, measure: Measure, times: Times): SheetFigureInput {
  const { row, column, number, table } = cell
  const read = valueIn(number, measure)
  const { decimals: _, qualifier: __, doubt: ___, printAs, ...kept } = figure
  const change = changeWord(figure, read)
  const doubt = doubtOf(figure, cell, read.unit)
  return {
    ...kept,
    value: read.value,
    ...(read.decimals !== undefined && { decimals: read.decimals }),
    unit: read.unit,
    ...(read.unit === figure.unit && printAs !== undefined && { printAs }),
    ...(read.qualifier !== undefined && { qualifier: read.qualifier }),
    ...(doubt !== undefined && { doubt }),
    ...(change !== undefined && { change }),
    period: periodFor(figure, number.span ?? times.given, times),
    evidence: { ...figure.evidence, sheet: table.sheet, cell: number.ref, row: row.head, column: column.head },
  }
}

/**
 * Why a person has to look at a figure: its cell was found by its place alone, or measures something else. What was
 * in doubt stays so until a person says otherwise, but for a number that was gone and is here again.
 */
function doubtOf({ doubt, unit, evidence }: SheetFigureInput, cell: FoundCell, now: string): string | undefined {
  const { row, column, moved } = cell
  if (moved)
    return `按位置取的：行名、列名原来是“${evidence.row}”“${evidence.column}”，现在是“${row.head}”“${column.head}”`
  if (!isSameBase(unit, now)) return `单位原来是“${unit}”，现在是“${now}”，不是一回事`
  return doubt?.endsWith(GONE) ? undefined : doubt
}

/** The word of a change: the deck's own, or the other way where the number goes that, or what the cell itself says. */
function changeWord(
  { change }: SheetFigureInput,
  read: Pick<SheetFigureInput, 'value'> & { change?: string },
): string | undefined {
  if (change === undefined || read.change === undefined) return read.change ?? change
  const [own, now] = [directionOf(change), directionOf(read.change)]
  if (own === undefined || now === undefined) return read.change
  return own === now ? change : (otherWay({ change }) ?? read.change)
}

/** The time of a figure: its entry, where that has moved on with it, else the code of what its cell says. */
function periodFor({ period }: SheetFigureInput, span: Span | undefined, { before, after }: Times): string {
  if (!span) return period
  const own = resolvePeriod(period, after)
  const isEntry = before.some(({ id }) => id === period)
  return isEntry && own?.span && isSameSpan(own.span, span) ? period : spanCode(span)
}

/** What is to be looked at where a figure's time does not go on as the workbook's does. */
function timeWarnings(figure: SheetFigureInput, now: SheetFigureInput, { old, span, ...periods }: Times): string[] {
  const before = resolvePeriod(figure.period, periods.before)?.span
  const after = resolvePeriod(now.period, periods.after)?.span
  if (!before || !after) return []
  if (compareSpans(after, before) < 0) return [`时段往回了：${formatSpan(before)} → ${formatSpan(after)}`]
  const isLeft = isSameSpan(before, old) && !isSameSpan(old, span) && isSameSpan(before, after)
  return isLeft ? [`时段没有往后移，还是${formatSpan(after)}`] : []
}

function printFigure({ value, decimals, unit, qualifier = 'none' }: SheetFigureInput): string {
  const number = numberOf(value)
  const digits = decimals === undefined ? String(Math.abs(number)) : Math.abs(number).toFixed(decimals)
  return `${qualifier === 'none' ? '' : `〔${qualifier}〕`}${number < 0 ? '−' : ''}${digits}${unit}`
}

function changeOf(
  figure: SheetFigureInput,
  now: SheetFigureInput,
  { number, table, moved }: FoundCell,
  times: Times,
): Change {
  const amount = ({ value, unit, change, kind }: SheetFigureInput) => ({
    value: numberOf(value),
    unit,
    relative: change !== undefined || kind === 'rank' || kind === 'growth',
  })
  const turned = figure.change !== undefined && figure.change !== now.change
  return {
    sort: printFigure(figure) === printFigure(now) ? 'same' : 'changed',
    id: figure.id,
    label: figure.label,
    sheet: table.sheet,
    ref: number.ref,
    before: printFigure(figure),
    after: printFigure(now),
    warnings: [
      ...warningsOf(amount(figure), amount(now)),
      ...(turned ? [`${figure.change} → ${now.change}，标题里的话要跟着改`] : []),
      ...(moved ? [`待核，${now.doubt}`] : []),
      ...timeWarnings(figure, now, times),
    ],
  }
}

function gone(figure: SheetFigureInput, { sheet, cell: place }: MappedCell, cell: FoundCell | undefined): Change {
  return {
    sort: 'gone',
    id: figure.id,
    label: figure.label,
    sheet,
    ref: cell?.number.ref ?? place,
    before: printFigure(figure),
    after: cell?.number.printed ?? '',
    warnings: [cell ? '新表里这一格没有数，数据还是原来的' : '新表里找不到这一行或这一列，数据还是原来的'],
  }
}
