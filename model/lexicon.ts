/** What no list of words holds: Latin words and numbers, spaces, and any other character by itself. */
const REST = /[A-Za-z0-9_]+(?:[.,'’][A-Za-z0-9_]+)*|\s+|./su.source

/**
 * A cutter for those who know no more than a list of words: at every place of a text it takes the longest one of the
 * list. What it cuts, joined, is the text.
 * @param words without spaces and punctuation
 */
export function lexiconCutter(words: readonly string[]): (text: string) => string[] {
  const longestFirst = [...words].sort((a, b) => b.length - a.length)
  const word = new RegExp([...longestFirst, REST].join('|'), 'gsu')
  return text => text.match(word) ?? []
}
