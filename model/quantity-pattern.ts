import type { Unit } from './vocabulary.ts'
import { UNITS } from './vocabulary.ts'

const CHINESE = '一二三四五六七八九十两'
const DIGITS = '\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'

// A number begins neither inside of another one (1，600; 一百二十; 7×24; 1亿5000万) nor behind 第, which makes it an ordinal.
const DIGITS_BEGIN = '(?<!\\d[.,，\\s]?|[×第]|\\d[余多]?[百千万亿])'
const CHINESE_BEGINS = `(?<![第几数零〇百千万亿\\d${CHINESE}]|[${CHINESE}]点)`
const NUMBER = `${DIGITS_BEGIN}(?:${DIGITS})|${CHINESE_BEGINS}(?:无一|[${CHINESE}]+)`

/** Qualifiers of the closed list that stand before a number; 约 is none in 签约, 节约, 预约 and the like. */
const LISTED = '突破|不足|(?<![节签预合契公条履违])约'
/** What else makes a number inexact or negative from before; 近 is nothing of that in 附近 or 最近, nor 超 in 赶超. */
const UNLISTED =
  '大约|约莫|大概|几乎|差不多|将近|接近|(?<![附最邻靠临就])近|逾|(?<![赶反])超[过出]?|冲破|(?<![打侦])破|多达|至少|至多|最多|最少' +
  '|不到|不止|不下|不[少低多高超大小][于过]|[多少高低大小]于|(?<![担承肩])负|[-−－]'
/** The lower end of a range: 5—6家, 三至五家. */
const RANGE = `(?:${DIGITS_BEGIN}(?:${DIGITS})|${CHINESE_BEGINS}[${CHINESE}]+)(?:[%‰]?[-−－—–~～]|[至到])`
// 多 behind a unit is a qualifier only where nothing follows that it could belong to: 5家多式联运企业.
const AFTER = '以上|以下|以内|之内|左右|上下(?!游)|开外|之多|有余|[多余](?=$|[\\s，。；、！？）”])'

/** What must not follow a unit, or it is the beginning of another word: 11个月, 3个半小时, 5项目. */
const NOT_BEFORE: Partial<Record<Unit, string>> = { 个: '多?月|半|多?小时|百分点', 天: '然', 项: '目', 场: '所|馆' }

// 余 stands before the unit (40余家) or after its multiplier (12万余件).
const UNIT = [...UNITS]
  .sort((a, b) => b.length - a.length)
  .map(unit => {
    const multiplier = /^[万亿]+/.exec(unit)?.[0] ?? ''
    const follows = NOT_BEFORE[unit]
    return `${multiplier && `${multiplier}[余多]?`}${unit === '小时' ? '个?' : ''}${unit.slice(multiplier.length)}${follows ? `(?!${follows})` : ''}`
  })
  .join('|')

// 第二 counts as a rank with 位 or 名, behind a verb of ranking or where the clause ends; not in 第二产业 or 第一时间.
const rank = (group: string): string => `第(?<${group}>[${CHINESE}]+|\\d+)`
const RANKED = '(?<=[居列排](?:名|在|于)?(?:全[国省市区县州盟旗]|世界|全球)?)'
const RANK_ENDS = '(?=$|[\\s，。；！？）”])'

/**
 * Finds quantities. Groups: `ranked`, `place` or `last` for a place in a ranking; else `number` and `unit` with what
 * touches them: `before`, `range`, `odd` and `after`.
 */
export const QUANTITY = new RegExp(
  `${rank('place')}[位名]|${RANKED}${rank('ranked')}|${rank('last')}${RANK_ENDS}` +
    `|(?:(?<before>${LISTED}|${UNLISTED})了?\\s?)?(?<range>${RANGE})?(?<number>${NUMBER})(?<odd>[余多来几])?\\s?(?<unit>${UNIT})(?<after>${AFTER})?`,
  'g',
)
