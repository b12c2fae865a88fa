import type { SkinColors } from '../../../../styles/tokens.ts'
import type { DeckTheme } from '../model.ts'
import { element, NAMESPACES, part, type Xml } from '../xml/element.ts'
import type { ThemeInk } from '../xml/look.ts'

type Token = keyof SkinColors

/** Which of the deck's colours is which of the theme's: grounds and texts first, then those of shapes. */
const SLOTS: Readonly<Record<'bg1' | 'tx1' | 'bg2' | 'tx2' | `accent${1 | 2 | 3 | 4 | 5 | 6}`, Token>> = {
  bg1: 'paper',
  tx1: 'ink',
  bg2: 'panel',
  tx2: 'soft',
  accent1: 'highlight',
  accent2: 'compare',
  accent3: 'context',
  accent4: 'ornament',
  accent5: 'cover',
  accent6: 'line',
}

/** A theme names colours by how light they are, slides by what they are for. */
const MAPS = {
  light: { bg1: 'lt1', tx1: 'dk1', bg2: 'lt2', tx2: 'dk2' },
  dark: { bg1: 'dk1', tx1: 'lt1', bg2: 'dk2', tx2: 'lt2' },
} as const

/** The map from one to the other, as masters have it. */
export function colorMap({ dark }: Pick<DeckTheme, 'dark'>): Xml {
  const accents = [1, 2, 3, 4, 5, 6].map(no => [`accent${no}`, `accent${no}`])
  return element('p:clrMap', {
    ...MAPS[dark ? 'dark' : 'light'],
    ...Object.fromEntries(accents),
    hlink: 'hlink',
    folHlink: 'folHlink',
  })
}

/** The deck's colours that are the theme's. */
export function themeInks({ colors }: Pick<DeckTheme, 'colors'>): Map<string, ThemeInk> {
  const slots = Object.entries(SLOTS).map(([slot, token]) => [hexOf(colors[token]), { slot }] as const)
  // Of two that look the same the first is meant.
  return new Map(slots.reverse())
}

const hexOf = (color: string): string => color.slice(1).toLowerCase()

/** A theme: its colours, its faces, and how plain shapes are drawn. */
export function themePart(theme: DeckTheme): string {
  const { name, faces } = theme
  return part(
    element(
      'a:theme',
      { 'xmlns:a': NAMESPACES['xmlns:a'], name },
      element('a:themeElements', {}, colorScheme(theme), fontScheme(name, faces), formatScheme(name)),
      element('a:objectDefaults'),
      element('a:extraClrSchemeLst'),
    ),
  )
}

function colorScheme({ name, dark, colors }: DeckTheme): Xml {
  const map = MAPS[dark ? 'dark' : 'light']
  const bySlot = new Map<string, Token>(
    Object.entries(SLOTS).map(([slot, token]) => [map[slot as keyof typeof map] ?? slot, token]),
  )
  const order = ['dk1', 'lt1', 'dk2', 'lt2', ...[1, 2, 3, 4, 5, 6].map(no => `accent${no}`)]
  const colorOf = (slot: string, token: Token): Xml =>
    element(`a:${slot}`, {}, element('a:srgbClr', { val: hexOf(colors[token]).toUpperCase() }))
  return element(
    'a:clrScheme',
    { name },
    order.map(slot => colorOf(slot, bySlot.get(slot)!)),
    colorOf('hlink', 'compare'),
    colorOf('folHlink', 'soft'),
  )
}

/** What programs go by that do not have a face: whether it has serifs, and that it is one for Chinese. */
const SERIF = { panose: '02020400000000000000', pitchFamily: 18, charset: -122 }
const SANS = { panose: '020B0200000000000000', pitchFamily: 34, charset: -122 }

function fontScheme(name: string, { heading, body }: DeckTheme['faces']): Xml {
  const fonts = (tag: string, face: string, like: typeof SERIF): Xml =>
    element(
      tag,
      {},
      element('a:latin', { typeface: face, ...like }),
      element('a:ea', { typeface: face, ...like }),
      element('a:cs', { typeface: '' }),
      element('a:font', { script: 'Hans', typeface: face }),
    )
  return element('a:fontScheme', { name }, fonts('a:majorFont', heading, SERIF), fonts('a:minorFont', body, SANS))
}

/** Three of each, from subtle to strong, as every theme has to have. */
function formatScheme(name: string): Xml {
  const three = (tag: string, make: (no: number) => Xml): Xml => element(tag, {}, [1, 2, 3].map(make))
  const ofShape = (): Xml => element('a:solidFill', {}, element('a:schemeClr', { val: 'phClr' }))
  return element(
    'a:fmtScheme',
    { name },
    three('a:fillStyleLst', ofShape),
    three('a:lnStyleLst', no =>
      element(
        'a:ln',
        { w: 6350 * no, cap: 'flat', cmpd: 'sng', algn: 'ctr' },
        ofShape(),
        element('a:prstDash', { val: 'solid' }),
        element('a:miter', { lim: 800_000 }),
      ),
    ),
    three('a:effectStyleLst', () => element('a:effectStyle', {}, element('a:effectLst'))),
    three('a:bgFillStyleLst', ofShape),
  )
}
