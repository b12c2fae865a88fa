/**
 * What makes a printed number inexact from before. 约 is none in 签约 or 条约, 近 none in 附近, 超 none in 赶超. With 占, 为 or
 * the like behind them they still say so of the number: 约占46.8%.
 */
export const INEXACT_BEFORE =
  '(?:突破|不足|(?<![节签预合契公条履违])约(?:为|合|有|达|计|占[\u4E00-\u9FFF]{0,6})?|大约|约莫|大概|大致|差不多|几乎|将近|接近|近乎|(?<![附最邻靠临就亲新])近(?:为|有|达|占[\u4E00-\u9FFF]{0,6})?|逾' +
  '|(?<![赶反])超[过出]?|冲破|不到|不止|不下于?|多达|至少|至多|最多|最少|不[少低多高超大小][于过]|[多少高低大小]于)了?'

/** The same from behind; 多 and 余 only where nothing follows that they could belong to, 上下 not in 上下游. */
export const INEXACT_BEHIND = '以上|以下|以内|之内|左右|上下(?!游)|开外|之多|有余|出头|挂零'
