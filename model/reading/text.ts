/** Marks whose width makes no difference when texts are compared, but does where numbers are read: 100，200 are two. */
const MARKS: Readonly<Record<string, string>> = {
  '，': ',',
  '；': ';',
  '：': ':',
  '！': '!',
  '？': '?',
  '（': '(',
  '）': ')',
}

/** What ends a sentence, in either width. */
export const SENTENCE_ENDS = '。！!？?\\n'
/** What ends a clause, in either width: a number is read within one. */
export const CLAUSE_ENDS = `${SENTENCE_ENDS}，,；;：:`

/** What no reader sees: zero-width spaces and joiners, soft hyphens, marks of direction, variation selectors. */
export const INVISIBLE = /\p{Default_Ignorable_Code_Point}+/gu
/** Characters of old encodings and of PDFs that look like another one: radicals, and ideographs encoded twice. */
const ENCODED_TWICE = '\u2E80-\u2FD5\uF900-\uFAFF'
// Escapes: what stands in these files as it is would have to be in the deck's fonts.
/** Radicals that Unicode decomposes into none, and below them their ideographs: text copied out of a PDF has them. */
const RADICALS =
  '\u2EA0\u2EC4\u2EC5\u2EC6\u2EC9\u2ECB\u2ED3\u2ED4\u2ED8\u2ED9\u2EDA\u2EDB\u2EDC\u2EDD\u2EE2' +
  '\u2EE3\u2EE4\u2EE5\u2EE6\u2EE7\u2EE8\u2EE9\u2EEC\u2EEE\u2EF0'
const IDEOGRAPHS =
  '\u6C11\u897F\u89C1\u89D2\u8D1D\u8F66\u957F\u95E8\u9752\u97E6\u9875\u98CE\u98DE\u98DF\u9A6C' +
  '\u9AA8\u9B3C\u9C7C\u9E1F\u5364\u9EA6\u9EC4\u9F50\u9F7F\u9F99'
const HALF_WIDTH = new RegExp(`[！-～${ENCODED_TWICE}]`, 'g')
const PAIRS = /[\u{2F800}-\u{2FA1F}]/gu

/**
 * Full-width digits, letters and signs in half width, and ideographs that are encoded twice as the usual ones, one
 * character for one; punctuation stays.
 */
export function toHalfWidth(text: string): string {
  return text.replace(HALF_WIDTH, char => {
    const plain = IDEOGRAPHS[RADICALS.indexOf(char)] ?? char.normalize('NFKC')
    return char in MARKS || plain.length !== 1 ? char : plain
  })
}

/** As `toHalfWidth`, punctuation too. */
export function normalizeWidth(text: string): string {
  return toHalfWidth(text).replace(/[，；：！？（）]/g, char => MARKS[char]!)
}

/** Marks that fonts draw alike, and typists take for one another. */
const ALIKE: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'“”\u201E\u201F\u301D\u301E'].map(char => [char, '"'])),
  ...Object.fromEntries([...'‘’\u201A\u201B'].map(char => [char, "'"])),
  ...Object.fromEntries([...'\u2022\u2027\u2219\u22C5\u30FB\uFF65'].map(char => [char, '·'])),
}
const ALIKES = new RegExp(`[${Object.keys(ALIKE).join('')}]`, 'g')

const RANGE = /(\d)[\u2010-\u2015~](?=\d)/g

/**
 * As `normalizeWidth`, quotes and middle dots of whatever shape too, and what stands between two numbers of a range;
 * one character for one.
 */
export function normalize(text: string): string {
  return normalizeWidth(text)
    .replace(ALIKES, char => ALIKE[char]!)
    .replace(RANGE, '$1-')
}

/**
 * A line without characters that nobody sees, and without the space that Chinese does not need; between Latin words and
 * numbers one remains.
 */
export function collapseSpaces(line: string): string {
  return line
    .replace(INVISIBLE, '')
    .replace(PAIRS, char => char.normalize('NFKC'))
    .trim()
    .replace(/\s+/g, (_, at: number, whole: string) => {
      const before = whole.slice(0, at).at(-1) ?? ''
      const after = whole.slice(at).trimStart().at(0) ?? ''
      return /[a-z\d]/i.test(before) && /[a-z\d]/i.test(after) ? ' ' : ''
    })
}

/** A text without what nobody sees, and where in the given one each of its characters stands. */
export function visibleText(given: string): { text: string; places: readonly number[] } {
  const places: number[] = []
  let text = ''
  let at = 0
  for (const { index, 0: hidden } of [...given.matchAll(INVISIBLE), { index: given.length, 0: '' }]) {
    text += given.slice(at, index)
    while (at < index) places.push(at++)
    at = index + hidden.length
  }
  return { text, places }
}

/** A clause of the data as it is looked for: as the article's own text is read. */
export function normalizeClause(clause: string): string {
  return normalize(collapseSpaces(toHalfWidth(clause)))
}

/** What everyone tells apart: a common ideograph, a letter or a digit. */
const TELLING = /[\u4E00-\u9FFFa-zA-Z\d]/
const named = (char: string): string =>
  `“${char}”（U+${char.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}）`

/**
 * The characters by which two texts of one length differ, by their code points, where they are marks that the eye
 * hardly tells apart: 1–11月 and 1-11月. Empty where anything else differs.
 */
export function unlikeMarks(clause: string, other: string): string {
  const [own, found] = [clause, other].map(text => [...normalizeClause(text)]) as [string[], string[]]
  const pairs = own.map((char, index) => [char, found[index] ?? ''] as const).filter(([a, b]) => a !== b)
  if (own.length !== found.length || pairs.some(pair => pair.some(char => TELLING.test(char)))) return ''
  const told = new Set(pairs.map(([a, b]) => `原句是${named(a)}，原文是${named(b)}`))
  return told.size === 0 ? '' : `（${[...told].join('；')}）`
}

/** A part of a text. */
export interface Span {
  start: number
  end: number
}

/** Where a text occurs in another, every time. */
export function occurrences(text: string, sought: string): Span[] {
  const found: Span[] = []
  if (sought === '') return found
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1))
    found.push({ start: at, end: at + sought.length })
  return found
}

export function inside(inner: Span, outer: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end
}

export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end
}

const SENTENCE = new RegExp(`[^${SENTENCE_ENDS}]*[${SENTENCE_ENDS}]?`, 'g')

/** The sentences of a text, each with the mark that ends it. */
export function sentencesOf(text: string): (Span & { text: string })[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: sentence }) =>
    sentence === '' ? [] : [{ text: sentence, start: index, end: index + sentence.length }],
  )
}

/** Reads a text sentence by sentence; what is read of one is shifted to its place in the text. */
export function bySentence<Read extends Span>(text: string, read: (sentence: string) => Read[]): Read[] {
  return sentencesOf(text).flatMap(({ start, text: sentence }) =>
    read(sentence).map(each => (start === 0 ? each : shifted(each, start))),
  )
}

const CLAUSE_END = new RegExp(`[${CLAUSE_ENDS}]`, 'g')
const CLAUSE_END_MARKS = new Set(CLAUSE_ENDS.replaceAll('\\n', '\n'))

/** Where the marks stand that end the clauses of a text; those within a number, as in 1,200, end none. */
export function clauseMarks(text: string): number[] {
  return [...text.matchAll(CLAUSE_END)].map(({ index }) => index).filter(at => endsClause(text, at))
}

/** Whether the mark at a place ends a clause. */
function endsClause(text: string, at: number): boolean {
  return !(/[,，]/.test(text[at]!) && /\d/.test(text[at - 1] ?? '') && /^\d{3}/.test(text.slice(at + 1, at + 4)))
}

/** Where the clause begins that a place of a text is in. */
export function clauseBegin(text: string, at: number): number {
  for (let mark = Math.min(at, text.length) - 1; mark >= 0; mark--)
    if (CLAUSE_END_MARKS.has(text[mark]!) && endsClause(text, mark)) return mark + 1
  return 0
}

/** Where the clause ends that a place of a text is in, its mark left out. */
export function clauseEnd(text: string, at: number): number {
  for (let mark = at; mark < text.length; mark++)
    if (CLAUSE_END_MARKS.has(text[mark]!) && endsClause(text, mark)) return mark
  return text.length
}

/** All places of something that has been read, moved on. */
function shifted<Read extends object>(read: Read, by: number): Read {
  return Object.fromEntries(
    Object.entries(read).map(([name, value]: [string, unknown]) => [
      name,
      /^(?:start|end|unitStart)$/.test(name)
        ? (value as number) + by
        : name === 'number' || name === 'part'
          ? shifted(value as Span, by)
          : value,
    ]),
  ) as Read
}
