import type { Statement } from './statements.ts'

/** Longest clause that the data takes: characters. */
const LONGEST = 60
/** What a clause need not begin with. */
const LEAD = /^(?:[、，,；;：:\s]|和|及|与|以及|其中|同时|的)+/
const CLAUSE = /[，,；;：:]/g

/**
 * The clauses that may be the evidence of a statement, those that are to be tried first at the front: what its label is
 * made of, and then ever more of its sentence. Each bears the number.
 */
export function clausesOf({ sentence, found, label, index, above }: Statement): string[] {
  const end = Math.max(found.end, label.end)
  const starts = [...sentence.slice(0, found.start).matchAll(CLAUSE)].map(({ index }) => index + 1)
  const clauses = [0, ...starts].reverse()
  const said = label.back < 0 ? clauses.at(-1)! : label.back > 0 ? above[index - label.back]! : above[index]!
  const wanted = [said, ...clauses.filter(start => start < said), above[index]!, ...clauses]
  const texts = [...new Set(wanted)].map(start => clauseAt(sentence, start, end))
  const fitting = [...new Set(texts)].filter(text => text.length <= LONGEST)
  return fitting.length > 0 ? fitting : [sentence.slice(Math.max(0, end - LONGEST), end)]
}

function clauseAt(sentence: string, start: number, end: number): string {
  return sentence.slice(start, end).replace(LEAD, '').trim()
}
