import { basisOf, directionOf, PLAN_WORDS, wholeChange } from '../../model/changes.ts'
import type { Figure } from '../../model/figure.ts'
import { NAMES_OF_CHANGE } from '../../model/reading/change.ts'
import { readSpans } from '../../model/span.ts'
import { isPoints } from '../../model/units.ts'
import { figureTag, joined, plainWords, type Said } from './said.ts'

/** Looks a figure up that another one is of. */
export type Find = (id: string) => Figure | undefined

/** What a title does without: what is added in brackets at the end of a label. */
export const ASIDE = /（[^（）]*）$/
/** What names that something changes, and is none of it: the sign word behind it says so. */
const CHANGING = /(?:变化|变动|同比|环比|涨跌幅度)$/
/** What a label of a series says of all its years. */
const OVER_YEARS = /^历年/
/** A place in a ranking, with the area that it is in. */
const PLACE = /(?:在)?(?<area>全[国省市区县州盟旗])?的?(?:位次|排位|排名|名次)$/
/** What says of a share that it is one. */
const OF_WHOLE = /[占率比]|份额|相当于/

/** What a figure is of, as a sentence begins with it: 地区生产总值 of 地区生产总值增速. */
export function subjectOf(figure: Figure, find: Find): string {
  const label = figure.label.replace(ASIDE, '').replace(OVER_YEARS, '')
  if (figure.kind === 'rank') return label.replace(PLACE, '') || label
  if (figure.planned) return plannedSubject(label, figure)
  if (figure.change === undefined) return label
  const whole = find(figure.of ?? '')
  if (whole && whole.change === undefined && figure.kind === 'growth' && !isPoints(figure.unit))
    return subjectOf(whole, find)
  return withoutChange(label, figure) || label
}

function withoutChange(label: string, figure: Figure): string {
  const { comparedWith, change = '' } = figure
  const compared = comparedWith ? [`比${comparedWith}`, `较${comparedWith}`, `与${comparedWith}相比`] : []
  const rest = withoutEnd(label, compared).replace(CHANGING, '')
  // 涨幅回落0.4个百分点 is of a rise, while 增速下降4.2% would be.
  const named = isPoints(figure.unit) || !NAMES_OF_CHANGE.test(rest) ? rest : rest.replace(/.[幅速]$/u, '')
  // What names a change may stand behind another name of it: 涨跌幅度增速.
  return named === label ? withoutRepeat(named, change) : withoutChange(named, figure)
}

function withoutEnd(text: string, ends: readonly string[]): string {
  const end = ends.find(words => text.endsWith(words))
  return end === undefined ? text : text.slice(0, -end.length)
}

/** A subject without what the word of change begins with: 年均 before 年均增长. The whole word is left out of the number. */
function withoutRepeat(subject: string, change: string): string {
  for (let length = change.length - 1; length > 1; length--)
    if (subject.endsWith(change.slice(0, length))) return subject.slice(0, -length)
  return subject
}

function plannedSubject(label: string, figure: Figure): string {
  const isAim = label.endsWith('目标')
  const own = withoutChange(isAim ? label.slice(0, -2) : label, figure)
  return isAim || !PLAN_WORDS.some(word => word.length > 1 && own.includes(word)) ? `${own}目标` : own
}

/** What stands between the subject and its number. */
export function linkOf(figure: Figure, subject: string): string {
  const { kind, label, whole } = figure
  if (kind === 'rank') return `居${PLACE.exec(label)?.groups?.area ?? ''}`
  if (kind === 'ratio') return /[为是]$/.test(subject) ? '' : '为'
  if (kind === 'share' && whole !== undefined && !OF_WHOLE.test(subject)) return `占${whole}`
  return ''
}

/** A figure as a clause: subject, sign word and number. @param highlight whether the slide is about it */
export function clauseOf(figure: Figure, find: Find, highlight = false): Said {
  const subject = subjectOf(figure, find)
  return joined([plainWords(subject + linkOf(figure, subject)), figureTag(figure, { highlight })])
}

/** Whether a figure tells, by a bare word of change, how another one has changed. */
function isPlainChange({ change, planned }: Figure): boolean {
  if (change === undefined || planned) return false
  return (
    wholeChange(change) !== undefined ||
    (directionOf(change) !== undefined && (change.length === 2 || basisOf(change) !== undefined))
  )
}

/** The figure that says how another one has changed; `undefined` where none does. */
export function changeOf(figure: Figure, figures: readonly Figure[]): Figure | undefined {
  return figures.find(other => other.of === figure.id && isPlainChange(other))
}

/** A change behind the clause of what it is of: 比上年增长6.2%. */
export function changeClause(change: Figure): Said {
  const { comparedWith, change: word = '' } = change
  const level = /^.[于出]$/u.test(word)
  const needed = comparedWith !== undefined && comparedWith.length <= 4 && basisOf(word) === undefined && !level
  const against = wholeChange(word) === '持平' ? '与' : '比'
  return joined([plainWords(needed ? against + comparedWith : ''), figureTag(change)])
}

/** Whether a figure's clause says its time, or needs not: it is that of the deck. */
export function isDated(figure: Figure, find: Find): boolean {
  const words = subjectOf(figure, find)
  return figure.period.implied === true || words.includes(figure.period.text) || readSpans(words).length > 0
}
