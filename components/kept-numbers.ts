import { UNITS } from '../model/vocabulary.ts'

const WORDS = [...UNITS, '年初', '年', '月', '日'].sort((a, b) => b.length - a.length).join('|')
const NUMBER = `\\d[\\d.]*[余多]?(?:${WORDS})?`
/** A number with its unit, a range, a month with its year. */
const KEPT = new RegExp(`(${NUMBER}(?:(?<=年)${NUMBER})?(?:—${NUMBER})?)`)

/**
 * A text in pieces, of which every other one, from the second on, is a number with its unit. Joined, they are the
 * text.
 */
export function splitNumbers(text: string): string[] {
  return text.split(KEPT)
}
