import type { FigureInput } from './figure.ts'

/** A figure as each clause states it that its source prints it in: that of `clause` first, then those of `also`. */
export function byClause(figure: FigureInput): [FigureInput, ...FigureInput[]] {
  const { also = [], ...evidence } = figure.evidence
  return [figure, ...also.map(clause => ({ ...figure, evidence: { ...evidence, clause } }))]
}
