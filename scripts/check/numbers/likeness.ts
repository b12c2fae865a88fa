import type { Figure } from '../../../model/figure.ts'

/** Characters that say nothing of what is counted. */
const STOP_CHARACTERS = /[\s“”‘’"「」《》〈〉（）()，。、；：！？·—…的了和与及在为是又也都已被将把有个]/g

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
export function namesOf({ label, short }: Figure): string[] {
  return label === short ? [label] : [label, short]
}

/** Everything that the data says of what a figure is of. */
export function wordsOf(figure: Figure): string[] {
  const { evidence, note = '', whole = '', comparedWith = '', chapter, derived } = figure
  return [...namesOf(figure), derived ? '' : evidence.clause, note, whole, comparedWith, chapter.topic, chapter.short]
}

/** Share of a clause that has to be a name of another figure before that one is taken to be meant. */
const MEANT = 0.75

/**
 * The same where the words have something in common with the figure itself, and by how much they must be more like the
 * other's name.
 */
const MEANT_RATHER = 0.85
const RATHER = 0.5
/** A word such as 面积 or 企业 is part of many names. */
const LONG = 5

function likeness(said: string, figure: Figure): number {
  const names = namesOf(figure)
  return Math.max(bigramOverlap(said, names), ...names.map(name => bigramOverlap(name, [said])))
}

/**
 * The figure that some words name instead of `figure`: they stand nearly complete in a name of the other, and have
 * nothing in common with all that the data says of that one, or far less with its names. Undefined wherever there is
 * doubt.
 */
export function namedInstead(words: string, figure: Figure, all: readonly Figure[]): Figure | undefined {
  const said = stripStopCharacters(words)
  if (said.length < 2) return undefined
  const scored = all
    .filter(other => other.id !== figure.id)
    .map(other => ({ other, score: likeness(said, other) }))
    .sort((a, b) => b.score - a.score)
  const [best] = scored
  if (!best) return undefined
  const meant =
    bigramOverlap(said, wordsOf(figure)) > 0
      ? said.length >= LONG && best.score >= Math.max(MEANT_RATHER, likeness(said, figure) + RATHER)
      : best.score >= MEANT
  return meant ? best.other : undefined
}

/** Share of some words that has to be of another figure's before they are taken to be about that one. */
const TOLD = 0.4

/**
 * The figure of the same measure that some words are about, where they have nothing in common with all that the data
 * says of `figure`: 建成基站 before a number of hospitals. Words that are about no figure in particular are about any.
 */
export function meantInstead(words: string, figure: Figure, all: readonly Figure[]): Figure | undefined {
  const said = stripStopCharacters(words)
  if (said.length < 2 || bigramOverlap(said, wordsOf(figure)) > 0) return undefined
  const [best] = all
    .filter(({ id, unit, kind }) => id !== figure.id && unit === figure.unit && kind === figure.kind)
    .map(other => ({
      other,
      score: bigramOverlap(said, [...namesOf(other), other.derived ? '' : other.evidence.clause]),
    }))
    .sort((a, b) => b.score - a.score)
  return best && best.score >= TOLD ? best.other : undefined
}
