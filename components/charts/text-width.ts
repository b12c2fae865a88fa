// Advance widths in em of Noto Sans SC Bold, the wider of the two weights; everything Chinese is one em wide.
const WIDTHS: readonly [RegExp, number][] = [[/[0-9+−=]/, 0.59], [/[.,:]/, 0.33], [/ /, 0.23], [/%/, 0.97], [/[—–]/, 0.91], [/[A-Z]/, 0.75], [/[ -~]/, 0.62]]

/** Width of one line in em, never less than it is drawn with. */
export function emWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDTHS.find(([pattern]) => pattern.test(char))?.[1] ?? 1), 0)
}

/** Width of one line in px. */
export function textWidth(text: string, size: number): number {
  return Math.ceil(emWidth(text) * size)
}

/** Longest label in em that stays on one line. */
export const LINE_EM = 12

const NO_LINE_START = /^[，。、；：）”》！？%]/
const NO_LINE_END = /[（“《]$/
const GOOD_LINE_END = /[的和与及、·”]$/

// A break behind a joining word reads so well that it may be two characters off the middle.
function unevenness(head: string, whole: number): number {
  return Math.abs(emWidth(head) - whole / 2) - (GOOD_LINE_END.test(head) ? 2 : 0)
}

/**
 * A label as one line, or as two of nearly equal width where it is longer than `limit` em. Breaks between words only,
 * so a number keeps its unit; never drops a character.
 */
export function wrapLabel(label: string, limit = LINE_EM): string[] {
  const whole = emWidth(label)
  if (whole <= limit)
    return [label]
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(label)].map(({ index }) => index)
  const breaks = words
    .map(index => [label.slice(0, index), label.slice(index)] as const)
    .filter(([head, tail]) => head && !NO_LINE_START.test(tail) && !NO_LINE_END.test(head) && !/\d$/.test(head))
    .sort((a, b) => unevenness(a[0], whole) - unevenness(b[0], whole))
  return breaks[0] ? [...breaks[0]] : [label]
}
