import type { Figure } from '../../model/figure.ts'

/** Characters that say nothing of what is counted. */
const STOP_CHARACTERS = /[\s“”‘’"'「」《》〈〉（）(),，、。；：！？·—…的了和与及在为是又也都已被将把有个]/g

/** A text without punctuation and particles. */
export function stripStopCharacters(text: string): string {
  return text.replace(STOP_CHARACTERS, '')
}

function bigramsOf(text: string): Set<string> {
  const chars = [...stripStopCharacters(text)]
  return new Set(chars.slice(1).map((char, index) => chars[index]! + char))
}

/** How much of `part` stands in any of `texts`, in pairs of neighbouring characters: 0 to 1. */
export function bigramOverlap(part: string, texts: readonly string[]): number {
  const own = bigramsOf(part)
  const all = new Set(texts.flatMap(text => [...bigramsOf(text)]))
  return own.size === 0 ? 0 : [...own].filter(pair => all.has(pair)).length / own.size
}

/** The names of a figure. */
export function namesOf({ label, short }: Pick<Figure, 'label' | 'short'>): string[] {
  return label === short ? [label] : [label, short]
}
