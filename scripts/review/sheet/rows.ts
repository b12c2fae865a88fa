import { toChineseNumeral } from '../../../model/reading/numerals.ts'
import { REVIEWERS, verdictsOn, type Review, type Spoken } from '../../../model/review.ts'
import type { Deck } from '../../lib/deck.ts'
import type { ReviewItem } from '../items.ts'
import { seenOn } from '../places.ts'
import { countStates, STATES, stateOfItem } from '../states.ts'
import { dayOf, fullTime } from '../time.ts'

/** What the sign-off sheet is made of. */
export interface SheetInput {
  deck: Deck
  items: readonly ReviewItem[]
  review: Review
  date: Date
}

/** A column of the sign-off sheet. */
export interface Column {
  head: string
  /** Width in characters of a spreadsheet; the PDF takes them for shares of its page. */
  width: number
  /** Whether rows with the same text follow one another: the PDF says it once, above them. */
  grouped?: true
  /** What stands in it; nothing in what is to be filled in by hand. */
  text: (item: ReviewItem, index: number, review: Review) => string
}

function verdictTexts(verdict: Spoken['verdict'], item: ReviewItem, review: Review): string[] {
  return verdictsOn(item.fingerprint, review[item.id])
    .valid.filter(each => each.verdict === verdict)
    .map(({ by, at, word }) => (word === undefined ? `${by}\n${dayOf(at)}` : `${by} ${dayOf(at)}：${word}`))
}

/** Where the source says it, or how it is computed. */
function originOf({ clause, cell, column, formula }: ReviewItem): string {
  if (formula) return `推算：${formula.formula}`
  return cell ? `${column}，行“${cell.row}”，列“${cell.column}”` : (clause ?? '')
}

function pagesOf({ places, shown }: ReviewItem): string {
  return shown ? seenOn(places).join('、') : '不展示'
}

const people = Array.from({ length: REVIEWERS }, (_, index) => index)

/** The columns of the sheet, in order. */
export const COLUMNS: readonly Column[] = [
  { head: '序号', width: 6, text: (_, index) => String(index + 1) },
  { head: '章', width: 16, grouped: true, text: ({ chapter }) => chapter },
  { head: '名称', width: 24, text: ({ label, doubt }) => (doubt === null ? label : `${label}（待核：${doubt}）`) },
  {
    head: '数值',
    width: 18,
    text: ({ id, text, measure, shares }) =>
      [id.startsWith('quote:') ? measure : text, ...shares.map(share => `${share.label} ${share.text}`)].join('\n'),
  },
  { head: '时段', width: 13, text: ({ period }) => period },
  { head: '原句或出处', width: 34, text: originOf },
  { head: '页', width: 8, text: pagesOf },
  {
    head: '状态',
    width: 10,
    text: (item, _, review) => STATES[stateOfItem(item, review)].name,
  },
  ...people.map(index => ({
    head: `确认人${toChineseNumeral(index + 1)}`,
    width: 14,
    text: (item: ReviewItem, _: number, review: Review) => verdictTexts('confirmed', item, review)[index] ?? '',
  })),
  { head: '异议', width: 22, text: (item, _, review) => verdictTexts('objected', item, review).join('\n') },
  ...people.map(index => ({ head: `签字${toChineseNumeral(index + 1)}`, width: 12, text: () => '' })),
]

/** What the sheet says above its table. */
export function headingOf(title: string, items: readonly ReviewItem[], review: Review, date: Date): [string, string] {
  const { all, states } = countStates(items, review)
  const counts = states.filter(({ count }) => count > 0).map(({ state, count }) => `${STATES[state].name} ${count} 条`)
  const told = [`展示的 ${all} 条`, counts.join('，')].filter(Boolean).join('：')
  return [`${title} 校核表`, `${told}；印于 ${fullTime(date.toISOString())}`]
}
