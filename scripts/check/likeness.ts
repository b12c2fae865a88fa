import type { Figure } from '../../model/figure.ts'

/** Characters that say nothing of what is counted. */
const STOP_CHARACTERS = /[\s“”‘’"'「」《》〈〉（）(),，、。；：！？·—…的了和与及在为是又也都已被将把有个]/g

/** A text without punctuation and particles. */
export function stripStopCharacters(text: string): string {
  return text.replace(STOP_CHARACTERS, '')
}

/** The pairs of neighbouring characters of a text. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const chars = [...stripStopCharacters(text)]
  return new Set(chars.slice(1).map((char, index) => chars[index]! + char))
}

/** How much of some pairs is among others: 0 to 1. */
export function overlapOf(own: ReadonlySet<string>, all: ReadonlySet<string>): number {
  let shared = 0
  for (const pair of own) if (all.has(pair)) shared++
  return own.size === 0 ? 0 : shared / own.size
}

/** How much of `part` stands in any of `texts`, in pairs of neighbouring characters: 0 to 1. */
export function bigramOverlap(part: string, texts: readonly string[]): number {
  return overlapOf(bigramsOf(part), new Set(texts.flatMap(text => [...bigramsOf(text)])))
}

/** The names of a figure. */
export function namesOf({ label, short }: Pick<Figure, 'label' | 'short'>): string[] {
  return label === short ? [label] : [label, short]
}
