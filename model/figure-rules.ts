import type { Context } from './context.ts'
import type { FigureInput, SheetFigureInput } from './figure.ts'
import type { DeckSource } from './source.ts'
import { byPlace } from './clauses.ts'
import { unknownPeriod, unknownWhole, wrongPlace } from './context.ts'
import { operandOf } from './expression.ts'
import { decimalsOf } from './format.ts'
import { intervalOf, isSurelyMore, scaled, unrounded, type Interval } from './interval.ts'
import { printUnitProblem } from './print-unit.ts'
import { isSamePeriod, resolvePeriod } from './periods.ts'
import { givesPeriod, isLeft, periodOfWords, periodWords } from './reading/periods.ts'
import { normalizeClause } from './reading/text.ts'
import { isSheetFigure, withPlace } from './sheet-figure.ts'
import { rankProblem } from './rank-rules.ts'
import { sharesProblem } from './shares.ts'
import { periodsIn, sourceIdOf, unknownSource } from './sources.ts'
import { isSameBase, unitRatio } from './units.ts'
import { isSameValue, numberOf, type Value } from './values.ts'
import { readQuantities } from './reading/quantities.ts'
import { hasDigitsOf, hasValueOf, quantitiesOf, saysChange } from './reading/statement.ts'
import { isUnitOfKind, KIND_NAMES, kindName, kindOf, type Kind, type Unit } from './vocabulary.ts'
import { DEPENDENT_CHANGES, directionOf, wholeChange } from './changes.ts'

/** A number as figures print it: 2400余条 of 2,400余条. */
const ungrouped = (text: string): string => text.replace(/\s/g, '').replace(/(\d)[,，](?=\d{3})/g, '$1')

function clauseProblem(figure: FigureInput): string | null {
  const {
    unit,
    qualifier = 'none',
    change,
    evidence: { clause },
  } = figure
  const { printAs: _, ...written } = figure
  const printed = operandOf(written).text
  const stated = readQuantities(clause)
  const size = (value: Value): Value => (change === undefined ? value : Math.abs(numberOf(value)))
  const alike = stated.filter(
    q => isSameValue(size(q.parts ?? q.value), size(figure.value)) && q.unit === unit && hasDigitsOf(q, figure),
  )
  const matches = alike.filter(q => q.to === figure.to && q.qualifier === qualifier && q.unknownQualifier === null)
  const inexact = alike.find(q => q.unknownQualifier !== null)
  if (!matches.length && inexact) {
    return (
      `原句“${clause}”的“${inexact.unknownQualifier}”不是一个限定词（只能用一个，写法见 model/qualifiers.ts），` +
      `“${clause.slice(inexact.start, inexact.end)}”不能写成“${printed}”`
    )
  }
  if (!matches.length)
    return `原句“${clause}”没有写“${printed}”，写的是：${stated.map(({ start, end }) => clause.slice(start, end)).join('、') || '没有数字'}`
  // 14万余件 and 14余万件 are different claims, and the figure does not store which of them it is.
  if (
    (qualifier === '余' || qualifier === '多') &&
    !matches.some(({ start, end }) => ungrouped(clause.slice(start, end)) === printed)
  )
    return `会印成“${printed}”，与原句“${clause}”里“${qualifier}”的位置不同`
  if (figure.as !== undefined && !clause.includes(figure.as)) return `原句“${clause}”里没有 as 写的“${figure.as}”`
  if (change && !matches.some(match => saysChange(match, change))) return `原句“${clause}”在该数之前没有写“${change}”`
  if (!matches.some(match => hasValueOf(match, figure)))
    return `原句“${clause}”说的是${numberOf(figure.value) < 0 ? '升' : '降'}，value 的正负写反了（现为 ${figure.value}）`
  return null
}

function proportionProblem({ to, change, unit }: FigureInput, kind: Kind): string | null {
  return kind === 'ratio' && unit === '' && to === undefined && change === undefined
    ? null
    : '比例（value 是几个数）的类别是 ratio，单位是空的，没有 to 和 change'
}

function kindProblem(figure: FigureInput): string | null {
  const { unit, to, change } = figure
  const value = numberOf(figure.value)
  const kind = kindOf(figure)
  const name = kindName({ kind, value })
  if (!isUnitOfKind(unit, kind)) return `类别“${KIND_NAMES[kind]}”不用单位“${unit}”`
  if (Number.isNaN(value)) return proportionProblem(figure, kind)
  if (kind === 'rank' && (!Number.isInteger(value) || value < 1)) return `位次应为不小于1的整数（现为 ${value}）`
  if (to !== undefined && to <= value) return `范围的上端 to（${to}）应大于下端 value（${value}）`
  if (change === undefined) return kind === 'growth' ? `${name}须写明增减词 change` : null
  if (kind === 'share' || kind === 'rank') return `${name}不能有增减词 change`
  // What 持平 and 翻一番 are is compared with the clause.
  if (wholeChange(change) !== undefined) return null
  const direction = directionOf(change)
  // 持平 is neither a rise nor a fall.
  if (direction === undefined) return wholeChange(change) ? null : `增减词“${change}”不是涨跌的词`
  const sign = direction === 'fall' ? -1 : 1
  const depends = [...DEPENDENT_CHANGES].some(word => change.endsWith(word))
  if (!depends && value !== 0 && Math.sign(value) !== sign)
    return `增减词“${change}”与数值的正负相反：${sign < 0 ? '降的写成负数' : '增的写成正数'}（现为 ${value}）`
  return null
}

function periodProblem(figure: FigureInput, { source, periods }: Context): string | null {
  const { period, evidence } = figure
  // Of two periods with one id, reported elsewhere, the first counts.
  const known = resolvePeriod(period, source.periods)
  if (!known) return unknownPeriod(period, source)
  const { text, stated, implied } = known
  if (evidence.period === undefined) {
    if (implied || periodWords(evidence.clause, periods).some(words => givesPeriod(words, known))) return null
    // 从3天压缩到4小时: what was before that, whenever it was.
    const clause = normalizeClause(evidence.clause)
    if (!known.span && quantitiesOf(figure, clause).some(number => isLeft(clause, number))) return null
    return `时段“${text}”须在 evidence.period 写明原文依据（${(stated.length > 0 ? stated : [text]).join('、')}）`
  }
  if (isSamePeriod(periodOfWords(evidence.period, periods), known)) return null
  return stated.length > 0 || known.span
    ? `“${evidence.period}”不是时段“${text}”的写法（${(stated.length > 0 ? stated : [text]).join('、')}）`
    : `时段“${text}”没有原文写法（stated 为空），只能用于推算的数据`
}

function overlapProblem({ kind, overlap }: FigureInput): string | null {
  return overlap === undefined || kind === 'share' ? null : `只有${KIND_NAMES.share}才写 overlap`
}

/** What a number says of the true one, where it stands beside one in `unit`: in another scale it may be rounded. */
function knownOf(figure: FigureInput, unit: Unit): Interval {
  const stated = { ...figure, value: numberOf(figure.value) }
  return figure.unit === unit ? intervalOf(stated) : unrounded({ ...stated, decimals: decimalsOf(figure) })
}

/** What is wrong with a part that is larger than its whole, whatever their qualifiers leave open. */
export function partProblem(part: Interval & { unit: Unit }, text: string, whole: FigureInput): string | null {
  if (Number.isNaN(numberOf(whole.value)) || part.unit === '%' || !isSameBase(part.unit, whole.unit)) return null
  return isSurelyMore(scaled(part, unitRatio(part.unit, whole.unit)), knownOf(whole, part.unit))
    ? `部分（${text}）大于整体“${whole.id}”（${operandOf(whole).text}），请核对数值和限定词，或改 of`
    : null
}

function isOneTime(a: FigureInput, b: FigureInput, { periods }: DeckSource): boolean {
  const [own, other] = [a, b].map(({ period }) => resolvePeriod(period, periods))
  // An unknown period has its own message.
  return !own || !other ? a.period === b.period : isSamePeriod(own, other)
}

/** What is wrong with how a figure goes together with others: its whole, and those that it is ranked among. */
export function relationRules(written: FigureInput | SheetFigureInput, context: Context): string[] {
  const figure = withPlace(written)
  return [...wholeProblems(figure, context), rankProblem(figure, context)].filter(problem => problem !== null)
}

function wholeProblems(figure: FigureInput, { source, sound, stated }: Context): (string | null)[] {
  const unknown = unknownWhole(figure, stated)
  const whole = sound.get(figure.of ?? '')
  if (unknown !== null) return [unknown]
  if (!whole) return []
  return [
    isOneTime(whole, figure, source) ? null : `与 of 所指“${whole.id}”时段不同：${figure.period} 与 ${whole.period}`,
    typeof figure.value === 'number'
      ? partProblem({ ...figure, ...knownOf(figure, whole.unit) }, operandOf(figure).text, whole)
      : null,
  ]
}

/** What a cell of a workbook does not hold. */
function sheetProblem({ value, shares, to, as }: SheetFigureInput): string | null {
  const more = [
    typeof value === 'number' ? '' : '比例',
    shares === undefined ? '' : 'shares',
    to === undefined ? '' : 'to',
    as === undefined ? '' : 'as',
  ].filter(Boolean)
  return more.length === 0 ? null : `单元格里只有一个数，不能写 ${more.join('、')}`
}

/** A deck as one of its sources is read. */
function contextIn(context: Context, named: string | undefined): Context {
  const { source, periods } = context
  const id = sourceIdOf(source, named)
  return {
    ...context,
    source: { ...source, periods: periodsIn(source.periods, source, id) },
    periods: periodsIn(periods, source, id),
  }
}

/**
 * What is wrong with a figure whose shape is in order, by itself.
 * @param fileSource what its file says of its source
 */
export function figureRules(
  figure: FigureInput | SheetFigureInput,
  context: Context,
  fileSource: string | undefined,
): string[] {
  const { source } = context
  const placed = withPlace(figure)
  const own = isSheetFigure(figure)
    ? [unknownSource(figure.evidence.source, source, 'evidence.source'), unknownPeriod(figure.period, source)]
    : [sharesProblem(figure), ...wrongPlace(figure.evidence, fileSource, source, 'evidence.')]
  const others = (figure.evidence.also ?? []).map(place =>
    typeof place === 'string' ? null : unknownSource(place.source, source, 'evidence.also'),
  )
  const stated = byPlace(figure).flatMap(each =>
    isSheetFigure(each)
      ? [sheetProblem(each)]
      : [clauseProblem(each), periodProblem(each, contextIn(context, each.evidence.source ?? fileSource))],
  )
  return [kindProblem(placed), printUnitProblem(placed), overlapProblem(placed), ...own, ...others, ...stated].filter(
    problem => problem !== null,
  )
}
