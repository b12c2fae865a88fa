import { type } from '../../../../styles/tokens.ts'
import type { DeckTheme } from '../model.ts'
import { element, NAMESPACES, part, type Xml } from '../xml/element.ts'
import { hundredths, type Look } from '../xml/look.ts'
import type { BaseLayout } from './layouts.ts'
import { placeholderXml, type BasePlaceholder } from './placeholders.ts'
import { colorMap } from './theme.ts'

/** Ids of masters and layouts are of one row, which begins here. */
export const FIRST_ID = 2_147_483_648

/** The group that all shapes of a part are in. */
export function shapeTree(shapes: readonly Xml[]): Xml {
  const zero = ['a:off', 'a:ext', 'a:chOff', 'a:chExt'].map((name, index) =>
    element(name, index % 2 === 0 ? { x: 0, y: 0 } : { cx: 0, cy: 0 }),
  )
  return element(
    'p:spTree',
    {},
    element('p:nvGrpSpPr', {}, element('p:cNvPr', { id: 1, name: '' }), element('p:cNvGrpSpPr'), element('p:nvPr')),
    element('p:grpSpPr', {}, element('a:xfrm', {}, zero)),
    shapes,
  )
}

/** A ground of one colour. */
export function background(ground: Xml): Xml {
  return element('p:bg', {}, element('p:bgPr', {}, element('a:solidFill', {}, ground), element('a:effectLst')))
}

/** The master: where everything is by itself, and how texts look. */
export function masterPart(
  look: Look,
  theme: DeckTheme,
  placeholders: readonly BasePlaceholder[],
  layouts: readonly BaseLayout[],
): string {
  return part(
    element(
      'p:sldMaster',
      NAMESPACES,
      element(
        'p:cSld',
        {},
        background(element('a:schemeClr', { val: 'bg1' })),
        shapeTree(placeholders.map((place, index) => placeholderXml(look, place, index + 2))),
      ),
      colorMap(theme),
      element(
        'p:sldLayoutIdLst',
        {},
        layouts.map((_, index) => element('p:sldLayoutId', { id: FIRST_ID + 1 + index, 'r:id': `rId${index + 1}` })),
      ),
      textStyles(look),
    ),
  )
}

function textStyles(look: Look): Xml {
  const { title, body, table } = type.size
  const levels = [body, body, 22, 20, table, table, table, table, table]
  return element(
    'p:txStyles',
    {},
    element('p:titleStyle', {}, level(look, 1, { size: title, bold: true, face: '+mj', left: 0, spacing: 90_000 })),
    element(
      'p:bodyStyle',
      {},
      levels.map((size, index) =>
        level(look, index + 1, { size, face: '+mn', left: index === 0 ? 0 : 28 * index, bullet: index > 0 }),
      ),
    ),
    element(
      'p:otherStyle',
      {},
      levels.map((_, index) => level(look, index + 1, { size: body, face: '+mn', left: 0 })),
    ),
  )
}

interface Level {
  size: number
  face: '+mj' | '+mn'
  left: number
  bold?: boolean
  bullet?: boolean
  spacing?: number
}

function level(look: Look, no: number, { size, face, left, bold, bullet = false, spacing = 100_000 }: Level): Xml {
  const px = (length: number): number => Math.round(length * look.scale)
  return element(
    `a:lvl${no}pPr`,
    {
      marL: px(left),
      indent: bullet ? -px(24) : 0,
      algn: 'l',
      defTabSz: 914_400,
      rtl: false,
      eaLnBrk: true,
      latinLnBrk: false,
      hangingPunct: true,
    },
    element('a:lnSpc', {}, element('a:spcPct', { val: spacing })),
    element('a:spcBef', {}, element('a:spcPts', { val: 0 })),
    bullet ? [element('a:buFont', { typeface: 'Arial' }), element('a:buChar', { char: '•' })] : [element('a:buNone')],
    element(
      'a:defRPr',
      { sz: hundredths(look, size), b: bold, kern: 1200 },
      element('a:solidFill', {}, element('a:schemeClr', { val: 'tx1' })),
      element('a:latin', { typeface: `${face}-lt` }),
      element('a:ea', { typeface: `${face}-ea` }),
      element('a:cs', { typeface: `${face}-cs` }),
    ),
  )
}

/** A layout, with its own placeholders. */
export function layoutPart(look: Look, { name, type, ground, placeholders }: BaseLayout): string {
  return part(
    element(
      'p:sldLayout',
      { ...NAMESPACES, type, preserve: true },
      element(
        'p:cSld',
        { name },
        ground === undefined ? undefined : background(element('a:schemeClr', { val: ground })),
        shapeTree(placeholders.map((place, index) => placeholderXml(look, place, index + 2))),
      ),
      element('p:clrMapOvr', {}, element('a:masterClrMapping')),
    ),
  )
}
