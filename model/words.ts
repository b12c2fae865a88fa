const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * The words of a text; joined, they are the text. A built site has a list of its words in the place of this module, for
 * browsers without a dictionary of their own: see `setup/vite/words.ts`.
 */
export function cutWords(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
