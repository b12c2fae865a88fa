import type { Tag } from './scan.ts'
import { scanTags } from './scan.ts'
import { CODE_BLOCK, COMMENT } from './title.ts'
import { type Insertion, isMarked, type Piece, textsBetween, wordBreaks } from './word-breaks.ts'

const HEADING = /^#{1,3}[ \t]+(.*)$/gm
/** Ends of clauses, behind which a line may well end. */
const CLAUSE_END = /[，。；：？！]/

/** Where the clauses of a title end, its own end included. Line breaks end one too. */
function clauseEnds(title: string, texts: readonly Piece[], tags: readonly Tag[]): number[] {
  const marks = texts.flatMap(({ from, text }) =>
    [...text.matchAll(new RegExp(CLAUSE_END, 'g'))].map(({ index }) => from + index + 1),
  )
  const breaks = tags.filter(({ name }) => name.toLowerCase() === 'br').map(({ start }) => start)
  return [...new Set([...marks, ...breaks, title.length])].sort((a, b) => a - b)
}

/**
 * What lets the titles of a slide's content break well: each clause in a span that stays on one line where it can, and
 * inside of it places between words. A browser would break Chinese between any two characters. Titles with emphasis or
 * markup of their own are left alone.
 */
export function titleBreaks(content: string): Insertion[] {
  const passedOver = [CODE_BLOCK, COMMENT].flatMap(pattern => [...content.matchAll(pattern)])
  const isTitle = (at: number): boolean =>
    !passedOver.some(({ index, 0: text }) => at >= index && at < index + text.length)
  return [...content.matchAll(HEADING)]
    .filter(({ index }) => isTitle(index))
    .flatMap(({ index, 1: title = '' }) => {
      const start = index + content.slice(index).indexOf(title)
      const tags = scanTags(title)
      const texts = textsBetween(title, tags)
      if (texts.some(isMarked) || tags.some(({ name, type }) => type === 'close' || (type === 'open' && name !== 'br')))
        return []
      const words = texts.flatMap(wordBreaks)
      const ends = clauseEnds(title, texts, tags)
      let from = 0
      return ends
        .flatMap(end => {
          const open = tags.find(tag => tag.start === from && tag.name.toLowerCase() === 'br')?.end ?? from
          from = end
          if (end <= open) return []
          const inside = words.filter(at => at > open && at < end)
          return [
            { at: open, text: '<span class="hb-clause">' },
            ...inside.map(at => ({ at, text: '<wbr>' })),
            { at: end, text: '</span>' },
          ]
        })
        .map(({ at, text }) => ({ at: start + at, text }))
    })
}
