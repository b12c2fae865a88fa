import { finding, FOLDED, named, shown } from './chart-finding.ts'
import type { NumberData } from './snapshot.ts'
import { arcsOf } from './drawn/arcs.ts'
import { misplaced } from './drawn/places.ts'
import type { ChartFacts } from './facts.ts'
import type { RuleFinding } from '../finding.ts'

/** Kinds of marks that are measured: of anything else nobody knows how large it should be. */
export const MEASURED = /^(?:bar|part|base|whole|track|cut|arc|cell|fill|icon|hollow)$/
const BESIDES = /^(?:tip|ragged|arc-rest|zero)$/
const LENGTHS = /^(?:bar|part|base|whole|track|cut)$/

/** Marks that cannot be measured: of a kind that is not known, without a line to begin from, of no circle. */
function unmeasured(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  const { marks } = chart
  const strange = marks
    .filter(({ kind }) => !MEASURED.test(kind) && !BESIDES.test(kind))
    .flatMap(({ kind, figure: id }) => (findFigure(id) ? [{ kind, figure: findFigure(id)! }] : []))
  const arcs = new Set(arcsOf(chart).map(({ figure }) => figure))
  const lost = marks
    .filter(({ kind, figure, painted }) => kind === 'arc' && painted && !arcs.has(figure))
    .flatMap(({ figure }) => findFigure(figure) ?? [])
  const zeroless =
    marks.some(({ kind, painted }) => LENGTHS.test(kind) && painted) &&
    !marks.some(({ kind, painted }) => kind === 'zero' && painted)
  return [
    ...strange.map(({ kind, figure }) =>
      finding(
        chart,
        `（${named(figure)}）`,
        `图形的种类“${kind}”不认识，无从测量`,
        '能测量的图形',
        '请用 markName() 写明种类',
      ),
    ),
    ...lost.map(figure =>
      finding(
        chart,
        `（${named(figure)}）`,
        '环形不是从正上方画起的一段圆环，无从测量',
        '从正上方起、顺时针的一段圆环',
        '请检查画图的组件',
      ),
    ),
    ...(zeroless
      ? [finding(chart, '', '看不见零线，长度无从比较', '每张比长短的图都有零线', '请检查样式和画图的组件')]
      : []),
  ]
}

/** Px by which the outlines of what is empty may make a bar thinner. */
const OUTLINED = 3

/** Bars of one chart are as thick as each other, or their areas would say what their lengths do not. */
function thicknessFindings(chart: ChartFacts): RuleFinding[] {
  const zero = chart.marks.find(({ kind }) => kind === 'zero')?.box
  const across = zero !== undefined && zero.right - zero.left < zero.bottom - zero.top
  const thickness = ({ box }: ChartFacts['marks'][number]): number =>
    across ? box.bottom - box.top : box.right - box.left
  const bars = chart.marks.filter(
    ({ kind, painted, box }) =>
      painted && LENGTHS.test(kind) && (across ? box.right - box.left : box.bottom - box.top) > FOLDED,
  )
  const [least, most] = [Math.min(...bars.map(thickness)), Math.max(...bars.map(thickness))]
  if (zero === undefined || bars.length < 2 || most - least <= OUTLINED) return []
  return [
    finding(
      chart,
      '',
      `最粗的条 ${shown(most)} px，最细的 ${shown(least)} px`,
      '一张图里的条一样粗，只比长短',
      '请检查画图的组件',
      most / least - 1,
    ),
  ]
}

/** Names and numbers stand at what they are said of. */
function misplacedWords(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  return misplaced(chart).flatMap(({ word, other: id }) => {
    const [own, other] = [findFigure(word.figure), findFigure(id)]
    return own && other
      ? [
          finding(
            chart,
            word.text,
            `这是${named(own)}的文字，它和${named(other)}的文字，次序与图形相反`,
            '名称和数写在自己的图形旁',
            '请检查画图的组件',
          ),
        ]
      : []
  })
}

/** What is wrong with a chart whatever its numbers are. */
export function formFindings(chart: ChartFacts, data: NumberData): RuleFinding[] {
  return [...unmeasured(chart, data), ...thicknessFindings(chart), ...misplacedWords(chart, data)]
}
