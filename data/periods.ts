import type { Period } from 'huibao'

/**
 * The spans of time that the figures refer to. A period at the head of a sentence or list holds for all of it until
 * another stands at such a head (今年前11个月 for the list that follows it); one inside a clause holds for its own number
 * alone. What stands under none is of the source's year.
 */
export const periods = [
  { id: 'year-start', text: '2020年初', stated: [] },
  { id: 'year', text: '2020年', stated: ['2020年', '今年'], implied: true },
  { id: 'jan-nov', text: '2020年1—11月', stated: ['2020年1-11月', '今年1-11月', '今年前11个月'] },
  { id: 'last-jan-nov', text: '2019年1—11月', stated: [] },
  { id: 'by-nov', text: '截至2020年11月', stated: ['截至11月'] },
  { id: 'q1', text: '2020年一季度', stated: ['一季度'] },
] as const satisfies readonly Period[]
