import { COMPARING_DIRECTION, DEPENDENT_CHANGES, DIRECTION_OF, directionOf, EXCEEDING } from '../changes.ts'
import { isPoints } from '../units.ts'
import { wordsOf } from './words.ts'

/** A word of change that touches what follows it. */
export interface Change {
  /** As it stands there, 同比 or 环比 in front of it included, and 比上年 where it is needed to tell a change. */
  word: string
  /** What the change is compared with, as it stands there: 上年, 全市平均. */
  comparedWith: string | undefined
  /** Whether what follows is the level that is reached, as behind 提高到. */
  reached: boolean
  /** Where the word begins. */
  at: number
  /** −1 for a fall, and for a smaller rise. */
  sign: -1 | 1
  /** Whether two levels are compared, as 高于 does. */
  levels: boolean
}

const CHANGES = Object.keys(DIRECTION_OF)
  .sort((a, b) => b.length - a.length)
  .join('|')
/** How many years an average is of: 两年平均. */
const YEARS = '二两三四五六七八九十\\d'
const COMPARING = `[${Object.keys(COMPARING_DIRECTION).join('')}]`
/** With what is compared: no digits but those of a time, and no marks but quotes in between. */
const WITH = '(?:\\d{4}年|\\d{1,2}(?:[-—–~～至]\\d{1,2})?月|[^\\d\\s，,。；;：:、]){1,12}?'
const BASIS = `(?:同比|环比|(?:[${YEARS}]年平|年)均|(?<by>[比较])(?<with>${WITH}))`
const ENDS = '(?:幅度|(?<rate>率))?(?<reached>至|到|为)?(?:了|达到?|是)?(?:\\*\\*|__)?[ \\t]?$'
const CHANGED = new RegExp(`(?:(?<basis>${BASIS})(?:分别)?)?(?<verb>${CHANGES})${ENDS}`)
const COMPARED = new RegExp(
  `(?:(?:(?<basis>${BASIS})偏?|(?<off>偏))(?<verb>${COMPARING})|(?<level>${COMPARING}于|高出|超[过出]?)(?<against>${WITH}))${ENDS}`,
)
/** A sign in the place of a word of change: 同比+12.7%, 比上年-0.3个百分点. */
const SIGNED = /(?<basis>同比|环比|(?<by>[比较])(?<with>[上去前]年[^\d，,。；;：:、]{0,4}?))(?<verb>[-+−－])$/

/** Whether a text ends with a sign that tells a change, and not what is less than zero. */
export const isSignOfChange = (text: string): boolean => SIGNED.test(text)

/** A change that is told of a fall: 降幅收窄. */
const OF_FALL = /[降跌]幅[^，,。；;：:、]*$/

/** Names of changes, which a level cannot follow: 增幅为6% is a change. */
export const NAMES_OF_CHANGE = /[幅速]$/

const LEVEL_OF_CHANGE =
  /(?<name>[增涨降跌][幅速])[^，,。；;：:、\d]*?(?:[由从至到为在达于]|[由从](?:\d{4}年|[^，,。；;：:、\d])*的|超过?|突破)$/

/** The name of a change whose level follows a text: 增速 of 增速放缓至, 降幅 of 降幅收窄到. */
export function changeOfLevel(text: string): string | undefined {
  return LEVEL_OF_CHANGE.exec(text)?.groups!.name
}

/**
 * The word of change that a text ends with; `undefined` where it ends with none.
 * @param unit that of the number behind it: only points are by how much one exceeds another, and what is counted in
 * 优于Ⅲ类的断面11个 is no difference. Default: not known
 */
export function changeAtEnd(text: string, unit?: string): Change | undefined {
  const found = changeBehind(text, 0)
  const other = found && (EXCEEDING.test(found.word) || (found.levels && /的/.test(found.comparedWith!)))
  return other && unit !== undefined && !isPoints(unit) ? undefined : found
}

/** @param from before this nothing is looked for */
function changeBehind(text: string, from: number): Change | undefined {
  const rest = text.slice(from)
  const found = CHANGED.exec(rest) ?? COMPARED.exec(rest) ?? SIGNED.exec(rest)
  // 自然增长率 is a rate of births over deaths, and no change of itself.
  if (!found || /自然增长率[^，,。；;]*$/.test(text.slice(0, from + found.index + found[0].length))) return undefined
  const at = from + found.index
  const {
    verb = '',
    basis = '',
    by,
    with: other,
    level,
    against,
    off = '',
    rate,
    reached,
  } = found.groups as Record<string, string>
  // 比 of 比重 and 较 of 较快 compare nothing; before a time 比 does, whatever it is a word with: 价格比 of 价格比上年上涨.
  const compares =
    by === undefined ||
    wordsOf(text).some(word => (word.start === at && word.text === by) || (word.start === at + 1 && word.tag === 't'))
  if (!compares) return changeBehind(text, at + 1)
  // 多于去年的6所 names two levels and no change.
  if (against?.endsWith('的')) return undefined
  // 压减率 is what it is called, and falls not.
  if (rate !== undefined && directionOf(verb) === 'fall') return undefined
  // What is compared with belongs to the word only where that tells no change without it, or 较 joins the two.
  const whole = by !== '比' || !(verb in DIRECTION_OF)
  const word = level ?? (whole ? basis + off + verb : verb)
  const falls = directionOf(word) === 'fall'
  const turned = DEPENDENT_CHANGES.has(verb) && OF_FALL.test(text.slice(0, at))
  return {
    word,
    comparedWith: against ?? other,
    reached: reached !== undefined && rate === undefined && !NAMES_OF_CHANGE.test(word),
    at,
    sign: falls === turned ? 1 : -1,
    levels: level !== undefined,
  }
}
