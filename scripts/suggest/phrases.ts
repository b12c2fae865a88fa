import { AREA, PLAN_WORDS } from '../../model/changes.ts'
import { clauseEnd } from '../../model/reading/text.ts'
import { wordsOf, type Word } from '../../model/reading/words.ts'

/** What leads from a subject to its number, and says nothing of it. */
const LINKING =
  /^(?:实现|完成|达到?|为|有|共|共有|共计|合计|累计|已|是|含|介于|至|到|占|居|列|排|排名|位居|位列|分别|约|近|使|让|保持|维持|稳定|.[至到])$/
/** The district itself. */
const OWN_AREA = /^全[区县旗]$/

const isMark = ({ tag, text }: Word): boolean => /^x/.test(tag) && !/[“”《》A-Za-zⅠ-Ⅻ]/.test(text)
/** Particles, adverbs, prepositions, conjunctions, pronouns and words of time. */
const isLight = (word: Word): boolean =>
  /^(?:d|p|c|r|t|y|o|e$)/.test(word.tag) ||
  /^[的了地得着等所]$/.test(word.text) ||
  isMark(word) ||
  OWN_AREA.test(word.text)
const isVerb = ({ tag }: Word): boolean => /^v(?!n)/.test(tag)
/** Whether a word may be what is counted, or, as 公共, stands only before what is; verbs and what describes are not. */
const isNoun = (word: Word): boolean => !isLight(word) && !isVerb(word) && !/^[afmq]$/.test(word.tag)

/** Whether a phrase names something, and does not only say what is done. */
export function namesSomething(phrase: string): boolean {
  return wordsOf(phrase).some(isNoun) || namesMeasure(phrase)
}

/** What makes a measure of what is done: 办结率. */
const RATE = /[率额量值比]$/

/** Whether a phrase is a measure by its last character. */
export const namesMeasure = (phrase: string): boolean => RATE.test(phrase)

/** Whether a phrase is a measure of what is done, and does not say to what: 综合利用率. */
export function namesAction(phrase: string): boolean {
  return namesMeasure(phrase) && wordsOf(phrase.slice(0, -1)).every(isAction)
}

/** Whether a word is what is done; of a set phrase its end is: 利用 of 综合利用. */
function isAction({ tag, text }: Word): boolean {
  return /^l/.test(tag) && text.length > 2 ? wordsOf(text.slice(-2)).every(isAction) : /^[vadb]/.test(tag)
}

/** A name without the measure that it ends with: 废物 of 废物产生量, 森林 of 森林面积; empty where it is no more than that. */
export function withoutMeasure(name: string): string {
  const measure = wordsOf(name)
    .map(({ start }) => name.slice(start))
    .find(rest => rest === '面积' || namesAction(rest))
  return measure === undefined ? '' : name.slice(0, -measure.length)
}

/** Whether a phrase begins with what is done. */
export function beginsWithVerb(phrase: string): boolean {
  const [first] = wordsOf(phrase)
  return first !== undefined && isVerb(first)
}

/**
 * A phrase without the verbs that it begins with, where they leave something: 新建智能工厂 is 智能工厂, and 培育企业 is 企业 where
 * things are counted.
 */
export function withoutVerbs(phrase: string, counted = true): string {
  const words = wordsOf(phrase)
  const isDone = (word: Word): boolean => isVerb(word) || /^[ud]/.test(word.tag) || (counted && /^vn/.test(word.tag))
  const first = words.findIndex(word => !isDone(word))
  const rest = first < 0 ? '' : phrase.slice(words[first]!.start)
  return rest.length > 1 && namesSomething(rest) ? rest : phrase
}

/** The verbs that a phrase begins with. */
export function verbsOf(phrase: string): string {
  const rest = withoutVerbs(phrase)
  return phrase.slice(0, phrase.length - rest.length)
}

/** What counts off what is told: 二是新建. */
const COUNTED_OFF = /^[\s，,；;：:]*(?:[一二三四五六七八九十]|主要)是/

/** What is said before a number, without what only leads to it or from what is before. */
export function bareSubject(given: string): string {
  // What stands in brackets is said of it, or is the mark of a note.
  const text = given
    .replace(/（[^（）]*）?|\([^()]*\)?|\[[^\]]*\]?|〔[^〕]*〕?/g, '')
    .replace(COUNTED_OFF, '')
    .trim()
  let words = [...wordsOf(text)]
  const named = words.some(isNoun)
  // 调整为, 压缩至, 控制在: what is reached by it, or kept.
  const reaches = /^[为至到在]$/.test(words.at(-1)?.text ?? '')
  for (let last = words.at(-1); last && isTail(last, named); last = words.at(-1)) words.pop()
  if (reaches && words.length > 0 && /^v/.test(words.at(-1)!.tag)) words.pop()
  words = withoutLead(words)
  // 区域内有院士: there are.
  return words
    .filter(({ text }, index) => text !== '有' || index === 0)
    .map(({ text }) => text)
    .join('')
}

/** Whether a phrase does not end with a word; 累计 tells one number from another of the same, and 比 names one. */
function isTail(word: Word, named: boolean): boolean {
  if ((word.text === '累计' && named) || /比$/.test(word.text)) return false
  if (/^d/.test(word.tag) && word.text.length > 1) return LINKING.test(word.text)
  return isLight(word) || word.text === '中' || LINKING.test(word.text) || (named && PLAN_WORDS.includes(word.text))
}

function withoutLead(words: Word[]): Word[] {
  const [first, second] = words
  if (!first) return words
  // 预计全年地区生产总值: what is planned is said otherwise.
  if (second && PLAN_WORDS.includes(first.text) && !isMark(second)) return withoutLead(words.slice(1))
  // 这座总投资…的水厂: what it is stands behind.
  if (/^r/.test(first.tag) && second?.tag === 'q') return withoutLead(words.slice(2))
  // 五年内翻了一番: for how long.
  if (/^t/.test(first.tag) && second?.text === '内') return withoutLead(words.slice(2))
  // 在园幼儿, 在岗职工: who they are.
  if (first.text === '在' && second?.text.length === 1 && isNoun(second)) return words
  // 对经济增长的贡献率 is named so.
  if (first.text === '对' && words.some(({ text }) => text === '的')) return words
  // 在车站、商场等设置母婴室: where it is done.
  if (/^p/.test(first.tag)) {
    const verb = words.findIndex((word, index) => index > 0 && /^v/.test(word.tag) && index < words.length - 1)
    // 按可比价, and 同口径: how it is measured.
    if (verb < 0 && (words.some(({ text }) => text === '、') || /^[按同]/.test(first.text))) return []
    return withoutLead(words.slice(verb > 0 ? verb : 1))
  }
  // 全市实现生产总值 is that of 全市.
  if (new RegExp(`^(?:${AREA})$`).test(first.text) && second && isVerb(second) && LINKING.test(second.text))
    return [first, ...withoutLead(words.slice(2))]
  const area = /^ns/.test(first.tag) && /.{2}[区县市州旗]$/.test(first.text) && second && isVerb(second)
  const light =
    isLight(first) && !/^[各每地]/.test(first.text) && !(/^d/.test(first.tag) && second && !/^[vd]/.test(second.tag))
  const numbered = /^\d/.test(first.text) && second && isMark(second) && !/^\d/.test(words[2]?.text ?? '')
  return light || numbered || area || LINKING.test(first.text) ? withoutLead(words.slice(1)) : words
}

/** Words of what is done, or what something is like, in front of a measure of that: 销售 of 销售额, 优良 of 优良率. */
const ACTING = /^[vaz]/

/**
 * A name with what an earlier one has in front of what both have: 新建商品房 of 新建商品房销售面积 goes for 销售额, too, and
 * 功能区噪声 of 功能区噪声昼间达标率 for 夜间达标率, where the words that differ are built alike.
 */
export function goingOn(name: string, earlier: string): string {
  const words = wordsOf(earlier)
  const stem = RATE.test(name) ? name.slice(0, -1) : ''
  const shared = words.find(({ text, start }) => start > 0 && (text === stem || text === wordsOf(name)[0]!.text))
  if (shared && shared.text.length > 1 && shared.text !== name && ACTING.test(shared.tag))
    return earlier.slice(0, shared.start) + name
  const lead = words.findLast(({ end }) => end === earlier.length - name.length)
  const alike = name.length > 3 && name[0] !== earlier[lead?.end ?? 0] && earlier.endsWith(name.slice(1))
  return lead && alike && /^[nj]/.test(lead.tag) ? earlier.slice(0, lead.end) + name : name
}

/** A name with what goes on from it, which may begin with its end: 本科上线率 of 本科上线 and 上线率. */
export function joinNames(name: string, more: string): string {
  for (let length = Math.min(name.length, more.length); length > 1; length--)
    if (name.endsWith(more.slice(0, length))) return name + more.slice(length)
  return name + more
}

/** What stands behind a number. */
export interface Behind {
  text: string
  /** Whether 的 joins it to the number. */
  joined: boolean
  /** Where it ends in the text. */
  end: number
}

/** A class by its sign. */
const CLASS = /^劣?[A-Z\dⅠ-Ⅻ一二三四五六七八九十甲乙丙丁、—–～~-]+[类级]/

/** An earlier name with a word in the place of one that is built alike: 夜间平均值 of 夜间 behind 昼间平均值. */
export function inPlace(word: string, earlier: string): string | undefined {
  // Ⅳ类 behind Ⅰ—Ⅲ类水质断面.
  const [own, other] = [word, earlier].map(name => CLASS.exec(name)?.[0])
  if (own === word && other !== undefined && other !== earlier) return word + earlier.slice(other.length)
  const alike = wordsOf(earlier).find(
    ({ text }) => text !== word && text.length === word.length && text.length > 1 && text.at(-1) === word.at(-1),
  )
  return alike && wordsOf(word).length === 1 && alike.text !== earlier
    ? earlier.slice(0, alike.start) + word + earlier.slice(alike.end)
    : undefined
}

/** What a number is followed by in its clause, as far as it names something: 老旧小区 behind 9个. */
export function behind(text: string, end: number, next: number): Behind | undefined {
  const others = next < clauseEnd(text, end)
  const joined = text[end] === '的'
  const from = joined ? end + 1 : end
  const clause = text.slice(from, Math.min(clauseEnd(text, from), Math.max(next, from)))
  const given = joined ? clause : clause.split('、', 1)[0]!
  const words = wordsOf(given)
  const [first] = words
  if (!first || (!joined && !/^[“《]$/.test(first.text) && /^(?:c|x|u|f|q|m)/.test(first.tag))) return undefined
  // 由该公司自主研发的3D打印机: what it is stands behind the last 的.
  const own = words.findLastIndex(({ text: word }) => word === '的')
  const start = /^p/.test(first.tag) && own >= 0 ? own + 1 : 0
  // 35个省考断面Ⅰ～Ⅲ类水质比例97.1%: what is measured of them is told of the next number.
  const measured = ({ text }: Word): boolean => others && /[A-ZⅠ-Ⅻ]/.test(text)
  // 水厂9月底建成通水: what happened to it, and when.
  const happened = ({ tag, text }: Word): boolean => joined && (/^t/.test(tag) || /^\d/.test(text))
  const stop = words.findIndex(
    (word, index) =>
      index > start && (/^[dp]/.test(word.tag) || word.text === '等' || measured(word) || happened(word)),
  )
  const kept = words.slice(start, stop < 0 ? undefined : stop)
  while (kept.length > 0 && (isEnd(kept.at(-1)!) || LINKING.test(kept.at(-1)!.text))) kept.pop()
  if (kept.length === 0) return undefined
  const [begin, last] = [kept[0]!.start, kept.at(-1)!.end]
  return { text: given.slice(begin, last), joined, end: from + last }
}

/** What no name ends with: marks, particles, 时 of 当拿到大单时, and 大关 of 突破千亿元大关. */
const isEnd = (word: Word): boolean =>
  isMark(word) || /^[ucdf]/.test(word.tag) || /^(?:[时后]|大关|关口)$/.test(word.text)

/** What a clause without a number is about, where it tells what happened: 岚泽大桥 of 岚泽大桥通车. */
export function actorOf(clause: string): string {
  const words = withoutLead([...wordsOf(clause)])
  const verb = words.findIndex(word => /^[vdp]/.test(word.tag) && !/^vn/.test(word.tag))
  const named = words.slice(0, Math.max(verb, 0))
  const own = named.some(isNoun) && !named.every(word => /^ns/.test(word.tag))
  return own ? clause.slice(named[0]!.start, named.at(-1)!.end) : ''
}
