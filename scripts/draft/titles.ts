import type { Figure } from '../../model/figure.ts'
import { inBase, isSameBase } from '../../model/units.ts'
import type { Material } from './material.ts'
import { figureTag, joined, plainWords, type Said } from './said.ts'
import { changeClause, changeOf, clauseOf, isDated, linkOf, subjectOf, type Find } from './sentence.ts'
import { LONGEST_TITLE, within } from './slide.ts'

/** A title, and the figures that it states. */
export interface Title {
  said: Said
  figures: readonly Figure[]
}

/**
 * The sentence of a figure: what it is, and how it changed, or its place, or else the next figure, where there is room.
 * @param next figures that the title may go on with, first ones first, as far as they are of its time
 */
export function titleOf(lead: Figure, { deck, find }: Material, next: readonly Figure[] = []): Title {
  const clause = datedClause(lead, { deck, find }, true)
  const change = changeOf(lead, deck.figures)
  const rank = deck.figures.find(({ kind, of }) => kind === 'rank' && of === lead.id)
  const candidates = [
    ...(change ? [{ figure: change, said: changeClause(change) }] : []),
    ...(rank ? [{ figure: rank, said: joined([plainWords(linkOf(rank, '')), figureTag(rank)]) }] : []),
    ...next
      .filter(each => each !== change && each !== lead && each.period.id === lead.period.id)
      .map(figure => ({ figure, said: clauseOf(figure, find) })),
  ]
  const more = candidates[0]
  if (!more) return { said: clause, figures: [lead] }
  const [said, rest] = within([clause, more.said], LONGEST_TITLE)
  return rest ? { said: joined([said!, rest], '，'), figures: [lead, more.figure] } : { said: clause, figures: [lead] }
}

/**
 * The clause that begins a title, with its time where that is no part of the year that the deck is about.
 * @param highlight whether the slide is about its number
 */
export function datedClause(lead: Figure, { deck, find }: Pick<Material, 'deck' | 'find'>, highlight = false): Said {
  const clause = clauseOf(lead, find, highlight)
  const dated = joined([figureTag(lead, { period: true }), clause])
  return isDated(lead, find) || isOfYear(lead, deck) || dated.length > LONGEST_TITLE ? clause : dated
}

function isOfYear({ period: { begin, end } }: Figure, { periods }: Pick<Material['deck'], 'periods'>): boolean {
  const own = periods.find(({ implied }) => implied)
  const isYear = own !== undefined && own.begin.slice(0, 4) === own.end.slice(0, 4)
  return isYear && (begin === '' || begin >= own.begin) && end >= own.begin && end <= own.end
}

/** A measure from one period to another: 优良天数比例从82.5%提高到90.1%. */
export function fromTo(before: Figure, after: Figure, find: Find): Said {
  const [name] = [subjectOf(before, find), subjectOf(after, find), before.short, after.short].sort(
    (a, b) => a.length - b.length,
  )
  const [from, verb] = verbOf(before, after)
  const link = after.kind === 'share' ? linkOf(after, name!) : ''
  return joined([
    plainWords(name! + link + from),
    figureTag(before),
    plainWords(verb),
    figureTag(after, { highlight: true }),
  ])
}

function verbOf(before: Figure, after: Figure): readonly [from: string, verb: string] {
  if (before.parts || after.parts || !isSameBase(before.unit, after.unit)) return ['由', '变为']
  const [from, to] = [before, after].map(inBase) as [number, number]
  if (from === to) return ['由', '到']
  const rises = to > from
  switch (after.kind) {
    case 'share':
    case 'rate':
    case 'completion':
      return ['从', rises ? '提高到' : '下降到']
    case 'duration':
      return ['从', rises ? '延长到' : '缩短到']
    default:
      return ['从', rises ? '增加到' : '减少到']
  }
}

/** A title's words as a heading. */
export const heading = ({ markdown }: Said, level = 2): string => `${'#'.repeat(level)} ${markdown}`
