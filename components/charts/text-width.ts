import { cutWords } from '../../model/words.ts'

// Advance widths in em of the widest of our faces; everything Chinese is one em wide.
const WIDTHS: readonly [RegExp, number][] = [
  [/[0-9+−=]/, 0.61],
  [/[.,:]/, 0.34],
  [/ /, 0.25],
  [/%/, 0.99],
  [/[—–]/, 0.95],
  [/[A-LN-Z]/, 0.78],
  [/[Mmw]/, 1.02],
  [/[ -~]/, 0.64],
]

/** Width of one line in em, never less than it is drawn with. */
export function emWidth(text: string): number {
  return [...text].reduce((sum, char) => sum + (WIDTHS.find(([pattern]) => pattern.test(char))?.[1] ?? 1), 0)
}

/** Width of one line in px. */
export function textWidth(text: string, size: number): number {
  return Math.ceil(emWidth(text) * size)
}

/** Height of a line of text, in its size. */
export const LINE = 1.25

/** Longest label in em that stays on one line, and that of narrow labels. */
export const LINE_EM = 12
export const SHORT_EM = 7

const NO_LINE_START = /^[，。、；：）”》！？%]/
const NO_LINE_END = /[（“《]$/
const GOOD_LINE_END = /[的和与及、·”]$/

// A break behind a joining word reads so well that it may be two characters off the middle.
function unevenness(head: string, whole: number): number {
  return Math.abs(emWidth(head) - whole / 2) - (GOOD_LINE_END.test(head) ? 2 : 0)
}

const isSingle = (word: string): boolean => /^\p{Script=Han}$/u.test(word)

function breaksOf(label: string): number[] {
  const words = cutWords(label)
  let at = 0
  return words.flatMap((word, index) => {
    const start = at
    at += word.length
    const [head, tail] = [label.slice(0, start), label.slice(start)]
    const [before, after] = [words[index - 1] ?? '', words[index + 1] ?? '']
    // Characters by themselves make a word that no dictionary knew, or end one: 绿 and 地, 率.
    const together = isSingle(word) && !GOOD_LINE_END.test(head) && (isSingle(before) || !after || isSingle(after))
    return head && !together && !NO_LINE_START.test(tail) && !NO_LINE_END.test(head) && !/\d$/.test(head) ? [start] : []
  })
}

/**
 * A label as one line, or as two of nearly equal width where it is longer than `limit` em. Breaks between words only,
 * so a number keeps its unit; never drops a character.
 */
export function wrapLabel(label: string, limit = LINE_EM): string[] {
  const whole = emWidth(label)
  if (whole <= limit) return [label]
  const breaks = breaksOf(label)
    .map(index => [label.slice(0, index), label.slice(index)] as const)
    .sort((a, b) => unevenness(a[0], whole) - unevenness(b[0], whole))
  return breaks[0] ? [...breaks[0]] : [label]
}

/** A text in as many lines as it takes to keep each within `limit` em: evenly in two, or filled from the first on. */
export function wrapTo(text: string, limit: number): string[] {
  const halves = wrapLabel(text, limit)
  if (halves.every(line => emWidth(line) <= limit)) return halves
  const fitting = breaksOf(text).filter(index => emWidth(text.slice(0, index)) <= limit)
  let end = fitting.at(-1) ?? 0
  // A single word that is wider than the line breaks between any two characters.
  while (!fitting.length && (end === 0 || emWidth(text.slice(0, end + 1)) <= limit)) end += 1
  const rest = text.slice(end)
  return rest ? [text.slice(0, end), ...wrapTo(rest, limit)] : [text]
}

/**
 * Lines of a note: whole sentences beside each other as long as they fit. Sentences are apart by an ideographic space.
 */
export function wrapNote(note: string, limit: number): string[] {
  return note
    .split('　')
    .filter(Boolean)
    .reduce<string[]>((lines, sentence) => {
      const joined = lines.length ? `${lines.at(-1)}\u3000${sentence}` : sentence
      return emWidth(joined) <= limit ? [...lines.slice(0, -1), joined] : [...lines, ...wrapTo(sentence, limit)]
    }, [])
}
