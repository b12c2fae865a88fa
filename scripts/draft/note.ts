import type { Figure } from '../../model/figure.ts'
import { figureTag, joined, plainWords, type Said } from './said.ts'
import { changeClause, changeOf, clauseOf, isDated, type Find } from './sentence.ts'

/** Most clauses of a note: what is more is on the slide to be read. */
const MOST_CLAUSES = 6

/** What is said of figures: a clause each, changes behind what they are of, sentences by period. */
export function noteOf(figures: readonly Figure[], find: Find): Said {
  const behind = new Set(figures.flatMap(figure => changeOf(figure, figures) ?? []))
  const told = figures.filter(figure => !behind.has(figure)).slice(0, MOST_CLAUSES)
  const runs: Figure[][] = []
  for (const figure of told) {
    const last = runs.at(-1)
    if (last && last[0]!.period.id === figure.period.id) last.push(figure)
    else runs.push([figure])
  }
  const sentences = runs.map(run => {
    const [first] = run
    const dated = isDated(first!, find) ? [] : [figureTag(first!, { period: true }), plainWords('，')]
    const clauses = run.map(figure => {
      const change = changeOf(figure, figures)
      return joined([clauseOf(figure, find), ...(change ? [changeClause(change)] : [])], '，')
    })
    return joined([...dated, joined(clauses, '；'), plainWords('。')])
  })
  return joined(sentences)
}
