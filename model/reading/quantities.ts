import type { ReadNumber } from './numbers.ts'
import type { Span } from './text.ts'
import type { Qualifier } from '../qualifiers.ts'
import { QUALIFIER_WORDS, QUALIFIERS_BEHIND, QUALIFIERS_IN_FRONT } from '../qualifiers.ts'
import { DENYING_WORDS, DIRECTION_OF, directionOf, PLAN_WORDS, TURNING_WORDS, WHOLE_CHANGES } from '../changes.ts'
import { parseNumeral } from './numerals.ts'
import { changeAtEnd, changeOfLevel, isSignOfChange, NAMES_OF_CHANGE, type Change } from './change.ts'
import { completes, isAveraged, isYear, LISTED, sharedUnit, statedNumbers } from './stated-numbers.ts'
import { isPoints, isSameBase, perBases } from '../units.ts'
import { bySentence, CLAUSE_ENDS, clauseBegin, clauseEnd, inside, overlaps, toHalfWidth } from './text.ts'
import { beginsWord, isObtaining, wordsOf, type Word } from './words.ts'

/** A number that a clause states, with all that the clause says of it. */
export interface Quantity extends Span {
  /** As printed: negative behind a minus sign or 负; what `change` says of it tells `sign`. */
  value: number
  /** −1 for a decline, whose value is printed without it; 1 for anything else. */
  sign: -1 | 1
  /** The numbers of a proportion; `value` is then `NaN`. */
  parts?: readonly number[]
  /** Part and whole of a fraction. */
  fraction?: readonly [part: number, whole: number]
  /** The upper end of a range, of which `value` is the lower. */
  to?: number
  /** Digits printed after the point. */
  decimals: number
  /** The longest unit that stands there: 元/平方米 is not 元. */
  unit: string
  /** `none` also where the number is qualified in words that no figure can carry: see `unknownQualifier`. */
  qualifier: Qualifier
  /**
   * What touches the number and makes it inexact without being one word of the closed list: 几, 5— of a range, or two
   * qualifiers at once (约…余). A figure cannot state such a number.
   */
  unknownQualifier: string | null
  /**
   * The word of change that touches the number, 同比 and the like in front of it included; `null` where there is none,
   * and where the number is the level that is reached (提高到).
   */
  change: string | null
  /** What its change is compared with, as it stands there. */
  comparedWith: string | undefined
  /** What in its part of the clause makes it say something else: `TURNING_WORDS`, and falls that do not touch it. */
  turned: readonly string[]
  /** The number with its unit, qualifiers left out. */
  number: Span
  /** The part of the clause that says what the number is of, number included. */
  part: Span
}

/** Qualifiers in front of a number, and what makes it negative. */
const BEFORE = `${QUALIFIERS_IN_FRONT}|多达|负|零下|[-−－]`
const QUALIFIED_BEFORE = new RegExp(`(?<word>${BEFORE})(?:了|为|合|有|达|计|占[\\u4E00-\\u9FFF]{0,6})?\\s?$`)
/** The same behind a number; 多, 余 and 不到 only where the clause ends. */
const QUALIFIED_BEHIND = new RegExp(
  `^(?:(?!上下游)(?:${QUALIFIERS_BEHIND})|不到(?=$|[${CLAUSE_ENDS}])|[多余](?=$|[\\s${CLAUSE_ENDS}、）”]))`,
)
const NEGATIVE = /^(?:[-−－负]|零下)$/
const RANGE = /(?:[%‰]?[-−－—–~～至]|[%‰]?到)$/

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
  // 同比-4.6% falls.
  if (isSignOfChange(text.slice(0, start))) return { words: [], start }
  const sign = /^[-−－]$/.test(word)
  const own = sign ? !/[\dA-Za-z%‰]$/.test(text.slice(0, found.index)) : beginsWord(words, found.index)
  if (!own) return { words: [], start }
  const more = before(context, found.index)
  return { words: [...more.words, word], start: more.start }
}

const FROM = new RegExp(`[从由自](?:${BEFORE})?\\s?$`)

/** The lower end of a range that ends with a number: 5— of 5—6家, 三至 of 三至五家. 从96.2%到98.4% is none. */
function rangeBefore(
  { text }: Context,
  last: ReadNumber | undefined,
  start: number,
  unit: string | null | undefined,
): { text: string; value: number } | undefined {
  const numeral = /(?<value>[一二两三四五六七八九十]+)[-—~至到]$/.exec(text.slice(0, start))
  if (numeral) return { text: numeral[0], value: parseNumeral(numeral.groups!.value!) }
  if (!last || last.ordinal || start - last.end > 1 || !RANGE.test(text.slice(last.start, start))) return undefined
  // 回落1.2个百分点至5.3% is a change and a level.
  if (last.unit !== null && !isSameBase(last.unit, unit ?? '') && !completes(unit ?? '', last.unit)) return undefined
  if (FROM.test(text.slice(0, last.start))) return undefined
  return { text: text.slice(last.start, start), value: last.value }
}

const isWord = (word: string | null | undefined): word is string => word !== undefined && word !== null

function qualify(words: readonly string[]): Pick<Quantity, 'qualifier' | 'unknownQualifier'> {
  if (words.length === 0) return { qualifier: 'none', unknownQualifier: null }
  const [word = ''] = words
  return words.length === 1 && word in QUALIFIER_WORDS
    ? { qualifier: word as Qualifier, unknownQualifier: null }
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
    return !isObtaining(words, word) && !/^(?:任务|目标)?的/.test(text.slice(word.end)) && text[word.start - 1] !== '”'
  if (DENYING_WORDS.has(word.text)) return word.end === begins || word.start >= ends
  if (/^未/.test(word.text) && /^[lvd]/.test(word.tag)) return true
  return TURNING_WORDS.has(word.text) || (DIRECTION_OF[word.text] === 'fall' && !NAMES_OF_CHANGE.test(word.text))
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
  return bySentence(given, remembered)
}

/** Sentences whose quantities are remembered: each is read again for whatever is said of one of its numbers. */
const REMEMBERED = 2000
const read = perBases(() => new Map<string, Quantity[]>())

function remembered(sentence: string): Quantity[] {
  const known = read()
  const quantities = known.get(sentence) ?? readSentence(sentence)
  if (known.size >= REMEMBERED) known.clear()
  known.set(sentence, quantities)
  return quantities
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
  const numbers = statedNumbers(text)
  const found: Quantity[] = []
  numbers.forEach((given, index) => {
    const unit = sharedUnit(text, numbers, index) ?? given.unit
    if (
      unit === null ||
      given.ordinal ||
      isYear(given) ||
      isAveraged(given, text) ||
      (Number.isNaN(given.value) && !given.parts)
    )
      return
    const number = { ...given, unit }
    const start = number.rank && text[number.start - 1] === '第' ? number.start - 1 : number.start
    // The lower end of a range is no number of its own.
    if (rangeBefore(context, number, numbers[index + 1]?.start ?? text.length, numbers[index + 1]?.unit) !== undefined)
      return
    const range = rangeBefore(context, numbers[index - 1], start, number.unit)
    const from = start - (range?.text.length ?? 0)
    const own = before(context, from)
    const behind = QUALIFIED_BEHIND.exec(text.slice(number.end))?.[0]
    const begins = own.start
    const ends = number.end + (behind?.length ?? 0)
    const last = found.at(-1)
    const listed = last !== undefined && LISTED.test(text.slice(last.end, begins))
    const whole = number.text in WHOLE_CHANGES ? number.text : undefined
    // 1-10月 in 降幅较1-10月收窄 is part of what leads to a number.
    const led = found.findLast(({ unit }) => unit !== '月')?.end ?? 0
    const lead = text.slice(led, begins)
    // 高于全国、全省0.3个和0.1个百分点: with each of which it is compared.
    const each = sharedUnit(text, numbers, index) !== null && isPoints(number.unit)
    const changed = changeAtEnd(lead, number.unit) ?? (each ? changeAtEnd(lead.replaceAll('、', '和')) : undefined)
    const inherited = !changed && listed && last.unit === number.unit
    const told = changed ? (changed.reached ? null : changed.word) : inherited ? last.change : null
    const change = whole ?? told ?? levelOfChange(lead, number.unit, changed, last)
    const minus = own.words.some(word => NEGATIVE.test(word)) ? -1 : 1
    const part = partOf(text, begins, ends, last?.end ?? 0, numbers[index + 1]?.start)
    const changes = changed ? [{ start: led + changed.at, end: begins }] : []
    const turned = turnedIn(context, part, begins, ends, changes)
    found.push({
      value: minus * (range?.value ?? number.value),
      ...(range && { to: minus * number.value }),
      ...(number.parts && { parts: number.parts }),
      ...(number.fraction && { fraction: number.fraction }),
      sign: change === null || whole ? 1 : inherited ? last.sign : told === null ? signOf(change) : changed!.sign,
      decimals: number.decimals,
      unit: number.unit,
      ...qualify([...own.words.filter(word => !NEGATIVE.test(word)), number.odd, behind].filter(isWord)),
      change,
      // 比去年同期翻了一番: what any other word of change would be compared with.
      comparedWith:
        (whole === undefined ? changed : changeAtEnd(`${lead}增长`))?.comparedWith ??
        (inherited ? last.comparedWith : undefined),
      turned: last && continues(context, last.end, begins) ? [...last.turned, ...turned] : turned,
      number: { start, end: number.end },
      part,
      start: begins,
      end: ends,
    })
  })
  return withEachCompared(found, text)
}

/** Quantities of which each is compared with one of several: 高于全国、全省0.3个和0.1个百分点. */
function withEachCompared(found: readonly Quantity[], text: string): Quantity[] {
  const goesOn = (at: number): boolean => at > 0 && LISTED.test(text.slice(found[at - 1]!.end, found[at]!.start))
  return found.map((each, index) => {
    let [first, end] = [index, index + 1]
    while (goesOn(first)) first--
    while (end < found.length && goesOn(end)) end++
    const names = each.comparedWith?.split(/[、和与]/) ?? []
    return names.length > 1 && names.length === end - first ? { ...each, comparedWith: names[index - first] } : each
  })
}

const signOf = (change: string): -1 | 1 => (directionOf(change) === 'fall' ? -1 : 1)

/** The change whose level a number is: 增速 of both numbers in 增速由8.3%回落至5.1%. */
function levelOfChange(
  lead: string,
  unit: string,
  changed: Change | undefined,
  last: Quantity | undefined,
): string | null {
  if (!/^(?:[%‰倍])$/.test(unit)) return null
  const led = changed?.reached && last?.change && NAMES_OF_CHANGE.test(last.change) && !/[,，。；;]/.test(lead)
  return changeOfLevel(lead) ?? (led ? last.change : null)
}

/** From the clause's beginning or the number before to the clause's end, or as far as the next number leaves it. */
function partOf(text: string, begins: number, ends: number, last: number, next: number | undefined): Span {
  const end = clauseEnd(text, ends)
  return {
    start: Math.max(clauseBegin(text, begins), last),
    // What stands before another number is of that one.
    end: next !== undefined && next < end ? ends : end,
  }
}
