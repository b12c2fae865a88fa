import type { Figure } from './figure.ts'
import type { Target } from './target.ts'

/**
 * The figures of a target that are shown.
 * @param drawn whether only what was planned and done is, as in a chart; a table has all
 */
export function figuresOfTarget({ plan, done, before, rate }: Target, drawn = false): Figure[] {
  return (drawn ? [plan, done] : [before, plan, done, rate]).filter(figure => figure !== null)
}
