import { element, NAMESPACES, part, text, type Xml } from '../xml/element.ts'
import { background, shapeTree } from './master.ts'
import { NUMBER_FIELD } from './placeholders.ts'

/** A page of notes: EMU. */
export const NOTES_SIZE = { cx: 6_858_000, cy: 9_144_000 } as const

interface Place {
  type: string
  idx?: number
  size?: string
  name: string
  box: readonly [x: number, y: number, cx: number, cy: number]
  content?: Xml
}

const LANGUAGE = { lang: 'zh-CN', altLang: 'en-US' }
const run = (words: string): Xml => element('a:r', {}, element('a:rPr', LANGUAGE), element('a:t', {}, text(words)))

/** The six that every master of notes has. */
const PLACES: readonly Place[] = [
  { type: 'hdr', size: 'quarter', name: '页眉占位符', box: [0, 0, 2_971_800, 458_788] },
  { type: 'dt', idx: 1, name: '日期占位符', box: [3_884_613, 0, 2_971_800, 458_788] },
  { type: 'sldImg', idx: 2, name: '幻灯片图像占位符', box: [685_800, 1_143_000, 5_486_400, 3_086_100] },
  {
    type: 'body',
    idx: 3,
    size: 'quarter',
    name: '备注占位符',
    box: [685_800, 4_400_550, 5_486_400, 3_600_450],
    content: run('单击此处编辑备注'),
  },
  { type: 'ftr', idx: 4, size: 'quarter', name: '页脚占位符', box: [0, 8_685_213, 2_971_800, 458_787] },
  {
    type: 'sldNum',
    idx: 5,
    size: 'quarter',
    name: '灯片编号占位符',
    box: [3_884_613, 8_685_213, 2_971_800, 458_787],
    content: element('a:fld', { ...NUMBER_FIELD }, element('a:rPr', LANGUAGE), element('a:t', {}, text('‹#›'))),
  },
]

/** The master of notes. Paper is white, whatever slides are. */
export function notesMasterPart(): string {
  const accents = [1, 2, 3, 4, 5, 6].map(no => [`accent${no}`, `accent${no}`])
  return part(
    element(
      'p:notesMaster',
      NAMESPACES,
      element(
        'p:cSld',
        {},
        background(element('a:srgbClr', { val: 'FFFFFF' })),
        shapeTree(PLACES.map((place, index) => placeXml(place, index + 2))),
      ),
      element('p:clrMap', {
        ...{ bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
        ...Object.fromEntries(accents),
        ...{ hlink: 'hlink', folHlink: 'folHlink' },
      }),
      element('p:notesStyle', {}, [1, 2, 3, 4, 5, 6, 7, 8, 9].map(notesLevel)),
    ),
  )
}

function notesLevel(no: number): Xml {
  return element(
    `a:lvl${no}pPr`,
    { marL: 457_200 * (no - 1), algn: 'l', defTabSz: 914_400, rtl: false, eaLnBrk: true, latinLnBrk: false },
    element(
      'a:defRPr',
      { sz: 1200, kern: 1200 },
      element('a:solidFill', {}, element('a:srgbClr', { val: '000000' })),
      element('a:latin', { typeface: '+mn-lt' }),
      element('a:ea', { typeface: '+mn-ea' }),
      element('a:cs', { typeface: '+mn-cs' }),
    ),
  )
}

function placeXml({ type, idx, size, name, box: [x, y, cx, cy], content }: Place, id: number): Xml {
  const image = type === 'sldImg'
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `${name} ${id - 1}` }),
      element(
        'p:cNvSpPr',
        {},
        element('a:spLocks', { noGrp: true, noRot: image || undefined, noChangeAspect: image || undefined }),
      ),
      element('p:nvPr', {}, element('p:ph', { type, sz: size, idx })),
    ),
    element(
      'p:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x, y }), element('a:ext', { cx, cy })),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
      image
        ? [
            element('a:noFill'),
            element('a:ln', { w: 12_700 }, element('a:solidFill', {}, element('a:prstClr', { val: 'black' }))),
          ]
        : [],
    ),
    image
      ? undefined
      : element(
          'p:txBody',
          {},
          element('a:bodyPr', { vert: 'horz', rtlCol: false }),
          element('a:lstStyle', {}, element('a:lvl1pPr', { algn: 'l' }, element('a:defRPr', { sz: 1200 }))),
          element('a:p', {}, content, element('a:endParaRPr', LANGUAGE)),
        ),
  )
}
