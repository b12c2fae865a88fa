import type { ResolvedPeriod } from '../../model/figure.ts'
import type { PeriodWords } from '../../model/reading/periods.ts'
import type { Statement } from './statements.ts'
import { clauseBegin } from '../../model/reading/text.ts'
import { wordsOf } from '../../model/reading/words.ts'
import { isSeveralYears, readSpan, spanYear } from '../../model/span.ts'
import { parseUnit } from '../../model/units.ts'
import { beginsWithVerb } from './phrases.ts'

/** Whether words tell of several years up to the one that the article is about. */
export function isReview({ span }: PeriodWords, periods: readonly ResolvedPeriod[]): boolean {
  const implied = periods.find(period => period.implied)?.span
  return Boolean(span && implied && isSeveralYears(span) && spanYear(span) === spanYear(implied))
}

/** What of a review's years a statement is of. */
interface Coverage {
  /** Of them all, and not of the last one, which the article is about. */
  all: boolean
  doubt?: string
}

const UNSURE = '没有写是几年合计，还是最后一年'

/**
 * Whether a statement below the heading of a review is of all its years, as how things have gone and what was done, or
 * of the last one, as how they stand. What was done, and amounts of a year's doings, may be of either.
 */
export function coverageOf(statement: Statement): Coverage {
  if (tellsCourse(statement) || isChange(statement)) return { all: true }
  const { core } = statement.label
  const [first, ...more] = wordsOf(core)
  // 拥有 and 现有 tell what there is.
  if (isLevel(statement) || first?.text.endsWith('有')) return { all: false }
  const done = beginsWithVerb(core)
  return done || /^v/.test(more.at(-1)?.tag ?? '') ? { all: done, doubt: UNSURE } : { all: false }
}

function isChange({ found: { change, comparedWith } }: Statement): boolean {
  // What is more than another thing, as 比目标多, is so at one time.
  return change !== null && (comparedWith === undefined || readSpan(comparedWith) !== undefined)
}

/** Whether a statement says itself that it tells how something has gone. */
export function tellsCourse(statement: Statement): boolean {
  const { found, sentence, label, index, above } = statement
  // 是“十三五”时期的1.38倍 behind 累计完成476亿元 is told of that.
  const said = above[index - Math.max(label.back, 0)]!
  const own = sentence.slice(Math.min(said, clauseBegin(sentence, found.start)), found.start)
  // 高出全市2个百分点 behind 年均增长6% is told of that; 突破30亿元 is not.
  const averaged = /[%点]$/.test(found.unit) ? own : sentence.slice(clauseBegin(sentence, found.start), found.start)
  if (COURSE.test(own) || isYearly(averaged)) return true
  // 森林覆盖率达42.7% is no course, though 五年完成造林 stands before it.
  return COURSE_AT_HEAD.test(sentence) && !isLevel(statement)
}

/** Whether a statement tells what something stands at: what was reached, or a part of a whole. */
export function isLevel(statement: Statement): boolean {
  const { found, figure, sentence } = statement
  const isPart = parseUnit(found.unit)?.kind === null && figure.kind !== 'completion' && !isChange(statement)
  return isPart || REACHED.test(sentence.slice(0, found.start))
}

/** Whether a clause tells of a yearly average of what has changed; 年均浓度 is one of a year. */
function isYearly(clause: string): boolean {
  const words = wordsOf(clause)
  const next = words[words.findIndex(({ text }) => text === '年均') + 1]
  return clause.includes('年均') && !/^n(?!s)/.test(next?.tag ?? '')
}

const COURSE = /累计|连续|始终|一直|(?<!\d)[一二三四五\d]年/
const COURSE_AT_HEAD = new RegExp(`^(?:${COURSE.source})`)
/** What leads to how something stands at the end. */
const REACHED = /[至到为达]$/
