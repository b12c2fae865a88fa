import type { factsRules } from '../../../scripts/check/facts/rule-names.ts'
import type { numberRules } from '../../../scripts/check/numbers/rule-names.ts'

/** The rules that faults are seeded for: those on numbers and where they come from. */
export type MutantRule = keyof typeof factsRules | keyof typeof numberRules

/** A change to one file of a copy of the deck: what is replaced stands there once, unless `all`. */
export interface Edit {
  /** From the project's root. Default: `slides.md`, and there the mutant's own slide. */
  file?: string
  /** Words of the one entry of the file's list that is changed. Default: any. */
  entry?: string
  /** Default: the whole file, which is new. */
  find?: string
  put: string
  /** Replaces it wherever it stands. */
  all?: boolean
}

/** An equivalent mutant: a change that leaves the deck in order, and that the gate must not report. */
export interface EquivalentMutant {
  /** In Chinese, as the report prints it; unique. */
  name: string
  /** Words of `slides.md` that stand on one slide only, and still do once it has been edited. */
  slide?: string
  edits: readonly Edit[]
  /** Whether the article is given to the check, and what has changed is accepted before. */
  accepts?: boolean
}

/** A seeded fault, with what the gate must say of it. */
export interface Mutant {
  /** In Chinese, as the report prints it; unique. */
  name: string
  /** The rule that has to find it. */
  rule: MutantRule
  /**
   * Words of `slides.md` that stand on the slide where the fault is found and on no other, still so once it has been
   * edited.
   */
  slide?: string
  edits: readonly Edit[]
  /** What element, text, measure or expectation of a finding say. */
  tells: RegExp
  /**
   * Where the finding is, for faults that are on no slide: a file, `file#words` for the line that these words stand on,
   * or empty for the deck as a whole. Default: the line of the first edit.
   */
  at?: string
  /** Whether the article is given to the check. */
  article?: boolean
  /** Other slides, by words on them, that the change disturbs: no other mutant is tried on them in the same build. */
  also?: readonly string[]
}

/** Whether a rule looks at the rendered deck, for which a site has to be built. */
export function isRendered({ rule }: Pick<Mutant, 'rule'>): boolean {
  return rule === 'digits' || rule === 'charts'
}
