import { WHOLE } from '../../../components/charts/structural.ts'
import type { Figure } from '../../../model/figure.ts'
import { formatFigure } from '../../../model/format.ts'
import { readNumbers } from '../../../model/reading/numbers.ts'
import { isSameBase, valueIn } from '../../../model/units.ts'
import { evidenceLine } from '../../export/pptx/charts/evidence.ts'
import { clean } from '../../export/pptx/charts/numbers.ts'
import type { RuleFinding } from '../finding.ts'
import { namesOf } from '../likeness.ts'
import { printedIn } from '../numbers/spans.ts'
import type { ChartCell, ChartName, ChartPoint, ExportedChart } from './facts.ts'
import { ADVICE, nearestPrinted, type JudgedPage } from './judge-text.ts'
import { evaluateFormula } from './sheet-formula.ts'

/** What computing in binary adds to numbers. */
const isSame = (a: number, b: number): boolean => clean(a) === clean(b)

/** The unit of a column: what its head has in brackets. */
const unitOf = ({ head }: Pick<ChartCell, 'head'>): string => /（([^（）]*)）$/.exec(head)?.[1] ?? ''

const rowOf = ({ ref }: ChartCell): string => ref.replace(/^[A-Z]+/, '')

const valueOf = (figure: Figure, unit: string): number => clean(valueIn(unit)(figure))

/** Judges a chart: what it draws is what its workbook says, and that is what the data says. */
export function judgeChart(chart: ExportedChart, page: JudgedPage): RuleFinding[] {
  const { cells, names, points, place } = chart
  const byRef = new Map((cells ?? []).map(cell => [cell.ref, cell]))
  return [
    ...(cells ?? []).flatMap(cell => judgeCell(cell, byRef, place, page)),
    ...(cells ? [] : points.flatMap(point => judgeUnbacked(point, place, page))),
    ...(cells ? names.flatMap(name => judgeName(name, place)) : []),
    ...points.flatMap(point => judgePoint(point, byRef, chart, page)),
  ]
}

const wrong = (place: string, text: string, measured: string, expected: string): RuleFinding => ({
  element: place,
  text,
  measured,
  expected,
  advice: ADVICE,
  excess: 1,
})

/** The figures that a cell may be of, as its row tells: all of the page where it does not. */
function figuresOf({ told }: ChartCell, { figures }: JudgedPage): Figure[] {
  if (!told) return [...figures]
  const written = figures.filter(figure => formatFigure(figure, 'worded') === told.text)
  const sourced = (written.length > 0 ? written : figures).filter(figure => evidenceLine(figure) === told.evidence)
  return sourced.length > 0 ? sourced : written
}

function judgeCell(
  cell: ChartCell,
  cells: ReadonlyMap<string, ChartCell>,
  place: string,
  page: JudgedPage,
): RuleFinding[] {
  const { ref, value, formula, told } = cell
  const where = `${place}的工作簿 ${ref}`
  if (formula !== undefined) {
    const result = evaluateFormula(formula, other => cells.get(other)?.value)
    if (result === undefined || isSame(result, value)) return []
    return [
      wrong(where, String(value), `公式 =${formula} 应得 ${clean(result)}，表里存的是 ${value}`, String(clean(result))),
    ]
  }
  const unit = unitOf(cell)
  const own = figuresOf(cell, page)
  // What a row tells, it tells of its own number: a growth in percent is drawn beside the points that make it up.
  const possible = told ? own : own.filter(figure => !unit || figure.unit === unit || isSameBase(figure.unit, unit))
  if (possible.some(figure => isSame(valueOf(figure, unit), value))) return []
  // The whole that a part is drawn beside stands in its row.
  const isBeside = [...cells.values()].some(
    other => rowOf(other) === rowOf(cell) && possible.some(figure => isSame(valueOf(figure, unit), other.value)),
  )
  if (value === WHOLE && (!told || isBeside)) return []
  const [only] = possible
  const nearest =
    told && only
      ? { figure: only, form: formatFigure(only, 'worded') }
      : nearestPrinted(`${value}${unit}`, cell.head, possible)
  return [
    wrong(
      where,
      `${value}${unit}`,
      '图的数据不是任何一条数据的数',
      nearest
        ? `${valueOf(nearest.figure, unit)}，即“${nearest.form}”（${nearest.figure.label}，${nearest.figure.id}）`
        : '这一页数据里的数',
    ),
  ]
}

function judgeName({ drawn, ref, cell }: ChartName, place: string): RuleFinding[] {
  if (drawn === cell || readNumbers(`${drawn}${cell ?? ''}`).length === 0) return []
  const measured = `图里写的是“${drawn}”，工作簿的 ${ref ?? '（没有这一格）'} 是“${cell ?? ''}”`
  return [wrong(place, drawn, measured, cell === undefined ? '两处一样' : `“${cell}”`)]
}

/** A number that a chart draws, and no workbook has. */
function judgeUnbacked({ drawn, category, series }: ChartPoint, place: string, { figures }: JudgedPage): RuleFinding[] {
  if (drawn === WHOLE || figures.some(({ value }) => isSame(value, drawn))) return []
  const nearest = nearestPrinted(String(drawn), `${series}${category}`, figures)
  return [
    wrong(
      place,
      String(drawn),
      `图里没有工作簿，“${category}”画的是 ${drawn}，不是任何一条数据的数`,
      nearest ? `“${nearest.form}”（${nearest.figure.label}）` : '这一页数据里的数',
    ),
  ]
}

function judgePoint(
  { drawn, ref, category, series, label }: ChartPoint,
  cells: ReadonlyMap<string, ChartCell>,
  { place, cells: all }: ExportedChart,
  page: JudgedPage,
): RuleFinding[] {
  const cell = ref === undefined ? undefined : cells.get(ref)
  const drawnWrong =
    all && (!cell || !isSame(cell.value, drawn))
      ? [
          wrong(
            place,
            String(drawn),
            `“${category || series}”画的是 ${drawn}，工作簿的 ${ref ?? '（没有这一格）'} 是 ${cell?.value ?? '空的'}`,
            cell ? String(cell.value) : '两处一样',
          ),
        ]
      : []
  return [
    ...drawnWrong,
    ...(label === undefined ? [] : judgeLabel(label, cell, `${place}里“${category || series}”的标注`, page)),
  ]
}

/** What stands at a point is the number of its own figure. */
function judgeLabel(label: string, cell: ChartCell | undefined, place: string, page: JudgedPage): RuleFinding[] {
  if (!cell?.told || readNumbers(label).length === 0) return []
  const own = figuresOf(cell, page)
  const inputs = new Set(own.flatMap(({ derived }) => derived?.inputs ?? []))
  const others = page.data.figures.filter(({ id, of }) => inputs.has(id) || own.some(each => each.id === of))
  const [figure] = own
  if (
    !figure ||
    printedIn(label, [...own, ...others]).length > 0 ||
    own.some(each => namesOf(each).some(name => label.includes(name)))
  )
    return []
  return [
    wrong(
      place,
      label,
      '标注的是另一条数据的数',
      `“${formatFigure(figure, 'worded')}”（${figure.label}，${figure.id}）`,
    ),
  ]
}
