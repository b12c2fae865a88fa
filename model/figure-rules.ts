import type { Context } from './context.ts'
import type { FigureInput } from './figure.ts'
import type { DeckSource } from './source.ts'
import { decimalsOf, formatFigure } from './format.ts'
import { unknownColumn, unknownPeriod, unknownWhole } from './context.ts'
import { operandOf } from './expression.ts'
import { intervalOf, isSurelyMore, type Interval } from './interval.ts'
import { readQuantities } from './reading/quantities.ts'
import { hasDigitsOf, saysChange } from './reading/statement.ts'
import { directionOf, KIND_NAMES, QUALIFIERS, UNITS_OF_KIND, type Unit } from './vocabulary.ts'

function clauseProblem(figure: FigureInput): string | null {
  const {
    value,
    unit,
    kind,
    qualifier = 'none',
    change,
    evidence: { clause },
  } = figure
  const decimals = decimalsOf(figure)
  const printed = formatFigure({ value, unit, qualifier, kind, change, decimals })
  const stated = readQuantities(clause)
  const alike = stated.filter(q => q.value === value && q.unit === unit && hasDigitsOf(q, figure))
  const matches = alike.filter(q => q.qualifier === qualifier && q.unknownQualifier === null)
  const inexact = alike.find(q => q.unknownQualifier !== null)
  if (!matches.length && inexact) {
    return (
      `原句“${clause}”的“${inexact.unknownQualifier}”不在限定词清单里（${QUALIFIERS.filter(word => word !== 'none').join('、')}，只能用一个），` +
      `“${clause.slice(inexact.start, inexact.end)}”不能写成“${printed}”`
    )
  }
  if (!matches.length)
    return `原句“${clause}”没有写“${printed}”，写的是：${stated.map(({ start, end }) => clause.slice(start, end)).join('、') || '没有数字'}`
  // 14万余件 and 14余万件 are different claims, and the figure does not store which of them it is.
  if (qualifier === '余' && !matches.some(({ start, end }) => clause.slice(start, end).replace(/\s/g, '') === printed))
    return `会印成“${printed}”，与原句“${clause}”里“余”的位置不同`
  if (change && !matches.some(match => saysChange(match, change))) return `原句“${clause}”在该数之前没有写“${change}”`
  return null
}

function kindProblem({ kind, unit, value, change }: FigureInput): string | null {
  if (!UNITS_OF_KIND[kind].includes(unit)) return `类别“${KIND_NAMES[kind]}”不用单位“${unit}”`
  if (kind === 'rank' && (!Number.isInteger(value) || value < 1)) return `位次应为不小于1的整数（现为 ${value}）`
  const changes = kind === 'growth' || kind === 'reduction'
  if (changes !== (change !== undefined))
    return changes ? `${KIND_NAMES[kind]}须写明增减词 change` : `${KIND_NAMES[kind]}不能有增减词 change`
  if (change && directionOf(change) !== kind) return `增减词“${change}”与类别“${KIND_NAMES[kind]}”相反`
  return null
}

function periodProblem({ period, evidence }: FigureInput, source: DeckSource): string | null {
  // Of two periods with one id, reported elsewhere, the first counts; one without `stated` is reported as such.
  const known = source.periods.find(entry => entry?.id === period)
  if (!known || !Array.isArray(known.stated)) return known ? null : unknownPeriod(period, source)
  const { text, stated, implied } = known
  if (!stated.length && !(implied && evidence.period === undefined))
    return `时段“${text}”没有原文写法（stated 为空），只能用于推算的数据`
  if (evidence.period === undefined)
    return implied ? null : `时段“${text}”须在 evidence.period 写明原文依据（${stated.join('、')}）`
  return stated.includes(evidence.period) ? null : `“${evidence.period}”不是时段“${text}”的写法（${stated.join('、')}）`
}

function overlapProblem({ kind, overlap }: FigureInput): string | null {
  return overlap === undefined || kind === 'share' ? null : `只有${KIND_NAMES.share}才写 overlap`
}

/** What is wrong with a part that is larger than its whole, whatever their qualifiers leave open. */
export function partProblem(part: Interval & { unit: Unit }, text: string, whole: FigureInput): string | null {
  return part.unit === whole.unit && part.unit !== '%' && isSurelyMore(part, intervalOf(whole))
    ? `部分（${text}）大于整体“${whole.id}”（${operandOf(whole).text}），请核对数值和限定词，或改 of`
    : null
}

/** What is wrong with how a figure goes together with the one that it is a part of. */
export function relationRules(figure: FigureInput, { sound, stated }: Context): string[] {
  const unknown = unknownWhole(figure, stated)
  const whole = sound.get(figure.of ?? '')
  if (unknown !== null) return [unknown]
  if (!whole) return []
  return [
    whole.period === figure.period ? null : `与 of 所指“${whole.id}”时段不同：${figure.period} 与 ${whole.period}`,
    partProblem({ ...figure, ...intervalOf(figure) }, operandOf(figure).text, whole),
  ].filter(problem => problem !== null)
}

/** What is wrong with a figure whose shape is in order, by itself. */
export function figureRules(figure: FigureInput, context: Context): string[] {
  const { source } = context
  return [
    kindProblem(figure),
    unknownColumn(figure.evidence.column, source, 'evidence.column'),
    clauseProblem(figure),
    overlapProblem(figure),
    periodProblem(figure, source),
  ].filter(problem => problem !== null)
}
