import type { FigureInput, Period, ResolvedPeriod } from '../../model/figure.ts'
import type { Kind } from '../../model/vocabulary.ts'
import { AREA, basisOf, directionOf, PLAN_WORDS, TURNING_WORDS } from '../../model/changes.ts'
import { decimalsOf } from '../../model/format.ts'
import { readNumbers } from '../../model/reading/numbers.ts'
import { isAfter, isPartOfYear, isSeveralYears, spanEnd } from '../../model/span.ts'
import { clauseBegin } from '../../model/reading/text.ts'
import { periodsOf, resolvePeriod } from '../../model/periods.ts'
import { inBase, isSameBase, parseUnit } from '../../model/units.ts'
import { numberOf } from '../../model/values.ts'
import { isUnitOfKind } from '../../model/vocabulary.ts'
import { clausesOf } from './clauses.ts'
import { ESTIMATED, type Statement } from './statements.ts'
import { IMPLIED } from './implied.ts'
import { whenOf } from './when.ts'

/** A figure that is drafted of a statement. */
export interface FigureDraft {
  statement: Statement
  figure: FigureInput
  /** Clauses that may be its evidence, the shortest first; that of `figure` is one of them. */
  clauses: readonly string[]
  /** Whether it is planned: by what is said of it, or as it is of a later time than the article. */
  planned: boolean
  /** Whether it is of what the article is about, and neither sentence nor paragraph says so. */
  untold: boolean
}

/** Longest label that reads well: characters. */
const LONG_LABEL = 24
/** A day that is told from what stands before: 21日 of 首日8万人次，21日达到9万人次. */
const BARE_DAY = /^(?:\d{1,2}日|[首当次]日)(?![均])/
const NUMERAL = /^[半一二两三四五六七八九十百千万亿]/

/**
 * Drafts the figure of a statement; its id and label are made unique by who knows the others.
 * @param day on which the article was written: what is over by then is no plan
 */
export function draftFigure(statement: Statement, written: readonly Period[], day?: string): FigureDraft {
  const periods = periodsOf({ periods: written, figures: [], derived: { file: '', figures: [] } })
  const { found, section, sentence, label } = statement
  const when = whenOf(statement, periods)
  const period = resolvePeriod(when.period, written)
  const implied = periods.find(({ implied }) => implied)
  const isOver = Boolean(period?.span && day !== undefined && spanEnd(period.span) <= day)
  const isLater = Boolean(period?.span && implied?.span && isAfter(period.span, implied.span))
  const planned = statement.planned || (isLater && !isOver)
  const printed = sentence.slice(found.number.start, found.number.end)
  const clauses = clausesOf(statement)
  const plain = PLAN_WORDS.some(word => word.length > 1 && label.text.includes(word))
  const estimate = statement.estimated ? `${ESTIMATED}${label.text}` : label.text
  const text = plain ? label.text : planned ? `${label.text}目标` : estimate
  const turned = found.turned.filter(
    word => !PLAN_WORDS.includes(word) && !text.includes(word) && (TURNING_WORDS.has(word) || !directionOf(word)),
  )
  const small = NUMERAL.test(printed) && parseUnit(found.unit)?.kind === 'count' && found.value < 10 && !found.parts
  const bareDay = BARE_DAY.exec(sentence.slice(clauseBegin(sentence, found.start), found.start))?.[0]
  const doubts = [
    label.doubt,
    when.doubt,
    planned && when.by === 'nothing' ? '计划是哪一年的，原文没有写' : undefined,
    small ? `“${printed}”可能只是说法` : undefined,
    bareDay === undefined ? undefined : `“${bareDay}”是哪一天，没有读出来`,
    text.length > LONG_LABEL ? '名称太长' : undefined,
  ].filter(doubt => doubt !== undefined)
  const kind = kindOfStatement(statement)
  const { whole } = statement.figure
  const figure: FigureInput = {
    id: '',
    label: text,
    ...valueOf(statement),
    ...((NUMERAL.test(printed) || found.fraction) && kind !== 'rank' && { as: printed }),
    unit: found.unit,
    ...(found.qualifier !== 'none' && { qualifier: found.qualifier }),
    ...(kind !== undefined && { kind }),
    period: when.period,
    ...(found.change !== null && { change: found.change, ...comparedWithOf(statement, period) }),
    ...(kind === 'share' && whole !== undefined && { whole: isArea(whole) ? whole + label.core : whole }),
    ...(turned.length > 0 && { note: turned.join('、') }),
    evidence: {
      ...(section.column !== null && { column: section.column }),
      clause: clauses[0]!,
      ...(when.words !== undefined && { period: when.words }),
    },
    ...(doubts.length > 0 && { doubt: doubts.join('；') }),
  }
  return { statement, figure, clauses, planned, untold: when.by !== undefined && when.period === IMPLIED }
}

/** Adds what a person has to look at, if there is anything. */
export function addDoubt(figure: FigureInput, doubt: string | undefined): void {
  if (doubt !== undefined) figure.doubt = figure.doubt === undefined ? doubt : `${figure.doubt}；${doubt}`
}

const isArea = (text: string): boolean => new RegExp(`^(?:${AREA})$`).test(text)

function valueOf({ found }: Statement): Pick<FigureInput, 'value' | 'to' | 'decimals'> {
  const { parts, change, sign, to, decimals } = found
  const value = parts ?? (change === null ? found.value : sign * found.value)
  const printed = decimalsOf({ value: to ?? value })
  return {
    value: Array.isArray(value) ? [...value] : value,
    ...(to !== undefined && { to }),
    ...(!found.fraction && printed !== decimals && { decimals }),
  } as Pick<FigureInput, 'value' | 'to' | 'decimals'>
}

/** The kind of what is stated, where its unit does not tell it. */
function kindOfStatement({ found: { unit, change, parts }, figure: { kind } }: Statement): Kind | undefined {
  if (kind !== undefined && kind !== 'target') return isUnitOfKind(unit, kind) ? kind : undefined
  if (parseUnit(unit)?.kind !== null) return undefined
  if (parts) return 'ratio'
  if (change !== null) return 'growth'
  return /^[%‰]$/.test(unit) ? 'share' : 'ratio'
}

/** What a change is compared with: what is said, or else the same time of the year before; 环比 says it itself. */
function comparedWithOf(
  { found, figure }: Statement,
  period: ResolvedPeriod | undefined,
): Pick<FigureInput, 'comparedWith'> {
  const said = found.comparedWith ?? figure.comparedWith
  // 前三季度 would stand beside the number as one of its own.
  if (said !== undefined)
    return { comparedWith: readNumbers(said).some(({ form }) => form === 'period') ? '前期' : said }
  if (basisOf(found.change!) === '环比') return {}
  if (period?.span && isSeveralYears(period.span)) return { comparedWith: '期初' }
  return { comparedWith: period?.span && isPartOfYear(period.span) ? '上年同期' : '上年' }
}

/** Links what is said of another number of its sentence to that: a change to what has changed, a part to its whole. */
export function linkFigures(drafts: readonly FigureDraft[]): void {
  drafts.forEach((draft, at) => {
    const of = wholeOf(draft, drafts.slice(0, at))
    if (of && of.figure.period === draft.figure.period) draft.figure.of = of.figure.id
  })
}

const sizeOf = ({ figure: { value, unit } }: Pick<FigureDraft, 'figure'>): number =>
  inBase({ value: numberOf(value), unit })

function wholeOf({ statement, figure, planned }: FigureDraft, before: readonly FigureDraft[]): FigureDraft | undefined {
  const { section, offset, sentence, found, label } = statement
  const same = before.filter(other => other.statement.section === section && other.statement.offset === offset)
  if (figure.kind === 'growth' || figure.kind === 'completion')
    return same.findLast(
      other =>
        other.planned === planned &&
        !Array.isArray(other.figure.value) &&
        (other.figure.change === undefined ? other.statement.label.core : other.statement.label.text) === label.core,
    )
  const thereof = sentence.lastIndexOf('其中', found.start)
  const levels = same.filter(other => other.figure.change === undefined && other.statement.found.end <= thereof)
  const whole = figure.change === undefined ? levels.at(-1) : undefined
  const fits =
    whole &&
    isSameBase(whole.figure.unit, figure.unit) &&
    parseUnit(figure.unit)?.kind !== null &&
    sizeOf(whole) >= sizeOf({ figure })
  return fits ? whole : undefined
}
