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

/** Full-width digits, letters and signs in half width, one character for one; punctuation stays. */
export function toHalfWidth(text: string): string {
  return text.replace(/[！-～]/g, char => (char in MARKS ? char : String.fromCharCode(char.charCodeAt(0) - 0xfee0)))
}

/** As `toHalfWidth`, punctuation too. */
export function normalize(text: string): string {
  return toHalfWidth(text).replace(/[，；：！？（）]/g, char => MARKS[char]!)
}

/** A line without the space that Chinese does not need; between Latin words and numbers one remains. */
export function collapseSpaces(line: string): string {
  return line.trim().replace(/\s+/g, (_, at: number, whole: string) => {
    const before = whole.slice(0, at).at(-1) ?? ''
    const after = whole.slice(at).trimStart().at(0) ?? ''
    return /[a-z\d]/i.test(before) && /[a-z\d]/i.test(after) ? ' ' : ''
  })
}

/** A clause of the data as it is looked for: as the article's own text is read. */
export function normalizeClause(clause: string): string {
  return normalize(collapseSpaces(toHalfWidth(clause)))
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

/** Reads a text sentence by sentence; what is read of one is shifted to its place in the text. */
export function bySentence<Read extends Span>(text: string, read: (sentence: string) => Read[]): Read[] {
  return [...text.matchAll(SENTENCE)].flatMap(({ index, 0: sentence }) =>
    read(sentence).map(each => (index === 0 ? each : shifted(each, index))),
  )
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
