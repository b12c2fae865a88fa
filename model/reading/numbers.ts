import type { Span } from './text.ts'
import { NUMERAL, parseNumeral } from './numerals.ts'
import { QUALIFIERS_IN_FRONT } from '../qualifiers.ts'
import { AREA } from '../changes.ts'
import { bySentence, CLAUSE_ENDS, toHalfWidth, visibleText } from './text.ts'
import { parseUnit, perBases } from '../units.ts'
import { decimalsIn } from '../values.ts'
import { unitPatterns } from './units.ts'
import { wordsOf, type Word } from './words.ts'

/** A number in a text, in digits or words, with the unit that touches it. */
export interface ReadNumber extends Span {
  text: string
  /** `NaN` where the words only say about how much, and for a proportion. */
  value: number
  /** The numbers of a proportion: 22.8:34.5:42.7. */
  parts?: readonly number[]
  /** Part and whole of a fraction: 2 and 3 of 三分之二. */
  fraction?: readonly [part: number, whole: number]
  /** Digits printed after the point. */
  decimals: number
  /** How it is written; `zero` says that there is none, as in 清零, `period` gives a time, as in 上半年. */
  form: 'digits' | 'numeral' | 'word' | 'zero' | 'period'
  /**
   * The longest unit that touches it, with nothing between scale and base; `''` of a fraction and a proportion, `null`
   * for none.
   */
  unit: string | null
  /** Where the unit begins, what stands between included; `end` where there is none. */
  unitStart: number
  /** 余, 多, 来 or 几 between number and unit, or in the unit. */
  odd: string | null
  /** Whether it numbers things, as in 第3批, or is part of a name, as in 5G, and counts nothing. */
  ordinal: boolean
  /** Whether it is a place in a ranking; its unit is then 位. */
  rank: boolean
}

interface Match {
  end: number
  value: number
  parts?: readonly number[]
  fraction?: readonly [part: number, whole: number]
  decimals?: number
  form?: ReadNumber['form']
  /** Where the unit begins; the end where there is none. */
  unitAt?: number
  unit?: string
  odd?: string
  ordinal?: boolean
  rank?: boolean
}

/** What is read: the text in half width with its words. */
interface Reading {
  text: string
  words: readonly Word[]
}

const FEW = '两三四五六七八九十廿卅卌'
const TENS = '[十百千万亿拾佰仟萬億廿卅卌]'
const sticky = (pattern: string): RegExp => new RegExp(pattern, 'vy')

/** A pattern with the units of a deck. */
const withUnits = (pattern: (units: { numeral: string; digits: string }) => string): (() => RegExp) =>
  perBases(() => sticky(pattern(unitPatterns())))

/** A pattern, or one that the units of a deck are in. */
type Pattern = RegExp | (() => RegExp)

function at(given: Pattern, text: string, position: number): RegExpExecArray | null {
  const pattern = typeof given === 'function' ? given() : given
  pattern.lastIndex = position
  return pattern.exec(text)
}

const wordAt = (words: readonly Word[], position: number): Word | undefined =>
  words.find(({ start, end }) => start <= position && position < end)

/**
 * Whether a unit ends where it seems to: not in 5项目, whose 项 begins a word; in 3个人才 it does, as 人才 is one of its
 * own.
 */
function isUnitEnd({ text, words }: Reading, end: number): boolean {
  const last = wordAt(words, end - 1)
  if (!last || last.end <= end || /^m/.test(last.tag)) return true
  // Dictionaries list 次之 and 分之: 20次之多.
  if (/^之[多内]/.test(text.slice(end))) return true
  return (wordsOf(text.slice(end))[0]?.text.length ?? 2) > 1
}

/** What parts groups of three digits: a comma, or a space as the national standard has it. */
const GROUP = '[,，\\u2009\\u202F ]'
const DIGIT = '[[\\p{Nd}\\p{No}\\p{Nl}]--[〇]]'
const DIGITS = sticky(
  `(?<name>[A-Za-z]+)?(?<body>\\d{1,3}(?:${GROUP}\\d{3})+(?:\\.\\d+)?(?![.,]?\\d)` +
    `|${DIGIT}+(?:(?:[.,:∶×]|\\/(?!10*万))(?=\\p{Nd})${DIGIT}+)*(?:[百千万亿](?=\\p{Nd})${DIGIT}+(?:\\.\\d+)?)*)`,
)
const PLAIN_DIGITS = new RegExp(`^(?:\\d+|\\d{1,3}(?:${GROUP}\\d{3})+)(?:\\.(\\d+))?$`)
const GROUPS = new RegExp(GROUP, 'g')
const UNIT_BEHIND_DIGITS = withUnits(
  ({ digits }) => `个(?<more>[多半])(?<unit>月|小时)|(?<odd>[余多来几])?\\s?(?<unit>${digits})`,
)
const UNIT_ALONE = withUnits(({ numeral }) => numeral)
const LATIN = sticky('[A-Za-z]+')
const POWER = /(?:m|米)$/

/** How much of a text goes on with a second unit that makes one with the first, as 套 in 台套; not 人 in 18个人. */
function joinedUnit({ text, words }: Reading, position: number): number {
  const word = wordAt(words, position)
  const unit = at(UNIT_ALONE, text, position)?.[0]
  return unit !== undefined && word?.end === position + unit.length && text[position - 1] !== '个' ? unit.length : 0
}

/** @param limit where the unit ends at the latest */
function readUnit(
  pattern: Pattern,
  reading: Reading,
  position: number,
  limit = reading.text.length,
): Pick<Match, 'end' | 'unit' | 'odd'> | undefined {
  const found = at(pattern, reading.text.slice(0, limit), position)
  if (!found) return undefined
  const { more, odd = more, unit = '' } = found.groups!
  const inner = /[余多]/.exec(unit)?.[0]
  const own = position + found[0].length
  // Of 元/股 or 件·次 as much as is known is no unit.
  if (/^[/／·]\p{L}/u.test(reading.text.slice(own))) return undefined
  // A part of something has no second unit: 由43.6%升到47.0% is of no 升.
  const end = own + (/[%‰]$/.test(unit) ? 0 : joinedUnit(reading, own))
  // 2000亿台阶 counts no 台, and 5类次要问题 no 类次.
  if (!isUnitEnd(reading, end)) return readUnit(pattern, reading, position, own - 1)
  const word = odd ?? inner
  return {
    end,
    unit: `${more && unit === '月' ? '个' : ''}${unit}${reading.text.slice(own, end)}`
      .replace(/[余多]/, '')
      .replace(/^个(?=小时)/, ''),
    ...(word !== undefined && { odd: word }),
  }
}

/** Words that make two numbers with a colon a proportion, and no time of day or score. */
const PROPORTIONAL = /(?:比(?!分(?!别)|赛)|结构|构成)[^，,。；;]{0,20}$/

/** A text whose proportions have colons in half width: 10.5：38.2：51.3; elsewhere 合计：12 keeps its mark. */
function withProportions(text: string): string {
  return text.replace(/\d+(?:\.\d+)?(?:：\d+(?:\.\d+)?)+/g, (found, at: number) =>
    found.split('：').length > 2 || PROPORTIONAL.test(text.slice(0, at)) ? found.replaceAll('：', ':') : found,
  )
}

const fractionOf = (part: number, whole: number): Required<Pick<Match, 'value' | 'fraction'>> => ({
  value: part / whole,
  fraction: [part, whole],
})

/** A time of day with its seconds, behind a date or with a zero that no proportion has: 2025-12-30 10:02:44. */
function isTimeOfDay(body: string, before: string): boolean {
  return /^\d{1,2}:[0-5]\d:[0-5]\d$/.test(body) && (/(?:^|:)0\d/.test(body) || /[\d日号]\s+$/.test(before))
}

/** A fraction or a proportion in digits: 1/6, 22.8:34.5:42.7. */
function readRelation(
  body: string,
  before: string,
): Pick<Match, 'value' | 'parts' | 'fraction' | 'decimals'> | undefined {
  const [part = '', whole, ...more] = body.split('/')
  if (whole !== undefined && more.length === 0 && Number(part) < Number(whole))
    return fractionOf(Number(part), Number(whole))
  const parts = body.split(/[:∶]/).map(Number)
  const related = parts.length > 2 || (parts.length === 2 && PROPORTIONAL.test(before))
  if (!related || parts.some(Number.isNaN) || isTimeOfDay(body, before)) return undefined
  const decimals = Math.max(...body.split(/[:∶]/).map(digits => decimalsIn(digits)))
  return { value: Number.NaN, parts, decimals }
}

/** What a count ends with. */
const COUNT_ENDS = new RegExp(`^(?:$|[\\s、${CLAUSE_ENDS}）)”])`)

/** Whether digits behind an abbreviation count what it names, as in AED118台; T3 and A320 are names. */
function isCountBehindName(reading: Reading, start: number, end: number): boolean {
  const { text } = reading
  const unit = /[A-Z]{2}$/.test(text.slice(0, start)) ? readUnit(UNIT_BEHIND_DIGITS, reading, end) : undefined
  return unit !== undefined && parseUnit(unit.unit!)?.kind === 'count' && COUNT_ENDS.test(text.slice(unit.end))
}

function readDigits(reading: Reading, position: number): Match | undefined {
  const { text } = reading
  const found = at(DIGITS, text, position)
  if (!found) return undefined
  const { name, body = '' } = found.groups!
  // A power in a unit is no number: km².
  if (/^[²³]$/.test(body) && POWER.test(text.slice(0, position) + (name ?? ''))) return undefined
  const end = position + found[0].length
  if (name !== undefined && isCountBehindName(reading, position + name.length, end)) return undefined
  const plain = PLAIN_DIGITS.exec(body)
  const ordinal = text[position - 1] === '第'
  const own = {
    value: plain ? Number(body.replace(GROUPS, '')) : Number.NaN,
    decimals: plain?.[1]?.length ?? 0,
    form: 'digits' as const,
  }
  const unit = name === undefined ? readUnit(UNIT_BEHIND_DIGITS, reading, end) : undefined
  if (unit && !(unit.odd === '几')) {
    const rank = ordinal && /^[位名]$/.test(unit.unit!)
    return { ...own, ...unit, unitAt: end, ordinal: ordinal && !rank, rank, ...(rank && { unit: '位' }) }
  }
  const latin = at(LATIN, text, end)
  const related = latin || name !== undefined ? undefined : readRelation(body, text.slice(0, position))
  if (related) return { ...own, ...related, end, unit: '' }
  return { ...own, end: end + (latin?.[0].length ?? 0), ordinal: ordinal || name !== undefined || latin !== null }
}

/** Whether no character is part of a word of the dictionary that says something else, as 三 in 三农 or 两 in 两岸. */
function isNumeral(
  { text, words }: Reading,
  begin: number,
  numeralEnd: number,
  end: number,
  other = /^[ijn]/,
): boolean {
  // Dictionaries list 近三成 as one word.
  const start = /[近超过上逾破]/.test(text[begin - 1] ?? '') ? begin - 1 : begin
  return words
    .filter(word => word.start < numeralEnd && begin < word.end)
    .every(word => /^(?:m|q|x)/.test(word.tag) || (word.start >= start && word.end <= end && !other.test(word.tag)))
}

const RUN = `[${NUMERAL}]+`
const FRACTION = sticky(`(?<whole>${RUN})分之(?<part>${RUN}(?:点${RUN})?)`)
const YEAR = sticky(`(?<year>[一二][〇零一二三四五六七八九]{3})(?![${NUMERAL}])年?`)
const PLAIN = sticky(`(?<run>${RUN}(?:点[零〇一二三四五六七八九]+)?)`)
const UNIT_BEHIND = withUnits(({ numeral }) => `(?<odd>[余多来几])?(?:[大小](?=[类项个]))?(?<unit>${numeral})`)
/** About how much: 数十, 上百; and 十几 with a unit. */
const ABOUT = withUnits(({ numeral }) => `(?:好?几|数|成|上)${TENS}+[余多]?|[十百千]几(?=${numeral})`)
/** 六成五 is 65%, 一成半 15%. */
const TENTHS = withUnits(
  ({ numeral }) => `(?<tenths>[一二三四五六七八九])成(?<more>[一二三四五六七八九半])(?![${NUMERAL}]|${numeral})`,
)
const PAIR = withUnits(
  ({ numeral }) => `(?:一两|两三|三四|三五|四五|五六|六七|七八|八九)(?=${TENS}|成|${numeral})${TENS}*`,
)

/** 二〇三一 is 2031. */
function yearOf(text: string): number {
  return Number([...text].map(char => parseNumeral(char === '〇' ? '零' : char)).join(''))
}

/** What makes of tens a number. */
const QUALIFIED = new RegExp(`(?:${QUALIFIERS_IN_FRONT})(?:了|到)?$`)

/** 第十八届 has no 八届. */
const ORDERED = new RegExp(`第[${NUMERAL}]*$`)

function readNumeral(reading: Reading, position: number): Match | undefined {
  const { text } = reading
  if (/[几每逐点〇零]/.test(text[position - 1] ?? '') || ORDERED.test(text.slice(0, position))) return undefined
  const about = at(ABOUT, text, position) ?? at(PAIR, text, position)
  if (about) {
    const end = position + about[0].length
    const unit = readUnit(UNIT_BEHIND, reading, end)
    const match = { value: Number.NaN, end, unitAt: end, ...unit }
    const begins = reading.words.some(word => word.start === position)
    if (begins && isNumeral(reading, position, end, match.end, /^i/)) return match
  }
  const tenths = at(TENTHS, text, position)
  if (tenths) {
    const end = position + tenths[0].length
    const { tenths: whole = '', more = '' } = tenths.groups!
    const value = Number(`${parseNumeral(whole)}.${more === '半' ? 5 : parseNumeral(more)}`)
    return { value, decimals: 1, end, unitAt: end, unit: '成' }
  }
  const fraction = at(FRACTION, text, position)
  if (fraction) {
    const { whole, part = '' } = fraction.groups!
    const end = position + fraction[0].length
    // 百分之三点五 is 3.5%.
    return whole === '百'
      ? { value: parseNumeral(part), decimals: part.split('点')[1]?.length ?? 0, end, unit: '%' }
      : { ...fractionOf(parseNumeral(part), parseNumeral(whole!)), end, unit: '' }
  }
  const year = at(YEAR, text, position)
  if (year) return { value: yearOf(year.groups!.year!), end: position + year[0].length, form: 'word' }
  const run = at(PLAIN, text, position)?.groups?.run
  if (run === undefined) return undefined
  const end = position + run.length
  // Tens alone are about so many, as in 百家企业 and 千亿级; in 逾百家 they are the bound.
  const bare = /^[十百千万亿]+$/.test(run)
  const bound = bare && QUALIFIED.test(text.slice(0, position))
  const value = parseNumeral(bound && run !== '十' ? `一${run}` : run)
  const unit = readUnit(UNIT_BEHIND, reading, end)
  // 逾百亿元 is more than 100亿元.
  const [, tens = '', scale] = (bound && /^([十百千]*)([万亿]+)$/.exec(run)) || []
  if (bound && scale && unit)
    return { value: parseNumeral(`一${tens}`), end: unit.end, unitAt: end - scale.length, unit: scale + unit.unit }
  const large = new RegExp(`${TENS}|点`).test(run) && !Number.isNaN(value) && run.length > 1
  // 亿元 and 万人 are units that have no number.
  if (/^[万亿]+$/.test(run) && unit && !bound) return undefined
  const counts = large
    ? !/点/.test(run) || unit !== undefined
    : bare
      ? (unit !== undefined && unit.unit !== '年') || at(sticky('[余多]?(?:级|规模|以上)'), text, end) !== null
      : unit !== undefined && (new RegExp(`^[${FEW}]$`).test(run) || /^[一二][倍成]$/.test(run + unit.unit))
  const match = {
    value: bare && run !== '十' && !bound ? Number.NaN : value,
    end,
    unitAt: end,
    ...unit,
  }
  return counts && isNumeral(reading, position, end, match.end) ? match : undefined
}

const SCOPE = `(?:${AREA}|全?[东中西]部)`
/** Verbs of ranking, with the scope of the ranking. */
const RANKED = new RegExp(`(?:[居列排](?:名|在|于|全)?|名列|位次|${SCOPE})(?:${SCOPE})?$`)
const ORDINAL = sticky(`第(?<run>${RUN}|\\d{1,3}(?![\\d.,]))`)
/** What a place in a ranking may end with: the end of a clause, or a particle. */
const RANK_ENDS = new RegExp(`^(?:$|[\\s的${CLAUSE_ENDS}）)”])`)
/** Behind an ordinal these are numbered, not ranked. */
const NUMBERED = withUnits(({ numeral }) => `[方梯产季${NUMERAL}]|${numeral}`)

/** 第二位, 居第一, 全市第三; 第二产业 and 第一时间 rank nothing. */
function readOrdinal(reading: Reading, position: number): Match | undefined {
  const { text, words } = reading
  const run = at(ORDINAL, text, position)?.groups?.run
  if (run === undefined) return undefined
  const end = position + 1 + run.length
  const value = /^\d/.test(run) ? Number(run) : parseNumeral(run)
  const place = /^[位名]/.test(text.slice(end)) && isUnitEnd(reading, end + 1)
  if (place) return { value, end: end + 1, unitAt: end, unit: '位', rank: true }
  if (text.startsWith('章', end) && isUnitEnd(reading, end + 1))
    return { value, end: end + 1, unitAt: end, unit: '章', ordinal: true }
  const longer = words.some(word => word.start < end && word.end > end)
  if (longer || at(NUMBERED, text, end)) return undefined
  const before = words.filter(word => word.end <= position).at(-1)
  const verb = RANKED.test(text.slice(0, position)) && (before === undefined || RANKED.test(before.text))
  const ends =
    RANK_ENDS.test(text.slice(end)) || (/^[、和及与]第/.test(text.slice(end)) && readOrdinal(reading, end + 1)?.rank)
  return verb || ends ? { value, end, unitAt: end, unit: '位', rank: true } : undefined
}

/** Words that state a number as a whole; a dictionary's longer word around one is no number: 无一例外. */
const STATING: readonly { pattern: RegExp; value?: number; unit?: string; form?: ReadNumber['form'] }[] = [
  { pattern: sticky('百分之?百'), value: 100, unit: '%' },
  { pattern: sticky('翻(?:了|了?[一两二三四几])?[番倍]|双倍|成倍|减半|折半|成百上千|成千上万') },
  { pattern: sticky('(?:超过?|过|近|大|近?一)半(?![年月天日夜途个])|(?:超过?)?半数(?:以上)?|半壁江山') },
  { pattern: sticky('半(?:个?小时|个?月|年)') },
  { pattern: sticky(`[${FEW}二]连[冠胜增降升跌涨丰]|[个双两三四五六七八九]位数`) },
  {
    pattern: sticky('前?[一二三四两]个?季度|[上下]半年|前?[一二三四五六七八九十]+个?月(?:份|底|初|末)?'),
    form: 'period',
  },
  { pattern: sticky('(?:没有|未有|没|未发生|未出现)一[件个家户起例人名处宗](?!不)'), value: 0, form: 'zero' },
  { pattern: sticky('[清归]零|零(?:增长|事故)'), value: 0, form: 'zero' },
]
const FIRST = sticky('首位|榜首')
const LEADING = sticky(`前(?<run>${RUN})(?:强|名|位|甲)?`)
const NONE = withUnits(({ numeral }) => `无一(?!不|是|例|遗)(?<unit>${numeral})?`)
const ZERO_ENDS = new RegExp(`^零(?:$|[\\s${CLAUSE_ENDS}、）)”])`)

function isWholeWord({ words }: Reading, start: number, end: number): boolean {
  return words.some(word => word.start === start) && words.some(word => word.end === end)
}

/** Half of something, where that is told as its share, as far as its clause: 占比过半, 占总数的一半以上. */
const HALF = sticky('半|一半|半数')
const HALF_ENDS = new RegExp(`^(?:以上)?(?:$|[\\s、${CLAUSE_ENDS}）)”])`)

function readHalf({ text }: Reading, position: number): Match | undefined {
  const [found] = at(HALF, text, position) ?? []
  const before = text.slice(Math.max(0, position - LONGEST_SHARE), position)
  if (found === undefined || !HALF_ENDS.test(text.slice(position + found.length))) return undefined
  const told = found === '半' ? /(?:过|超|近)$/ : new RegExp(`占[^${CLAUSE_ENDS}]*$`)
  return told.test(before)
    ? { value: 50, end: position + found.length, unitAt: position + found.length, unit: '%' }
    : undefined
}

/** How far 占 stands in front of what it tells. */
const LONGEST_SHARE = 20

function readWord(reading: Reading, position: number): Match | undefined {
  const { text, words } = reading
  const half = readHalf(reading, position)
  if (half) return half
  for (const { pattern, value = Number.NaN, form = 'word', unit } of STATING) {
    const found = at(pattern, text, position)
    const end = position + (found?.[0].length ?? 0)
    // 过半 is a half with its bound.
    const halved = found && [1, 2].some(length => end - length > position && readHalf(reading, end - length))
    if (found && !halved && isWholeWord(reading, position, end))
      return { value, end, form, ...(unit !== undefined && { unit }) }
  }
  const before = text.slice(0, position)
  const first = at(FIRST, text, position)
  if (first && RANKED.test(before)) return { value: 1, end: position + 2, unitAt: position + 2, unit: '位', rank: true }
  const leading = at(LEADING, text, position)
  if (leading && new RegExp(`(?:${SCOPE}|排名|进入|跻身|挺进|[居列])$`).test(before))
    return { value: parseNumeral(leading.groups!.run!), end: position + leading[0].length }
  const none = at(NONE, text, position)
  if (none && words.some(word => word.start === position)) {
    const { unit } = none.groups!
    return { value: 0, end: position + none[0].length, unitAt: position + 2, ...(unit !== undefined && { unit }) }
  }
  if (text[position] !== '零' || before.endsWith('从')) return undefined
  const own = words.findIndex(word => word.start === position && word.text === '零')
  const next = own < 0 ? undefined : words[own + 1]
  if (next && /^(?:n|v)/.test(next.tag) && next.text.length > 1) return { value: 0, end: next.end, form: 'zero' }
  return /[降减][为至到]$|[为是]$/.test(before) && ZERO_ENDS.test(text.slice(position))
    ? { value: 0, end: position + 1, form: 'zero' }
    : undefined
}

/**
 * All numbers of a text in order: the one reader of numbers, for sources, slides and queries. Digits are a number
 * wherever they stand. A Chinese numeral is one where it counts with a unit or is written with tens; characters that a
 * dictionary has in a word of another meaning are none (三农, 两岸, 千家万户), and 一 before a measure word is an article.
 */
export function readNumbers(given: string): ReadNumber[] {
  return bySentence(given, readSentence)
}

function readSentence(given: string): ReadNumber[] {
  const visible = visibleText(given)
  const text = withProportions(toHalfWidth(visible.text))
  const endOf = (end: number): number => visible.places[end - 1]! + 1
  const reading: Reading = { text, words: wordsOf(text) }
  const found: ReadNumber[] = []
  for (let position = 0; position < text.length; position++) {
    const match =
      readDigits(reading, position) ??
      readOrdinal(reading, position) ??
      readWord(reading, position) ??
      readNumeral(reading, position)
    if (!match) continue
    const { unitAt, ...rest } = match
    const [start, end] = [visible.places[position]!, endOf(match.end)]
    found.push({
      ...{ decimals: 0, form: 'numeral' as const, unit: null, odd: null, ordinal: false, rank: false },
      ...rest,
      ...{ text: given.slice(start, end), start, end },
      unitStart: match.unit === undefined ? end : endOf(unitAt ?? match.end),
    })
    position = match.end - 1
  }
  return found
}
