import { element, NAMESPACES, part, valued, type Xml } from '../xml/element.ts'
import type { Look } from '../xml/look.ts'
import { Pen } from './look.ts'
import type { NativeAxes, NativeChart, NativeRun, Area } from './native-chart.ts'
import { groupXml, type SeriesContext } from './series-xml.ts'
import type { ChartSheet } from './sheet.ts'

/** The namespace of charts, by which slides know them, too. */
export const CHART_URI = 'http://schemas.openxmlformats.org/drawingml/2006/chart'

const { 'xmlns:a': DRAWING, 'xmlns:r': RELATIONSHIPS } = NAMESPACES

/** Ids by which groups and axes know each other. */
const AXES = { categories: 111_111_111, values: 222_222_222 } as const

/** Letters of what has no look of its own. */
const PLAIN: Omit<NativeRun, 'text'> = { size: 20, bold: false, color: '#000000' }

/** Names stand level: programs turn them, or leave some out, where they are not told so. */
const LEVEL = element('a:bodyPr', { rot: 0, vert: 'horz' })

/** Where the plot area lies in the chart, as shares of it. */
function layoutXml(plot: Area, rect: Area): Xml {
  const share = (value: number): number => Number(value.toFixed(6))
  return element(
    'c:layout',
    {},
    element(
      'c:manualLayout',
      {},
      valued('c:layoutTarget', 'inner'),
      valued('c:xMode', 'edge'),
      valued('c:yMode', 'edge'),
      valued('c:x', share((plot.left - rect.left) / rect.width)),
      valued('c:y', share((plot.top - rect.top) / rect.height)),
      valued('c:w', share(plot.width / rect.width)),
      valued('c:h', share(plot.height / rect.height)),
    ),
  )
}

function axesXml({ lying, reversed, slots, least, most, names, zero }: NativeAxes, pen: Pen): Xml[] {
  const unmarked = [valued('c:majorTickMark', 'none'), valued('c:minorTickMark', 'none')]
  const categories = element(
    'c:catAx',
    {},
    valued('c:axId', AXES.categories),
    element('c:scaling', {}, valued('c:orientation', reversed ? 'maxMin' : 'minMax')),
    valued('c:delete', 0),
    valued('c:axPos', lying ? 'l' : 'b'),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    unmarked,
    valued('c:tickLblPos', names?.side ?? 'none'),
    element('c:spPr', {}, element('a:noFill'), pen.line(zero && { ...zero, dashed: false })),
    pen.textProperties(names?.look ?? PLAIN, LEVEL),
    valued('c:crossAx', AXES.values),
    valued('c:crosses', 'autoZero'),
    valued('c:auto', 0),
    valued('c:lblAlgn', 'ctr'),
    valued('c:lblOffset', 100),
    names !== undefined && valued('c:tickLblSkip', 1),
    valued('c:noMultiLvlLbl', 0),
  )
  const values = element(
    'c:valAx',
    {},
    valued('c:axId', AXES.values),
    element('c:scaling', {}, valued('c:orientation', 'minMax'), valued('c:max', most), valued('c:min', least)),
    valued('c:delete', 1),
    valued('c:axPos', lying ? 'b' : 'l'),
    element('c:numFmt', { formatCode: 'General', sourceLinked: 0 }),
    unmarked,
    valued('c:tickLblPos', 'none'),
    valued('c:crossAx', AXES.categories),
    valued('c:crosses', 'autoZero'),
    valued('c:crossBetween', slots ? 'between' : 'midCat'),
  )
  return [categories, values]
}

/** The part that is the chart. @param workbook id of the relationship to its workbook */
export function chartXml(chart: NativeChart, sheet: ChartSheet, look: Look, workbook: string): string {
  const pen = new Pen(look)
  const context: SeriesContext = { chart, sheet, pen }
  const ids = chart.axes ? [AXES.categories, AXES.values] : []
  const breaks = chart.groups.some(group => group.sort === 'lines' && !group.spans)
  let first = 0
  const groups = chart.groups.map(group => {
    const xml = groupXml(group, first, ids, context)
    first += group.series.length
    return xml
  })
  return part(
    element(
      'c:chartSpace',
      { 'xmlns:c': CHART_URI, 'xmlns:a': DRAWING, 'xmlns:r': RELATIONSHIPS },
      valued('c:date1904', 0),
      valued('c:lang', 'zh-CN'),
      valued('c:roundedCorners', 0),
      element(
        'c:chart',
        {},
        valued('c:autoTitleDeleted', 1),
        element(
          'c:plotArea',
          {},
          layoutXml(chart.plot, chart.rect),
          groups,
          chart.axes && axesXml(chart.axes, pen),
          element('c:spPr', {}, element('a:noFill'), pen.line(undefined)),
        ),
        valued('c:plotVisOnly', 1),
        valued('c:dispBlanksAs', breaks ? 'gap' : 'span'),
      ),
      element('c:spPr', {}, element('a:noFill'), pen.line(undefined)),
      pen.textProperties(PLAIN, element('a:bodyPr')),
      element('c:externalData', { 'r:id': workbook }, valued('c:autoUpdate', 0)),
    ),
  )
}
