import leven from 'leven'
import type { Erratum } from '../../../model/source.ts'
import type { Article, Section, Spot } from './article.ts'
import { normalizeClause, occurrences } from '../../../model/reading/text.ts'

/** Texts less alike than this are not worth telling: characters to change, by length. */
const ALIKE = 0.6

/** A clause as it may stand in a chapter: as it is, and with each erratum made or mended. */
function readings(clause: string, chapter: string | null, errata: readonly Erratum[]): string[] {
  const own = errata.filter(({ chapters }) => chapter !== null && chapters.includes(chapter))
  const mended = own.reduce(
    (text, { printed, read }) => (text.includes(read) ? text : text.replaceAll(printed, read)),
    clause,
  )
  const made = own.reduce((text, { printed, read }) => text.replaceAll(read, printed), clause)
  return [...new Set([clause, mended, made].map(normalizeClause))]
}

/** Every place where a clause stands in some sections; listed errata aside. */
export function findClause(sections: readonly Section[], clause: string, errata: readonly Erratum[]): Spot[] {
  return sections.flatMap(section => {
    const found = readings(clause, section.chapter?.id ?? null, errata).flatMap(text =>
      occurrences(section.normalized, text).map(({ start }) => start),
    )
    return [...new Set(found)].sort((a, b) => a - b).map(at => ({ section, at }))
  })
}

/** Every place where a text has lines of its own. */
export function findLines({ sections }: Article, caption: string): Spot[] {
  const wanted = normalizeClause(caption)
  return sections.flatMap(section => {
    const { text, lines } = section
    const apart = (before: number, after: number): boolean =>
      lines[before] !== lines[after] || text[before] === '\n' || text[after] === '\n'
    return occurrences(section.normalized, wanted)
      .map(({ start }) => start)
      .filter(at => apart(at - 1, at) && apart(at + wanted.length - 1, at + wanted.length))
      .map(at => ({ section, at }))
  })
}

/** The text of the article that is most like a clause; undefined where nothing is. Of several, the first counts. */
export function nearestText(sections: readonly Section[], clause: string): { spot: Spot; text: string } | undefined {
  const wanted = normalizeClause(clause)
  const most = wanted.length * ALIKE
  let best: { spot: Spot; text: string; distance: number } | undefined
  for (const section of sections) {
    for (const { index } of section.normalized.matchAll(/(?<=^|[\s,;:。、!?"“”（）()])[^\s,;:。、!?]/g)) {
      const text = section.normalized.slice(index, index + wanted.length).split('\n')[0]!
      const distance = leven(wanted, text)
      if (distance < (best?.distance ?? most))
        best = { spot: { section, at: index }, text: section.text.slice(index, index + text.length), distance }
    }
  }
  return best
}
