import { UNIT_PATTERN } from '../model/units.ts'

const WORDS = `年初|${UNIT_PATTERN}|月|日`
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
