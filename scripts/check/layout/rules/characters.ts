/** Punctuation that closes, and may not begin a line. */
export const CLOSING = '，。、；：？！”’）》〉」』】〕…％%‰,;:!?)]}'

/** Punctuation that opens, and may not end a line. */
export const OPENING = '“‘（《〈「『【〔([{'

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What readers see as characters. */
export function charactersOf(text: string): string[] {
  return [...segmenter.segment(text)].map(({ segment }) => segment)
}

/** Whether a text says anything: a lone quotation mark is an ornament. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text)
}
