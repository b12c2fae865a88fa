import { REVIEWERS, stateOf, verdictsOn, type Review, type Spoken, type Verdicts } from '../../../model/review.ts'
import { reviewItems, type ReviewItem } from '../../review/items.ts'
import type { Finding } from '../finding.ts'
import { inFile, type Facts } from './facts.ts'

/** Every figure and quote that slides show has been confirmed, as it is now, by as many people as it takes. */
export function signed(facts: Facts, review: Review): Finding[] {
  const unsigned = reviewItems(facts)
    .filter(({ shown }) => shown)
    .filter(({ id, fingerprint }) => stateOf(fingerprint, review[id]) !== 'signed')
    .map(item =>
      inFile('signed', item.where, {
        element: item.id,
        text: item.label,
        measured: lackOf(item, review[item.id]),
        expected: `放上幻灯片的都有 ${REVIEWERS} 个人确认`,
        advice: '请运行 npx huibao review，对照原文和页面逐条确认',
      }),
    )
  return [...unsound(facts), ...unsigned]
}

/** What is wrong cannot be confirmed, nor is it listed. */
function unsound({ problems, where }: Facts): Finding[] {
  return [...Map.groupBy(problems, ({ file, id }) => where(file, id))].map(([place, own]) =>
    inFile('signed', place, {
      element: own[0]!.id,
      text: '',
      measured: '这一条数据有错，没法确认',
      expected: `放上幻灯片的都有 ${REVIEWERS} 个人确认`,
      advice: '请运行 npm run check -- facts，先照它说的改好',
    }),
  )
}

const names = (all: readonly Spoken[]): string => all.map(({ by }) => by).join('、')

/** What a figure lacks: a part of a Chinese sentence. */
function lackOf({ fingerprint }: ReviewItem, verdicts: Verdicts | undefined): string {
  const { valid, lost } = verdictsOn(fingerprint, verdicts)
  const objections = valid.filter(({ verdict }) => verdict === 'objected')
  if (objections.length > 0) return objections.map(({ by, word = '' }) => `${by}有异议：“${word}”`).join('；')
  const before = lost.filter(({ verdict }) => verdict === 'confirmed')
  const changed = before.length > 0 ? `（${names(before)}确认以后又改过）` : ''
  return valid.length > 0 ? `只有${names(valid)}确认过${changed}` : `还没有人确认${changed}`
}
