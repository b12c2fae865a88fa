import type { Innocent, Mutant } from '../mutant.ts'
import { completeness } from './completeness.ts'
import { consistency } from './consistency.ts'
import { derived } from './derived.ts'
import { evidence } from './evidence.ts'

/** All mutants of this deck, rule by rule. */
export const mutants: readonly Mutant[] = [...evidence, ...completeness, ...derived, ...consistency]
export const innocents: readonly Innocent[] = []
