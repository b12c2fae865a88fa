import { perBases, unitPattern } from '../model/units.ts'

const DIGITS = '\\d[\\d.]*[余多]?'
/** A number with its unit, a range, a month with its year. */
const kept = perBases(() => {
  const number = `${DIGITS}(?:年初|${unitPattern()}|月|日)?`
  return new RegExp(`((?:${DIGITS}年(?=\\d))?${number}(?:—${number})?)`)
})

/**
 * A text in pieces, of which every other one, from the second on, is a number with its unit. Joined, they are the
 * text.
 */
export function splitNumbers(text: string): string[] {
  return text.split(kept())
}
