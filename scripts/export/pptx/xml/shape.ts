import type {
  ChartShape,
  GroupShape,
  PictureShape,
  Shape,
  TableCell,
  TableShape,
  TextShape,
  VectorShape,
} from '../model.ts'
import { CHART_URI } from '../charts/chart-xml.ts'
import { element, type Xml } from './element.ts'
import { fill, line } from './fill.ts'
import { geometryXml } from './geometry.ts'
import { emu, placeOf, type Look } from './look.ts'
import { bodyLook, paragraphs, plainParagraphs, type Field, type Links } from './text.ts'

/** What shapes of one slide share. */
export interface SlidePen {
  look: Look
  links: Links
  /** The next id of a shape; ids are unique within a slide. */
  nextId: () => number
  /** The ids of a picture's files in the slide's relationships. */
  picture: (source: string) => { image: string; svg?: string }
  /** The id of a chart in the slide's relationships. */
  chart: (chart: ChartShape['chart']) => string
  /** Which placeholder of the slide's layout holds a text; each holds one. */
  placeholder: (text: TextShape) => Placeholder | undefined
  /** What keeps the slide's number up to date; none where slides of the deck are left out. */
  numberField: Field | undefined
}

/** A placeholder, as slides name it. */
interface Placeholder {
  type?: string
  idx?: number
  size?: string
}

const NAMES = { title: '标题', body: '正文', number: '页码', other: '文字' } as const

/** A shape without a meaning of its own; see [MS-ODRAWXML] 2.32. */
const DECORATIVE = element(
  'a:extLst',
  {},
  element(
    'a:ext',
    { uri: '{C183D7F6-B498-43B3-948B-1728B52AA6E4}' },
    element('adec:decorative', {
      'xmlns:adec': 'http://schemas.microsoft.com/office/drawing/2017/decorative',
      val: true,
    }),
  ),
)

/** A shape as slides have it. */
export function shapeXml(pen: SlidePen, shape: Shape): Xml {
  switch (shape.kind) {
    case 'text':
      return textXml(pen, shape)
    case 'vector':
      return vectorXml(pen, shape)
    case 'picture':
      return pictureXml(pen, shape)
    case 'group':
      return groupXml(pen, shape)
    case 'table':
      return tableXml(pen, shape)
    case 'chart':
      return chartFrameXml(pen, shape)
  }
}

/** Name and description of a shape; one without a description is an ornament. */
export function properties(pen: Pick<SlidePen, 'nextId'>, name: string, alt: string | undefined): Xml {
  const id = pen.nextId()
  return element('p:cNvPr', { id, name: `${name} ${id}`, descr: alt || undefined }, alt === '' ? DECORATIVE : undefined)
}

function frame(look: Look, rect: Shape['rect'], attributes: Record<string, boolean | undefined> = {}): Xml {
  const { x, y, cx, cy } = placeOf(look, rect)
  return element('a:xfrm', attributes, element('a:off', { x, y }), element('a:ext', { cx, cy }))
}

function textXml(pen: SlidePen, text: TextShape): Xml {
  const place = pen.placeholder(text)
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      properties(pen, NAMES[text.role], undefined),
      place ? element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })) : element('p:cNvSpPr', { txBox: true }),
      element('p:nvPr', {}, place && element('p:ph', { type: place.type, sz: place.size, idx: place.idx })),
    ),
    ...(place && text.asTemplate ? templatedText(pen, text, text.asTemplate) : ownText(pen, text)),
  )
}

function ownText(pen: SlidePen, text: TextShape): Xml[] {
  const field = fieldOf(pen, text)
  return [
    element(
      'p:spPr',
      {},
      frame(pen.look, text.rect),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      element('a:noFill'),
    ),
    element(
      'p:txBody',
      {},
      bodyLook(field && { anchor: 'ctr' }),
      element('a:lstStyle'),
      paragraphs(pen.look, text.paragraphs, pen.links, field),
    ),
  ]
}

function templatedText(pen: SlidePen, text: TextShape, { points }: NonNullable<TextShape['asTemplate']>): Xml[] {
  return [
    element('p:spPr'),
    element(
      'p:txBody',
      {},
      element('a:bodyPr', {}, element('a:normAutofit')),
      element('a:lstStyle'),
      plainParagraphs(pen.look, text.paragraphs, points, fieldOf(pen, text)),
    ),
  ]
}

function fieldOf({ numberField }: SlidePen, { role }: TextShape): Field | undefined {
  return role === 'number' ? numberField : undefined
}

function vectorXml(pen: SlidePen, shape: VectorShape): Xml {
  const { geometry, rect } = shape
  const rising = geometry.form === 'line' && geometry.rising
  const look = [
    frame(pen.look, rect, { flipV: rising || undefined }),
    geometryXml(pen.look, shape),
    ...(geometry.form === 'line' ? [] : [fill(pen.look, shape.fill)]),
    line(pen.look, shape.line),
  ]
  if (geometry.form === 'line')
    return element(
      'p:cxnSp',
      {},
      element('p:nvCxnSpPr', {}, properties(pen, '线', ''), element('p:cNvCxnSpPr'), element('p:nvPr')),
      element('p:spPr', {}, look),
    )
  return element(
    'p:sp',
    {},
    element('p:nvSpPr', {}, properties(pen, '图形', ''), element('p:cNvSpPr'), element('p:nvPr')),
    element('p:spPr', {}, look),
    element('p:txBody', {}, element('a:bodyPr', { rtlCol: false, anchor: 'ctr' }), element('a:lstStyle'), [
      element('a:p', {}, element('a:endParaRPr', { lang: pen.look.lang, altLang: 'en-US' })),
    ]),
  )
}

function pictureXml(pen: SlidePen, { rect, source, crop, alt }: PictureShape): Xml {
  const { image, svg } = pen.picture(source)
  const share = (cut: number): number | undefined => (cut > 0 ? Math.round(cut * 100_000) : undefined)
  return element(
    'p:pic',
    {},
    element(
      'p:nvPicPr',
      {},
      properties(pen, '图片', alt),
      element('p:cNvPicPr', {}, element('a:picLocks', { noChangeAspect: true })),
      element('p:nvPr'),
    ),
    element(
      'p:blipFill',
      {},
      element('a:blip', { 'r:embed': image }, svg === undefined ? undefined : svgExtension(svg)),
      element('a:srcRect', { l: share(crop.left), t: share(crop.top), r: share(crop.right), b: share(crop.bottom) }),
      element('a:stretch', {}, element('a:fillRect')),
    ),
    element('p:spPr', {}, frame(pen.look, rect), element('a:prstGeom', { prst: 'rect' }, element('a:avLst'))),
  )
}

/** The drawing from which newer programs draw a picture; see [MS-ODRAWXML] 2.29. */
function svgExtension(id: string): Xml {
  return element(
    'a:extLst',
    {},
    element(
      'a:ext',
      { uri: '{96DAC541-7B7A-43D3-8B79-37D633B846F1}' },
      element('asvg:svgBlip', {
        'xmlns:asvg': 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
        'r:embed': id,
      }),
    ),
  )
}

function groupXml(pen: SlidePen, { rect, alt, shapes }: GroupShape): Xml {
  const { x, y, cx, cy } = placeOf(pen.look, rect)
  return element(
    'p:grpSp',
    {},
    element(
      'p:nvGrpSpPr',
      {},
      properties(pen, alt === '' ? '组合' : '图表', alt),
      element('p:cNvGrpSpPr'),
      element('p:nvPr'),
    ),
    element(
      'p:grpSpPr',
      {},
      element(
        'a:xfrm',
        {},
        element('a:off', { x, y }),
        element('a:ext', { cx, cy }),
        element('a:chOff', { x, y }),
        element('a:chExt', { cx, cy }),
      ),
    ),
    shapes.map(shape => shapeXml(pen, shape)),
  )
}

const NO_GRID = '{2D5ABB26-0587-4C30-8999-92F81FD0307C}'
const SIDES = { left: 'a:lnL', right: 'a:lnR', top: 'a:lnT', bottom: 'a:lnB' } as const

function tableXml(pen: SlidePen, { rect, alt, columns, headed, rows }: TableShape): Xml {
  return graphicFrame(
    pen,
    { name: '表格', alt, rect },
    'http://schemas.openxmlformats.org/drawingml/2006/table',
    element(
      'a:tbl',
      {},
      element('a:tblPr', { firstRow: headed || undefined }, element('a:tableStyleId', {}, NO_GRID as Xml)),
      element(
        'a:tblGrid',
        {},
        columns.map(width => element('a:gridCol', { w: emu(pen.look, width) })),
      ),
      rows.map(({ height, cells }) =>
        element(
          'a:tr',
          { h: emu(pen.look, height) },
          cells.map(cell => cellXml(pen, cell)),
        ),
      ),
    ),
  )
}

function chartFrameXml(pen: SlidePen, { rect, alt, chart }: ChartShape): Xml {
  const content = element('c:chart', { 'xmlns:c': CHART_URI, 'r:id': pen.chart(chart) })
  return graphicFrame(pen, { name: '图表', alt, rect }, CHART_URI, content)
}

/** What is no shape itself, in its frame. @param uri what it is */
function graphicFrame(
  pen: SlidePen,
  { name, alt, rect }: { name: string; alt: string; rect: Shape['rect'] },
  uri: string,
  content: Xml,
): Xml {
  const { x, y, cx, cy } = placeOf(pen.look, rect)
  return element(
    'p:graphicFrame',
    {},
    element(
      'p:nvGraphicFramePr',
      {},
      properties(pen, name, alt),
      element('p:cNvGraphicFramePr', {}, element('a:graphicFrameLocks', { noGrp: true })),
      element('p:nvPr'),
    ),
    element('p:xfrm', {}, element('a:off', { x, y }), element('a:ext', { cx, cy })),
    element('a:graphic', {}, element('a:graphicData', { uri }, content)),
  )
}

function cellXml(pen: SlidePen, cell: TableCell): Xml {
  const { across, along, covered, margins, anchor, borders } = cell
  return element(
    'a:tc',
    {
      gridSpan: across > 1 ? across : undefined,
      rowSpan: along > 1 ? along : undefined,
      hMerge: covered === 'across' ? true : undefined,
      vMerge: covered === 'along' ? true : undefined,
    },
    element(
      'a:txBody',
      {},
      element('a:bodyPr'),
      element('a:lstStyle'),
      paragraphs(pen.look, cell.paragraphs, pen.links),
    ),
    element(
      'a:tcPr',
      {
        marL: emu(pen.look, margins.left),
        marR: emu(pen.look, margins.right),
        marT: emu(pen.look, margins.top),
        marB: emu(pen.look, margins.bottom),
        anchor: { top: 't', middle: 'ctr', bottom: 'b' }[anchor],
      },
      Object.entries(SIDES).map(([side, name]) => {
        const border = borders.find(each => each.side === side)
        return line(pen.look, border && { ...border, cap: 'flat', join: 'miter' }, name)
      }),
      fill(pen.look, cell.fill),
    ),
  )
}
