import { otherWay } from '../../../model/cells.ts'
import { DEPENDENT_CHANGES, DIRECTION_OF, directionOf } from '../../../model/changes.ts'
import { changeAtEnd } from '../../../model/reading/change.ts'
import type { MeasureInput } from '../../../model/table.ts'
import { parseUnit } from '../../../model/units.ts'
import { isUnitOfKind, type Kind } from '../../../model/vocabulary.ts'
import { splitHead } from '../facts/table-units.ts'

/** What a head says of the numbers that it heads, beyond their unit. */
export interface Measure {
  unit: string
  kind?: Kind
  /** The word of a rise, or of a fall where the head says that they are falls. */
  change?: string
  comparedWith?: string
  /** What changes, by the head: 产值 of 产值增速; empty where it names only the change. */
  subject?: string
  whole?: string
  /** Why a person must look. */
  doubt?: string
}

const LONGEST_FIRST = Object.keys(DIRECTION_OF).sort((a, b) => b.length - a.length)
const CHANGES = new RegExp([...LONGEST_FIRST, '增减', '升降', '涨跌'].join('|'))
const RANK = /位次|排名|名次/
/** Heads that leave open whether numbers rise or fall. */
const BOTH_WAYS = /(?:±|增减|升降|涨跌)(?:幅度?|率)?$/
/** What they call a rise. */
const RISES: readonly (readonly [words: RegExp, rise: string])[] = [
  [/涨跌|涨幅/, '上涨'],
  [/升降/, '上升'],
]
/** What stands behind the words of a head and is no part of them: (按可比价计算). */
const REMARK = /[（(][^（）()]*[）)]$/
/** Words of change that name one, and do not tell it: 增速, 降幅. */
const NAMES = /[速幅]$/
const SHARE = /占(.*?)(?:的)?(?:比重|比例|比)$|比重$|占比$/
/** Numbers that compare with a hundred are in no unit. */
const INDEX = /指数$|=100/

/** Whether a head is that of places in a ranking. */
export const isRank = (name: string): boolean => RANK.test(name)

/** Whether what a head measures is in no unit of the row or of the table: a place, or a change in percent. */
export function hasOwnUnit(name: string): boolean {
  return isRank(name) || changeIn(name) !== undefined
}

/** Whether a head only names a change, and not of what: 比年初增加, 同比. */
export function isBareChange(head: string): boolean {
  return changeIn(splitHead(head).name)?.subject === ''
}

/**
 * What a head says.
 * @param name the head without its unit
 * @param unit empty where nothing gives one
 * @returns `undefined` where nobody can know the unit
 */
export function measureOf(name: string, unit: string): Measure | undefined {
  if (isRank(name) && (unit === '' || unit === '位' || unit === '名')) return { unit: '位', kind: 'rank' }
  if (unit === '' && INDEX.test(name)) return { unit, kind: 'ratio' }
  const parsed = unit === '' ? undefined : parseUnit(unit)
  if (!parsed) return undefined
  if (parsed.kind !== null) return { unit }
  const change = changeIn(name)
  if (change) return { unit, kind: 'growth', ...change }
  if (!isUnitOfKind(unit, 'ratio'))
    return { unit, kind: 'growth', change: '增长', doubt: `“${name}”没有写明是什么的增减` }
  if (!isUnitOfKind(unit, 'rate')) return { unit, kind: 'ratio' }
  const share = SHARE.exec(name)
  if (share)
    return share[1]
      ? { unit, kind: 'share', whole: share[1] }
      : { unit, kind: 'share', whole: '合计', doubt: `“${name}”没有写明占什么的比重` }
  if (/完成|进度/.test(name) && isUnitOfKind(unit, 'completion')) return { unit, kind: 'completion' }
  if (/率$/.test(name)) return { unit, kind: 'rate' }
  return { unit, kind: 'ratio', doubt: `“${name}”没有写明是增减、占比还是比率` }
}

/** Why a person must look at a change: whether it is a rise, and what words without a number cannot say. */
function doubtOfChange(head: string, verb: string, comparedWith = ''): Pick<Measure, 'doubt'> {
  if (DEPENDENT_CHANGES.has(verb)) return { doubt: `“${head}”没有写明是升是降` }
  return /\d/.test(comparedWith) ? { doubt: `“${head}”比的是${comparedWith}，文稿里要另外写明` } : {}
}

/** The change that a head ends with: 比上年末增长, 增速; or only says what it is compared with: 同比, 比年初, 比上年增减. */
function changeIn(head: string): Pick<Measure, 'change' | 'comparedWith' | 'subject' | 'doubt'> | undefined {
  const name = head.replace(REMARK, '')
  const both = BOTH_WAYS.exec(name)
  const own = both ? undefined : changeAtEnd(name)
  const subject = name.slice(0, both?.index)
  const found = own ?? changeAtEnd(`${subject}增长`)
  if (!found || found.reached) return undefined
  const { word, comparedWith } = found
  // 比上年增减额 is an amount, and compares with no 上年增减额.
  const isBasis = comparedWith === undefined ? word !== '增长' : !CHANGES.test(comparedWith)
  if (!own && !both && !isBasis) return undefined
  const verb = LONGEST_FIRST.find(each => word.endsWith(each)) ?? word
  const basis = comparedWith === undefined ? word.slice(0, -verb.length) : ''
  const rise = RISES.find(([words]) => words.test(name))?.[1] ?? '增长'
  const plain = both || NAMES.test(verb) ? (!both && directionOf(verb) === 'fall' ? '下降' : rise) : verb
  return {
    change: basis + plain,
    subject: subject.slice(0, found.at),
    ...(comparedWith !== undefined && !/\d/.test(comparedWith) && { comparedWith }),
    ...doubtOfChange(head, verb, comparedWith),
  }
}

/** The usual word for the other way of a change that has none. */
export function fallOf(change: string): string {
  const turned = change.replace(/增长|上升|上涨/, '下降')
  return directionOf(turned) === 'fall' ? turned : '下降'
}

/** What a head says, as the measure of a table has it. */
export function measureFields({
  unit,
  kind,
  change,
  comparedWith,
  whole,
}: Measure): Pick<MeasureInput, 'unit' | 'kind' | 'change' | 'fall' | 'comparedWith' | 'whole'> {
  return {
    unit,
    ...(kind !== undefined && kind !== 'growth' && { kind }),
    ...(change !== undefined && { change }),
    ...(change !== undefined && otherWay({ change }) === undefined && { fall: fallOf(change) }),
    ...(comparedWith !== undefined && { comparedWith }),
    ...(whole !== undefined && { whole }),
  }
}
