import type { FigureInput, ResolvedPeriod } from '../../../model/figure.ts'
import { resolvePeriod } from '../../../model/periods.ts'
import { normalizeClause } from '../../../model/reading/text.ts'
import { periodsIn } from '../../../model/sources.ts'
import { givesPeriod, governingPeriod, periodWords, type PeriodWords } from '../../../model/reading/periods.ts'
import { readSpan } from '../../../model/span.ts'
import { periodsTold } from '../../lib/facts/heading-period.ts'
import type { Finding } from '../finding.ts'
import { changesSinceAccepted } from './accepted.ts'
import { againstSource } from './evidence-source.ts'
import { labelsOfClauses } from './evidence-label.ts'
import { notCarried, quantitiesOf } from '../../../model/reading/statement.ts'
import { dataFindings, inFile, saysMore, statedClauses, type Discrepancy, type Facts } from './facts.ts'

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
    ...statedClauses(facts).flatMap(({ figure, file, place }) =>
      ownClause(figure, place.source, facts).map(wrong =>
        inFile('evidence', facts.where(file, figure.id), {
          element: figure.id,
          text: figure.evidence.clause,
          ...wrong,
        }),
      ),
    ),
    ...labelsOfClauses(facts),
  ]
  const { faults, changes } = facts.article
    ? againstSource(facts, facts.article)
    : { faults: [], changes: changesSinceAccepted(facts) }
  return { faults: [...own, ...faults], changes }
}

/** The words of a clause that give a period to its number: those before it, or else those behind. */
function periodsAround(figure: FigureInput, periods: readonly ResolvedPeriod[]): PeriodWords[] {
  const clause = normalizeClause(figure.evidence.clause)
  const numbers = quantitiesOf(figure, clause)
  const governing = numbers.flatMap(({ start }) => governingPeriod({ normalized: clause }, start, periods) ?? [])
  const last = numbers[0]?.end ?? 0
  return governing.length > 0 ? governing : periodWords(clause, periods).filter(({ start }) => start >= last)
}

/** What loading does not ask of a figure and its clause. */
function ownClause(figure: FigureInput, id: string | null, { source, deck }: Facts): Discrepancy[] {
  const { clause } = figure.evidence
  const periods = periodsIn(deck.periods, source, id)
  const words = periodsAround(figure, periods)
  const period = resolvePeriod(figure.period, source.periods)
  // 今年 is of the year of a heading above it, where evidence.period says that.
  const told = periodsTold(readSpan(figure.evidence.period ?? ''), periods)
  const readings = [...words, ...(told === periods ? [] : periodsAround(figure, told))]
  const wrong: Discrepancy[] = []
  if (words.length > 0 && !readings.some(each => period && givesPeriod(each, period))) {
    wrong.push({
      measured: `原句写的时段是“${words.map(each => each.text).join('、')}”，数据写的是“${period?.text ?? figure.period}”`,
      expected: '时段与原句一致',
      advice: '请改 period 和 evidence.period；period 写 data/periods.ts 里的编号，或时段的代码，如 2031-H1',
    })
  }
  const compared = otherBase(figure)
  if (compared) wrong.push(compared)
  // Of several numbers that are alike, one that says nothing more is enough.
  const more = quantitiesOf(figure, clause)
    .map(found => notCarried(figure, found))
    .sort((a, b) => a.length - b.length)[0]
  if (more && more.length > 0) wrong.push(saysMore(more))
  return wrong
}

/** Times that a change is compared with, as clauses name them behind 比 or 较. */
const BASE = /[比较](上年|去年|往年|前年|上月|上个月|上季度|上一季度|年初|月初)/
/** What 同比 and 环比 are short for. */
const BASES: readonly (readonly [change: RegExp, base: RegExp])[] = [
  [/^同比/, /上年|去年|往年|上一年|前一年/],
  [/^环比/, /上月|上个月|上季|上一季/],
]

/** A change is compared with what its clause compares it with. */
function otherBase({ comparedWith, change, evidence: { clause } }: FigureInput): Discrepancy | undefined {
  if (comparedWith === undefined) return undefined
  const named = BASE.exec(clause)?.[1]
  const meant = BASES.find(([word]) => word.test(change ?? ''))
  if (named === undefined ? !meant || meant[1].test(comparedWith) : comparedWith.includes(named)) return undefined
  return {
    measured: `数据写的是与“${comparedWith}”相比，原句写的是“${named ?? change}”`,
    expected: '比较的对象与原句一致',
    advice: '请改 comparedWith',
  }
}
