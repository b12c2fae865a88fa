import type { ReadNumber } from './numbers.ts'
import type { Span } from './text.ts'
import type { Qualifier } from '../vocabulary.ts'
import { DENYING_WORDS, DIRECTION_OF, PLAN_WORDS, QUALIFIERS, TURNING_WORDS } from '../vocabulary.ts'
import { changeAtEnd, NAMES_OF_CHANGE } from './change.ts'
import { readNumbers } from './numbers.ts'
import { bySentence, CLAUSE_ENDS, inside, overlaps, toHalfWidth } from './text.ts'
import { beginsWord, wordsOf, type Word } from './words.ts'

/** A number that a clause states, with all that the clause says of it. */
export interface Quantity extends Span {
  value: number
  /** Digits printed after the point. */
  decimals: number
  /** The longest unit that stands there: 元/平方米 is not 元. */
  unit: string
  /** `none` also where the number is qualified in words that no figure can carry: see `unknownQualifier`. */
  qualifier: Qualifier
  /**
   * What touches the number and makes it inexact or negative without being one word of the closed list: 近, 左右, 5— of
   * a range, or two qualifiers at once (约…余). A figure cannot state such a number.
   */
  unknownQualifier: string | null
  /**
   * The word of change that touches the number, 同比 and the like in front of it included; `null` where there is none,
   * and where the number is the level that is reached (提高到).
   */
  change: string | null
  /** What in its part of the clause makes it say something else: `TURNING_WORDS`, and falls that do not touch it. */
  turned: readonly string[]
  /** The number with its unit, qualifiers left out. */
  number: Span
  /** The part of the clause that says what the number is of, number included. */
  part: Span
}

/** Qualifiers in front of a number, whether a figure may carry them or not, longest first. */
const BEFORE =
  '突破|不足|大约|约莫|大概|大致|约|几乎|差不多|将近|接近|近乎|近|逾|超过|超出|超|冲破|破|多达|至少|至多|最多|最少|不到|不止|不下于?' +
  '|不[少低多高超大小][于过]|[多少高低大小]于|负|[-−－]'
const QUALIFIED_BEFORE = new RegExp(`(?<word>${BEFORE})(?:了|为|合|有|达|计|占[\\u4E00-\\u9FFF]{0,6})?\\s?$`)
/** The same behind a number; 多 and 余 only where the clause ends. */
const QUALIFIED_BEHIND = new RegExp(
  `^(?:以上|以下|以内|之内|左右|上下(?!游)|开外|之多|有余|出头|挂零|不到(?=$|[${CLAUSE_ENDS}])|[多余](?=$|[\\s${CLAUSE_ENDS}、）”]))`,
)
const RANGE = /(?:[%‰]?[-−－—–~～至]|[%‰]?到)$/
/** What leads from one entry of a list to the next. */
const LISTED = /^(?:、|和|及|与|以及)$/

interface Context {
  text: string
  words: readonly Word[]
  quoted: readonly Span[]
}

/** The words that qualify the number from before, and where they begin. Not 约 in 签约: a word of its own. */
function before(context: Context, start: number): { words: string[]; start: number } {
  const { text, words } = context
  const found = QUALIFIED_BEFORE.exec(text.slice(0, start))
  if (!found) return { words: [], start }
  const { word } = found.groups as { word: string }
  const sign = /^[-−－]$/.test(word)
  const own = sign ? !/[\dA-Za-z%‰]$/.test(text.slice(0, found.index)) : beginsWord(words, found.index)
  if (!own) return { words: [], start }
  const more = before(context, found.index)
  return { words: [...more.words, word], start: more.start }
}

const FROM = new RegExp(`[从由自](?:${BEFORE})?\\s?$`)

/** A unit without its scale. */
const baseOf = (unit: string): string => unit.replace(/^[十百千万亿]+/, '')

/** The lower end of a range that ends with this number: 5— of 5—6家. 从96.2%到98.4% is none. */
function rangeBefore(
  { text }: Context,
  last: ReadNumber | undefined,
  start: number,
  unit: string | null | undefined,
): string | undefined {
  const numeral = /[一二两三四五六七八九十]+[-—~至到]$/.exec(text.slice(0, start))?.[0]
  if (numeral !== undefined) return numeral
  if (!last || last.ordinal || start - last.end > 1 || !RANGE.test(text.slice(last.start, start))) return undefined
  // 回落1.2个百分点至5.3% is a change and a level.
  if (last.unit !== null && baseOf(last.unit) !== baseOf(unit ?? '')) return undefined
  return FROM.test(text.slice(0, last.start)) ? undefined : text.slice(last.start, start)
}

function qualify(words: readonly string[]): Pick<Quantity, 'qualifier' | 'unknownQualifier'> {
  if (words.length === 0) return { qualifier: 'none', unknownQualifier: null }
  const listed = words.length === 1 ? QUALIFIERS.find(qualifier => qualifier === words[0]) : undefined
  return listed
    ? { qualifier: listed, unknownQualifier: null }
    : { qualifier: 'none', unknownQualifier: words.join('…') }
}

/** Whether a word turns what is said of the number between `begins` and `ends`. */
function turns({ text, words }: Context, word: Word, begins: number, ends: number): boolean {
  if (word.text === '将') {
    const next = words.find(({ start }) => start === word.end)
    const changed = words.some(({ text, start }) => start > word.start && start < begins && text in DIRECTION_OF)
    // 将报销比例提高到70%: 将 in front of what is done to is no plan.
    return !changed && !/^(?:n(?!s)|m|r|j|l)/.test(next?.tag ?? '')
  }
  // 完成全年计划的104.6% is so; “十四五”规划 is a name.
  if (PLAN_WORDS.includes(word.text))
    return !/^(?:任务|目标)?的/.test(text.slice(word.end)) && text[word.start - 1] !== '”'
  if (DENYING_WORDS.has(word.text)) return word.end === begins || word.start >= ends
  if (/^未/.test(word.text) && /^[lvd]/.test(word.tag)) return true
  return TURNING_WORDS.has(word.text) || (DIRECTION_OF[word.text] === 'reduction' && !NAMES_OF_CHANGE.test(word.text))
}

function turnedIn(context: Context, part: Span, begins: number, ends: number, changes: readonly Span[]): string[] {
  const { words, quoted } = context
  return words
    .filter(word => inside(word, part) && !overlaps(word, { start: begins, end: ends }))
    .filter(word => !quoted.some(span => inside(word, span)) && !changes.some(change => overlaps(word, change)))
    .filter(word => turns(context, word, begins, ends))
    .map(({ text }) => text)
}

/** Whether an entry of a list goes on without a verb of its own: 计划新建学校5所、医院3所. */
function continues({ text, words }: Context, last: number, begins: number): boolean {
  const lead = { start: last, end: begins }
  return (
    new RegExp(`^(?:、|和|及|与|以及)[^${CLAUSE_ENDS}]*$`).test(text.slice(last, begins)) &&
    !words.some(word => inside(word, lead) && /^v/.test(word.tag))
  )
}

/**
 * All quantities that a text states, in order, each read in the whole of its clause: [subject] [change] [qualifier]
 * number unit [qualifier]. Numbers without a unit, and words that say only about how much, are no quantities.
 */
export function readQuantities(given: string): Quantity[] {
  return bySentence(given, readSentence)
}

function readSentence(given: string): Quantity[] {
  const text = toHalfWidth(given)
  const context = {
    text,
    words: wordsOf(text),
    quoted: [...text.matchAll(/“[^”]*”|《[^》]*》/g)].map(({ index, 0: { length } }) => ({
      start: index,
      end: index + length,
    })),
  }
  const numbers = readNumbers(text)
  const found: Quantity[] = []
  numbers.forEach((number, index) => {
    if (Number.isNaN(number.value) || number.unit === null || number.ordinal) return
    const start = number.rank && text[number.start - 1] === '第' ? number.start - 1 : number.start
    // The lower end of a range is no number of its own.
    if (rangeBefore(context, number, numbers[index + 1]?.start ?? text.length, numbers[index + 1]?.unit) !== undefined)
      return
    const range = rangeBefore(context, numbers[index - 1], start, number.unit)
    const from = range === undefined ? start : start - range.length
    const own = before(context, from)
    const behind = QUALIFIED_BEHIND.exec(text.slice(number.end))?.[0]
    const begins = own.start
    const ends = number.end + (behind?.length ?? 0)
    const last = found.at(-1)
    const listed = last !== undefined && LISTED.test(text.slice(last.end, begins))
    const changed = changeAtEnd(text.slice(last?.end ?? 0, begins))
    const change = changed
      ? changed.reached
        ? null
        : changed.word
      : listed && last.unit === number.unit
        ? last.change
        : null
    const part = partOf(text, begins, ends, last?.end ?? 0, numbers[index + 1]?.start)
    const changes = changed ? [{ start: (last?.end ?? 0) + changed.at, end: begins }] : []
    const turned = turnedIn(context, part, begins, ends, changes)
    found.push({
      value: number.value,
      decimals: number.decimals,
      unit: number.unit,
      ...qualify([...own.words, range, number.odd, behind].filter(each => each !== undefined && each !== null)),
      change,
      turned: last && continues(context, last.end, begins) ? [...last.turned, ...turned] : turned,
      number: { start, end: number.end },
      part,
      start: begins,
      end: ends,
    })
  })
  return found
}

const CLAUSE_END = new RegExp(`[${CLAUSE_ENDS}]`, 'g')

/** From the clause's beginning or the number before to the clause's end, or as far as the next number leaves it. */
function partOf(text: string, begins: number, ends: number, last: number, next: number | undefined): Span {
  const marks = [...text.matchAll(CLAUSE_END)]
    .filter(
      ({ index }) =>
        !(/[,，]/.test(text[index]!) && /\d/.test(text[index - 1] ?? '') && /^\d{3}/.test(text.slice(index + 1))),
    )
    .map(({ index }) => index)
  const clauseStart = (marks.filter(mark => mark < begins).at(-1) ?? -1) + 1
  const clauseEnd = marks.find(mark => mark >= ends) ?? text.length
  return {
    start: Math.max(clauseStart, last),
    // What stands before another number is of that one.
    end: next !== undefined && next < clauseEnd ? ends : clauseEnd,
  }
}
