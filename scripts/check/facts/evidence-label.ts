import type { FigureInput } from '../../../model/figure.ts'
import { parseQuantities } from '../../../model/quantity.ts'
import { normalizeClause } from '../../lib/facts/normalize.ts'
import { stripStopCharacters, bigramOverlap } from '../numbers/likeness.ts'
import type { Finding } from '../finding.ts'
import { inFile, quantitiesOf, statedFigures, type Facts, type StatedFigure } from './facts.ts'

/** By how much two labels must fit each other's clauses better than their own before they are taken for exchanged. */
const CROSSED = 0.5
/** Areas that a figure may be of; a clause that names one is about no other. */
const SCOPES = /世界|全球|全[国省市区县州盟]/g

/** Each label is that of what its clause is about. */
export function labelsOfClauses(facts: Facts): Finding[] {
  const stated = statedFigures(facts)
  return [
    ...stated.flatMap(each => [...unrelated(each, facts), ...otherScope(each, facts), ...outOfOrder(each, facts)]),
    ...exchanged(stated, facts),
  ]
}

function finding(
  { figure, file }: StatedFigure,
  facts: Facts,
  measured: string,
  expected: string,
  advice: string,
): Finding {
  return inFile('evidence', facts.where(file, figure.id), {
    element: figure.id,
    text: figure.evidence.clause,
    measured,
    expected,
    advice,
  })
}

function namesOf({ label, short, note, whole }: FigureInput): string[] {
  return [label, short, note, whole].filter(each => each !== undefined)
}

function unrelated(each: StatedFigure, facts: Facts): Finding[] {
  const {
    label,
    evidence: { clause },
  } = each.figure
  const said = new Set(stripStopCharacters(normalizeClause(clause)))
  if (namesOf(each.figure).some(name => [...stripStopCharacters(normalizeClause(name))].some(char => said.has(char))))
    return []
  return [
    finding(
      each,
      facts,
      `名称“${label}”与原句没有一个字相同`,
      '名称说的是原句里的事',
      '请核对 label 和 evidence.clause；原句另有叫法的，写进 note',
    ),
  ]
}

function otherScope(each: StatedFigure, facts: Facts): Finding[] {
  const {
    label,
    short = '',
    whole = '',
    evidence: { clause },
  } = each.figure
  const scopes: readonly string[] = clause.match(SCOPES) ?? []
  const wrong = [label, short, whole]
    .flatMap(text => text.match(SCOPES) ?? [])
    .find(scope => scopes.length > 0 && !scopes.includes(scope))
  return wrong === undefined
    ? []
    : [
        finding(
          each,
          facts,
          `数据写的是“${wrong}”，原句写的是“${scopes.join('、')}”`,
          '范围与原句一致',
          '请改 label、short 或 whole',
        ),
      ]
}

/** 公办率、普惠率分别达到52.05%、80.43%: the names and the numbers of such a list go in the same order. */
function outOfOrder(each: StatedFigure, facts: Facts): Finding[] {
  const { figure } = each
  const { clause } = figure.evidence
  const at = clause.search(/分别|依次/)
  if (at < 0) return []
  const names = clause
    .slice(0, at)
    .split(/[，。；：]/)
    .at(-1)!
    .split(/[、和与及]/)
    .filter(Boolean)
  const numbers = parseQuantities(clause).filter(({ start }) => start > at)
  if (names.length < 2 || names.length !== numbers.length) return []
  const scores = names.map(name => bigramOverlap(name, [figure.label]))
  const best = scores.indexOf(Math.max(...scores))
  const own = quantitiesOf(figure, clause)
    .map(({ start }) => numbers.findIndex(number => number.start === start))
    .filter(index => index >= 0)
  if (
    scores[best] === 0 ||
    scores.filter(score => score === scores[best]).length > 1 ||
    own.length === 0 ||
    own.includes(best)
  )
    return []
  const { start, end } = numbers[best]!
  return [
    finding(
      each,
      facts,
      `原句依次列出${names.join('、')}，“${names[best]}”是第 ${best + 1} 个，数据取的是第 ${own[0]! + 1} 个数`,
      `“${clause.slice(start, end)}”`,
      '请核对 value，或改 label',
    ),
  ]
}

/** Two labels of which each is about the other's clause. */
function exchanged(stated: readonly StatedFigure[], facts: Facts): Finding[] {
  const fits = stated.map(({ figure }) =>
    stated.map(other => bigramOverlap(figure.label, [other.figure.evidence.clause])),
  )
  return stated.flatMap((each, index) =>
    stated.slice(0, index).flatMap((other, before) => {
      const [own, crossed] = [
        fits[index]![index]! + fits[before]![before]!,
        fits[index]![before]! + fits[before]![index]!,
      ]
      if (
        crossed < own + CROSSED ||
        fits[index]![before]! <= fits[index]![index]! ||
        fits[before]![index]! <= fits[before]![before]!
      )
        return []
      const measured = (one: StatedFigure, two: StatedFigure): string =>
        `名称“${one.figure.label}”说的是“${two.figure.id}”的原句，两条的名称像是写反了`
      return [
        [each, other],
        [other, each],
      ].map(([one, two]) =>
        finding(
          one!,
          facts,
          measured(one!, two!),
          `与原句相合的名称，如“${two!.figure.label}”`,
          '请核对两条的 label 和 short',
        ),
      )
    }),
  )
}
