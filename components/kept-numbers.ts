import { UNITS } from '../model/vocabulary.ts'

const WORDS = [...UNITS, '年初', '年', '月', '日'].sort((a, b) => b.length - a.length).join('|')
const DIGITS = '\\d[\\d.]*[余多]?'
const NUMBER = `${DIGITS}(?:${WORDS})?`
/** A number with its unit, a range, a month with its year. */
const KEPT = new RegExp(`((?:${DIGITS}年(?=\\d))?${NUMBER}(?:—${NUMBER})?)`)

/**
 * A text in pieces, of which every other one, from the second on, is a number with its unit. Joined, they are the
 * text.
 */
export function splitNumbers(text: string): string[] {
  return text.split(KEPT)
}
