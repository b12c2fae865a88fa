import type { FigureInput } from '../../../data/model/figure.ts'
import { foldClause } from '../../lib/facts/fold.ts'
import { periodWords } from '../../lib/facts/periods.ts'
import type { Finding } from '../finding.ts'
import { acceptedOnly, againstSource } from './evidence-source.ts'
import { dataFindings, inFile, quantitiesOf, statedFigures, type Facts } from './facts.ts'

/** What the rule finds, and what of it goes when the source is accepted as it is now. */
export interface EvidenceFindings {
  faults: Finding[]
  changes: Finding[]
}

/**
 * Each figure against its own clause; with the source at hand, each clause, quote and caption against the source; and
 * both against what was accepted of the source.
 */
export function evidence(facts: Facts): EvidenceFindings {
  const own = [
    ...dataFindings(facts, 'evidence', undefined, '数据与原句一致，每一项都在清单里'),
    ...statedFigures(facts).flatMap(({ figure, file }) => ownClause(figure, facts).map(({ measured, expected, advice }) =>
      inFile('evidence', facts.where(file, figure.id), { element: figure.id, text: figure.evidence.clause, measured, expected, advice }))),
  ]
  const { faults, changes } = facts.article ? againstSource(facts, facts.article) : { faults: [], changes: acceptedOnly(facts) }
  return { faults: [...own, ...faults], changes }
}

interface Wrong { measured: string, expected: string, advice: string }

/** What loading does not ask of a figure and its clause. */
function ownClause(figure: FigureInput, { source: { periods } }: Facts): Wrong[] {
  const { evidence: { clause }, period, change, kind } = figure
  const words = periodWords(foldClause(clause), periods)
  const text = periods.find(({ id }) => id === period)?.text ?? period
  const wrong: Wrong[] = []
  if (words.length > 0 && !words.some(({ id }) => id === period)) {
    wrong.push({
      measured: `原句写的时段是“${words.map(each => each.text).join('、')}”，数据写的是“${text}”`,
      expected: '时段与原句一致',
      advice: '请改 period 和 evidence.period；时段不在 data/periods.ts 里的，先补上',
    })
  }
  const stated = quantitiesOf(figure, clause)
  const signed = stated.find(found => found.change !== null && /^(?:%|‰|个百分点|倍)$/.test(found.unit))
  if (change === undefined && kind !== 'share' && signed && stated.every(found => found.change !== null)) {
    wrong.push({
      measured: `原句写的是“${signed.change}”，数据没有增减词`,
      expected: `写明 change: '${signed.change}'`,
      advice: '请把 kind 改为 growth 或 reduction，并写上 change',
    })
  }
  return wrong
}
