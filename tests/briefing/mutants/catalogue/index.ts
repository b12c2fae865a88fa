import type { Mutant } from '../mutant.ts'
import { charts } from './charts.ts'
import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { derived } from './derived.ts'
import { digitsBound } from './digits-bound.ts'
import { digitsElsewhere } from './digits-elsewhere.ts'
import { digitsTyped } from './digits-typed.ts'
import { digitsWords } from './digits-words.ts'
import { evidence } from './evidence.ts'

export { equivalents } from './equivalent.ts'

/** All mutants of this deck, rule by rule. */
export const mutants: readonly Mutant[] = [
  ...evidence,
  ...completeness,
  ...digitsTyped,
  ...digitsWords,
  ...digitsElsewhere,
  ...digitsBound,
  ...derived,
  ...consistency,
  ...charts,
]
