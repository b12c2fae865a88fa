import type { Mutant } from '../mutant.ts'
import { charts } from './charts.ts'
import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { derived } from './derived.ts'
import { digitsBound } from './digits-bound.ts'
import { digitsTyped } from './digits-typed.ts'
import { evidence } from './evidence.ts'

export { innocents } from './innocent.ts'

/** All mutants of this deck, rule by rule. */
export const mutants: readonly Mutant[] = [...evidence, ...completeness, ...digitsTyped, ...digitsBound, ...derived, ...consistency, ...charts]
