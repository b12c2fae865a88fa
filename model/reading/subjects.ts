import { readSpans } from '../span.ts'
import { isSameBase } from '../units.ts'
import type { Quantity } from './quantities.ts'
import { beginsWord, wordsOf } from './words.ts'

/** The clause before 分别, in which several things are named of which one number each is told. */
const EACH = new RegExp(
  '(?:^|[,，。；;])(?<named>[^,，。；;]*?)(?:同比|环比|[比较](?:上|去|年初)[^,，。；;]*)?分别[^,，。；;\\d]*$',
)
/** What town and country together stand for: 城乡居民. */
const TOWN_AND_COUNTRY = /城乡/
/** What the three of them are called together. */
const SECTORS = /三次产业(?<measure>[^比较]*)/
/** Where the parts of a number begin. */
const THEREOF = /其中[:：,，]?/
/** What leads from a subject to its number: 达, 完成, 为. */
const VERB = /(?:实现|完成|达到?|为|有|约|共|累计|合计|已|是|突破|超过?|近)+$/
/** What leads to a subject. */
const LEAD = /^(?:、|和|及|与|以及|其中[:：,，]?|全年|实现|完成)+/
/** What leads from one number of such a list to the next: 、下降 of 分别增长7.7%、下降5.2%. */
export const LISTED_EACH = /^(?:%|‰)?(?:、|和|及|与|以及)[^,，。；;\d]{0,6}$/

/**
 * What each number of a clause is of, where the clause tells it of several things: 一产、二产 of 一产、二产分别增长7.4%、7.1%,
 * and 户籍人口 of the numbers behind 其中.
 */
export function subjectsOf(text: string, quantities: readonly Quantity[]): (string | undefined)[] {
  return quantities.map((found, index) => eachOf(text, quantities, index) ?? wholeOf(text, quantities, found))
}

/** What is named in front of 分别 in the last clause of a text, without what brackets say of it: 一产、二产. */
export function namedForEach(text: string): string | undefined {
  return EACH.exec(text.replace(BRACKETED, ''))?.groups?.named
}

/** What as many things are called as numbers follow, which are told of one each without 分别: 小学、初中班额为38人和44人. */
function namesOfList(text: string, count: number): string | undefined {
  const named = namedForEach(withEach(text))
  return named !== undefined && named.split(/[、和与及]/).length === count ? named : undefined
}

/** A text that leads to numbers with 分别 where they are told of several things: 班额分别为. */
export const withEach = (text: string): string =>
  /分别[^,，。；;]*$/.test(text) ? text : text.replace(/(?:为|达到?|是)[约近]?(?:\d[^,，。；;]*)?$/, '分别$&')

const BRACKETED = /（[^（）]*）|\([^()]*\)/g

function eachOf(text: string, quantities: readonly Quantity[], index: number): string | undefined {
  let first = index
  while (first > 0 && LISTED_EACH.test(text.slice(quantities[first - 1]!.end, quantities[first]!.start))) first--
  let last = index
  while (
    last + 1 < quantities.length &&
    LISTED_EACH.test(text.slice(quantities[last]!.end, quantities[last + 1]!.start))
  )
    last++
  const count = last - first + 1
  const before = text.slice(0, quantities[first]!.start)
  const named = namedForEach(before) ?? (count > 1 ? namesOfList(before, count) : undefined)
  if (named === undefined) return undefined
  const names = named === '' ? earlier(text, quantities, Math.max(0, first - count), first) : namesIn(named, count)
  return names.length === count ? names[index - first] : undefined
}

/** The names of as many things as are told of, by what stands in front of 分别. */
export function namesIn(named: string, count: number): string[] {
  if (count === 2 && TOWN_AND_COUNTRY.test(named)) return ['城镇', '农村']
  const sectors = count === 3 ? SECTORS.exec(named)?.groups : undefined
  if (sectors) return ['第一产业', '第二产业', '第三产业'].map(name => name + sectors.measure)
  const times = readSpans(named).map(({ text }) => text)
  if (times.length === count) return times
  const listed = named.split('、').filter(Boolean)
  // 蔬菜及食用菌产量、园林水果产量 are two.
  const names = listed.length === count ? listed : named.split(/[、和与及]/).filter(Boolean)
  const own = names.at(-1) ?? ''
  // What the last name goes on with is said of all of them: 一、二、三产业, 城镇和农村居民收入.
  const sector = /^第?[一二三四](?<sector>产业?|季度)/.exec(own)?.groups?.sector
  if (sector !== undefined && names.slice(0, -1).every(name => /^第?[一二三四]$/.test(name)))
    return [...names.slice(0, -1).map(name => name + sector), own.slice(0, own.indexOf(sector) + sector.length)]
  return [...names.slice(0, -1), own.slice(0, ownLength(names))]
}

/**
 * How much of the last of several names is its own, where it goes on with what is said of all of them: as far as the
 * word that another one ends with, as 电气机械和器材制造业 of 汽车制造业、电气机械和器材制造业增加值, or else as another one is long.
 */
export function ownLength(names: readonly string[]): number {
  const own = names.at(-1) ?? ''
  const others = names.slice(0, -1)
  // PM2.5、PM10年均浓度: what is written otherwise is said of both.
  const latin = /^[A-Za-z\d.]+/.exec(own)?.[0]
  if (latin !== undefined && others.every(name => /[A-Za-z\d]$/.test(name))) return latin.length
  const words = wordsOf(own)
  const shared = others.map(name => wordsOf(name).at(-1)?.text ?? '').find(word => own.indexOf(word) > 0)
  if (shared !== undefined) return own.indexOf(shared) + shared.length
  const lengths = others.map(({ length }) => length)
  // 农村 is a word of its own in 农村居民, which is one to the dictionary.
  const isWord = (length: number): boolean => length > 1 && wordsOf(own.slice(0, length)).length === 1
  return [...lengths].sort((a, b) => a - b).find(length => beginsWord(words, length) || isWord(length)) ?? own.length
}

/** What the numbers before are of, where 分别 names nothing itself: 出口61亿元、进口25亿元，分别增长12%、下降3%. */
function earlier(text: string, quantities: readonly Quantity[], from: number, to: number): string[] {
  return quantities
    .slice(from, to)
    .map((found, index) => eachOf(text, quantities, from + index) ?? subjectOf(text, found))
}

function subjectOf(text: string, { part, start }: Quantity): string {
  return text.slice(part.start, start).replace(VERB, '').replace(LEAD, '').trim()
}

function wholeOf(text: string, quantities: readonly Quantity[], { start, unit, change }: Quantity): string | undefined {
  const begins = [...text.slice(0, start).matchAll(new RegExp(THEREOF, 'g'))].at(-1)?.index
  // What stands in brackets is thereof as far as they close.
  const closed = begins !== undefined && /[）)]/.test(text.slice(begins, start))
  const whole = begins === undefined || closed ? undefined : quantities.filter(({ end }) => end <= begins).at(-1)
  return whole && change === null && isSameBase(whole.unit, unit) ? subjectOf(text, whole) || undefined : undefined
}
