import { childrenOf, type Element } from '../../../scripts/lib/facts/office/xml.ts'

const SERIES_HEAD = ['idx', 'order', 'tx', 'spPr']
const DATA = ['cat', 'val']
const SHOWN = ['showLegendKey', 'showVal', 'showCatName', 'showSerName', 'showPercent', 'showBubbleSize', 'separator']
const LABEL = ['numFmt', 'spPr', 'txPr', 'dLblPos', ...SHOWN]
const AXIS = [
  ...['axId', 'scaling', 'delete', 'axPos', 'majorGridlines', 'minorGridlines', 'title', 'numFmt', 'majorTickMark'],
  ...['minorTickMark', 'tickLblPos', 'spPr', 'txPr', 'crossAx', 'crosses', 'crossesAt'],
]
const FILLS = ['noFill', 'solidFill', 'gradFill', 'blipFill', 'pattFill', 'grpFill']
const LETTERS = ['ln', ...FILLS, 'effectLst', 'effectDag', 'highlight', 'latin', 'ea', 'cs', 'sym']

/** The order that the schemas of ECMA-376 want of what is in an element; within a series it depends on its chart. */
const ORDER: Readonly<Record<string, readonly string[]>> = {
  chartSpace: [
    ...['date1904', 'lang', 'roundedCorners', 'AlternateContent', 'style', 'clrMapOvr', 'pivotSource', 'protection'],
    ...['chart', 'spPr', 'txPr', 'externalData', 'printSettings', 'userShapes', 'extLst'],
  ],
  chart: [
    ...['title', 'autoTitleDeleted', 'pivotFmts', 'view3D', 'floor', 'sideWall', 'backWall', 'plotArea', 'legend'],
    ...['plotVisOnly', 'dispBlanksAs', 'showDLblsOverMax', 'extLst'],
  ],
  plotArea: ['layout', 'barChart', 'lineChart', 'pieChart', 'doughnutChart', 'catAx', 'valAx', 'dTable', 'spPr'],
  manualLayout: ['layoutTarget', 'xMode', 'yMode', 'wMode', 'hMode', 'x', 'y', 'w', 'h'],
  barChart: ['barDir', 'grouping', 'varyColors', 'ser', 'dLbls', 'gapWidth', 'overlap', 'serLines', 'axId'],
  lineChart: [
    ...['grouping', 'varyColors', 'ser', 'dLbls', 'dropLines', 'hiLowLines', 'upDownBars', 'marker', 'smooth', 'axId'],
  ],
  pieChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng'],
  doughnutChart: ['varyColors', 'ser', 'dLbls', 'firstSliceAng', 'holeSize'],
  'barChart/ser': [
    ...SERIES_HEAD,
    'invertIfNegative',
    'pictureOptions',
    'dPt',
    'dLbls',
    'trendline',
    'errBars',
    ...DATA,
  ],
  'lineChart/ser': [...SERIES_HEAD, 'marker', 'dPt', 'dLbls', 'trendline', 'errBars', ...DATA, 'smooth'],
  'pieChart/ser': [...SERIES_HEAD, 'explosion', 'dPt', 'dLbls', ...DATA],
  'doughnutChart/ser': [...SERIES_HEAD, 'explosion', 'dPt', 'dLbls', ...DATA],
  dPt: ['idx', 'invertIfNegative', 'marker', 'bubble3D', 'explosion', 'spPr', 'pictureOptions'],
  marker: ['symbol', 'size', 'spPr'],
  dLbls: ['dLbl', 'delete', ...LABEL, 'showLeaderLines', 'leaderLines', 'extLst'],
  dLbl: ['idx', 'delete', 'layout', 'tx', ...LABEL, 'extLst'],
  catAx: [...AXIS, 'auto', 'lblAlgn', 'lblOffset', 'tickLblSkip', 'tickMarkSkip', 'noMultiLvlLbl'],
  valAx: [...AXIS, 'crossBetween', 'majorUnit', 'minorUnit', 'dispUnits'],
  scaling: ['logBase', 'orientation', 'max', 'min'],
  strRef: ['f', 'strCache'],
  numRef: ['f', 'numCache'],
  strCache: ['ptCount', 'pt'],
  numCache: ['formatCode', 'ptCount', 'pt'],
  spPr: ['xfrm', 'prstGeom', ...FILLS, 'ln', 'effectLst'],
  ln: [...FILLS, 'prstDash', 'custDash', 'round', 'bevel', 'miter'],
  txPr: ['bodyPr', 'lstStyle', 'p'],
  rich: ['bodyPr', 'lstStyle', 'p'],
  fld: ['rPr', 'pPr', 't'],
  r: ['rPr', 't'],
  rPr: LETTERS,
  defRPr: LETTERS,
  endParaRPr: LETTERS,
  externalData: ['autoUpdate'],
}

/** Where an element is not in the order of its schema, or of no kind that is known there. */
export function disorderIn(element: Element, parent = ''): string[] {
  const children = childrenOf(element)
  const { name } = element
  const order = ORDER[`${parent}/${name}`] ?? ORDER[name]
  const places = order ? children.map(child => order.indexOf(child.name)) : []
  const own = places.flatMap((place, index) =>
    place < 0 || (index > 0 && place < places[index - 1]!) ? [`${parent}/${name}/${children[index]!.name}`] : [],
  )
  return [...own, ...children.flatMap(child => disorderIn(child, name))]
}
