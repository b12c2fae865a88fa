import type { Span } from './text.ts'
import { parseUnit, PER_MANY } from '../units.ts'
import { boundOf } from '../qualifiers.ts'
import { PLAN_WORDS, wholeChange } from '../changes.ts'
import { LISTED } from './stated-numbers.ts'
import { readSpans, tellSpan } from '../span.ts'
import { readNumbers } from './numbers.ts'
import { subjectsOf } from './subjects.ts'
import { periodWords, tellTimeOf } from './periods.ts'
import { readQuantities, type Quantity } from './quantities.ts'
import { CLAUSE_ENDS, inside, overlaps, toHalfWidth } from './text.ts'
import { isObtaining, wordsOf } from './words.ts'

/** A value as it is printed: a string where trailing zeros or a fraction would be lost in a number. */
export type PrintedValue = number | string

/** A figure that a clause states. What the clause does not say is left out. */
export interface ParsedFigure {
  /** Negative for a decline; the parts of a proportion, the two ends of a range. */
  value: PrintedValue | readonly PrintedValue[]
  unit: string
  /** In the source's word. */
  qualifier?: string
  /** In the source's words. */
  change?: string
  comparedWith?: string
  kind?: 'growth' | 'share' | 'rate' | 'ratio' | 'rank' | 'completion' | 'target'
  /** Which side of a target is to be kept to. */
  direction?: 'at least' | 'at most'
  range?: true
  /** As `tellTimeOf` tells it. */
  period?: string
  /** What of several it is of, or the number that it is a part of. */
  of?: string
  /** The whole of a share. */
  whole?: string
  /** What it is counted for each of. */
  per?: string
  /** Digits before it that belong to a name. */
  name?: string
}

/** What is read of a clause. */
export interface ParsedClause {
  clause: string
  figures: readonly ParsedFigure[]
  /** Numbers that are neither figures nor parts of names and times. */
  unread: readonly string[]
}

/** Reads the figures that a clause states, by the grammar that evidence is checked with. */
export function parseClause(clause: string): ParsedClause {
  const text = toHalfWidth(clause)
  const spans = timesIn(text)
  const stated = readFigures(text)
  const quantities = stated.map(({ found }) => found)
  const names = namesIn(text, quantities, spans)
  const unread = readNumbers(text)
    .filter(({ form, ordinal, text }) => form !== 'period' && (!ordinal || MEASURED.test(text)))
    .filter(number => !quantities.some(({ start, end }) => overlaps(number, { start, end })))
    .filter(number => ![...names, ...spans].some(span => overlaps(number, span)))
    .filter(number => !isAside({ ...number, unit: number.unit ?? '', number }, text))
  return { clause, figures: stated.map(({ figure }) => figure), unread: unread.map(number => number.text) }
}

/** The times that a text tells; also those that something is only compared with, whose numbers are none. */
function timesIn(text: string): Span[] {
  return [...periodWords(text, []), ...readSpans(text)]
}

/** A figure that a text states, and where it does so. */
export interface ReadFigure {
  found: Quantity
  figure: ParsedFigure
}

/** The figures that a text in half width states, each with its place. */
export function readFigures(text: string): ReadFigure[] {
  const spans = timesIn(text)
  const quantities = readQuantities(text).filter(
    found => !spans.some(time => overlaps(time, found.number)) && !isAside(found, text) && !NO_UNIT.test(found.unit),
  )
  const names = namesIn(text, quantities, spans)
  const subjects = subjectsOf(text, quantities)
  return quantities.map((found, index) => ({
    found,
    figure: parsedFigure(found, text, leadTo(quantities, index, text), names, subjects[index]),
  }))
}

/** What is counted in 12万 is not said, and 11月 is a time. */
const NO_UNIT = /^(?:[十百千万亿]+|[月日号])$/

/**
 * Whether a number only introduces what is told: how long it took, as in 三年投资98亿元 and 连续五年, or of how many each
 * is told, as in 三个产业分别增长.
 */
function isAside({ unit, number }: Pick<Quantity, 'unit' | 'number'>, text: string): boolean {
  const heads = new RegExp(`(?:^|[${CLAUSE_ENDS}])[近前这]?$`).test(text.slice(0, number.start))
  const each = /^[\u4E00-\u9FFF]{0,6}?分别/.test(text.slice(number.end))
  const lasts = heads || /连续$|(?:^|[^提])前$/.test(text.slice(0, number.start)) || isSpanOf(number, text)
  const ago = /^[以之]?前/.test(text.slice(number.end))
  return each || ((lasts || ago) && parseUnit(unit)?.kind === 'duration')
}

/** Whether a number of years only says for how long something behind it is told: 数量五年翻两番, 学前三年毛入园率. */
function isSpanOf({ start, end }: Span, text: string): boolean {
  const words = wordsOf(text)
  const before = words.find(word => word.end === start)
  const behind = words.find(word => word.start === end)
  // 历时五年建成 tells how long.
  const told = /^[nt]/.test(before?.tag ?? '') && !/[时期]$/.test(before!.text)
  return text[end - 1] === '年' && told && /^[nvtil]/.test(behind?.tag ?? '')
}

/** What stands in front of a number, or of the first of the list that it goes on: 恢复到2019年的 of 92.3%和88.6%. */
function leadTo(quantities: readonly Quantity[], index: number, text: string): string {
  const [last, found] = [quantities[index - 1], quantities[index]!]
  const goesOn = last?.unit === found.unit && LISTED.test(text.slice(last.end, found.start))
  return goesOn ? leadTo(quantities, index - 1, text) : text.slice(found.part.start, found.start)
}

function parsedFigure(
  found: Quantity,
  text: string,
  before: string,
  names: readonly NamedDigits[],
  subject: string | undefined,
): ParsedFigure {
  const { unit, qualifier, unknownQualifier, change, comparedWith, number } = found
  const { tens = '', base: each } = PER.exec(before)?.groups ?? {}
  const per = each === undefined ? undefined : tens + each
  const kind = kindOfQuantity(found, text, before, per)
  const bound = boundOf(qualifier)
  const whole = WHOLE.exec(before)?.groups?.whole
  const name = names.find(each => each.figure === found)?.text
  // 调整为2025年的5.6∶40.2∶54.2 is no multiple of anything.
  const base = found.parts ? undefined : BASE.exec(before)?.groups?.base
  const time = subject === undefined ? undefined : timeOf(subject)
  const period = time ?? (base === undefined ? tellTimeOf(text, number) : undefined)
  return {
    value: printedValue(found, text.slice(number.start, number.end)),
    unit,
    ...(qualifier !== 'none' && { qualifier }),
    ...(unknownQualifier !== null && { qualifier: unknownQualifier }),
    ...(change !== null && { change }),
    ...((comparedWith ?? base) !== undefined && { comparedWith: comparedWith ?? base! }),
    ...(kind !== undefined && { kind }),
    ...(kind === 'target' &&
      bound !== undefined &&
      bound !== 'about' && { direction: bound === 'most' ? ('at most' as const) : ('at least' as const) }),
    ...(found.to !== undefined && { range: true as const }),
    ...(period !== undefined && { period }),
    ...(subject !== undefined && time === undefined && { of: subject }),
    ...(kind === 'share' && whole !== undefined && { whole }),
    ...(per !== undefined && { per }),
    ...(name !== undefined && { name }),
  }
}

/** The time that a subject is as a whole: 2023年 of 2023年、2024年分别完成. */
function timeOf(subject: string): string | undefined {
  const [read] = readSpans(subject)
  return read?.text === subject ? tellSpan(read.span ?? read.words) : undefined
}

function printedValue({ value, to, sign, decimals, parts, fraction }: Quantity, own: string): ParsedFigure['value'] {
  if (parts) return own.split(/[:∶：]/).map(digits => (String(Number(digits)) === digits ? Number(digits) : digits))
  if (fraction) return (sign < 0 ? '-' : '') + fraction.join('/')
  const print = (number: number): PrintedValue => {
    const signed = sign * number
    const digits = signed.toFixed(decimals)
    return String(signed) === digits ? signed : digits
  }
  return to === undefined ? print(value) : [sign * value, sign * to]
}

const PER =
  /每(?<tens>[十百千万]*)(?:常住|户籍)?(?<base>(?:平方公里|平方米|立方米|公里|公斤|吨|人|名|户|亩|家|辆|床|万元))口?[^,，。；;]{0,10}$/
const WHOLE =
  /占(?!比)(?<whole>[^,，。；;\d]{1,14}?)的?(?:比重|比例|份额|总数)?(?:由|从|已|约|近|达|到|为|是|的|超过)*$/
/** What a number is a multiple or a part of: 是2020年的2.3倍. */
const BASE = /(?:是|为|相当于|恢复[到至]|达到?)(?<base>[^,，。；;]*(?:\d{4}年|去年|上年|前年|时期)[^,，。；;]*)的$/
const COMPLETED = /完成率[^,，。；;]*$|(?:目标|任务|计划|预算|指标)(?:任务|数|值)?的$/
/** What heads a list of plans. */
const PLANNED_AHEAD = /(?:^|[,，])[^,，]{0,6}?(?:力争|争取|确保|预计|预期)/
const PLANNED = new RegExp(`(?:${PLAN_WORDS.filter(word => word.length > 1).join('|')}|控制在|确保)`)

/** Words that begin as a plan's do and plan nothing. */
const PLAN_NAMES = new RegExp(`^(?:${PLAN_WORDS.filter(word => word.length > 1).join('|')}).`)

/** A text without names that only begin as a plan does: 预期寿命. */
function plansOf(text: string): string {
  const words = wordsOf(text)
  return words
    .filter(word => !PLAN_NAMES.test(word.text) && !isObtaining(words, word))
    .map(word => word.text)
    .join('')
}

/** Whether a number is told as what is to be reached: by its own clause, or by what heads the list that it is of. */
function isPlanned(text: string, { part, start, comparedWith }: Quantity): boolean {
  const sentence = plansOf(
    text.slice(Math.max(...['。', '；', ';'].map(mark => text.lastIndexOf(mark, start - 1))) + 1, start),
  )
  const own = plansOf(text.slice(part.start, start))
  // 低于控制目标1.3个百分点 is so.
  return (
    comparedWith === undefined && (PLANNED.test(own) || (PLANNED_AHEAD.test(sentence) && !/已|实际/.test(sentence)))
  )
}

function kindOfQuantity(found: Quantity, text: string, before: string, per: string | undefined): ParsedFigure['kind'] {
  const { unit, change, parts, fraction } = found
  if (parts || (unit === '' && !fraction)) return 'ratio'
  if (unit === '位' && change === null && /[第排居列位]|名$/.test(before + text)) return 'rank'
  if (unit === '%' && COMPLETED.test(before)) return 'completion'
  if (isPlanned(text, found)) return 'target'
  if (fraction) return change === null ? 'share' : 'growth'
  // 翻一番 is no growth of 2倍.
  if (change !== null) return /^[%‰]$/.test(unit) || (unit === '倍' && !wholeChange(change)) ? 'growth' : undefined
  if (unit === '%') return BASE.test(before) ? 'ratio' : 'share'
  if (unit === '‰' || PER_MANY.includes(unit) || per !== undefined) return 'rate'
  const parsed = parseUnit(unit)
  return parsed?.kind === 'rate' && !/^(?:[毫微]?克|[mμµ]g)/.test(parsed.base) ? 'rate' : undefined
}

/** A number in a unit that is not known, as 300Mbps; 5G and 3A are names. */
const MEASURED = /^\d.*[A-Za-z]{2}$/
/** Numbers that names begin with: 110报警, 12345热线. */
const NUMBER_OF_NAME = /^\d{3,}$/

/** Digits that belong to a name, and the figure that it leads to. */
interface NamedDigits extends Span {
  text: string
  figure: Quantity | undefined
}

/** Names with numbers: PM2.5, 12345热线, 第一产业. Each is of the first figure behind it in its clause. */
function namesIn(text: string, quantities: readonly Quantity[], times: readonly Span[]): NamedDigits[] {
  const words = wordsOf(text)
  const digits = readNumbers(text)
    .filter(number => number.form === 'digits' && (number.ordinal || number.unit === null))
    .filter(({ text }) => !MEASURED.test(text))
    .filter(number => !quantities.some(({ start, end }) => overlaps(number, { start, end })))
    .map(number => {
      // COVID-19 is a name as PM2.5 is.
      const start = number.start - (/[A-Za-z]+-$/.exec(text.slice(0, number.start))?.[0].length ?? 0)
      const latin = /[A-Za-z]/.test(text.slice(start, number.end))
      const noun = words.find(word => word.start === number.end && /^n/.test(word.tag))
      return { start, end: latin || !noun || !NUMBER_OF_NAME.test(number.text) ? number.end : noun.end }
    })
    .filter(({ start, end }) => /[A-Za-z\u4E00-\u9FFF]/.test(text.slice(start, end)))
  const ordinals = [...text.matchAll(/第[一二三四五六七八九十]+[\u4E00-\u9FFF]{2}/g)]
    .map(({ index, 0: found }) => ({ start: index, end: index + found.length }))
    .filter(({ end }) => words.some(word => word.end === end && /^[nl]/.test(word.tag)))
  return (
    [...digits, ...ordinals]
      .filter(span => !times.some(time => overlaps(time, span)))
      .map(span => ({
        ...span,
        text: text.slice(span.start, span.end),
        figure: quantities.find(({ start, part }) => start >= span.end && inside(span, { ...part, end: start })),
      }))
      // What stands before a noun without being told of anything may count in a unit that is not known: 300兆帕.
      .filter(({ text, figure }) => figure !== undefined || !/^\d/.test(text) || /[A-Za-z]/.test(text))
  )
}
