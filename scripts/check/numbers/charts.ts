import { KIND_NAMES } from '../../../model/vocabulary.ts'
import type { Figure } from '../../../model/figure.ts'
import { edgeOf } from '../../../components/charts/edges.ts'
import { finding, FOLDED, named, shown } from './chart-finding.ts'
import { formFindings, MEASURED } from './chart-form.ts'
import { arcsOf } from './drawn/arcs.ts'
import { cellsOf, iconsOf } from './drawn/counts.ts'
import { lengthsOf, type Length } from './drawn/lengths.ts'
import type { ChartFacts, NumberSnapshot } from './facts.ts'
import type { RuleFinding } from '../finding.ts'
import { figuresOf } from './snapshot.ts'
import type { NumberData } from './snapshot.ts'

/** By how much a drawing may differ from its number; Tufte's lie factor is then between 0.99 and 1.01. */
const TOLERANCE = 0.01
/** Px, percent of a turn and cells that the rendering itself may be off. */
const PIXEL = 0.3
const TURNED = 0.05
const CELL = 0.02
const near = (measured: number, wanted: number, slack: number): boolean =>
  Math.abs(measured - wanted) <= Math.max(TOLERANCE * Math.abs(wanted), slack)

/** @param last whether no click is left that could still show something */
export interface ChartSnapshot extends Pick<NumberSnapshot, 'charts'> {
  data: NumberData
  last: boolean
}

/** Charts whose lengths can be compared: of one look, kind and unit. Both growths and reductions are changes. */
function measureOf(lengths: readonly Length[]): string {
  const { axis, figure } = lengths[0]!
  const look = lengths.some(({ kind }) => kind === 'cut') ? 'reductions' : axis
  const kind = figure.kind === 'growth' || figure.kind === 'reduction' ? 'change' : KIND_NAMES[figure.kind]
  return `${look} ${kind} ${figure.unit}`
}

interface Measured {
  chart: ChartFacts
  lengths: Length[]
}

/** Px for one unit that most of the lengths agree on; of two the longer one's. */
function scaleOf(lengths: readonly Length[]): number {
  const scales = lengths
    .filter(({ value }) => value > 0)
    .map(({ from, to, value }) => ({ scale: Math.abs(to - from) / value, value }))
  const best = scales
    .map(each => ({ ...each, agreeing: scales.filter(other => near(other.scale, each.scale, 0)).length }))
    .sort((a, b) => b.agreeing - a.agreeing || b.value - a.value)[0]
  return best?.scale ?? 0
}

function lengthFindings({ chart, lengths }: Measured, scale: number, others: boolean): RuleFinding[] {
  return lengths.flatMap(length => {
    const { figure, kind, value, from, to, drawn, wanted } = length
    const [px, right] = [Math.abs(to - from), value * scale]
    const text = `（${named(figure)}）`
    const begins =
      kind === 'part' || kind === 'cut'
        ? []
        : Math.abs(from) <= Math.max(PIXEL + 1, 0)
          ? []
          : [
              finding(
                chart,
                text,
                `条形不从零线起，差 ${shown(Math.abs(from))} px`,
                '一律从零线起',
                '请检查画图的组件',
                Math.abs(from),
              ),
            ]
    const direction =
      kind === 'bar' && px > FOLDED && to - from < 0 !== (figure.kind === 'reduction')
        ? [
            finding(
              chart,
              text,
              `${figure.kind === 'reduction' ? '降幅朝增长一侧' : '数朝减少一侧'}画`,
              '增在右、减在左',
              '请检查画图的组件',
            ),
          ]
        : []
    const longer = near(px, right, PIXEL)
      ? []
      : [
          finding(
            chart,
            text,
            `画成 ${shown(px)} px，合 ${shown(px / scale)}${figure.unit}，与数据相差 ${shown(100 * Math.abs(px / right - 1))}%`,
            `${shown(right)} px，即 ${shown(value)}${figure.unit}（${others ? '同一比例尺' : '各条同一比例尺'}，误差不超过 1%）`,
            '请检查画图的组件',
            Math.abs(px / right - 1),
          ),
        ]
    const ended =
      drawn === wanted || px <= FOLDED
        ? []
        : [
            finding(
              chart,
              text,
              wanted === 'even' ? '末端画成了约数的样子' : `末端没有画出“${figure.qualifier}”`,
              wanted === 'even' ? '确数末端平直' : '约数、上下限在末端有锯齿、波浪或虚线',
              '请检查画图的组件',
            ),
          ]
    return [...begins, ...direction, ...longer, ...ended]
  })
}

/** A part lies at the end of its total. */
function partFindings({ chart, lengths }: Measured): RuleFinding[] {
  return lengths
    .filter(({ kind }) => kind === 'part')
    .flatMap(({ figure, from }) => {
      const total = lengths.find(({ kind, figure: { id } }) => kind === 'bar' && id === figure.of)
      if (!total || near(from, total.to, 1)) return []
      return [
        finding(
          chart,
          `（${named(figure)}）`,
          `不在总数的末端，差 ${shown(Math.abs(from - total.to))} px`,
          '部分接在总数的末端',
          '请检查画图的组件',
        ),
      ]
    })
}

function arcFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  return arcsOf(chart).flatMap(({ figure: id, percent, start }) => {
    const figure = findFigure(id)
    if (!figure || (near(percent, figure.value, TURNED) && Math.abs(start) < 0.5)) return []
    return [
      finding(
        chart,
        `（${named(figure)}）`,
        `环形画成整圈的 ${shown(percent)}%`,
        `${shown(figure.value)}%，从正上方起（误差不超过 1%）`,
        '请检查画图的组件',
        Math.abs(percent / figure.value - 1),
      ),
    ]
  })
}

function cellFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  return cellsOf(chart).flatMap(({ figure: id, cells, filled }) => {
    const figure = findFigure(id)
    const wanted = figure ? (figure.value * cells) / 100 : 0
    // One cell too many of a hundred is within one percent.
    if (!figure || (cells === 100 && Math.abs(filled - wanted) <= Math.max(Math.min(0.25, TOLERANCE * wanted), CELL)))
      return []
    return [
      finding(
        chart,
        `（${named(figure)}）`,
        `${cells} 格里涂满 ${shown(filled)} 格`,
        `100 格里涂满 ${shown(figure.value)} 格`,
        '请检查画图的组件',
        Math.abs(filled - wanted),
      ),
    ]
  })
}

function iconFindings(chart: ChartFacts, per: number, { findFigure }: NumberData): RuleFinding[] {
  const rows = iconsOf(chart)
  const size = Math.max(...rows.map(row => row.size))
  return rows.flatMap(({ figure: id, filled, hollow, size: own }) => {
    const figure = findFigure(id)
    if (!figure) return []
    const wanted = figure.value / per
    const edge = edgeOf(figure)
    const whole = Math.ceil(wanted - 1e-9)
    const right =
      edge === 'flat'
        ? hollow === 0 && near(filled, wanted, CELL)
        : edge === 'saw'
          ? hollow === 1 && near(filled, wanted, CELL)
          : hollow === 1 && near(filled, whole - 1, CELL)
    const counted = right
      ? []
      : [
          finding(
            chart,
            `（${named(figure)}）`,
            `画了 ${shown(filled)} 个图标${hollow > 0 ? `、${hollow} 个空心` : ''}`,
            `${shown(edge === 'wave' || edge === 'dashed' ? whole - 1 : wanted)} 个${edge === 'flat' ? '' : '，另有 1 个空心'}`,
            '请检查画图的组件',
            Math.abs(filled - wanted),
          ),
        ]
    return [
      ...counted,
      ...(near(own, size, 1)
        ? []
        : [
            finding(
              chart,
              `（${named(figure)}）`,
              `图标宽 ${shown(own)} px，别的 ${shown(size)} px`,
              '图标一样大',
              '请检查画图的组件',
            ),
          ]),
    ]
  })
}

/** What an icon stands for, as the chart says; 1 where it says nothing. */
function statedPer({ texts }: ChartFacts): number {
  return Number(/一个图标代表([\d.]+)/.exec(texts.join(''))?.[1] ?? 1)
}

/** Marks that nobody sees, and charts that draw nothing. */
function missing(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  const drawn = chart.marks.filter(({ kind }) => kind !== 'zero')
  const hidden = drawn.filter(({ painted }) => !painted).flatMap(({ figure }) => findFigure(figure) ?? [])
  if (chart.figures.length > 0 && drawn.length === 0) {
    return [
      finding(
        chart,
        '',
        '图里没有一个图形说明自己画的是哪条数据，无从测量',
        '每个图形都有 data-mark',
        '画图的组件请用 markName()',
      ),
    ]
  }
  const cut = drawn.filter(mark => mark.painted && mark.cut).flatMap(({ figure }) => findFigure(figure) ?? [])
  return [
    ...[...new Set(hidden)].map(figure =>
      finding(chart, `（${named(figure)}）`, '图形没有画出来', '看得见', '请检查样式和画图的组件'),
    ),
    ...[...new Set(cut)].map(figure =>
      finding(
        chart,
        `（${named(figure)}）`,
        '图形被样式裁去了一部分',
        '整个图形都看得见',
        '请去掉样式里的 clip-path 或 mask',
      ),
    ),
  ]
}

/** Compares what charts draw with the figures that they say to draw. */
export function judgeCharts({ charts: all, data, last }: ChartSnapshot): RuleFinding[] {
  const charts = all.filter(({ refused }) => !refused)
  const measured = charts
    .map(chart => ({
      chart,
      // A part that a click has yet to unfold has no length.
      lengths: lengthsOf(chart, data.findFigure).filter(
        ({ kind, from, to }) => last || kind !== 'part' || Math.abs(to - from) > FOLDED,
      ),
    }))
    .filter(({ lengths }) => lengths.length > 0)
  const said = charts.some(({ texts }) => texts.join('').includes('图同一比例尺'))
  const groups = Map.groupBy(measured, ({ lengths }) => (said ? measureOf(lengths).split(' ')[0]! : measureOf(lengths)))
  return [
    ...[...groups.values()].flatMap(group => {
      const scale = scaleOf(group.flatMap(({ lengths }) => lengths))
      return scale > 0
        ? group.flatMap(each => [...lengthFindings(each, scale, group.length > 1), ...partFindings(each)])
        : []
    }),
    ...charts.flatMap(chart => [
      ...missing(chart, data),
      ...formFindings(chart, data),
      ...arcFindings(chart, data),
      ...cellFindings(chart, data),
      ...iconFindings(chart, statedPer(chart), data),
      ...undrawn(chart, data),
    ]),
  ]
}

/** Figures whose number a chart prints beside nothing: shares, counts and amounts each have a mark of their own. */
function undrawn(chart: ChartFacts, data: NumberData): RuleFinding[] {
  const ids = new Set(chart.marks.filter(({ kind }) => MEASURED.test(kind)).map(({ figure }) => figure))
  const figures = figuresOf(chart.figures, data)
  const changes = figures.every(({ kind }) => kind === 'growth' || kind === 'reduction')
  // What a total leaves, and a change beside before and after, are told in words.
  const told = (figure: Figure): boolean =>
    figure.derived !== null &&
    figures.some(({ id }) => figure.derived!.inputs.includes(id)) &&
    figures.some(({ of }) => of !== undefined)
  return figures
    .filter(
      figure =>
        !ids.has(figure.id) && !told(figure) && (changes || (figure.kind !== 'growth' && figure.kind !== 'reduction')),
    )
    .map(figure =>
      finding(chart, `（${named(figure)}）`, '图里没有画这条数据', '每条数据都有自己的图形', '请检查画图的组件'),
    )
}
