import { isLeft } from '../../model/reading/periods.ts'
import { clauseEnd, clauseMarks, normalize } from '../../model/reading/text.ts'
import type { Statement } from './statements.ts'

/** Longest clause that the data takes: characters. */
const LONGEST = 60
/** What a clause need not begin with. */
const LEAD = /^(?:[、，,；;：:\s]|和|及|与|以及|其中|同时|的)+/

/**
 * The clauses that may be the evidence of a statement, those that are to be tried first at the front: what its label is
 * made of, and then ever more of its sentence. Each bears the number.
 */
export function clausesOf({ sentence, found, label, index, above }: Statement): string[] {
  const end = Math.max(found.end, label.end)
  const whole = clauseEnd(sentence, end)
  const starts = clauseMarks(sentence.slice(0, found.start)).map(mark => mark + 1)
  const clauses = [0, ...starts].reverse()
  const said = label.back < 0 ? clauses.at(-1)! : label.back > 0 ? above[index - label.back]! : above[index]!
  const wanted = [...new Set([said, ...clauses.filter(start => start < said), above[index]!, ...clauses])]
  // 分别 tells of all that follow, 从 of what is reached, and 0.3个和0.1个百分点 have one unit.
  const shared = !sentence
    .slice(found.number.start, found.number.end)
    .replace(/[余多]/, '')
    .endsWith(found.unit)
  const ends = label.each || shared || isLeft(normalize(sentence), found.number) ? [whole] : [end, whole]
  const texts = ends.flatMap(last => wanted.map(start => clauseAt(sentence, start, last)))
  const fitting = [...new Set(texts)].filter(text => text.length <= LONGEST)
  return fitting.length > 0 ? fitting : [sentence.slice(Math.max(0, end - LONGEST), end)]
}

function clauseAt(sentence: string, start: number, end: number): string {
  return sentence.slice(start, end).replace(LEAD, '').trim()
}
