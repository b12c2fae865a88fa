import { directionOf } from './changes.ts'
import { perBases, unitPattern } from './units.ts'
import { cutWords } from './words.ts'

/** What never begins a line, and what never ends one. */
const CLOSING = /^[，。、；：？！”’）》〉」』】〕%％…·—]/
const OPENING = /[“‘（《〈「『【〔]$/
/** Single characters that belong to the word behind them; any other belongs to the one before: 增加值, 打印机. */
const LEADING =
  /^(?:和|与|及|或|不|新|各|全|每|共|约|被|把|在|总|老|高|这|列|居|为|我|您|他|她|你|就|能|作|要|也|都|将|已|还)$/
/** Longest quoted name, in characters, that is kept on one line. */
const QUOTED = 8

const withUnit = perBases(() => new RegExp(`\\d[余多]?${unitPattern()}`, 'y'))

/** Whether the unit of a text's last number goes on behind it, going by the whole text that it begins: 2.3个百分点. */
export function partsUnit(head: string, whole: string): boolean {
  const number = head.search(/\d\D*$/)
  const pattern = withUnit()
  pattern.lastIndex = number
  return number >= 0 && pattern.test(whole) && pattern.lastIndex > head.length
}

function joins(before: string, after: string): boolean {
  return (
    CLOSING.test(after) ||
    OPENING.test(before) ||
    LEADING.test(before) ||
    (/^\p{Script=Han}$/u.test(after) && !LEADING.test(after) && !/[的\p{P}]$/u.test(before)) ||
    /[\d.+−-]$/.test(before) ||
    (/^\d/.test(after) && directionOf(before) !== undefined) ||
    (/\d[:∶]$/.test(before) && /^\d/.test(after)) ||
    (/[A-Za-z]$/.test(before) && /^[\dA-Za-z]/.test(after)) ||
    /\s$/.test(before) ||
    /^\s/.test(after)
  )
}

/** Whether a text ends inside of a short quoted name, going by the whole text that it begins. */
function insideQuotes(head: string, whole: string): boolean {
  const open = Math.max(head.lastIndexOf('“'), head.lastIndexOf('《'))
  if (open < 0 || /[”》]/.test(head.slice(open))) return false
  const length = whole.slice(open + 1).search(/[”》]/)
  return length > 0 && length <= QUOTED
}

/** Where a line ends best: behind punctuation and 的, before what points back. */
const GOOD_END = /[的，。、；：？！]$/
const GOOD_START = /^[这那就]/
/** Longest run of words, in characters, that is kept whole between two such places. */
const RUN = 8

/** Joins the words between two good places for a break, as long as that leaves none longer than so many characters. */
function joinRuns(words: readonly string[], longest: number): string[] {
  const runs: string[][] = []
  for (const word of words) {
    const last = runs.at(-1)
    if (last && !GOOD_END.test(last.at(-1)!) && !GOOD_START.test(word)) last.push(word)
    else runs.push([word])
  }
  return runs.length > 1
    ? runs.flatMap(run => (run.join('').replace(/\p{P}+$/u, '').length <= longest ? [run.join('')] : run))
    : [...words]
}

/**
 * A Chinese text in the pieces between which a line may break: words with the punctuation and particles that belong to
 * them; a number keeps what follows it, and the word of change in front of it. Joined, they are the text.
 * @param longest run of words, in characters without its punctuation, that is kept whole
 */
export function phrases(text: string, longest = RUN): string[] {
  const pieces: string[] = []
  let head = ''
  for (const word of cutWords(text)) {
    const last = pieces.at(-1)
    if (last !== undefined && (joins(last, word) || insideQuotes(head, text) || partsUnit(head, text)))
      pieces[pieces.length - 1] = last + word
    else pieces.push(word)
    head += word
  }
  return joinRuns(pieces, longest)
}
