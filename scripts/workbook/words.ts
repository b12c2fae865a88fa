/**
 * Words in one cell with one of `marks` between them, the first of which is written. A word that cannot stand bare is
 * quoted, as in csv (RFC 4180).
 */
export function joinWords(words: readonly string[], marks: string): string {
  const bare = new RegExp(`^(?!["\\s])[^${marks}]*$(?<!\\s)`)
  return words.map(word => (bare.test(word) ? word : `"${word.replaceAll('"', '""')}"`)).join(marks[0])
}

/** The words that {@link joinWords} has joined, or a person; without the spaces about them. */
export function splitWords(text: string, marks: string): string[] {
  const word = new RegExp(`\\s*"(?<quoted>(?:[^"]|"")*)"\\s*(?=[${marks}]|$)|(?<bare>[^${marks}]*)`, 'y')
  const words: string[] = []
  for (let at = 0; at <= text.length; at = word.lastIndex + 1) {
    word.lastIndex = at
    const { quoted, bare = '' } = word.exec(text)!.groups!
    words.push(quoted?.replaceAll('""', '"') ?? bare.trim())
  }
  return words
}
