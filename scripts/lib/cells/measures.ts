import { otherWay } from '../../../model/cells.ts'
import { DIRECTION_OF, directionOf } from '../../../model/changes.ts'
import type { MeasureInput } from '../../../model/table.ts'
import type { Kind } from '../../../model/vocabulary.ts'
import { parseUnit } from '../../../model/units.ts'

/** What a head says of the numbers that it heads, beyond their unit. */
export interface Measure {
  unit: string
  kind?: Kind
  /** The word of a rise, or of a fall where the head says that they are falls. */
  change?: string
  comparedWith?: string
  whole?: string
  /** Why a person must look. */
  doubt?: string
}

const RANK = /位次|排名|名次/
const CHANGE_WORDS = Object.keys(DIRECTION_OF).sort((a, b) => b.length - a.length)
/** Heads that leave open whether numbers rise or fall. */
const EITHER_WAY = /±|增减|升降|涨跌|同比|环比/
/** What they call a rise. */
const RISES: readonly (readonly [words: RegExp, rise: string])[] = [
  [/涨跌|涨幅/, '上涨'],
  [/升降/, '上升'],
]
const BASIS = /同比|环比/
const COMPARED: readonly (readonly [words: RegExp, basis: string])[] = [
  [/[比较](?:上年|去年)同期/, '上年同期'],
  [/[比较](?:上年|去年)/, '上年'],
  [/[比较]上月/, '上月'],
]
/** Words of change that name one, and do not tell it: 增速, 降幅. */
const NAMES = /[速幅]$/
const SHARE = /占(.*?)(?:的)?(?:比重|比例|比)$|比重$|占比$/

/** Whether a head is that of places in a ranking. */
export const isRank = (name: string): boolean => RANK.test(name)

/**
 * What a head says.
 * @param name the head without its unit
 * @param unit empty where nothing gives one
 * @returns `undefined` where nobody can know the unit
 */
export function measureOf(name: string, unit: string): Measure | undefined {
  if (isRank(name) && (unit === '' || unit === '位' || unit === '名')) return { unit: '位', kind: 'rank' }
  const parsed = unit === '' ? undefined : parseUnit(unit)
  if (!parsed) return undefined
  if (parsed.kind !== null) return { unit }
  const word = lastChange(name)
  if (word !== undefined || EITHER_WAY.test(name)) return { unit, kind: 'growth', ...changeOf(name, word) }
  if (unit !== '%' && unit !== '‰') return { unit, kind: 'ratio' }
  const share = SHARE.exec(name)
  if (share)
    return share[1]
      ? { unit, kind: 'share', whole: share[1] }
      : { unit, kind: 'share', whole: '合计', doubt: `“${name}”没有写明占什么的比重` }
  if (/完成|进度/.test(name)) return { unit: '%', kind: 'completion' }
  if (/率$/.test(name)) return { unit, kind: 'rate' }
  return { unit, kind: 'ratio', doubt: `“${name}”没有写明是增减、占比还是比率` }
}

/** The last word of change of a head; 增加值 is none. */
function lastChange(name: string): string | undefined {
  const text = name.replaceAll('增加值', '〇〇〇')
  const found = CHANGE_WORDS.filter(word => text.includes(word))
  return found.sort((a, b) => text.lastIndexOf(b) - text.lastIndexOf(a))[0]
}

function changeOf(name: string, word: string | undefined): Pick<Measure, 'change' | 'comparedWith'> {
  const falls = word !== undefined && directionOf(word) === 'fall' && !EITHER_WAY.test(name.replace(BASIS, ''))
  const rise = RISES.find(([words]) => words.test(name))?.[1] ?? '增长'
  const plain = word === undefined || NAMES.test(word) ? (falls ? '下降' : rise) : falls ? word : riseOf(word)
  const compared = COMPARED.find(([words]) => words.test(name))?.[1]
  return {
    change: `${BASIS.exec(name)?.[0] ?? ''}${plain}`,
    ...(compared !== undefined && { comparedWith: compared }),
  }
}

const riseOf = (word: string): string => (directionOf(word) === 'rise' ? word : '增长')

/** The usual word of a fall beside one of a rise. */
export const fallOf = (change: string): string => change.replace(/增长|上升|上涨/, '下降')

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
