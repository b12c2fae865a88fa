import type { SkinColors } from '../../../styles/tokens.ts'

type Token = keyof SkinColors

/** Least contrasts of WCAG 2.2: text (1.4.3), and parts of graphics that have to be seen (1.4.11). */
export const LEAST = { text: 4.5, part: 3 } as const

/** Two colours that touch, and how far apart they have to be. */
export interface Pair {
  front: Token
  ground: Token
  /** Everything that may be set small counts as text, though large text could do with less. */
  use: keyof typeof LEAST
  /** Where the two touch. */
  where: string
}

/** Every two tokens that touch. */
export const pairs: readonly Pair[] = [
  { front: 'ink', ground: 'paper', use: 'text', where: 'titles, body text, labels of charts, axes' },
  { front: 'ink', ground: 'panel', use: 'text', where: 'text on what stands apart' },
  { front: 'soft', ground: 'paper', use: 'text', where: 'periods, sources, page numbers, names of other bars' },
  { front: 'soft', ground: 'panel', use: 'text', where: 'captions, speakers of quotes' },
  {
    front: 'highlight',
    ground: 'paper',
    use: 'text',
    where: 'chapter tags, the number of a title, values at the highlighted mark',
  },
  { front: 'highlight', ground: 'panel', use: 'text', where: 'the number on what stands apart' },
  { front: 'compare', ground: 'paper', use: 'text', where: 'the number in a donut that is compared' },
  { front: 'onHighlight', ground: 'highlight', use: 'text', where: 'labels in highlighted bars' },
  { front: 'onContext', ground: 'context', use: 'text', where: 'labels in grey bars' },
  { front: 'onCompare', ground: 'compare', use: 'text', where: 'labels in compared bars' },
  { front: 'onCover', ground: 'cover', use: 'text', where: 'titles on the cover' },
  { front: 'onCoverSoft', ground: 'cover', use: 'text', where: 'authors and credits on the cover' },
  { front: 'onCoverAccent', ground: 'cover', use: 'text', where: 'the small line above the title of the cover' },
  { front: 'onCover', ground: 'caption', use: 'text', where: 'captions on pictures' },
  { front: 'highlight', ground: 'track', use: 'part', where: 'full cells beside empty ones; a bar in its whole' },
  { front: 'compare', ground: 'track', use: 'part', where: 'a compared share in its whole' },
  { front: 'context', ground: 'paper', use: 'part', where: 'grey bars and icons, outlines of tracks, stems' },
  { front: 'context', ground: 'track', use: 'part', where: 'a grey bar in its whole' },
]

/** Tokens that no contrast is asked of, and why. */
export const exempt: Partial<Record<Token, string>> = {
  line: 'hairlines between groups: the space between them already parts them',
  ornament: 'gold is decoration alone',
  track: 'the fill of an empty part: context outlines it',
  panel: 'a tint of the ground: what stands on it is placed apart as well',
}

/** Two colours of marks that may lie side by side in a chart, each pair in every skin. */
export const neighbours: readonly [Token, Token][] = [
  ['highlight', 'context'],
  ['highlight', 'compare'],
  ['highlight', 'track'],
  ['highlight', 'paper'],
  ['compare', 'context'],
  ['compare', 'track'],
  ['compare', 'paper'],
  ['context', 'track'],
  ['context', 'paper'],
]
