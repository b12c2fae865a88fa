import { formatFigure } from '../../../model/format.ts'
import type { Figure } from '../../../model/figure.ts'
import { CUT_AXIS } from '../../../components/charts/structural.ts'
import { compareSpans } from '../../../model/span.ts'
import { KIND_NAMES } from '../../../model/vocabulary.ts'
import type { RuleFinding } from '../finding.ts'
import { axisOf, extentsOf, LENGTHS, type Extent, type Measure } from './drawn/extents.ts'
import { misplaced } from './drawn/places.ts'
import { misshaded } from './drawn/shades.ts'
import type { ChartFacts, NumberSnapshot } from './facts.ts'
import { figuresOf, type NumberData } from './snapshot.ts'

/** By how much a drawing may differ from its number; Tufte's lie factor is then between 0.99 and 1.01. */
const TOLERANCE = 0.01
/** What the rendering itself may be off, and the most that is tolerated of what is large: a cell of a hundred is 1%. */
const SLACK: Readonly<Record<Measure, readonly [least: number, most: number]>> = {
  length: [0.3, Infinity],
  turn: [0.05, Infinity],
  cells: [0.02, 0.25],
  icons: [0.02, 0.02],
}
/** By how much the beginning of a mark may be off: px, and percent of the turn. */
const BEGINS: Readonly<Record<Measure, number>> = { length: 1.3, turn: 0.5, cells: 0, icons: 0 }
/** Px by which marks of one chart may be thinner than others. */
const THINNER = 1
/** Px in which a part is folded before a click shows it. */
const FOLDED = 0.5

/** Kinds of marks that are measured, and those that only belong to them: of others nobody knows how large they are. */
const MEASURED =
  /^(?:bar|goal|segment|step|point|part|base|whole|track|cut|arc|cell|fill|icon|hollow|region|own-bar|slice|drawn)$/
const BESIDES = /^(?:tip|ragged|arc-rest|zero|swatch)$/

const CHECK = '请检查画图的组件'

function near(measured: number, wanted: number, [least, most]: readonly [number, number]): boolean {
  return Math.abs(measured - wanted) <= Math.max(Math.min(TOLERANCE * Math.abs(wanted), most), least)
}

/** A number as findings write it. */
const shown = (number: number): string => String(Number(number.toFixed(2)))

/** A figure as findings on charts call it. */
const named = (figure: Figure): string => `${figure.short}${formatFigure(figure, 'worded')}`

interface Told {
  measured: string
  expected: string
  advice?: string
  excess?: number
}

function finding(
  { element }: ChartFacts,
  about: Figure | string,
  { measured, expected, advice = CHECK, excess = 1 }: Told,
): RuleFinding {
  const text = typeof about === 'string' ? about : `（${named(about)}）`
  return { element, text, measured, expected, advice, excess }
}

/** @param last whether no click is left that could still show something */
export interface ChartSnapshot extends Pick<NumberSnapshot, 'charts'> {
  data: NumberData
  last: boolean
}

interface Drawn extends Extent {
  chart: ChartFacts
}

/** What most agree on; of as many the one that weighs more. */
function consensus(values: readonly { value: number; weight: number }[]): number | undefined {
  return values
    .map(each => ({ ...each, agreeing: values.filter(({ value }) => near(value, each.value, [0, Infinity])).length }))
    .sort((a, b) => b.agreeing - a.agreeing || b.weight - a.weight)[0]?.value
}

/**
 * What shares a scale. Charts of one look, kind and unit do so over the slide, growths with reductions; what has a
 * scale of its own, by itself, and so has each target with what was done of it.
 */
function scaleKey({ chart, figure, scale, measure, row, unit = figure.unit }: Drawn): string {
  if (scale !== undefined) return `${measure} ${scale}`
  if (row !== undefined) return `${measure} ${chart.element} ${chart.figures.join(' ')} ${row}`
  if (chart.own) return `${measure} ${chart.figures.join(' ')}`
  // Heights on an axis that does not begin at zero compare with those of no other chart.
  const zero = chart.marks.find(({ kind, painted }) => kind === 'zero' && painted)?.box
  if (!zero) return `${measure} ${chart.element} ${chart.figures.join(' ')}`
  const look = chart.marks.some(({ kind, painted }) => kind === 'cut' && painted)
    ? 'reductions'
    : zero.right - zero.left < zero.bottom - zero.top
  const kind = KIND_NAMES[figure.kind]
  return `${look} ${look === 'reductions' ? '' : kind} ${unit}`
}

/** How large something is, in the words of its measure, and how large it should be. */
function sizeTold(
  { measure, kind, figure, value, extent, others = 0, drawn, wanted, unit = figure.unit }: Extent,
  scale: number,
): Told {
  const right = value * scale
  const excess = right === 0 ? 1 : Math.abs(extent / right - 1)
  switch (measure) {
    case 'turn':
      return {
        measured: `${kind === 'slice' ? '饼块' : '环形'}画成整圈的 ${shown(extent)}%`,
        expected: `${shown(right)}%${kind === 'slice' ? '' : '，从正上方起、顺时针'}（误差不超过 1%）`,
        excess,
      }
    case 'cells':
      return { measured: `${others} 格里涂满 ${shown(extent)} 格`, expected: `100 格里涂满 ${shown(right)} 格`, excess }
    case 'icons':
      return {
        measured: `画了 ${shown(extent)} 个图标${drawn === 'even' ? '' : `、${others} 个空心`}`,
        expected: `${shown(right)} 个${wanted === 'even' ? '' : '，另有 1 个空心'}`,
        excess,
      }
    case 'length':
      return extent * value < 0
        ? {
            measured: value < 0 ? '降幅朝增长一侧画' : '数朝减少一侧画',
            expected: '增在右、减在左',
          }
        : {
            measured: `画成 ${shown(Math.abs(extent))} px，合 ${shown(Math.abs(extent) / scale)}${unit}，与数据相差 ${shown(100 * excess)}%`,
            expected: `${shown(Math.abs(right))} px，即 ${shown(Math.abs(value))}${unit}（同一比例尺，误差不超过 1%）`,
            excess,
          }
  }
}

function sizeFindings(drawn: Drawn, scale: number): RuleFinding[] {
  const { chart, measure, extent, value, others } = drawn
  const isFull = measure === 'cells' ? others === 100 : measure !== 'icons' || (others ?? 0) <= 1
  const right = near(extent, value * scale, SLACK[measure]) && isFull
  return right ? [] : [finding(chart, drawn.figure, sizeTold(drawn, scale))]
}

function beginningFindings({ chart, figure, measure, kind, astray }: Drawn): RuleFinding[] {
  const off = shown(Math.abs(astray))
  if (Math.abs(astray) <= BEGINS[measure]) return []
  if (measure === 'turn')
    return [
      finding(chart, figure, {
        measured: `环形不从正上方起，差整圈的 ${off}%`,
        expected: '从正上方起，各部分一段接一段',
      }),
    ]
  return [
    finding(
      chart,
      figure,
      kind === 'part'
        ? { measured: `不在总数的末端，差 ${off} px`, expected: '部分接在总数的末端' }
        : kind === 'step'
          ? { measured: `不接在前一部分的末端，差 ${off} px`, expected: '各部分一段接一段' }
          : kind === 'point'
            ? { measured: `各点不从零线量起，差 ${off} px`, expected: '零线在零的高度' }
            : { measured: `条形不从零线起，差 ${off} px`, expected: '一律从零线起', excess: Math.abs(astray) },
    ),
  ]
}

function endFindings({ chart, figure, measure, extent, drawn, wanted }: Drawn): RuleFinding[] {
  if (drawn === wanted || (measure === 'length' && Math.abs(extent) <= FOLDED)) return []
  return [
    finding(chart, figure, {
      measured: wanted === 'even' ? '末端画成了约数的样子' : `末端没有画出“${figure.qualifier}”`,
      expected: wanted === 'even' ? '确数末端平直' : '约数、上下限在末端有锯齿、波浪、虚线或空心图标',
    }),
  ]
}

/** Marks of one chart are as thick as each other, or their areas would say what their extents do not. */
function thicknessFindings(extents: readonly Drawn[]): RuleFinding[] {
  const own = extents.filter(({ across, extent }) => across > 0 && Math.abs(extent) > FOLDED)
  const most = consensus(own.map(({ across, extent }) => ({ value: across, weight: Math.abs(extent) })))
  return own.flatMap(({ chart, figure, across }) =>
    most === undefined || Math.abs(across - most) <= THINNER
      ? []
      : [
          finding(chart, figure, {
            measured: `宽 ${shown(across)} px，别的 ${shown(most)} px`,
            expected: '一张图里的条和图标一样宽，只比长短、多少',
            excess: Math.abs(across / most - 1),
          }),
        ],
  )
}

/** What is said of several marks of one figure is said once. */
function once(figures: readonly Figure[], chart: ChartFacts, told: Told): RuleFinding[] {
  return [...new Set(figures)].map(figure => finding(chart, figure, told))
}

/** Marks that nobody sees or can measure, and charts that draw nothing. */
function markFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  const marks = chart.marks.filter(({ kind }) => kind !== 'zero')
  const figures = (of: (mark: ChartFacts['marks'][number]) => boolean): Figure[] =>
    marks.filter(of).flatMap(({ figure }) => findFigure(figure) ?? [])
  if (chart.figures.length > 0 && marks.length === 0)
    return [
      finding(chart, '', {
        measured: '图里没有一个图形说明自己画的是哪条数据，无从测量',
        expected: '每个图形都有 data-mark',
        advice: '画图的组件请用 markName()',
      }),
    ]
  const strange = [...new Set(marks.map(({ kind }) => kind))].filter(
    kind => !MEASURED.test(kind) && !BESIDES.test(kind),
  )
  const zeroless = marks.some(({ kind, painted }) => LENGTHS.test(kind) && painted) && axisOf(chart) === undefined
  return [
    ...once(
      figures(({ painted }) => !painted),
      chart,
      {
        measured: '图形没有画出来',
        expected: '看得见',
        advice: '请检查样式和画图的组件',
      },
    ),
    ...once(
      figures(({ painted, cut }) => painted && cut),
      chart,
      {
        measured: '图形被样式裁去了一部分',
        expected: '整个图形都看得见',
        advice: '请去掉样式里的 clip-path 或 mask',
      },
    ),
    ...strange.flatMap(kind =>
      once(
        figures(mark => mark.kind === kind),
        chart,
        {
          measured: `图形的种类“${kind}”不认识，无从测量`,
          expected: '能测量的图形',
          advice: '请用 markName() 写明种类',
        },
      ),
    ),
    ...once(
      figures(({ kind, painted, turn }) => /^(?:arc|slice)$/.test(kind) && painted && !turn),
      chart,
      {
        measured: '环形不是一段圆环，无从测量',
        expected: '从正上方起、顺时针的一段圆环，或整圆的一块',
      },
    ),
    ...(zeroless
      ? [
          finding(chart, '', {
            measured: '看不见零线，长度无从比较',
            expected: '每张比长短的图都有零线',
            advice: '请检查样式和画图的组件',
          }),
        ]
      : []),
  ]
}

/** Names and numbers stand at what they are said of. */
function wordFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  return misplaced(chart).flatMap(({ word, other: id }) => {
    const [own, other] = [findFigure(word.figure), findFigure(id)]
    return own && other
      ? [
          finding(chart, word.text, {
            measured: `这是${named(own)}的文字，它和${named(other)}的文字，次序与图形相反`,
            expected: '名称和数写在自己的图形旁',
          }),
        ]
      : []
  })
}

/** Figures whose number a chart prints beside nothing: shares, counts and amounts each have a mark of their own. */
function undrawnFindings(chart: ChartFacts, data: NumberData): RuleFinding[] {
  const ids = new Set(chart.marks.filter(({ kind }) => MEASURED.test(kind)).map(({ figure }) => figure))
  const figures = figuresOf(chart.figures, data)
  const isChange = ({ kind }: Figure): boolean => kind === 'growth'
  const changes = figures.every(isChange)
  // What a total leaves, and a change beside before and after, are told in words.
  const told = (figure: Figure): boolean =>
    figure.derived !== null &&
    figures.some(({ id }) => figure.derived!.inputs.includes(id)) &&
    figures.some(({ of }) => of !== undefined)
  const undrawn = figures.filter(figure => !ids.has(figure.id) && !told(figure) && (changes || !isChange(figure)))
  return once(undrawn, chart, { measured: '图里没有画这条数据', expected: '每条数据都有自己的图形' })
}

/** Marks over time stand in the order of their periods, from left to right. */
function orderFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  const zero = chart.marks.find(({ kind, painted }) => kind === 'zero' && painted)?.box
  const upright = zero === undefined || zero.right - zero.left > zero.bottom - zero.top
  const marks = chart.marks.flatMap(({ kind, figure: id, painted, box }) => {
    const figure = findFigure(id)
    const span = figure?.period.span
    return upright && painted && /^(?:bar|segment|point)$/.test(kind) && figure && span
      ? [{ figure, span, at: (box.left + box.right) / 2 }]
      : []
  })
  return marks.flatMap(one => {
    const other = marks.find(each => each.at < one.at - 1 && compareSpans(each.span, one.span) > 0)
    return other
      ? [
          finding(chart, one.figure, {
            measured: `${one.figure.period.text}画在${other.figure.period.text}后面`,
            expected: '时间从左到右',
          }),
        ]
      : []
  })
}

/** An axis that does not begin at zero says so. */
function baseFindings(chart: ChartFacts): RuleFinding[] {
  const { marks, texts } = chart
  const based =
    marks.some(({ kind, painted }) => kind === 'zero' && painted) || texts.some(text => text.includes(CUT_AXIS))
  return based || !marks.some(({ kind, painted }) => kind === 'point' && painted)
    ? []
    : [
        finding(chart, '', {
          measured: '看不见零线，也没有说纵轴不从零开始',
          expected: `有零线，或图下写明“${CUT_AXIS}”`,
        }),
      ]
}

/** What districts of a map, or its legend, have wrong. */
function shadeFindings(chart: ChartFacts, { findFigure }: NumberData): RuleFinding[] {
  return misshaded(chart, findFigure).map(({ figure, measured, expected }) =>
    finding(chart, figure, { measured, expected }),
  )
}

/** Compares what charts draw with the figures that they say to draw: on one scale, extents are as their numbers. */
export function judgeCharts({ charts: all, data, last }: ChartSnapshot): RuleFinding[] {
  const charts = all.filter(({ refused }) => !refused)
  const slide = { figures: charts.flatMap(({ figures }) => figures) }
  const drawn = charts.flatMap(chart =>
    extentsOf(chart, data.findFigure, slide)
      .map((extent): Drawn => ({ ...extent, chart }))
      // A part that a click has yet to unfold has no length.
      .filter(({ kind, extent }) => last || kind !== 'part' || Math.abs(extent) > FOLDED),
  )
  const sizes = [...Map.groupBy(drawn, scaleKey).values()].flatMap(group => {
    const own = group.filter(({ value }) => value !== 0)
    const agreed = consensus(
      own.map(({ extent, value }) => ({ value: Math.abs(extent / value), weight: Math.abs(value) })),
    )
    const scale = group[0]!.scale ?? agreed ?? 0
    return scale > 0 ? group.flatMap(each => sizeFindings(each, scale)) : []
  })
  return [
    ...sizes,
    ...drawn.flatMap(each => [...beginningFindings(each), ...endFindings(each)]),
    ...charts.flatMap(chart => [
      ...thicknessFindings(drawn.filter(each => each.chart === chart)),
      ...markFindings(chart, data),
      ...wordFindings(chart, data),
      ...undrawnFindings(chart, data),
      ...orderFindings(chart, data),
      ...baseFindings(chart),
      ...shadeFindings(chart, data),
    ]),
  ]
}
