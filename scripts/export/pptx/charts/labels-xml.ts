import type { NativeLabel, NativeRun, NativeSeries, Area } from './native-chart.ts'
import type { Pen } from './look.ts'
import { element, valued, type Xml } from '../xml/element.ts'

/** What PowerPoint 2013 added to labels: its namespace, and the extension that has it. */
const C15 = 'http://schemas.microsoft.com/office/drawing/2012/chart'
const ADDED = '{CE6537A1-D6FC-4f65-9D91-7224C49458BB}'

const extension = (content: Xml): Xml =>
  element('c:extLst', {}, element('c:ext', { uri: ADDED, 'xmlns:c15': C15 }, content))

/** A label is as wide as its text. */
const BODY = element(
  'a:bodyPr',
  {
    ...{ rot: 0, spcFirstLastPara: 1, vertOverflow: 'overflow', horzOverflow: 'overflow', vert: 'horz', wrap: 'none' },
    ...{ lIns: 38_100, tIns: 19_050, rIns: 38_100, bIns: 19_050, anchor: 'ctr' },
  },
  element('a:spAutoFit'),
)

/** What of a point a label shows: its number, or nothing. */
const shown = (value: boolean): Xml[] => [
  valued('c:showLegendKey', 0),
  valued('c:showVal', value ? 1 : 0),
  ...['c:showCatName', 'c:showSerName', 'c:showPercent', 'c:showBubbleSize'].map(name => valued(name, 0)),
]

const manual = ([right, down]: NativeLabel['moved'], { width, height }: Area): Xml =>
  element('c:layout', {}, element('c:manualLayout', {}, valued('c:x', right / width), valued('c:y', down / height)))

function labelXml(index: number, { runs, at, moved, ground }: NativeLabel, rect: Area, pen: Pen): Xml {
  const number = runs.find(({ format }) => format !== undefined)
  const [only] = runs
  const isPlain = runs.length === 1 && number !== undefined
  const look: NativeRun = number ?? only!
  return element(
    'c:dLbl',
    {},
    valued('c:idx', index),
    moved.some(each => each !== 0) && manual(moved, rect),
    // A number alone needs no text of its own: it is printed by its format, also when it is edited.
    !isPlain && element('c:tx', {}, pen.richText(runs, BODY, index)),
    number && element('c:numFmt', { formatCode: number.format, sourceLinked: 0 }),
    element('c:spPr', {}, pen.fill(ground), pen.line(undefined)),
    isPlain && pen.textProperties(look, BODY),
    valued('c:dLblPos', at),
    shown(true),
    !isPlain && extension(element('c15:dlblFieldTable')),
  )
}

/** The labels of a series; a point without one has none. */
export function labelsXml({ points }: NativeSeries, rect: Area, pen: Pen): Xml {
  const labels = points.flatMap((point, index) => (point?.label ? [labelXml(index, point.label, rect, pen)] : []))
  // Labels stand so close that they need no lines to their points.
  return element('c:dLbls', {}, labels, shown(false), extension(valued('c15:showLeaderLines', 0)))
}
