import type { Rect } from '../../../../components/rect.ts'
import { element, text, type Xml } from '../xml/element.ts'
import { placeOf, type Look } from '../xml/look.ts'

/** A placeholder of a master or a layout. */
export interface BasePlaceholder {
  type: 'title' | 'ctrTitle' | 'subTitle' | 'body' | 'pic' | 'dt' | 'ftr' | 'sldNum'
  idx?: number
  size?: 'quarter' | 'half'
  rect: Rect
  /** What it says where nothing is filled in. */
  prompt: string
  anchor?: 't' | 'ctr' | 'b'
  align?: 'l' | 'ctr' | 'r'
  /** Px; what its master says where none is said. */
  fontSize?: number
  /** Of the theme. */
  color?: string
}

/** A GUID of its own for each field, so that files are the same each time. */
export const NUMBER_FIELD = { id: '{5D0C9B1E-6E1B-4A53-9C52-5F2B1F0B7C01}', type: 'slidenum' } as const
const DATE_FIELD = { id: '{5D0C9B1E-6E1B-4A53-9C52-5F2B1F0B7C02}', type: 'datetime1' } as const

const NAMES = {
  title: '标题占位符',
  ctrTitle: '标题占位符',
  subTitle: '副标题占位符',
  body: '文本占位符',
  pic: '图片占位符',
  dt: '日期占位符',
  ftr: '页脚占位符',
  sldNum: '灯片编号占位符',
} as const

/** A placeholder as masters and layouts have it. @param id unique in its part */
export function placeholderXml(look: Look, place: BasePlaceholder, id: number): Xml {
  const { type, idx, size, rect, prompt, anchor = 't', align, fontSize, color } = place
  const { x, y, cx, cy } = placeOf(look, rect)
  const field = type === 'sldNum' ? NUMBER_FIELD : type === 'dt' ? DATE_FIELD : undefined
  const language = { lang: look.lang, altLang: 'en-US' }
  const styled = fontSize !== undefined || color !== undefined || align !== undefined
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      element('p:cNvPr', { id, name: `${NAMES[type]} ${id - 1}` }),
      element('p:cNvSpPr', {}, element('a:spLocks', { noGrp: true })),
      element('p:nvPr', {}, element('p:ph', { type, sz: size, idx })),
    ),
    element(
      'p:spPr',
      {},
      element('a:xfrm', {}, element('a:off', { x, y }), element('a:ext', { cx, cy })),
      element('a:prstGeom', { prst: 'rect' }, element('a:avLst')),
    ),
    element(
      'p:txBody',
      {},
      element(
        'a:bodyPr',
        { vert: 'horz', lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: false, anchor },
        element('a:normAutofit'),
      ),
      element(
        'a:lstStyle',
        {},
        styled
          ? element(
              'a:lvl1pPr',
              { marL: 0, indent: 0, algn: align },
              element('a:buNone'),
              element(
                'a:defRPr',
                { sz: fontSize === undefined ? undefined : Math.round(fontSize * 75) },
                color === undefined ? undefined : element('a:solidFill', {}, element('a:schemeClr', { val: color })),
              ),
            )
          : undefined,
      ),
      element(
        'a:p',
        {},
        field
          ? element('a:fld', { ...field }, element('a:rPr', language), element('a:t', {}, text(prompt)))
          : element('a:r', {}, element('a:rPr', language), element('a:t', {}, text(prompt))),
        element('a:endParaRPr', language),
      ),
    ),
  )
}
