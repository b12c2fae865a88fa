import { toChineseNumeral } from '../../../model/reading/numerals.ts'
import { REVIEWERS, stateOf, verdictsOn, type Review, type Spoken } from '../../../model/review.ts'
import type { Deck } from '../../lib/deck.ts'
import type { ReviewItem } from '../items.ts'
import { seenOn } from '../places.ts'
import { STATES } from '../states.ts'
import { fullTime } from '../time.ts'

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
  /** What stands in it; nothing in what is to be filled in by hand. */
  text: (item: ReviewItem, index: number, review: Review) => string
}

const said = ({ by, at }: Spoken): string => `${by} ${fullTime(at)}`

function verdictTexts(verdict: Spoken['verdict'], item: ReviewItem, review: Review): string[] {
  return verdictsOn(item.fingerprint, review[item.id])
    .valid.filter(each => each.verdict === verdict)
    .map(each => (each.word === undefined ? said(each) : `${said(each)}：${each.word}`))
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
  { head: '章', width: 14, text: ({ chapter }) => chapter },
  { head: '名称', width: 24, text: ({ label, doubt }) => (doubt === null ? label : `${label}（待核：${doubt}）`) },
  { head: '数值', width: 18, text: ({ text }) => text },
  { head: '时段', width: 14, text: ({ period }) => period },
  { head: '原句或出处', width: 34, text: originOf },
  { head: '页', width: 8, text: pagesOf },
  {
    head: '状态',
    width: 10,
    text: ({ id, fingerprint }, _, review) => STATES[stateOf(fingerprint, review[id])].name,
  },
  ...people.map(index => ({
    head: `确认人${toChineseNumeral(index + 1)}`,
    width: 14,
    text: (item: ReviewItem, _: number, review: Review) => verdictTexts('confirmed', item, review)[index] ?? '',
  })),
  { head: '异议', width: 18, text: (item, _, review) => verdictTexts('objected', item, review).join('；') },
  ...people.map(index => ({ head: `签字${toChineseNumeral(index + 1)}`, width: 12, text: () => '' })),
]

/** What the sheet says above its table. */
export function headingOf(title: string, items: readonly ReviewItem[], review: Review, date: Date): [string, string] {
  const shown = items.filter(item => item.shown)
  const signed = shown.filter(({ id, fingerprint }) => stateOf(fingerprint, review[id]) === 'signed').length
  return [
    `${title} 校核表`,
    `展示的 ${shown.length} 条里，${signed} 条有 ${REVIEWERS} 个人确认；印于 ${fullTime(date.toISOString())}`,
  ]
}
